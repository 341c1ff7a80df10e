package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Geometric cooling between two values, the exponential decay that is given by its ends.
 *
 * <p>{@code at(step) = initial * (end / initial)^z} with {@code z = min(step / length, 1)}.
 *
 * <p>Boundary: exactly {@code initial} at 0, exactly {@code end} from {@code length} on.
 *
 * <p>Source: Kirkpatrick, Gelatt, Vecchi (1983), Optimization by Simulated Annealing, Science 220.
 *
 * <p>Differs: continuous; {@link Staircase} makes plateaus of constant temperature of it. {@link
 * Exponential} is the same law given by its factor.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Geometric implements SchedulePlugin<Geometric.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param end value at the end
   * @param length length after which the end value is kept
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Positive double initial,
      @Doc("Value at the end") @Positive double end,
      @Doc("Length after which the end value is kept") @Positive Length length) {}

  @Override
  public String name() {
    return "geometric";
  }

  @Override
  public String summary() {
    return "Falls by a constant factor per step, from one given value to another.";
  }

  @Override
  public String formula() {
    return "at(step) = initial * (end / initial)^z with z = min(step / length, 1).";
  }

  @Override
  public Source source() {
    return new Source(
        "Kirkpatrick, Gelatt, Vecchi",
        1983,
        "Optimization by Simulated Annealing",
        "doi:10.1126/science.220.4598.671");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1, 0.01, Length.percent(100));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("rising", new Parameters(1e-7, 10, Length.percent(100))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    double ratio = p.end() / p.initial();
    return step -> {
      double z = Math.min(horizon.clamp(step) / length, 1);
      return z == 1 ? p.end() : p.initial() * StableMath.pow(ratio, z);
    };
  }
}
