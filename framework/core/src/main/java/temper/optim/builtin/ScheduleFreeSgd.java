package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.AddDecayedWeights;
import temper.optim.Composed;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByRate;
import temper.optim.ScheduleFree;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Schedule-free gradient descent.
 *
 * <p>The formulas are those of {@link temper.optim.ScheduleFree} around plain gradient descent.
 *
 * <p>Source: A. Defazio et al. (2024), equations 2 to 4.
 *
 * <p>Differs: the rate may be any schedule, and is meant to be constant after a warm-up.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class ScheduleFreeSgd implements OptimizerPlugin<ScheduleFreeSgd.Parameters> {

  /**
   * Parameters.
   *
   * @param beta the average's share in the point at which gradients are taken
   * @param weightDecay weight decay as the gradient of an L2 penalty
   * @since 0.2
   */
  public record Parameters(
      @Doc("The average's share in the point at which gradients are taken")
          Choice<SchedulePlugin<?>> beta,
      @Doc("Weight decay as the gradient of an L2 penalty")
          Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "schedule-free";
  }

  @Override
  public String summary() {
    return "Averages in the place of a schedule.";
  }

  @Override
  public Source source() {
    return new Source("Defazio et al.", 2024, "The Road Less Scheduled", "arXiv:2405.15682");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Hyperparameters.constant(0.9), Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "with decay",
            new Parameters(Hyperparameters.constant(0.98), Hyperparameters.constant(1e-3))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    Schedule decay = Schedule.of(p.weightDecay(), horizon);
    return new ScheduleFree(
        new Composed(List.of(new AddDecayedWeights(decay, 1), new ScaleByRate())),
        Schedule.of(p.beta(), horizon));
  }
}
