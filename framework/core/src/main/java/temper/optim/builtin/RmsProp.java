package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Chain;
import temper.optim.Momentum;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByRate;
import temper.optim.ScaleByRootMeanSquare;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * RMSProp.
 *
 * <p>The formulas are those of {@link temper.optim.ScaleByRootMeanSquare}, then those of {@link
 * Momentum}.
 *
 * <p>Source: T. Tieleman and G. Hinton (2012).
 *
 * <p>Differs: epsilon stands outside the root, as in PyTorch; TensorFlow has it inside.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class RmsProp implements OptimizerPlugin<RmsProp.Parameters> {

  /**
   * Parameters.
   *
   * @param decayRate factor of the running mean of squares
   * @param epsilon added to the root
   * @param centered whether the mean gradient is taken off
   * @param momentum factor of the velocity
   * @param weightDecay weight decay as the gradient of an L2 penalty
   * @since 0.2
   */
  public record Parameters(
      @Doc("Factor of the running mean of squares") Choice<SchedulePlugin<?>> decayRate,
      @Doc("Added to the root") @Positive double epsilon,
      @Doc("Whether the mean gradient is taken off") boolean centered,
      @Doc("Factor of the velocity") Choice<SchedulePlugin<?>> momentum,
      @Doc("Weight decay as the gradient of an L2 penalty")
          Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public String summary() {
    return "Steps by gradients over the root of a running mean of squares.";
  }

  @Override
  public Source source() {
    return new Source("Tieleman, Hinton", 2012, "Lecture 6.5: RMSProp", "Coursera");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        Hyperparameters.constant(0.99),
        1e-8,
        false,
        Hyperparameters.constant(0),
        Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "centred, with momentum",
            new Parameters(
                Hyperparameters.constant(0.9),
                1e-4,
                true,
                Hyperparameters.constant(0.9),
                Hyperparameters.constant(1e-3))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        Hyperparameters.coupledDecay(p.weightDecay(), horizon),
        new ScaleByRootMeanSquare(Schedule.of(p.decayRate(), horizon), p.epsilon(), p.centered()),
        new Momentum(Schedule.of(p.momentum(), horizon), false),
        new ScaleByRate());
  }
}
