package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A schedule that keeps its value between the multiples of a length.
 *
 * <p>{@code at(step) = schedule.at(every * floor(step / every))}.
 *
 * <p>Boundary: at each multiple of {@code every} the schedule's value there.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: Keras and optax have it as an option of exponential decay only.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Staircase implements SchedulePlugin<Staircase.Parameters> {

  /**
   * Parameters.
   *
   * @param every length of a stair
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Length of a stair") @Positive Length every,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {}

  @Override
  public String name() {
    return "staircase";
  }

  @Override
  public String summary() {
    return "A schedule that changes only at multiples of a length.";
  }

  @Override
  public String formula() {
    return "at(step) = schedule.at(every * floor(step / every)).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(5), Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("ten steps", new Parameters(Length.steps(10), Examples.FALLING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double every = p.every().resolve(horizon);
    Schedule schedule = Schedule.of(p.schedule(), horizon);
    return step -> schedule.at(every * Cycles.completed(horizon.clamp(step), every));
  }
}
