package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * The one-cycle learning rate, in two or three phases.
 *
 * <p>By the shape: from {@code startRatio * peak} to {@code peak} over {@code rise}; then in two
 * phases to {@code endRatio * peak} at {@code length}; in three phases back to the start over
 * another {@code rise} and then to {@code endRatio * peak}. Its momentum is {@link
 * OneCycleMomentum}.
 *
 * <p>Boundary: {@code startRatio * peak} at 0, {@code peak} at the end of the rise, {@code endRatio
 * * peak} from {@code length} on.
 *
 * <p>Source: Smith, Topin (2018), Super-Convergence: Very Fast Training of Neural Networks Using
 * Large Learning Rates, arXiv:1708.07120.
 *
 * <p>Differs: PyTorch's OneCycleLR reaches the end one step earlier; its end is a fraction of the
 * initial rate, fastai's and ours a fraction of the peak.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class OneCycle implements SchedulePlugin<OneCycle.Parameters> {

  /**
   * Parameters.
   *
   * @param peak highest value
   * @param rise length of the rise
   * @param length length after which the end value is kept
   * @param startRatio first value as a part of the peak
   * @param endRatio last value as a part of the peak
   * @param shape the way up and down
   * @param threePhases whether a fall to the first value comes before the last phase
   * @since 0.1
   */
  public record Parameters(
      @Doc("Highest value") @Finite double peak,
      @Doc("Length of the rise") @Positive Length rise,
      @Doc("Length after which the end value is kept") @Positive Length length,
      @Doc("First value as a part of the peak") @NonNegative double startRatio,
      @Doc("Last value as a part of the peak") @NonNegative double endRatio,
      @Doc("The way up and down") Shape shape,
      @Doc("Whether a fall to the first value comes before the last phase") boolean threePhases) {}

  @Override
  public String name() {
    return "one-cycle";
  }

  @Override
  public String summary() {
    return "One rise to a large peak and one long fall far below the start.";
  }

  @Override
  public String formula() {
    return "By the shape: from start_ratio * peak to peak over rise; then in two phases to "
        + "end_ratio * peak at length; in three phases back to the start over another rise "
        + "and then to end_ratio * peak.";
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
    return new Parameters(
        0.1, Length.percent(30), Length.percent(100), 0.04, 4e-6, Shape.COSINE, false);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "three phases",
            new Parameters(
                1, Length.percent(45), Length.percent(100), 0.04, 1e-5, Shape.LINEAR, true)),
        new Example<>(
            "short",
            new Parameters(
                3, Length.percent(10), Length.percent(80), 0.03, 0.001, Shape.LINEAR, false)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double rise = p.rise().resolve(horizon);
    double length = p.length().resolve(horizon);
    double fallen = p.threePhases() ? 2 * rise : length;
    Boundaries.requireFlanks(rise, fallen, length);
    double start = p.startRatio() * p.peak();
    double end = p.endRatio() * p.peak();
    Shape shape = p.shape();
    return step -> {
      double s = Math.min(horizon.clamp(step), length);
      if (s < rise) {
        return shape.up(start, p.peak(), s / rise);
      } else if (!p.threePhases()) {
        return shape.down(p.peak(), end, (s - rise) / (length - rise));
      } else if (s < fallen) {
        return shape.down(p.peak(), start, (s - rise) / rise);
      }
      return s == length ? end : shape.down(start, end, (s - fallen) / (length - fallen));
    };
  }
}
