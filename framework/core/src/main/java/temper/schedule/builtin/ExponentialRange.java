package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * The triangular cycle with an exponential decay.
 *
 * <p>With {@code d = gamma^step}: {@code at(step) = (base + (peak - base) * x) * d} in the mode
 * {@code bounds} and {@code base + (peak - base) * x * d} in the mode {@code amplitude}, where x
 * rises from 0 to 1 over {@code up} and falls back to 0 over {@code down}, again and again.
 *
 * <p>Boundary: {@code base} at 0 and wherever a cycle ends; the peak at the end of a rise.
 *
 * <p>Source: Smith (2017), Cyclical Learning Rates for Training Neural Networks, arXiv:1506.01186,
 * section 3.
 *
 * <p>Differs: PyTorch and the original Keras code scale only the amplitude, the text of the paper
 * both bounds: {@code mode} tells.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class ExponentialRange implements SchedulePlugin<ExponentialRange.Parameters> {

  /**
   * What decays.
   *
   * @since 0.1
   */
  public enum Mode {
    /** Both bounds, as the paper's text says. */
    BOUNDS,
    /** The distance of the upper bound from the lower, as common implementations do. */
    AMPLITUDE
  }

  /**
   * Parameters.
   *
   * @param base lowest value, from which a cycle starts
   * @param peak highest value of the first cycle
   * @param up length of the rise
   * @param down length of the fall
   * @param gamma factor per step
   * @param mode what decays
   * @since 0.1
   */
  public record Parameters(
      @Doc("Lowest value, from which a cycle starts") @Finite double base,
      @Doc("Highest value of the first cycle") @Finite double peak,
      @Doc("Length of the rise") @Positive Length up,
      @Doc("Length of the fall") @Positive Length down,
      @Doc("Factor per step") @Range(min = 0, max = 1, minOpen = true) double gamma,
      @Doc("What decays") Mode mode) {}

  @Override
  public String name() {
    return "exp-range";
  }

  @Override
  public String summary() {
    return "Triangular cycles whose bounds or amplitude decay exponentially.";
  }

  @Override
  public String formula() {
    return "With d = gamma^step: at(step) = (base + (peak - base) * x) * d in the mode bounds "
        + "and base + (peak - base) * x * d in the mode amplitude, where x rises from 0 to 1 "
        + "over up and falls back to 0 over down, again and again.";
  }

  @Override
  public Source source() {
    return new Source(
        "Smith", 2017, "Cyclical Learning Rates for Training Neural Networks", "arXiv:1506.01186");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        0.001, 0.006, Length.percent(10), Length.percent(10), 0.99994, Mode.BOUNDS);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "both bounds fall",
            new Parameters(
                0.001, 0.006, Length.percent(10), Length.percent(10), 0.998, Mode.BOUNDS)),
        new Example<>(
            "the amplitude falls",
            new Parameters(
                0.001, 0.006, Length.percent(10), Length.percent(10), 0.998, Mode.AMPLITUDE)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double up = p.up().resolve(horizon);
    Cycles cycles = new Cycles(up + p.down().resolve(horizon), 1, horizon.totalSteps());
    return step -> {
      double s = horizon.clamp(step);
      double i = cycles.index(s);
      double x = Triangle.height(s - cycles.start(i), up, cycles.length(i));
      double decay = StableMath.pow(p.gamma(), s);
      double height = (p.peak() - p.base()) * x;
      return p.mode() == Mode.BOUNDS ? (p.base() + height) * decay : p.base() + height * decay;
    };
  }
}
