package temper.studies.cyclicalrates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;
import temper.data.Examples;
import temper.lab.study.Trial;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Trainer;

/**
 * Measures a network on the way on few test examples, so that this costs little of the time, and at
 * its end on all of them.
 */
final class Probe implements TrainingRun.Observer {

  private final TrainingSetup setup;
  private final Trainer trainer;
  private final Trial trial;
  private final Evaluator few;

  private double lossSum;
  private long lossCount;
  private double best;

  Probe(TrainingSetup setup, Trainer trainer, Trial trial, int size) {
    this.setup = setup;
    this.trainer = trainer;
    this.trial = trial;
    this.few = few(setup, trainer, size);
  }

  /** An evaluator of the first test examples. */
  static Evaluator few(TrainingSetup setup, Trainer trainer, int size) {
    Examples test = setup.data().test();
    int[] first = IntStream.range(0, Math.min(size, test.rows())).toArray();
    return setup.evaluator(trainer, test.subset(first));
  }

  @Override
  public boolean afterStep(Trainer trained, double rate, double loss) {
    lossSum += loss;
    lossCount++;
    long completed = trained.completed();
    if (setup.isEvaluation(completed)) {
      Evaluation now = trained.evaluate(few);
      best = Math.max(best, now.accuracy());
      trial.row(TrainedArms.CURVE, completed, rate, lossSum / lossCount, now.accuracy());
      lossSum = 0;
      lossCount = 0;
    }
    return true;
  }

  /** The metrics, at the end. */
  void report() {
    Evaluation test = trainer.evaluate(setup.evaluator(trainer, setup.data().test()));
    Evaluation train = trainer.evaluate(setup.evaluator(trainer, setup.data().train()));
    trial.metric(TrainedArms.ACCURACY, test.accuracy());
    trial.metric("test_loss", test.loss());
    trial.metric("train_loss", train.loss());
    trial.metric("best_accuracy", best);
    trial.metric("completed", trainer.completed());
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeDouble(lossSum);
    out.writeLong(lossCount);
    out.writeDouble(best);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    lossSum = in.readDouble();
    lossCount = in.readLong();
    best = in.readDouble();
  }
}
