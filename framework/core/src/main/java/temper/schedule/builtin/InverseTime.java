package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
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
 * Decay by the inverse of time; as a temperature law, fast annealing.
 *
 * <p>{@code at(step) = initial / (1 + rate * step / every)}.
 *
 * <p>Boundary: {@code initial} at 0; goes on until the horizon.
 *
 * <p>Source: Szu, Hartley (1987), Fast simulated annealing, Physics Letters A 122, for
 * temperatures; Robbins, Monro (1951) for step sizes.
 *
 * <p>Differs: as Keras' InverseTimeDecay without staircase.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class InverseTime implements SchedulePlugin<InverseTime.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param rate growth of the denominator per length
   * @param every length in which the denominator grows by the rate
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Growth of the denominator per length") @NonNegative double rate,
      @Doc("Length in which the denominator grows by the rate") @Positive Length every) {}

  @Override
  public String name() {
    return "inverse-time";
  }

  @Override
  public String summary() {
    return "Falls as one over a linear function of the step.";
  }

  @Override
  public String formula() {
    return "at(step) = initial / (1 + rate * step / every).";
  }

  @Override
  public Source source() {
    return new Source(
        "Szu, Hartley", 1987, "Fast simulated annealing", "doi:10.1016/0375-9601(87)90796-1");
  }

  @Override
  public List<String> aliases() {
    return List.of("inverse", "fast");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 1, Length.steps(1));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("per percent", new Parameters(1, 0.5, Length.percent(1))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double perStep = p.rate() / p.every().resolve(horizon);
    return step -> p.initial() / (1 + perStep * horizon.clamp(step));
  }
}
