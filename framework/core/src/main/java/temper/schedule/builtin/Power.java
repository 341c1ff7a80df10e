package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Decay by a power of time.
 *
 * <p>{@code at(step) = initial * (1 + step / timescale)^-exponent}. With a timescale of one step
 * this is {@code initial * t^-exponent} for t = 1, 2, ...; exponents in (1/2, 1] satisfy the
 * conditions of Robbins and Monro.
 *
 * <p>Boundary: {@code initial} at 0; goes on until the horizon.
 *
 * <p>Source: Robbins, Monro (1951), A Stochastic Approximation Method, Annals of Mathematical
 * Statistics 22.
 *
 * <p>Differs: none of the compared libraries has it.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Power implements SchedulePlugin<Power.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param exponent exponent of the fall
   * @param timescale length after which time has doubled
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Exponent of the fall") @NonNegative double exponent,
      @Doc("Length after which time has doubled") @Positive Length timescale) {}

  @Override
  public String name() {
    return "power";
  }

  @Override
  public String summary() {
    return "Falls as a power of the step.";
  }

  @Override
  public String formula() {
    return "at(step) = initial * (1 + step / timescale)^-exponent. With a timescale of one "
        + "step this is initial * t^-exponent for t = 1, 2, ...; exponents in (1/2, 1] "
        + "satisfy the conditions of Robbins and Monro.";
  }

  @Override
  public Source source() {
    return new Source(
        "Robbins, Monro", 1951, "A Stochastic Approximation Method", "doi:10.1214/aoms/1177729586");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.5, Length.steps(1));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("two thirds", new Parameters(1, 0.6666666666666666, Length.steps(10))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double timescale = p.timescale().resolve(horizon);
    return step -> p.initial() * StableMath.pow(1 + horizon.clamp(step) / timescale, -p.exponent());
  }
}
