package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.AddDecayedWeights;
import temper.optim.Chain;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.ScaleByLion;
import temper.optim.ScaleByRate;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Lion.
 *
 * <p>The formulas are those of {@link temper.optim.ScaleByLion}; weight decay is decoupled.
 *
 * <p>Source: X. Chen et al. (2023), algorithm 2.
 *
 * <p>Differs: nothing.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Lion implements OptimizerPlugin<Lion.Parameters> {

  /**
   * Parameters.
   *
   * @param beta1 the running mean's share of the step
   * @param beta2 factor of the running mean
   * @param weightDecay decoupled weight decay
   * @since 0.2
   */
  public record Parameters(
      @Doc("The running mean's share of the step") Choice<SchedulePlugin<?>> beta1,
      @Doc("Factor of the running mean") Choice<SchedulePlugin<?>> beta2,
      @Doc("Decoupled weight decay") Choice<SchedulePlugin<?>> weightDecay) {}

  @Override
  public String name() {
    return "lion";
  }

  @Override
  public String summary() {
    return "Steps of one size in each direction, by the sign of a mean.";
  }

  @Override
  public Source source() {
    return new Source(
        "Chen et al.", 2023, "Symbolic Discovery of Optimization Algorithms", "arXiv:2302.06675");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(
        Hyperparameters.constant(0.9), Hyperparameters.constant(0.99), Hyperparameters.constant(0));
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "with decay",
            new Parameters(
                Hyperparameters.constant(0.95),
                Hyperparameters.constant(0.98),
                Hyperparameters.constant(0.1))));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return Chain.of(
        new ScaleByLion(Schedule.of(p.beta1(), horizon), Schedule.of(p.beta2(), horizon)),
        new AddDecayedWeights(Schedule.of(p.weightDecay(), horizon), 1),
        new ScaleByRate());
  }
}
