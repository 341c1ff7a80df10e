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
 * A schedule whose values are limited.
 *
 * <p>{@code at(step) = min(max(schedule.at(step), minimum), maximum)}.
 *
 * <p>Boundary: the schedule's own.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: none of the compared libraries has it as a schedule of its own.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Clamp implements SchedulePlugin<Clamp.Parameters> {

  /**
   * Parameters.
   *
   * @param minimum lower bound
   * @param maximum upper bound
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Lower bound") @Finite double minimum,
      @Doc("Upper bound") @Finite double maximum,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {

    /**
     * Checks the order of the bounds.
     *
     * @throws IllegalArgumentException if the minimum is above the maximum
     */
    public Parameters {
      if (minimum > maximum) {
        throw new IllegalArgumentException(
            "minimum must be <= maximum, got " + minimum + " and " + maximum);
      }
    }
  }

  @Override
  public String name() {
    return "clamp";
  }

  @Override
  public String summary() {
    return "A schedule that never leaves two bounds.";
  }

  @Override
  public String formula() {
    return "at(step) = min(max(schedule.at(step), minimum), maximum).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.01, 1, Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("both bounds", new Parameters(0.02, 0.08, Examples.RISING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    Schedule schedule = Schedule.of(p.schedule(), horizon);
    return step -> Math.min(Math.max(schedule.at(step), p.minimum()), p.maximum());
  }
}
