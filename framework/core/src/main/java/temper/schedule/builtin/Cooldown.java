package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * A cooldown behind a schedule.
 *
 * <p>Until {@code length} before the horizon the schedule; then from the value that it has there to
 * {@code end}, by the shape. The horizon of the schedule is the part before the cooldown.
 *
 * <p>Boundary: the schedule's value at 0; at the horizon exactly {@code end}.
 *
 * <p>Source: Zhai, Kolesnikov, Houlsby, Beyer (2022), Scaling Vision Transformers, arXiv:2106.04560
 * (linear, from an inverse square root).
 *
 * <p>Differs: none of the compared libraries has it as a schedule of its own.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cooldown implements SchedulePlugin<Cooldown.Parameters> {

  /**
   * Parameters.
   *
   * @param length length of the cooldown
   * @param shape the way down
   * @param end value at the horizon
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Length of the cooldown") @NonNegative Length length,
      @Doc("The way down") Shape shape,
      @Doc("Value at the horizon") @Finite double end,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {}

  @Override
  public String name() {
    return "cooldown";
  }

  @Override
  public String summary() {
    return "A schedule that is brought down to an end value in the last part of the run.";
  }

  @Override
  public String formula() {
    return "Until length before the horizon the schedule; then from the value that it has "
        + "there to end, by the shape. The horizon of the schedule is the part before the "
        + "cooldown.";
  }

  @Override
  public Source source() {
    return new Source(
        "Zhai, Kolesnikov, Houlsby, Beyer",
        2022,
        "Scaling Vision Transformers",
        "arXiv:2106.04560");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(20), Shape.LINEAR, 0, Examples.CONSTANT);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "one minus square root",
            new Parameters(Length.steps(30), Shape.ONE_MINUS_SQUARE_ROOT, 0.001, Examples.RISING)),
        new Example<>(
            "a jump", new Parameters(Length.percent(5), Shape.CONSTANT, 0, Examples.CONSTANT)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double total = horizon.totalSteps();
    double length = p.length().resolve(horizon);
    double start = total - length;
    if (Double.isInfinite(total) || !(start > 0)) {
      throw new IllegalArgumentException(
          "cooldown.length must be shorter than the run of " + total + " steps, got " + p.length());
    }
    Schedule main = Schedule.of(p.schedule(), horizon.part(start));
    double from = main.at(start);
    return step -> {
      double s = horizon.clamp(step);
      if (s < start) {
        return main.at(s);
      }
      return s == total ? p.end() : p.shape().down(from, p.end(), (s - start) / length);
    };
  }
}
