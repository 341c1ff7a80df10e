package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.AddDecayedWeights;
import temper.optim.Chain;
import temper.optim.GradientTransform;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByAdam;
import temper.optim.ScaleByRate;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Adam with decoupled weight decay.
 *
 * <p>{@code w = w - rate (u + decay w)} with the u of {@link temper.optim.ScaleByAdam}; {@code
 * independent} leaves the rate off the decay.
 *
 * <p>Source: I. Loshchilov and F. Hutter (2019), algorithm 2.
 *
 * <p>Differs: decoupled decay is multiplied by the rate, as in PyTorch; the paper multiplies it by
 * the schedule's factor alone, which is {@code independent} with a scheduled decay.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class AdamW implements OptimizerPlugin<AdamW.Parameters> {

  /**
   * Parameters.
   *
   * @param beta1 factor of the running mean
   * @param beta2 factor of the running mean of squares
   * @param epsilon added to the root
   * @param weightDecay weight decay
   * @param decay how the weight decay enters
   * @since 0.2
   */
  public record Parameters(
      @Doc("Factor of the running mean") Choice<SchedulePlugin<?>> beta1,
      @Doc("Factor of the running mean of squares") Choice<SchedulePlugin<?>> beta2,
      @Doc("Added to the root") @Positive double epsilon,
      @Doc("Weight decay") Choice<SchedulePlugin<?>> weightDecay,
      @Doc("How the weight decay enters") @OneOf({"decoupled", "independent"}) String decay) {}

  @Override
  public String name() {
    return "adamw";
  }

  @Override
  public String summary() {
    return "Adam with decoupled weight decay.";
  }

  @Override
  public Source source() {
    return new Source(
        "Loshchilov, Hutter", 2019, "Decoupled Weight Decay Regularization", "arXiv:1711.05101");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        Hyperparameters.constant(0.9),
        Hyperparameters.constant(0.999),
        1e-8,
        Hyperparameters.constant(0.01),
        "decoupled");
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "independent",
            new Parameters(
                Hyperparameters.constant(0.9),
                Hyperparameters.constant(0.999),
                1e-8,
                Hyperparameters.constant(1e-3),
                "independent")));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    Schedule decay = Schedule.of(p.weightDecay(), horizon);
    GradientTransform adam =
        new ScaleByAdam(
            Schedule.of(p.beta1(), horizon),
            Schedule.of(p.beta2(), horizon),
            p.epsilon(),
            ScaleByAdam.Variant.ADAM);
    return p.decay().equals("decoupled")
        ? Chain.of(adam, new AddDecayedWeights(decay, 1), new ScaleByRate())
        : Chain.of(adam, new ScaleByRate(), new AddDecayedWeights(decay, -1));
  }
}
