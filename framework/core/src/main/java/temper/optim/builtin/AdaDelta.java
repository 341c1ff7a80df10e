package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Chain;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByAdaDelta;
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
 * ADADELTA.
 *
 * <p>The formulas are those of {@link temper.optim.ScaleByAdaDelta}, times the rate.
 *
 * <p>Source: M. D. Zeiler (2012), algorithm 1.
 *
 * <p>Differs: the paper has no rate: 1 gives it.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class AdaDelta implements OptimizerPlugin<AdaDelta.Parameters> {

  /**
   * Parameters.
   *
   * @param decayRate factor of the running means of squares
   * @param epsilon added to both means
   * @param weightDecay weight decay as the gradient of an L2 penalty
   * @since 0.2
   */
  public record Parameters(
      @Doc("Factor of the running means of squares") Choice<SchedulePlugin<?>> decayRate,
      @Doc("Added to both means") @Positive double epsilon,
      @Doc("Weight decay as the gradient of an L2 penalty")
          Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "adadelta";
  }

  @Override
  public String summary() {
    return "Steps by gradients times the ratio of past steps to past gradients.";
  }

  @Override
  public Source source() {
    return new Source(
        "Zeiler", 2012, "ADADELTA: An Adaptive Learning Rate Method", "arXiv:1212.5701");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Hyperparameters.constant(0.9), 1e-6, Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "the paper's",
            new Parameters(Hyperparameters.constant(0.95), 1e-6, Hyperparameters.constant(0))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        Hyperparameters.coupledDecay(p.weightDecay(), horizon),
        new ScaleByAdaDelta(Schedule.of(p.decayRate(), horizon), p.epsilon()),
        new ScaleByRate());
  }
}
