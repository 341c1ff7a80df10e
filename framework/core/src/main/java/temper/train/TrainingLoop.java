package temper.train;

import java.util.List;

/**
 * Takes steps until enough were taken, a listener has seen enough, or training has diverged.
 *
 * @param steps completed steps at which the run ends, {@code >= 0}
 * @param divergedAbove a batch loss above this counts as diverged, as does one that is not finite;
 *     infinite for no bound
 * @param listeners called in order after each step
 * @since 0.2
 */
public record TrainingLoop(long steps, double divergedAbove, List<TrainingListener> listeners) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are fewer than 0 steps or the bound is NaN
   */
  public TrainingLoop {
    listeners = List.copyOf(listeners);
    if (steps < 0 || Double.isNaN(divergedAbove)) {
      throw new IllegalArgumentException(
          "a training loop needs steps >= 0 and a bound, got %d and %s"
              .formatted(steps, divergedAbove));
    }
  }

  /**
   * A loop without a bound on the loss.
   *
   * @param steps completed steps at which the run ends, {@code >= 0}
   * @param listeners called in order after each step
   * @return the loop
   */
  public static TrainingLoop of(long steps, TrainingListener... listeners) {
    return new TrainingLoop(steps, Double.POSITIVE_INFINITY, List.of(listeners));
  }

  /**
   * Runs on from the steps that the trainer has completed.
   *
   * @param trainer the trainer
   * @return how it ended
   */
  public Outcome run(Trainer trainer) {
    TrainingListener[] called = listeners.toArray(TrainingListener[]::new);
    double loss = Double.NaN;
    while (trainer.completed() < steps) {
      double rate = trainer.rate();
      loss = trainer.step();
      if (!(Math.abs(loss) < Double.POSITIVE_INFINITY && loss <= divergedAbove)) {
        return new Outcome(Outcome.End.DIVERGED, trainer.completed(), loss);
      }
      boolean goOn = true;
      for (TrainingListener listener : called) {
        goOn &= listener.afterStep(trainer, rate, loss);
      }
      if (!goOn) {
        return new Outcome(Outcome.End.REACHED, trainer.completed(), loss);
      }
    }
    return new Outcome(Outcome.End.COMPLETED, trainer.completed(), loss);
  }
}
