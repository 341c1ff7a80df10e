package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Chain;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByAdam;
import temper.optim.ScaleByRate;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Adam with the largest mean square so far.
 *
 * <p>The formulas are those of {@link temper.optim.ScaleByAdam}.
 *
 * <p>Source: S. J. Reddi, S. Kale and S. Kumar (2018), algorithm 2.
 *
 * <p>Differs: with the corrections of Adam, as in PyTorch.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class AmsGrad implements OptimizerPlugin<AmsGrad.Parameters> {

  /**
   * Parameters.
   *
   * @param beta1 factor of the running mean
   * @param beta2 factor of the running mean of squares
   * @param epsilon added to the root
   * @param weightDecay weight decay as the gradient of an L2 penalty
   * @since 0.2
   */
  public record Parameters(
      @Doc("Factor of the running mean") Choice<SchedulePlugin<?>> beta1,
      @Doc("Factor of the running mean of squares") Choice<SchedulePlugin<?>> beta2,
      @Doc("Added to the root") @Positive double epsilon,
      @Doc("Weight decay as the gradient of an L2 penalty")
          Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "amsgrad";
  }

  @Override
  public String summary() {
    return "Adam whose steps never grow again.";
  }

  @Override
  public Source source() {
    return new Source(
        "Reddi, Kale, Kumar", 2018, "On the Convergence of Adam and Beyond", "arXiv:1904.09237");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        Hyperparameters.constant(0.9),
        Hyperparameters.constant(0.999),
        1e-8,
        Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "with decay",
            new Parameters(
                Hyperparameters.constant(0.9),
                Hyperparameters.constant(0.95),
                1e-8,
                Hyperparameters.constant(1e-3))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        Hyperparameters.coupledDecay(p.weightDecay(), horizon),
        new ScaleByAdam(
            Schedule.of(p.beta1(), horizon),
            Schedule.of(p.beta2(), horizon),
            p.epsilon(),
            ScaleByAdam.Variant.MAXIMUM),
        new ScaleByRate());
  }
}
