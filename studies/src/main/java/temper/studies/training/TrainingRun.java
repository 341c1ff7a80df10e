package temper.studies.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.tensor.Tensor;
import temper.train.Outcome;
import temper.train.Trainer;
import temper.train.TrainingLoop;

/**
 * A trial that trains one network: takes up an interrupted attempt, steps to the end, and lets
 * observers measure on the way.
 *
 * @since 0.2
 */
public final class TrainingRun {

  /**
   * Measures a network in training, and may steer it. Its state is saved with the trainer's.
   *
   * @since 0.2
   */
  public interface Observer {

    /**
     * Called after each step; {@link TrainingSetup#isEvaluation} tells when to measure at length.
     *
     * @param trainer the network in training
     * @param rate learning rate of the step
     * @param loss mean loss of its batch
     * @return whether to go on
     */
    boolean afterStep(Trainer trainer, double rate, double loss);

    /**
     * Saves the observer's state.
     *
     * @param out where to write
     * @throws IOException if writing fails
     */
    default void writeTo(DataOutput out) throws IOException {}

    /**
     * Takes up the state of an interrupted attempt.
     *
     * @param in where to read
     * @throws IOException if reading fails
     */
    default void readFrom(DataInput in) throws IOException {}
  }

  private final TrainingSetup setup;
  private final Trainer trainer;
  private final Trial trial;
  private final List<Observer> observers;

  /**
   * A run before its first step.
   *
   * @param setup the parts of the trial
   * @param trainer a trainer of these parts, before its first step
   * @param trial where rows go, and checkpoints
   * @param observers called in order after each step
   */
  public TrainingRun(
      TrainingSetup setup, Trainer trainer, Trial trial, List<? extends Observer> observers) {
    this.setup = setup;
    this.trainer = trainer;
    this.trial = trial;
    this.observers = List.copyOf(observers);
  }

  /**
   * Runs to the end, from where an earlier attempt stopped.
   *
   * @return how it ended
   * @throws DivergedException if the loss of a batch is not finite or above the bound, or a weight
   *     is not finite at the end
   */
  public Outcome run() {
    trial.resume(this::readFrom);
    Outcome outcome =
        new TrainingLoop(
                setup.steps(), setup.parameters().divergedAbove(), List.of(this::afterStep))
            .run(trainer);
    if (outcome.end() == Outcome.End.DIVERGED) {
      throw new DivergedException(
          "the batch loss was " + outcome.loss() + " at step " + outcome.steps());
    }
    if (!finite(
        trainer.parameters())) { // The loss is that before the step, and another may not follow.
      throw new DivergedException("weights are not finite after step " + outcome.steps());
    }
    return outcome;
  }

  private static boolean finite(Tensor parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (!Double.isFinite(parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean afterStep(Trainer trained, double rate, double loss) {
    boolean goOn = true;
    for (Observer observer : observers) {
      goOn &= observer.afterStep(trained, rate, loss);
    }
    if (goOn) { // An attempt that resumed from where a run has ended would go on.
      trial.checkpoint(this::writeTo);
    }
    trial.progress((double) trained.completed() / setup.steps());
    return goOn;
  }

  private void writeTo(DataOutput out) throws IOException {
    trainer.writeTo(out);
    for (Observer observer : observers) {
      observer.writeTo(out);
    }
  }

  private void readFrom(DataInput in) throws IOException {
    trainer.readFrom(in);
    for (Observer observer : observers) {
      observer.readFrom(in);
    }
  }
}
