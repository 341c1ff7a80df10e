package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Lookahead;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.schedule.Horizon;

/**
 * Lookahead around another optimiser.
 *
 * <p>The formulas are those of {@link temper.optim.Lookahead}.
 *
 * <p>Source: M. R. Zhang et al. (2019), algorithm 1.
 *
 * <p>Differs: nothing.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class LookaheadOptimizer implements OptimizerPlugin<LookaheadOptimizer.Parameters> {

  /**
   * Parameters.
   *
   * @param period steps between two updates of the slow weights
   * @param share how far the slow weights go
   * @param optimizer the optimiser that is changed
   * @since 0.2
   */
  public record Parameters(
      @Doc("Steps between two updates of the slow weights") @Positive int period,
      @Doc("How far the slow weights go") @Range(min = 0, max = 1) double share,
      @Doc("The optimiser that is changed") Choice<OptimizerPlugin<?>> optimizer) {}

  @Override
  public String name() {
    return "lookahead";
  }

  @Override
  public String summary() {
    return "Slow weights that follow another optimiser's fast ones.";
  }

  @Override
  public Source source() {
    return new Source(
        "Zhang et al.",
        2019,
        "Lookahead Optimizer: k Steps Forward, 1 Step Back",
        "arXiv:1907.08610");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(5, 0.5, Hyperparameters.SGD);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("every second step", new Parameters(2, 0.8, Hyperparameters.SGD)));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return new Lookahead(OptimizerPlugin.of(p.optimizer(), horizon), p.period(), p.share());
  }
}
