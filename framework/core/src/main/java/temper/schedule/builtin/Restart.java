package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A schedule that starts again at given steps.
 *
 * <p>{@code at(step) = schedule.at(step - r)}, r the last restart {@code <= step}.
 *
 * <p>Boundary: at each restart the schedule's value at 0. The horizon of the schedule is each
 * stretch between restarts in turn, the last one up to the horizon of the run; restarts at or after
 * the horizon do not happen.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: none of the compared libraries has it as a schedule of its own.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Restart implements SchedulePlugin<Restart.Parameters> {

  /**
   * Parameters.
   *
   * @param restarts where the schedule starts again, rising and after 0
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Where the schedule starts again, rising and after 0") List<Length> restarts,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {

    /** Copies the list. */
    public Parameters {
      restarts = List.copyOf(restarts);
    }
  }

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public String summary() {
    return "A schedule that starts again at given steps.";
  }

  @Override
  public String formula() {
    return "at(step) = schedule.at(step - r), r the last restart <= step.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(List.of(Length.percent(10), Length.percent(30)), Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("never", new Parameters(List.of(), Examples.FALLING)),
        new Example<>(
            "after the end",
            new Parameters(List.of(Length.percent(50), Length.steps(1e12)), Examples.FALLING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double[] boundaries = Boundaries.resolve(p.restarts(), horizon);
    if (boundaries.length > 0 && boundaries[0] == 0) {
      throw new IllegalArgumentException("restarts must come after 0, got " + p.restarts());
    }
    Schedule[] stretches = new Schedule[boundaries.length + 1];
    double[] starts = new double[boundaries.length + 1];
    int count = 0;
    for (int i = 0; i <= boundaries.length && starts[i] < horizon.totalSteps(); i++) {
      double end =
          i < boundaries.length
              ? Math.min(boundaries[i], horizon.totalSteps())
              : horizon.totalSteps();
      stretches[i] = Schedule.of(p.schedule(), horizon.part(end - starts[i]));
      count++;
      if (i < boundaries.length) {
        starts[i + 1] = boundaries[i];
      }
    }
    int last = count - 1;
    return step -> {
      double s = horizon.clamp(step);
      int n = Math.min(Boundaries.passed(boundaries, s), last);
      return stretches[n].at(s - starts[n]);
    };
  }
}
