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
 * Step decay.
 *
 * <p>{@code at(step) = initial * factor^floor(step / every)}.
 *
 * <p>Boundary: {@code initial} at 0; at each multiple of {@code every} the factor already applies;
 * goes on until the horizon.
 *
 * <p>Source: common practice.
 *
 * <p>Differs: closed form, where PyTorch's StepLR multiplies again and again and its errors grow;
 * Smile changes one step later.
 *
 * @since 0.1
 */
@AutoService(SchedulePlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Step implements SchedulePlugin<Step.Parameters> {

  /**
   * Parameters.
   *
   * @param initial value at step 0
   * @param factor factor at each change
   * @param every length between changes
   * @since 0.1
   */
  public record Parameters(
      @Doc("Value at step 0") @Finite double initial,
      @Doc("Factor at each change") @Positive double factor,
      @Doc("Length between changes") @Positive Length every) {}

  @Override
  public String name() {
    return "step";
  }

  @Override
  public String summary() {
    return "Multiplied by a factor again and again after equal lengths.";
  }

  @Override
  public String formula() {
    return "at(step) = initial * factor^floor(step / every).";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.1, 0.1, Length.percent(30));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("halved every hundred steps", new Parameters(1, 0.5, Length.steps(100))),
        new Example<>("growing", new Parameters(0.001, 2, Length.percent(25))));
  }

  @Override
  public Schedule create(Parameters p, Horizon horizon) {
    double every = p.every().resolve(horizon);
    return step ->
        p.initial() * StableMath.pow(p.factor(), Cycles.completed(horizon.clamp(step), every));
  }
}
