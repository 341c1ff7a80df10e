package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.Shape;

/**
 * A warm-up in front of a schedule.
 *
 * <p>For {@code step < length}: from {@code startFraction * target} up to the target, by the shape;
 * from there on the schedule. The target is the schedule's first value and the schedule counts its
 * steps from the end of the warm-up, its horizon being the rest of the run; with {@code overlay}
 * the schedule counts from step 0 and the warm-up is a factor on it.
 *
 * <p>Boundary: {@code startFraction * target} at 0, the schedule itself from {@code length} on.
 *
 * <p>Source: Goyal and others (2017), Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour,
 * arXiv:1706.02677, section 2.2 (gradual warm-up by a line, with overlay).
 *
 * <p>Differs: the first value is explicit, where optax and HF start at 0, PyTorch at a third, llm.c
 * at 1/n; {@link Parameters#firstStepNonZero} gives the last of these.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Warmup implements SchedulePlugin<Warmup.Parameters> {

  /**
   * Parameters.
   *
   * @param length length of the warm-up
   * @param shape the way up
   * @param startFraction first value as a part of the target
   * @param schedule the schedule that is changed
   * @param overlay whether the schedule runs from step 0 beneath the warm-up
   * @since 0.1
   */
  public record Parameters(
      @Doc("Length of the warm-up") @NonNegative Length length,
      @Doc("The way up") Shape shape,
      @Doc("First value as a part of the target") @NonNegative double startFraction,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule,
      @Doc("Whether the schedule runs from step 0 beneath the warm-up") boolean overlay) {

    /**
     * A linear warm-up in which step k has the part {@code (k + 1) / n} of the target, so that no
     * step is wasted on a rate of zero.
     *
     * @param n number of steps until the target, at least 1
     * @param schedule the schedule that follows
     * @return the parameters
     */
    public static Parameters firstStepNonZero(int n, Choice<SchedulePlugin<?>> schedule) {
      return new Parameters(Length.steps(n - 1), Shape.LINEAR, 1.0 / n, schedule, false);
    }
  }

  @Override
  public String name() {
    return "warmup";
  }

  @Override
  public String summary() {
    return "A rise to the first value of a schedule, which then follows.";
  }

  @Override
  public String formula() {
    return "For step < length: from start_fraction * target up to the target, by the shape; "
        + "from there on the schedule. The target is the schedule's first value and the "
        + "schedule counts its steps from the end of the warm-up, its horizon being the rest "
        + "of the run; with overlay the schedule counts from step 0 and the warm-up is a "
        + "factor on it.";
  }

  @Override
  public Source source() {
    return new Source(
        "Goyal, Dollar, Girshick, Noordhuis, Wesolowski, Kyrola, Tulloch, Jia, He",
        2017,
        "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour",
        "arXiv:1706.02677");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(5), Shape.LINEAR, 0, Examples.COSINE, false);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "cosine", new Parameters(Length.steps(50), Shape.COSINE, 0.1, Examples.FALLING, false)),
        new Example<>(
            "overlay", new Parameters(Length.percent(10), Shape.LINEAR, 0, Examples.FALLING, true)),
        new Example<>(
            "square root",
            new Parameters(
                Length.percent(10), Shape.ONE_MINUS_SQUARE_ROOT, 0, Examples.CONSTANT, false)),
        new Example<>(
            "held",
            new Parameters(Length.percent(10), Shape.CONSTANT, 0.1, Examples.CONSTANT, false)),
        new Example<>(
            "none", new Parameters(Length.steps(0), Shape.LINEAR, 0, Examples.FALLING, false)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double length = p.length().resolve(horizon);
    if (!(length < horizon.totalSteps())) {
      throw new IllegalArgumentException(
          "warmup.length must be shorter than the run of "
              + horizon.totalSteps()
              + " steps, got "
              + p.length());
    }
    Schedule main =
        Schedule.of(
            p.schedule(), p.overlay() ? horizon : horizon.part(horizon.totalSteps() - length));
    double delay = p.overlay() ? 0 : length;
    return step -> {
      double s = horizon.clamp(step);
      if (s >= length) {
        return main.at(s - delay);
      }
      double target = main.at(p.overlay() ? s : 0);
      return p.shape().up(p.startFraction() * target, target, s / length);
    };
  }
}
