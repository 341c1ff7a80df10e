package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * The momentum of the one-cycle policy, the mirror image of {@link OneCycle}.
 *
 * <p>By the shape: from {@code high} to {@code low} over {@code rise}, then back to {@code high}:
 * in two phases at {@code length}, in three phases over another {@code rise}.
 *
 * <p>Boundary: {@code high} at 0, {@code low} at the end of the rise of the rate, {@code high} from
 * {@code length} on.
 *
 * <p>Source: Smith, Topin (2018), Super-Convergence: Very Fast Training of Neural Networks Using
 * Large Learning Rates, arXiv:1708.07120.
 *
 * <p>Differs: PyTorch's OneCycleLR reaches the end one step earlier.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class OneCycleMomentum implements SchedulePlugin<OneCycleMomentum.Parameters> {

  /**
   * Parameters.
   *
   * @param high first and last value
   * @param low value where the rate is highest
   * @param rise length of the rise of the rate
   * @param length length after which the end value is kept
   * @param shape the way down and up
   * @param threePhases whether the rate has three phases
   * @since 0.1
   */
  public record Parameters(
      @Doc("First and last value") @Range(min = 0, max = 1) double high,
      @Doc("Value where the rate is highest") @Range(min = 0, max = 1) double low,
      @Doc("Length of the rise of the rate") @Positive Length rise,
      @Doc("Length after which the end value is kept") @Positive Length length,
      @Doc("The way down and up") Shape shape,
      @Doc("Whether the rate has three phases") boolean threePhases) {}

  @Override
  public String name() {
    return "one-cycle-momentum";
  }

  @Override
  public String summary() {
    return "The momentum that goes with one-cycle: low where the rate is high.";
  }

  @Override
  public String formula() {
    return "By the shape: from high to low over rise, then back to high: in two phases at "
        + "length, in three phases over another rise.";
  }

  @Override
  public Source source() {
    return new Source(
        "Smith, Topin",
        2018,
        "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates",
        "arXiv:1708.07120");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.95, 0.85, Length.percent(30), Length.percent(100), Shape.COSINE, false);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "three phases",
            new Parameters(
                0.95, 0.8, Length.percent(40), Length.percent(100), Shape.LINEAR, true)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double rise = p.rise().resolve(horizon);
    double length = p.length().resolve(horizon);
    double risen = p.threePhases() ? 2 * rise : length;
    Boundaries.requireFlanks(rise, risen, length);
    return step -> {
      double s = Math.min(horizon.clamp(step), risen);
      return s < rise
          ? p.shape().down(p.high(), p.low(), s / rise)
          : p.shape().up(p.low(), p.high(), (s - rise) / (risen - rise));
    };
  }
}
