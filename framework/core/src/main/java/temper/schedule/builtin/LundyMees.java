package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Cooling after Lundy and Mees.
 *
 * <p>{@code at(step) = initial / (1 + beta * initial * step)}, the closed form of {@code T' = T /
 * (1 + beta * T)}, with {@code beta = (initial - end) / (length * initial * end)}.
 *
 * <p>Boundary: exactly {@code initial} at 0, exactly {@code end} from {@code length} on.
 *
 * <p>Source: Lundy, Mees (1986), Convergence of an annealing algorithm, Mathematical Programming
 * 34; beta from the two ends after Connolly (1990).
 *
 * <p>Differs: given by its ends instead of beta.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class LundyMees implements SchedulePlugin<LundyMees.Parameters> {

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
    return "lundy-mees";
  }

  @Override
  public String summary() {
    return "The inverse temperature rises linearly between two given temperatures.";
  }

  @Override
  public String formula() {
    return "at(step) = initial / (1 + beta * initial * step), the closed form of T' = T / (1 "
        + "+ beta * T), with beta = (initial - end) / (length * initial * end).";
  }

  @Override
  public Source source() {
    return new Source(
        "Lundy, Mees", 1986, "Convergence of an annealing algorithm", "doi:10.1007/BF01582166");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1, 0.01, Length.percent(100));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("half of the run", new Parameters(100, 1, Length.percent(50))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    double growth = p.initial() / p.end() - 1;
    return step -> {
      double z = Math.min(horizon.clamp(step) / length, 1);
      return z == 1 ? p.end() : p.initial() / (1 + growth * z);
    };
  }
}
