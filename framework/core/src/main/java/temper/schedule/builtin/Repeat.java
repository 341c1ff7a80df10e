package temper.schedule.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.numerics.StableMath;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * A schedule that is repeated with a period, stretched and scaled from cycle to cycle.
 *
 * <p>In cycle i, which lasts {@code T_i = period * growth^i} and begins at {@code t_i}: {@code
 * at(step) = amplitude^i * schedule.at((step - t_i) * period / T_i)}. Lengths that grow are rounded
 * to whole steps.
 *
 * <p>If the first length is not whole, none of them is rounded.
 *
 * <p>Boundary: the schedule's value at 0 wherever a cycle begins, except at the horizon, where the
 * last cycle ends with the schedule's value at {@code period}. The horizon of the schedule is one
 * period.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: none of the compared libraries has it as a schedule of its own.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Repeat implements SchedulePlugin<Repeat.Parameters> {

  /**
   * Parameters.
   *
   * @param period length of the first cycle
   * @param growth factor from one length to the next
   * @param amplitude factor from one height to the next
   * @param schedule the schedule that is changed
   * @since 0.1
   */
  public record Parameters(
      @Doc("Length of the first cycle") @Positive Length period,
      @Doc("Factor from one length to the next") @Range(min = 1, max = 1e6) double growth,
      @Doc("Factor from one height to the next") @NonNegative double amplitude,
      @Doc("The schedule that is changed") Choice<SchedulePlugin<?>> schedule) {}

  @Override
  public String name() {
    return "repeat";
  }

  @Override
  public String summary() {
    return "A schedule again and again, each time longer and lower by constant factors.";
  }

  @Override
  public String formula() {
    return "In cycle i, which lasts T_i = period * growth^i and begins at t_i: at(step) = "
        + "amplitude^i * schedule.at((step - t_i) * period / T_i). Lengths that grow are "
        + "rounded to whole steps.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(20), 1, 1, Examples.COSINE);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "longer and lower", new Parameters(Length.percent(10), 2, 0.5, Examples.FALLING)));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double period = p.period().resolve(horizon);
    Cycles cycles = new Cycles(period, p.growth(), horizon.totalSteps());
    Schedule schedule = Schedule.of(p.schedule(), horizon.part(period));
    return step -> {
      double s = horizon.clamp(step);
      double i = cycles.index(s);
      double height = p.amplitude() == 1 ? 1 : StableMath.pow(p.amplitude(), i);
      double local = p.growth() == 1 ? s - cycles.start(i) : cycles.elapsed(s, i) * period;
      return height * schedule.at(local);
    };
  }
}
