package temper.train;

/**
 * Watches a training run.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface TrainingListener {

  /**
   * Called after each step; the trainer may be evaluated, copied from and saved.
   *
   * @param trainer the trainer, with one more completed step
   * @param rate the learning rate of the step
   * @param loss the batch's mean loss before the step
   * @return false to end the run here, as one that has reached what was wanted
   */
  boolean afterStep(Trainer trainer, double rate, double loss);
}
