package temper.studies.annealingfolklore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import temper.data.Examples;
import temper.lab.study.Trial;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Trainer;

/** Steers a controller of the rate, writes the course where it is wanted, and the metrics. */
final class EpochObserver implements TrainingRun.Observer {

  private final TrainingSetup setup;
  private final Trainer trainer;
  private final Trial trial;
  private final boolean followed;
  private final boolean steered;
  private final Evaluator train;
  private final Evaluator held;
  private final Evaluator test;

  private long reductions;

  EpochObserver(TrainingSetup setup, Trainer trainer, Trial trial, boolean followed) {
    this.setup = setup;
    this.trainer = trainer;
    this.trial = trial;
    this.followed = followed;
    this.steered = !setup.parameters().rate().plugin().scheduled();
    Examples validation = setup.data().validation();
    this.train = setup.evaluator(trainer, setup.data().train());
    this.test = setup.evaluator(trainer, setup.data().test());
    this.held = validation.rows() > 0 ? setup.evaluator(trainer, validation) : test;
  }

  @Override
  public boolean afterStep(Trainer trained, double rate, double loss) {
    long completed = trained.completed();
    if ((followed || steered) && setup.isEvaluation(completed)) {
      Evaluation now = trainer.evaluate(held);
      if (followed) {
        double trainLoss = trainer.evaluate(train).loss();
        trial.row(
            ArmTraining.COURSE,
            Math.round(setup.epochs(completed)),
            rate,
            trainLoss,
            now.accuracy());
      }
      if (steered) {
        double before = trainer.rate();
        trainer.observe(now.loss());
        reductions += trainer.rate() < before ? 1 : 0;
      }
    }
    return true;
  }

  /** Sets the metrics that every experiment has. */
  Evaluation reportAccuracy() {
    Evaluation tested = trainer.evaluate(test);
    trial.metric("score", held == test ? tested.accuracy() : trainer.evaluate(held).accuracy());
    trial.metric("test_accuracy", tested.accuracy());
    return tested;
  }

  void report() {
    trial.metric("test_loss", reportAccuracy().loss());
    trial.metric("train_loss", trainer.evaluate(train).loss());
    trial.metric("reductions", reductions);
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(reductions);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    reductions = in.readLong();
  }
}
