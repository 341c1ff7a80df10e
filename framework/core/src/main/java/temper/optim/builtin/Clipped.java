package temper.optim.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.optim.Clip;
import temper.optim.Optimizer;
import temper.optim.OptimizerPlugin;
import temper.optim.Transformed;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.OneOf;
import temper.plugin.Source;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Limited gradients for another optimiser.
 *
 * <p>The formulas are those of {@link temper.optim.Clip}.
 *
 * <p>Source: R. Pascanu, T. Mikolov and Y. Bengio (2013), algorithm 1.
 *
 * <p>Differs: nothing.
 *
 * @since 0.2
 */
@AutoService(OptimizerPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Clipped implements OptimizerPlugin<Clipped.Parameters> {

  /**
   * Parameters.
   *
   * @param by what is limited: the norm of the whole gradient, or each number
   * @param limit the limit
   * @param optimizer the optimiser that is changed
   * @since 0.2
   */
  public record Parameters(
      @Doc("What is limited: the norm of the whole gradient, or each number")
          @OneOf({"norm", "value"})
          String by,
      @Doc("The limit") Choice<SchedulePlugin<?>> limit,
      @Doc("The optimiser that is changed") Choice<OptimizerPlugin<?>> optimizer) {}

  @Override
  public String name() {
    return "clipped";
  }

  @Override
  public String summary() {
    return "Another optimiser whose gradients are limited.";
  }

  @Override
  public Source source() {
    return new Source(
        "Pascanu, Mikolov, Bengio",
        2013,
        "On the Difficulty of Training Recurrent Neural Networks",
        "arXiv:1211.5063");
  }

  @Override
  public Parameters defaults() {
    return new Parameters("norm", Hyperparameters.constant(1), Hyperparameters.SGD);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "by value",
            new Parameters("value", Hyperparameters.constant(0.5), Hyperparameters.SGD)));
  }

  @Override
  public Optimizer create(Parameters p, Horizon horizon) {
    return new Transformed(
        new Clip(
            p.by().equals("norm") ? Clip.By.GLOBAL_NORM : Clip.By.VALUE,
            Schedule.of(p.limit(), horizon)),
        OptimizerPlugin.of(p.optimizer(), horizon));
  }
}
