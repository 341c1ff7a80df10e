package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
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
 * Decay by a factor at given boundaries.
 *
 * <p>{@code at(step) = initial * factor^n}, n the number of boundaries {@code <= step}.
 *
 * <p>Boundary: {@code initial} at 0 unless 0 is a boundary; at each boundary the factor already
 * applies.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: the same boundary rule as PyTorch's MultiStepLR, in closed form; boundaries must
 * rise.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class MultiStep implements SchedulePlugin<MultiStep.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param factor factor at each boundary
   * @param boundaries where the factor applies, rising
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Factor at each boundary") @Positive double factor,
      @Doc("Where the factor applies, rising") List<Length> boundaries) {

    /** Copies the list. */
    public Parameters {
      boundaries = List.copyOf(boundaries);
    }
  }

  @Override
  public String name() {
    return "multi-step";
  }

  @Override
  public String summary() {
    return "Multiplied by a factor at each of given boundaries.";
  }

  @Override
  public String formula() {
    return "at(step) = initial * factor^n, n the number of boundaries <= step.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.1, List.of(Length.percent(50), Length.percent(75)));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "thirds", new Parameters(1, 0.2, List.of(Length.steps(300), Length.steps(600)))),
        new Example<>("no boundary", new Parameters(0.3, 0.1, List.of())));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double[] boundaries = Boundaries.resolve(p.boundaries(), horizon);
    double[] values = new double[boundaries.length + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = p.initial() * StableMath.pow(p.factor(), i);
    }
    return step -> values[Boundaries.passed(boundaries, horizon.clamp(step))];
  }
}
