package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.AddDecayedWeights;
import temper.optim.Chain;
import temper.optim.Momentum;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByRate;
import temper.optim.ScaleBySign;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * signSGD, and Signum with momentum.
 *
 * <p>The step is {@code rate sign(v)} with {@code v = momentum v + g}.
 *
 * <p>Source: J. Bernstein et al. (2018), algorithms 1 and 2.
 *
 * <p>Differs: the paper's momentum is a mean, which has the same sign.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class SignSgd implements OptimizerPlugin<SignSgd.Parameters> {

  /**
   * Parameters.
   *
   * @param momentum factor of the velocity
   * @param weightDecay decoupled weight decay
   * @since 0.2
   */
  public record Parameters(
      @Doc("Factor of the velocity") Choice<SchedulePlugin<?>> momentum,
      @Doc("Decoupled weight decay") Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "sign-sgd";
  }

  @Override
  public String summary() {
    return "Steps of one size in each direction, by the sign of the gradient.";
  }

  @Override
  public Source source() {
    return new Source(
        "Bernstein et al.",
        2018,
        "signSGD: Compressed Optimisation for Non-Convex Problems",
        "arXiv:1802.04434");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Hyperparameters.constant(0), Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "Signum",
            new Parameters(Hyperparameters.constant(0.9), Hyperparameters.constant(0.01))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        new Momentum(Schedule.of(p.momentum(), horizon), false),
        new ScaleBySign(),
        new AddDecayedWeights(Schedule.of(p.weightDecay(), horizon), 1),
        new ScaleByRate());
  }
}
