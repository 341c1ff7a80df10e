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
 * Hyperbolic-tangent decay.
 *
 * <p>{@code at(step) = end + (peak - end) * (1 - tanh(lower + (upper - lower) * z)) / 2} with
 * {@code z = min(step / length, 1)}.
 *
 * <p>Boundary: at 0 just below {@code peak}, from {@code length} on just above {@code end}: by 8e-7
 * and 2.5e-3 of their distance for the default bounds.
 *
 * <p>Source: Hsueh, Li, Wu (2019), Stochastic Gradient Descent with Hyperbolic-Tangent Decay on
 * Classification, arXiv:1806.01593.
 *
 * <p>Differs: timm's TanhLRScheduler shifts the curve so that it starts at the peak exactly.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class HyperbolicTangent implements SchedulePlugin<HyperbolicTangent.Parameters> {

  /**
   * Parameters.
   *
   * @param peak upper asymptote
   * @param end lower asymptote
   * @param length length after which the end value is kept
   * @param lower argument of the tangent at step 0
   * @param upper argument of the tangent at the end
   * @since 0.1
   */
  public record Parameters(
      @Doc("Upper asymptote") @Finite double peak,
      @Doc("Lower asymptote") @Finite double end,
      @Doc("Length after which the end value is kept") @Positive Length length,
      @Doc("Argument of the tangent at step 0") @Finite double lower,
      @Doc("Argument of the tangent at the end") @Finite double upper) {}

  @Override
  public String name() {
    return "tanh";
  }

  @Override
  public String summary() {
    return "Falls along a hyperbolic tangent: slow, fast, slow.";
  }

  @Override
  public String formula() {
    return "at(step) = end + (peak - end) * (1 - tanh(lower + (upper - lower) * z)) / 2 with "
        + "z = min(step / length, 1).";
  }

  @Override
  public Source source() {
    return new Source(
        "Hsueh, Li, Wu",
        2019,
        "Stochastic Gradient Descent with Hyperbolic-Tangent Decay on Classification",
        "arXiv:1806.01593");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.0, Length.percent(100), -7, 3);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("symmetric", new Parameters(1, 0, Length.percent(100), -4, 4)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    return step -> {
      double z = Math.min(horizon.clamp(step) / length, 1);
      double share = 0.5 * (1 - StableMath.tanh((1 - z) * p.lower() + z * p.upper()));
      return share * p.peak() + (1 - share) * p.end();
    };
  }
}
