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
 * Exponential decay.
 *
 * <p>{@code at(step) = initial * factor^(step / every)}.
 *
 * <p>Boundary: {@code initial} at 0; goes on until the horizon.
 *
 * <p>Source: common practice; Caffe's policy {@code exp} is a factor per step.
 *
 * <p>Differs: as Keras' ExponentialDecay without staircase; for a given end value use {@link
 * Geometric}.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Exponential implements SchedulePlugin<Exponential.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param factor factor per length
   * @param every length in which the factor applies once
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Factor per length") @Positive double factor,
      @Doc("Length in which the factor applies once") @Positive Length every) {}

  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public String summary() {
    return "Multiplied by a constant factor per length, continuously.";
  }

  @Override
  public String formula() {
    return "at(step) = initial * factor^(step / every).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.1, Length.percent(50));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("per step", new Parameters(1, 0.99994, Length.steps(1))),
        new Example<>("growing", new Parameters(1e-3, 1.5, Length.percent(10))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double every = p.every().resolve(horizon);
    return step -> p.initial() * StableMath.pow(p.factor(), horizon.clamp(step) / every);
  }
}
