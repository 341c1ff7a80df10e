package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Chain;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByAdaGrad;
import temper.optim.ScaleByRate;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.SchedulePlugin;

/**
 * AdaGrad.
 *
 * <p>The formulas are those of {@link temper.optim.ScaleByAdaGrad}.
 *
 * <p>Source: J. Duchi, E. Hazan and Y. Singer (2011).
 *
 * <p>Differs: epsilon stands outside the root, as in PyTorch.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class AdaGrad implements OptimizerPlugin<AdaGrad.Parameters> {

  /**
   * Parameters.
   *
   * @param initial sum of squares before the first step
   * @param epsilon added to the root
   * @param weightDecay weight decay as the gradient of an L2 penalty
   * @since 0.2
   */
  public record Parameters(
      @Doc("Sum of squares before the first step") @NonNegative double initial,
      @Doc("Added to the root") @Positive double epsilon,
      @Doc("Weight decay as the gradient of an L2 penalty")
          Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  public String summary() {
    return "Steps by gradients over the root of the sum of squares so far.";
  }

  @Override
  public Source source() {
    return new Source(
        "Duchi, Hazan, Singer",
        2011,
        "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
        "JMLR 12");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0, 1e-10, Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("damped", new Parameters(0.1, 1e-7, Hyperparameters.constant(1e-3))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        Hyperparameters.coupledDecay(p.weightDecay(), horizon),
        new ScaleByAdaGrad(p.initial(), p.epsilon()),
        new ScaleByRate());
  }
}
