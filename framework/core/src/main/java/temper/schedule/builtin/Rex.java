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
 * The reflected exponential schedule (REX).
 *
 * <p>{@code at(step) = end + (peak - end) * (1 - z) / (1 - z / 2)} with {@code z = min(step /
 * length, 1)}.
 *
 * <p>Boundary: exactly {@code peak} at 0, exactly {@code end} from {@code length} on.
 *
 * <p>Source: Chen, Wolfe, Kyrillidis (2022), REX: Revisiting Budgeted Training with an Improved
 * Schedule, arXiv:2107.04197.
 *
 * <p>Differs: the paper has no end value other than 0.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Rex implements SchedulePlugin<Rex.Parameters> {

  /**
   * Parameters.
   *
   * @param peak value at step 0
   * @param end value at the end
   * @param length length after which the end value is kept
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double peak,
      @Doc("Value at the end") @Finite double end,
      @Doc("Length after which the end value is kept") @Positive Length length) {}

  @Override
  public String name() {
    return "rex";
  }

  @Override
  public String summary() {
    return "Falls slowly at first and steeply at the end, as reflected exponential decay.";
  }

  @Override
  public String formula() {
    return "at(step) = end + (peak - end) * (1 - z) / (1 - z / 2) with z = min(step / length, "
        + "1).";
  }

  @Override
  public Source source() {
    return new Source(
        "Chen, Wolfe, Kyrillidis",
        2022,
        "REX: Revisiting Budgeted Training with an Improved Schedule",
        "arXiv:2107.04197");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.0, Length.percent(100));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("with a floor", new Parameters(1, 0.1, Length.percent(80))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    return step -> {
      double z = Math.min(horizon.clamp(step) / length, 1);
      double share = (1 - z) / (1 - z / 2);
      return share * p.peak() + (1 - share) * p.end();
    };
  }
}
