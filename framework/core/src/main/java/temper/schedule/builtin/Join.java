package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Size;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Schedules one after another, each with steps of its own from 0.
 *
 * <p>{@code at(step) = parts[n].at(step - boundaries[n - 1])}, n the number of boundaries {@code <=
 * step}.
 *
 * <p>Boundary: at each boundary the next part begins with its own value at 0. The horizon of a part
 * is its own stretch, of the last part the rest of the run; parts that begin at or after the
 * horizon of the run are never used.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: as optax' join_schedules; PyTorch's SequentialLR calls schedulers that change a
 * shared rate.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Join implements SchedulePlugin<Join.Parameters> {

  /**
   * Parameters.
   *
   * @param parts the schedules in order
   * @param boundaries where one part gives way to the next, rising
   * @since 0.1
   */
  public record Parameters(
      @Doc("The schedules in order") @Size(min = 1) List<Choice<SchedulePlugin<?>>> parts,
      @Doc("Where one part gives way to the next, rising") List<Length> boundaries) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is not one part more than there are boundaries
     */
    public Parameters {
      parts = List.copyOf(parts);
      boundaries = List.copyOf(boundaries);
      Boundaries.requireBetween(parts.size(), "parts", boundaries.size());
    }
  }

  @Override
  public String name() {
    return "join";
  }

  @Override
  public String summary() {
    return "One schedule after another.";
  }

  @Override
  public String formula() {
    return "at(step) = parts[n].at(step - boundaries[n - 1]), n the number of boundaries <= "
        + "step.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(List.of(Examples.RISING, Examples.FALLING), List.of(Length.percent(10)));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "three parts",
            new Parameters(
                List.of(Examples.RISING, Examples.CONSTANT, Examples.FALLING),
                List.of(Length.percent(10), Length.percent(80)))),
        new Example<>(
            "the second part is never reached",
            new Parameters(
                List.of(Examples.RISING, Examples.FALLING), List.of(Length.steps(1e6)))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double[] boundaries = Boundaries.resolve(p.boundaries(), horizon);
    double[] starts = new double[boundaries.length + 1];
    System.arraycopy(boundaries, 0, starts, 1, boundaries.length);
    List<Schedule> parts = new ArrayList<>();
    for (int i = 0; i < starts.length && (i == 0 || starts[i] < horizon.totalSteps()); i++) {
      double end = i < boundaries.length ? boundaries[i] : horizon.totalSteps();
      if (!(end > starts[i])) {
        throw new IllegalArgumentException("join: part " + i + " has no steps");
      }
      parts.add(Schedule.of(p.parts().get(i), horizon.part(end - starts[i])));
    }
    Schedule[] used = parts.toArray(Schedule[]::new);
    return step -> {
      double s = horizon.clamp(step);
      int n = Math.min(Boundaries.passed(boundaries, s), used.length - 1);
      return used[n].at(s - starts[n]);
    };
  }
}
