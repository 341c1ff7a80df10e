package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A schedule whose values are perturbed.
 *
 * <p>{@code at(step) = schedule.at(step) * (1 + standardDeviation * g(k))} with {@code k =
 * floor(step / every)}; g(0), g(1), ... are independent standard Gaussian numbers that depend on
 * the seed alone, so that any step can be asked for in any order.
 *
 * <p>Boundary: a new number at each multiple of {@code every}; beyond the horizon the number of the
 * horizon.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: timm draws from a truncated normal distribution or a uniform one and only within a
 * range of epochs. Here a large deviation can change the sign: put {@link Clamp} around where that
 * matters.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Perturb implements SchedulePlugin<Perturb.Parameters> {

  /**
   * Parameters.
   *
   * @param standardDeviation standard deviation of the noise as a part of the value
   * @param every length for which a number is kept
   * @param seed number of the sequence of noise; the same in all replicates
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Standard deviation of the noise as a part of the value") @NonNegative
          double standardDeviation,
      @Doc("Length for which a number is kept") @Positive Length every,
      @Doc("Number of the sequence of noise; the same in all replicates") @NonNegative long seed,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {}

  @Override
  public String name() {
    return "perturb";
  }

  @Override
  public String summary() {
    return "A schedule with relative Gaussian noise.";
  }

  @Override
  public String formula() {
    return "at(step) = schedule.at(step) * (1 + standard_deviation * g(k)) with k = "
        + "floor(step / every); g(0), g(1), ... are independent standard Gaussian numbers "
        + "that depend on the seed alone, so that any step can be asked for in any order.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, Length.steps(1), 0, Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("per percent", new Parameters(1, Length.percent(1), 7, Examples.FALLING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double every = p.every().resolve(horizon);
    Schedule schedule = Schedule.of(p.schedule(), horizon);
    RandomStream noise = new StreamRoot("temper.schedule").stream("perturb", p.seed(), "noise");
    return step -> {
      double s = horizon.clamp(step);
      long k = (long) Cycles.completed(s, every);
      return schedule.at(s) * (1 + p.standardDeviation() * noise.gaussianAt(k));
    };
  }
}
