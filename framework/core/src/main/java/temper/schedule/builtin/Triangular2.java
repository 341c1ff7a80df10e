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
 * The triangular cycle whose amplitude is halved after each cycle.
 *
 * <p>{@code at(step) = base + (peak - base) * x / 2^i}, where x rises from 0 to 1 over {@code up},
 * falls back to 0 over {@code down}, and i counts cycles from 0.
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
public final class Triangular2 implements SchedulePlugin<Triangular2.Parameters> {

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
    return "triangular2";
  }

  @Override
  public String summary() {
    return "Triangular cycles of which each is half as high as the one before.";
  }

  @Override
  public String formula() {
    return "at(step) = base + (peak - base) * x / 2^i, where x rises from 0 to 1 over up, "
        + "falls back to 0 over down, and i counts cycles from 0.";
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
      // After 5000 halvings no double is left of any amplitude.
      return p.base() + Math.scalb((p.peak() - p.base()) * x, -(int) Math.min(i, 5000));
    };
  }
}
