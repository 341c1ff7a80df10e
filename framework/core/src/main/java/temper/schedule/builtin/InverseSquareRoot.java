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
 * Decay by the inverse square root of time.
 *
 * <p>{@code at(step) = peak / sqrt(1 + step / timescale)}.
 *
 * <p>Boundary: {@code peak} at 0; goes on until the horizon.
 *
 * <p>Source: Vaswani and others (2017), Attention Is All You Need, arXiv:1706.03762, equation 3,
 * whose warm-up is {@link Warmup} here.
 *
 * <p>Differs: equal to HF's inverse_sqrt after its warm-up, counted from the end of the warm-up.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class InverseSquareRoot implements SchedulePlugin<InverseSquareRoot.Parameters> {

  /**
   * Parameters.
   *
   * @param peak value at step 0
   * @param timescale length after which the value has fallen by the square root of two
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double peak,
      @Doc("Length after which the value has fallen by the square root of two") @Positive
          Length timescale) {}

  @Override
  public String name() {
    return "inverse-square-root";
  }

  @Override
  public String summary() {
    return "Falls as one over the square root of the step.";
  }

  @Override
  public String formula() {
    return "at(step) = peak / sqrt(1 + step / timescale).";
  }

  @Override
  public Source source() {
    return new Source(
        "Vaswani, Shazeer, Parmar, Uszkoreit, Jones, Gomez, Kaiser, Polosukhin",
        2017,
        "Attention Is All You Need",
        "arXiv:1706.03762");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, Length.percent(5));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("ten thousand steps", new Parameters(1e-3, Length.steps(10000))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double timescale = p.timescale().resolve(horizon);
    return step -> p.peak() / Math.sqrt(1 + horizon.clamp(step) / timescale);
  }
}
