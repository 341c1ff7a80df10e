package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.AddNoise;
import temper.optim.Chain;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByRate;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Stochastic gradient Langevin dynamics.
 *
 * <p>{@code w = w - rate g + sqrt(2 rate temperature) xi} with standard normal xi: at a constant
 * temperature and a small rate, parameters are distributed as {@code exp(-loss / temperature)}.
 *
 * <p>Source: M. Welling and Y. W. Teh (2011), equation 4.
 *
 * <p>Differs: at a temperature, on the loss rather than on a posterior.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class LangevinDynamics implements OptimizerPlugin<LangevinDynamics.Parameters> {

  /**
   * Parameters.
   *
   * @param temperature temperature
   * @param weightDecay weight decay as the gradient of an L2 penalty
   * @since 0.2
   */
  public record Parameters(
      @Doc("Temperature") Choice<SchedulePlugin<?>> temperature,
      @Doc("Weight decay as the gradient of an L2 penalty")
          Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "langevin";
  }

  @Override
  public String summary() {
    return "Gradient descent with the noise that makes it sample.";
  }

  @Override
  public Source source() {
    return new Source(
        "Welling, Teh",
        2011,
        "Bayesian Learning via Stochastic Gradient Langevin Dynamics",
        "ICML");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Hyperparameters.constant(1e-4), Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "cold", new Parameters(Hyperparameters.constant(0), Hyperparameters.constant(1e-3))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        Hyperparameters.coupledDecay(p.weightDecay(), horizon),
        new ScaleByRate(),
        AddNoise.langevin(Schedule.of(p.temperature(), horizon)));
  }
}
