package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Logarithmic cooling.
 *
 * <p>{@code at(step) = scale / ln(offset + step / timescale)}.
 *
 * <p>Boundary: {@code scale / ln(offset)} at 0; goes on until the horizon.
 *
 * <p>Source: Geman, Geman (1984), IEEE Transactions on Pattern Analysis and Machine Intelligence 6;
 * Hajek (1988), Cooling Schedules for Optimal Annealing, Mathematics of Operations Research 13,
 * theorem 1: {@code c / ln(k + 1)} for k = 1, 2, ..., which is the offset 2 here, ends in an
 * optimum with certainty if and only if c is at least the depth of the deepest local minimum.
 *
 * <p>Differs: none of the compared libraries has a time scale.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Logarithmic implements SchedulePlugin<Logarithmic.Parameters> {

  /**
   * Parameters.
   *
   * @param scale the constant c of the law
   * @param offset number added to the step in the logarithm
   * @param timescale length that counts as one step
   * @since 0.1
   */
  public record Parameters(
      @Doc("The constant c of the law") @Positive double scale,
      @Doc("Number added to the step in the logarithm") @Range(min = 1, minOpen = true, max = 1e300)
          double offset,
      @Doc("Length that counts as one step") @Positive Length timescale) {}

  @Override
  public String name() {
    return "logarithmic";
  }

  @Override
  public String summary() {
    return "Falls as one over the logarithm of the step, so slowly that the optimum is certain.";
  }

  @Override
  public String formula() {
    return "at(step) = scale / ln(offset + step / timescale).";
  }

  @Override
  public Source source() {
    return new Source(
        "Hajek", 1988, "Cooling Schedules for Optimal Annealing", "doi:10.1287/moor.13.2.311");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1, 2, Length.steps(1));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("slow", new Parameters(3, 10, Length.percent(1))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double timescale = p.timescale().resolve(horizon);
    return step -> p.scale() / StableMath.log(p.offset() + horizon.clamp(step) / timescale);
  }
}
