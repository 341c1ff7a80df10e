package temper.studies.training;

import temper.plugin.Choice;
import temper.schedule.ControlPlugin;
import temper.schedule.Controller;

/**
 * Refuses learning rates that would climb the loss, such as a line that falls below zero or a typed
 * minus, before any time is spent on them.
 */
final class RateCheck {

  /** Steps of a longer run at which a schedule is looked at, evenly spaced. */
  private static final long MOST_LOOKED_AT = 1000;

  private RateCheck() {}

  /**
   * Looks at a learning rate over its run; a rate that depends on what is observed only at its
   * beginning.
   *
   * @throws IllegalArgumentException if a length cannot be resolved, or if the rate is negative,
   *     NaN or infinite at a step that is looked at
   */
  static Controller require(Choice<ControlPlugin<?>> rate, TrainingLength length) {
    Controller control = ControlPlugin.of(rate, length.horizon());
    require(control.value(), 0, length.steps());
    if (!rate.plugin().scheduled()) {
      return control;
    }
    long last = length.steps() - 1;
    long looks = Math.min(last, MOST_LOOKED_AT);
    for (long look = 1; look <= looks; look++) {
      // In doubles, as last * look may be larger than a long.
      long step = look == looks ? last : (long) ((double) last * look / looks);
      control.restore(Controller.Snapshot.of((double) step));
      require(control.value(), step, length.steps());
    }
    return control;
  }

  private static void require(double value, long step, long steps) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "rate must be >= 0 and finite in the whole run, got %s at step %d of %d"
              .formatted(value, step, steps));
    }
  }
}
