package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.SharpnessAware;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.schedule.Horizon;

/**
 * Sharpness-aware minimisation around another optimiser.
 *
 * <p>The formulas are those of {@link temper.optim.SharpnessAware}.
 *
 * <p>Source: P. Foret et al. (2021), algorithm 1.
 *
 * <p>Differs: nothing.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Sam implements OptimizerPlugin<Sam.Parameters> {

  /**
   * Parameters.
   *
   * @param radius how far uphill gradients are taken
   * @param optimizer the optimiser that is changed
   * @since 0.2
   */
  public record Parameters(
      @Doc("How far uphill gradients are taken") @NonNegative double radius,
      @Doc("The optimiser that is changed") Choice<OptimizerPlugin<?>> optimizer) {}

  @Override
  public String name() {
    return "sam";
  }

  @Override
  public String summary() {
    return "Another optimiser whose gradients are taken uphill.";
  }

  @Override
  public Source source() {
    return new Source(
        "Foret et al.",
        2021,
        "Sharpness-Aware Minimization for Efficiently Improving Generalization",
        "arXiv:2010.01412");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(0.05, Hyperparameters.SGD);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("wide", new Parameters(0.2, Hyperparameters.SGD)));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return new SharpnessAware(OptimizerPlugin.of(p.optimizer(), horizon), p.radius());
  }
}
