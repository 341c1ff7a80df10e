package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * The triangular cycle.
 *
 * <p>{@code at(step) = base + (peak - base) * x}, where x rises from 0 to 1 over {@code up} and
 * falls back to 0 over {@code down}, again and again.
 *
 * <p>Boundary: {@code base} at 0 and wherever a cycle ends; the peak at the end of a rise.
 *
 * <p>Source: Smith (2017), Cyclical Learning Rates for Training Neural Networks, arXiv:1506.01186,
 * section 3.
 *
 * <p>Differs: as PyTorch CyclicLR; the momentum that PyTorch cycles as well is a schedule of its
 * own here.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Triangular implements SchedulePlugin<Triangular.Parameters> {

  /**
   * Parameters.
   *
   * @param base lowest value, from which a cycle starts
   * @param peak highest value of the first cycle
   * @param up length of the rise
   * @param down length of the fall
   * @since 0.1
   */
  public record Parameters(
      @Doc("Lowest value, from which a cycle starts") @Finite double base,
      @Doc("Highest value of the first cycle") @Finite double peak,
      @Doc("Length of the rise") @Positive Length up,
      @Doc("Length of the fall") @Positive Length down) {}

  @Override
  public String name() {
    return "triangular";
  }

  @Override
  public String summary() {
    return "Rises and falls linearly between two bounds, again and again.";
  }

  @Override
  public String formula() {
    return "at(step) = base + (peak - base) * x, where x rises from 0 to 1 over up and falls "
        + "back to 0 over down, again and again.";
  }

  @Override
  public Source source() {
    return new Source(
        "Smith", 2017, "Cyclical Learning Rates for Training Neural Networks", "arXiv:1506.01186");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.001, 0.006, Length.percent(10), Length.percent(10));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("asymmetric", new Parameters(0, 1, Length.percent(5), Length.percent(20))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double up = p.up().resolve(horizon);
    Cycles cycles = new Cycles(up + p.down().resolve(horizon), 1, horizon.totalSteps());
    return step -> {
      double s = horizon.clamp(step);
      double i = cycles.index(s);
      double x = Triangle.height(s - cycles.start(i), up, cycles.length(i));
      return (1 - x) * p.base() + x * p.peak();
    };
  }
}
