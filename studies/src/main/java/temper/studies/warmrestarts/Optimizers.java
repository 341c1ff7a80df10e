package temper.studies.warmrestarts;

import temper.optim.OptimizerPlugin;
import temper.optim.builtin.Averaged;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;

/** The optimisers of both papers: momentum 0.9 with weight decay as part of the loss. */
final class Optimizers {

  private static final double MOMENTUM = 0.9;

  private Optimizers() {}

  static Choice<OptimizerPlugin<?>> momentum(boolean nesterov, double weightDecay) {
    return sgd(MOMENTUM, nesterov, weightDecay);
  }

  /** Descent without momentum and decay, which at rate 0 changes no parameter. */
  static Choice<OptimizerPlugin<?>> plain() {
    return sgd(0, false, 0);
  }

  /** The mean of the parameters of all steps from a percentage of the run on. */
  static Choice<OptimizerPlugin<?>> averaged(Choice<OptimizerPlugin<?>> inner, double fromPercent) {
    return new Choice<>(
        new Averaged(), new Averaged.Parameters(Length.percent(fromPercent), 1, 0, inner));
  }

  private static Choice<OptimizerPlugin<?>> sgd(
      double momentum, boolean nesterov, double weightDecay) {
    return new Choice<>(
        new Sgd(),
        new Sgd.Parameters(constant(momentum), nesterov, false, constant(weightDecay), "coupled"));
  }

  private static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }
}
