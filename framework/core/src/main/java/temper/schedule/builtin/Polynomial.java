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
 * Polynomial decay.
 *
 * <p>{@code at(step) = end + (initial - end) * (1 - z)^power} with {@code z = min(step / length,
 * 1)}. With {@code cycle}, {@code z = step / (length * (floor(step / length) + 1))}: the length
 * grows by one more length each time that it is used up.
 *
 * <p>Boundary: exactly {@code initial} at 0, exactly {@code end} from {@code length} on; with
 * {@code cycle} the value at a multiple of the length is already that of the longer one, except at
 * the horizon, where it is {@code end}.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: Keras, where the cycle comes from, keeps {@code end} at a multiple of the length for
 * one step; its power and end value are 1 and 1e-4 by default.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Polynomial implements SchedulePlugin<Polynomial.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param end value at the end
   * @param length length after which the end value is kept
   * @param power exponent of the remaining time
   * @param cycle whether the length grows when it is used up
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Value at the end") @Finite double end,
      @Doc("Length after which the end value is kept") @Positive Length length,
      @Doc("Exponent of the remaining time") @Positive double power,
      @Doc("Whether the length grows when it is used up") boolean cycle) {}

  @Override
  public String name() {
    return "polynomial";
  }

  @Override
  public String summary() {
    return "Falls as a power of the remaining time, once or in ever longer cycles.";
  }

  @Override
  public String formula() {
    return "at(step) = end + (initial - end) * (1 - z)^power with z = min(step / length, 1). "
        + "With cycle, z = step / (length * (floor(step / length) + 1)): the length grows by "
        + "one more length each time that it is used up.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.0, Length.percent(100), 2, false);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("root with a floor", new Parameters(1, 0.1, Length.percent(60), 0.5, false)),
        new Example<>("cycle", new Parameters(1, 0, Length.percent(20), 1, true)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    Cycles cycles = new Cycles(length, 1, horizon.totalSteps());
    return step -> {
      double s = horizon.clamp(step);
      double whole = p.cycle() ? length * (cycles.index(s) + 1) : length;
      double share = StableMath.pow(1 - Math.min(s / whole, 1), p.power());
      return share * p.initial() + (1 - share) * p.end();
    };
  }
}
