package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.Size;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A piecewise constant schedule: a list of values and where each gives way to the next.
 *
 * <p>{@code at(step) = values[n]}, n the number of boundaries {@code <= step}.
 *
 * <p>Boundary: {@code values[0]} at 0 unless 0 is a boundary; at each boundary the next value
 * holds.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: Keras' PiecewiseConstantDecay changes one step later; optax gives factors instead of
 * values.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Piecewise implements SchedulePlugin<Piecewise.Parameters> {

  /**
   * Parameters.
   *
   * @param values one value more than there are boundaries
   * @param boundaries where one value gives way to the next, rising
   * @since 0.1
   */
  public record Parameters(
      @Doc("One value more than there are boundaries") @Size(min = 1) @Finite List<Double> values,
      @Doc("Where one value gives way to the next, rising") List<Length> boundaries) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is not one value more than there are boundaries
     */
    public Parameters {
      values = List.copyOf(values);
      boundaries = List.copyOf(boundaries);
      Boundaries.requireBetween(values.size(), "values", boundaries.size());
    }
  }

  @Override
  public String name() {
    return "piecewise";
  }

  @Override
  public String summary() {
    return "Constant values between given boundaries.";
  }

  @Override
  public String formula() {
    return "at(step) = values[n], n the number of boundaries <= step.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        List.of(0.1, 0.01, 0.001), List.of(Length.percent(50), Length.percent(75)));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("one value", new Parameters(List.of(0.3), List.of())),
        new Example<>(
            "up and down",
            new Parameters(List.of(0.0, 1.0, -1.0), List.of(Length.steps(10), Length.steps(20)))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double[] boundaries = Boundaries.resolve(p.boundaries(), horizon);
    double[] values = p.values().stream().mapToDouble(Double::doubleValue).toArray();
    return step -> values[Boundaries.passed(boundaries, horizon.clamp(step))];
  }
}
