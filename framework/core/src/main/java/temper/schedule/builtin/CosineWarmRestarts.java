package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Stochastic gradient descent with warm restarts (SGDR).
 *
 * <p>In cycle i, which lasts {@code T_i = period * growth^i} and begins at {@code t_i}: {@code
 * at(step) = end + (peak_i - end) * (1 + cos(pi * (step - t_i) / T_i)) / 2} with {@code peak_i =
 * end + (peak - end) * amplitude^i}. Lengths that grow are rounded to whole steps.
 *
 * <p>If the first length is not whole, none of them is rounded.
 *
 * <p>Boundary: {@code peak} at 0; at the beginning of a cycle its peak, except at the horizon,
 * where the last cycle ends with {@code end}.
 *
 * <p>Source: Loshchilov, Hutter (2017), SGDR: Stochastic Gradient Descent with Warm Restarts,
 * arXiv:1608.03983, equation 5 and section 3; one call per batch with T_cur in fractions of an
 * epoch is the same as steps here.
 *
 * <p>Differs: PyTorch takes a whole growth factor and has no amplitude; Keras' {@code m_mul} is the
 * amplitude, its {@code alpha} a fraction of the peak.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class CosineWarmRestarts implements SchedulePlugin<CosineWarmRestarts.Parameters> {

  /**
   * Parameters.
   *
   * @param peak value at step 0
   * @param end value at the end of each cycle
   * @param period length of the first cycle
   * @param growth factor from one length to the next
   * @param amplitude factor from one height to the next
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double peak,
      @Doc("Value at the end of each cycle") @Finite double end,
      @Doc("Length of the first cycle") @Positive Length period,
      @Doc("Factor from one length to the next") @Range(min = 1, max = 1e6) double growth,
      @Doc("Factor from one height to the next") @NonNegative double amplitude) {}

  @Override
  public String name() {
    return "cosine-warm-restarts";
  }

  @Override
  public String summary() {
    return "Cosine decay that starts again after each period.";
  }

  @Override
  public String formula() {
    return "In cycle i, which lasts T_i = period * growth^i and begins at t_i: at(step) = end "
        + "+ (peak_i - end) * (1 + cos(pi * (step - t_i) / T_i)) / 2 with peak_i = end + "
        + "(peak - end) * amplitude^i. Lengths that grow are rounded to whole steps.";
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
  public List<String> aliases() {
    return List.of("sgdr");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.0, Length.percent(20), 1, 1);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("doubling", new Parameters(0.05, 0.001, Length.percent(10), 2, 1)),
        new Example<>("real factors", new Parameters(1, 0, Length.percent(7), 1.5, 0.8)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    Cycles cycles = new Cycles(p.period().resolve(horizon), p.growth(), horizon.totalSteps());
    return step -> {
      double s = horizon.clamp(step);
      double i = cycles.index(s);
      double height = p.amplitude() == 1 ? 1 : StableMath.pow(p.amplitude(), i);
      double share = height * 0.5 * (1 + StableMath.cos(Math.PI * cycles.elapsed(s, i)));
      return share * p.peak() + (1 - share) * p.end();
    };
  }
}
