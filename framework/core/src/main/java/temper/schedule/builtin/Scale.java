package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A schedule times a constant factor.
 *
 * <p>{@code at(step) = factor * schedule.at(step)}.
 *
 * <p>Boundary: the schedule's own.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: nothing.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Scale implements SchedulePlugin<Scale.Parameters> {

  /**
   * Parameters.
   *
   * @param factor the factor
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("The factor") @Finite double factor,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {}

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String summary() {
    return "A schedule times a factor.";
  }

  @Override
  public String formula() {
    return "at(step) = factor * schedule.at(step).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1, Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("doubled", new Parameters(2, Examples.RISING)),
        new Example<>("negative", new Parameters(-1, Examples.FALLING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    Schedule schedule = Schedule.of(p.schedule(), horizon);
    return step -> p.factor() * schedule.at(step);
  }
}
