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
 * Adam.
 *
 * <p>The formulas are those of {@link temper.optim.ScaleByAdam}.
 *
 * <p>Source: D. P. Kingma and J. Ba (2015), algorithm 1.
 *
 * <p>Differs: epsilon as in PyTorch; Keras has 1e-7.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Adam implements OptimizerPlugin<Adam.Parameters> {

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
    return "adam";
  }

  @Override
  public String summary() {
    return "Steps by the mean of gradients over the root of the mean of squares.";
  }

  @Override
  public Source source() {
    return new Source(
        "Kingma, Ba", 2015, "Adam: A Method for Stochastic Optimization", "arXiv:1412.6980");
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
            ScaleByAdam.Variant.ADAM),
        new ScaleByRate());
  }
}
