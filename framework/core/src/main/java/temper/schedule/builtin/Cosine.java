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
 * Cosine decay.
 *
 * <p>{@code at(step) = end + (peak - end) * ((1 + cos(pi * z)) / 2)^exponent} with {@code z =
 * min(step / length, 1)}.
 *
 * <p>Boundary: exactly {@code peak} at 0, exactly {@code end} from {@code length} on.
 *
 * <p>Source: Loshchilov, Hutter (2017), SGDR: Stochastic Gradient Descent with Warm Restarts,
 * arXiv:1608.03983, equation 5 within one cycle.
 *
 * <p>Differs: PyTorch's CosineAnnealingLR climbs again after the end; the exponent is optax's; the
 * floor is a value, where Keras and optax give a fraction of the peak.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Cosine implements SchedulePlugin<Cosine.Parameters> {

  /**
   * Parameters.
   *
   * @param peak value at step 0
   * @param end value at the end
   * @param length length after which the end value is kept
   * @param exponent exponent of the cosine factor
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double peak,
      @Doc("Value at the end") @Finite double end,
      @Doc("Length after which the end value is kept") @Positive Length length,
      @Doc("Exponent of the cosine factor") @Positive double exponent) {}

  @Override
  public String name() {
    return "cosine";
  }

  @Override
  public String summary() {
    return "Half a period of a cosine from a peak to an end value.";
  }

  @Override
  public String formula() {
    return "at(step) = end + (peak - end) * ((1 + cos(pi * z)) / 2)^exponent with z = "
        + "min(step / length, 1).";
  }

  @Override
  public Source source() {
    return new Source(
        "Loshchilov, Hutter",
        2017,
        "SGDR: Stochastic Gradient Descent with Warm Restarts",
        "arXiv:1608.03983");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.0, Length.percent(100), 1);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("with a floor", new Parameters(0.05, 0.001, Length.percent(80), 1)),
        new Example<>("squared", new Parameters(1, 0, Length.percent(100), 2)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    return step -> {
      double z = Math.min(horizon.clamp(step) / length, 1);
      double share = 0.5 * (1 + StableMath.cos(Math.PI * z));
      if (p.exponent() != 1) {
        share = StableMath.pow(share, p.exponent());
      }
      return share * p.peak() + (1 - share) * p.end();
    };
  }
}
