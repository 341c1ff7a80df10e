package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A schedule whose first value is held for a while before it begins.
 *
 * <p>{@code at(step) = schedule.at(max(step - by, 0))}.
 *
 * <p>Boundary: the schedule's value at 0 until {@code by}. The horizon of the schedule is the rest
 * of the run.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: optax calls it transition_begin.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Shift implements SchedulePlugin<Shift.Parameters> {

  /**
   * Parameters.
   *
   * @param by length for which the first value is held
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Length for which the first value is held") @NonNegative Length by,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {}

  @Override
  public String name() {
    return "shift";
  }

  @Override
  public String summary() {
    return "A schedule that begins later.";
  }

  @Override
  public String formula() {
    return "at(step) = schedule.at(max(step - by, 0)).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(10), Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("not at all", new Parameters(Length.steps(0), Examples.FALLING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double by = p.by().resolve(horizon);
    if (!(by < horizon.totalSteps())) {
      throw new IllegalArgumentException(
          "shift.by must be shorter than the run of "
              + horizon.totalSteps()
              + " steps, got "
              + p.by());
    }
    Schedule schedule = Schedule.of(p.schedule(), horizon.part(horizon.totalSteps() - by));
    return step -> schedule.at(Math.max(horizon.clamp(step) - by, 0));
  }
}
