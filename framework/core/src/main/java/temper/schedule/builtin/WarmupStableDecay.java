package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * Warm-up, stable phase, decay (WSD), also known as the trapezoid.
 *
 * <p>From {@code startRatio * peak} linearly to {@code peak} over {@code warmup}; {@code peak}
 * until {@code decay} before the horizon; then by the shape to {@code endRatio * peak}.
 *
 * <p>Boundary: {@code startRatio * peak} at 0, {@code peak} from {@code warmup} on, {@code endRatio
 * * peak} at the horizon.
 *
 * <p>Source: Hu and others (2024), MiniCPM: Unveiling the Potential of Small Language Models with
 * Scalable Training Strategies, arXiv:2404.06395; the decay by one minus the square root from
 * Hagele and others (2024), arXiv:2405.18392.
 *
 * <p>Differs: as HF's wsd with min_lr_ratio; llm.c decays over the last fifth.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class WarmupStableDecay implements SchedulePlugin<WarmupStableDecay.Parameters> {

  /**
   * Parameters.
   *
   * @param peak value of the stable phase
   * @param warmup length of the rise
   * @param decay length of the decay at the end of the run
   * @param shape the way down
   * @param startRatio first value as a part of the peak
   * @param endRatio last value as a part of the peak
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value of the stable phase") @Finite double peak,
      @Doc("Length of the rise") @NonNegative Length warmup,
      @Doc("Length of the decay at the end of the run") @NonNegative Length decay,
      @Doc("The way down") Shape shape,
      @Doc("First value as a part of the peak") @NonNegative double startRatio,
      @Doc("Last value as a part of the peak") @NonNegative double endRatio) {}

  @Override
  public String name() {
    return "warmup-stable-decay";
  }

  @Override
  public String summary() {
    return "A linear rise, a long constant phase and a short decay.";
  }

  @Override
  public String formula() {
    return "From start_ratio * peak linearly to peak over warmup; peak until decay before the "
        + "horizon; then by the shape to end_ratio * peak.";
  }

  @Override
  public Source source() {
    return new Source(
        "Hu, Tu, Han, and others",
        2024,
        "MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies",
        "arXiv:2404.06395");
  }

  @Override
  public List<String> aliases() {
    return List.of("wsd", "trapezoid");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        0.1, Length.percent(5), Length.percent(20), Shape.ONE_MINUS_SQUARE_ROOT, 0, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "linear",
            new Parameters(1, Length.percent(10), Length.percent(30), Shape.LINEAR, 0.1, 0.01)),
        new Example<>(
            "cosine, no warm-up",
            new Parameters(1, Length.steps(0), Length.percent(50), Shape.COSINE, 0, 0)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double warmup = p.warmup().resolve(horizon);
    double decay = p.decay().resolve(horizon);
    double total = horizon.totalSteps();
    double stableEnd = total - decay;
    if (Double.isInfinite(total) || warmup > stableEnd) {
      throw new IllegalArgumentException(
          "warmup-stable-decay: warmup '"
              + p.warmup()
              + "' and decay '"
              + p.decay()
              + "' do not fit into a run of "
              + total
              + " steps");
    }
    return step -> {
      double s = horizon.clamp(step);
      if (s < warmup) {
        return Shape.LINEAR.up(p.startRatio() * p.peak(), p.peak(), s / warmup);
      }
      return s < stableEnd || decay == 0
          ? p.peak()
          : p.shape().down(p.peak(), p.endRatio() * p.peak(), (s - stableEnd) / decay);
    };
  }
}
