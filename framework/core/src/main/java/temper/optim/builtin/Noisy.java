package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.AddNoise;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.Transformed;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Noise on the gradients of another optimiser.
 *
 * <p>Adds {@code deviation xi} with standard normal xi to each gradient, before the other optimiser
 * sees it.
 *
 * <p>Source: A. Neelakantan et al. (2015).
 *
 * <p>Differs: nothing.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Noisy implements OptimizerPlugin<Noisy.Parameters> {

  /**
   * Parameters.
   *
   * @param deviation standard deviation of the noise
   * @param optimizer the optimiser that is changed
   * @since 0.2
   */
  public record Parameters(
      @Doc("Standard deviation of the noise") Choice<SchedulePlugin<?>> deviation,
      @Doc("The optimiser that is changed") Choice<OptimizerPlugin<?>> optimizer) {}

  @Override
  public String name() {
    return "noisy";
  }

  @Override
  public String summary() {
    return "Another optimiser whose gradients carry Gaussian noise.";
  }

  @Override
  public Source source() {
    return new Source(
        "Neelakantan et al.",
        2015,
        "Adding Gradient Noise Improves Learning for Very Deep Networks",
        "arXiv:1511.06807");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Hyperparameters.constant(0.01), Hyperparameters.SGD);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("none", new Parameters(Hyperparameters.constant(0), Hyperparameters.SGD)));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return new Transformed(
        AddNoise.scheduled(Schedule.of(p.deviation(), horizon)),
        OptimizerPlugin.of(p.optimizer(), horizon));
  }
}
