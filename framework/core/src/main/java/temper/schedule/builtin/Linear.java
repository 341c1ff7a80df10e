package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
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
 * A straight line.
 *
 * <p>{@code at(step) = (1 - z) * initial + z * end} with {@code z = min(step / length, 1)}.
 *
 * <p>Boundary: exactly {@code initial} at 0, exactly {@code end} from {@code length} on.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: PyTorch's LinearLR is a warm-up from a third of the rate by default.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Linear implements SchedulePlugin<Linear.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param end value at the end
   * @param length length after which the end value is kept
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Value at the end") @Finite double end,
      @Doc("Length after which the end value is kept") @Positive Length length) {}

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public String summary() {
    return "A straight line from one value to another.";
  }

  @Override
  public String formula() {
    return "at(step) = (1 - z) * initial + z * end with z = min(step / length, 1).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.0, Length.percent(100));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("rising", new Parameters(0, 1, Length.percent(100))),
        new Example<>("half of the run", new Parameters(1, 0.1, Length.percent(50))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    return step -> {
      double z = Math.min(horizon.clamp(step) / length, 1);
      return (1 - z) * p.initial() + z * p.end();
    };
  }
}
