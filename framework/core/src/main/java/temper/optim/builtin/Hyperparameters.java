package temper.optim.builtin;

import temper.optim.AddDecayedWeights;
import temper.optim.GradientTransform;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;

/** Defaults and examples that optimisers share. */
final class Hyperparameters {

  /** What wrappers wrap where nothing else is said. */
  static final Choice<OptimizerPlugin<?>> SGD = Choice.ofDefaults(new Sgd());

  private Hyperparameters() {}

  /** A hyper-parameter that stays as it is. */
  static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }

  /** Weight decay as the gradient of an L2 penalty. */
  static GradientTransform coupledDecay(Choice<SchedulePlugin<?>> decay, Horizon horizon) {
    return new AddDecayedWeights(Schedule.of(decay, horizon), 1);
  }
}
