package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Averaging;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Length;

/**
 * An average of the parameters of another optimiser's steps.
 *
 * <p>The formulas are those of {@link temper.optim.Averaging}: Polyak's mean by default, SWA with
 * {@code from} and {@code every}, an exponential moving average with a decay.
 *
 * <p>Source: B. T. Polyak and A. B. Juditsky (1992); P. Izmailov et al. (2018).
 *
 * <p>Differs: batch-norm statistics are those of training.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Averaged implements OptimizerPlugin<Averaged.Parameters> {

  /**
   * Parameters.
   *
   * @param from length after which parameters are averaged
   * @param every steps between two parameters that are averaged
   * @param decay 0 for the mean; otherwise the factor of an exponential moving average
   * @param optimizer the optimiser that is changed
   * @since 0.2
   */
  public record Parameters(
      @Doc("Length after which parameters are averaged") Length from,
      @Doc("Steps between two parameters that are averaged") @Positive int every,
      @Doc("0 for the mean; otherwise the factor of an exponential moving average")
          @Range(min = 0, max = 1, maxOpen = true)
          double decay,
      @Doc("The optimiser that is changed") Choice<OptimizerPlugin<?>> optimizer) {}

  @Override
  public String name() {
    return "averaged";
  }

  @Override
  public String summary() {
    return "Evaluates an average of another optimiser's parameters.";
  }

  @Override
  public Source source() {
    return new Source(
        "Polyak, Juditsky",
        1992,
        "Acceleration of Stochastic Approximation by Averaging",
        "SIAM J. Control Optim. 30");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(Length.percent(50), 1, 0, Hyperparameters.SGD);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("moving", new Parameters(Length.steps(0), 1, 0.99, Hyperparameters.SGD)),
        new Example<>(
            "every fifth", new Parameters(Length.percent(75), 5, 0, Hyperparameters.SGD)));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return new Averaging(
        OptimizerPlugin.of(p.optimizer(), horizon),
        p.from().resolve(horizon),
        p.every(),
        p.decay());
  }
}
