package temper.studies.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Outcome;
import temper.train.Trainer;

/** Writes a row of the learning curve at each evaluation, and the metrics at the end. */
final class CurveObserver implements TrainingRun.Observer {

  private final TrainingParameters p;
  private final TrainingSetup setup;
  private final Trainer trainer;
  private final Trial trial;
  private final Evaluator train;
  private final Evaluator validation;
  private final Evaluator test;

  private double lossSum;
  private long lossCount;
  private double bestAccuracy = Double.NaN;
  private Evaluation lastValidation = new Evaluation(Double.NaN, Double.NaN, 0);
  private Evaluation lastTest = new Evaluation(Double.NaN, Double.NaN, 0);

  CurveObserver(TrainingSetup setup, Trainer trainer, Trial trial) {
    this.p = setup.parameters();
    this.setup = setup;
    this.trainer = trainer;
    this.trial = trial;
    this.train = setup.evaluator(trainer, setup.data().train());
    this.validation = setup.evaluator(trainer, setup.data().validation());
    this.test = setup.evaluator(trainer, setup.data().test());
  }

  @Override
  public boolean afterStep(Trainer trained, double rate, double loss) {
    lossSum += loss;
    lossCount++;
    long completed = trained.completed();
    return !setup.isEvaluation(completed) || evaluate(completed, rate);
  }

  /** Writes a row of the curve; returns whether to go on. */
  private boolean evaluate(long completed, double rate) {
    lastValidation = trainer.evaluate(validation);
    lastTest = trainer.evaluate(test);
    double batchLoss = lossSum / lossCount;
    lossSum = 0;
    lossCount = 0;
    if (!(lastTest.accuracy() <= bestAccuracy)) {
      bestAccuracy = lastTest.accuracy();
    }
    trial.row(
        NetworkTraining.CURVE,
        completed,
        setup.epochs(completed),
        rate,
        batchLoss,
        number(lastValidation.loss()),
        number(lastValidation.accuracy()),
        number(lastTest.loss()),
        number(lastTest.accuracy()));
    if (!p.rate().plugin().scheduled()) {
      trainer.observe(
          switch (p.observe()) {
            case BATCH_LOSS -> batchLoss;
            case VALIDATION_LOSS -> lastValidation.loss();
            case VALIDATION_ACCURACY -> lastValidation.accuracy();
          });
    }
    return p.stopBelow().isEmpty() || trainer.evaluate(train).loss() > p.stopBelow().getAsDouble();
  }

  /** Sets the metrics of a run that has ended. */
  void report(Outcome outcome) {
    Evaluation atEnd = trainer.evaluate(train);
    if (!Double.isFinite(atEnd.loss())) { // Batches show what steps did before the last one only.
      throw new DivergedException("the train loss was " + atEnd.loss() + " after the last step");
    }
    trial.metric("train_loss", atEnd.loss());
    trial.metric("train_accuracy", atEnd.accuracy());
    trial.metric("validation_loss", lastValidation.loss());
    trial.metric("validation_accuracy", lastValidation.accuracy());
    trial.metric("test_loss", lastTest.loss());
    trial.metric("test_accuracy", lastTest.accuracy());
    trial.metric("best_test_accuracy", bestAccuracy);
    trial.metric("steps", outcome.steps());
    trial.metric("parameters", trainer.parameters().size());
  }

  /** Nothing stands for what there are no examples of. */
  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeDouble(lossSum);
    out.writeLong(lossCount);
    out.writeDouble(bestAccuracy);
    write(lastValidation, out);
    write(lastTest, out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    lossSum = in.readDouble();
    lossCount = in.readLong();
    bestAccuracy = in.readDouble();
    lastValidation = read(in);
    lastTest = read(in);
  }

  private static void write(Evaluation evaluation, DataOutput out) throws IOException {
    out.writeDouble(evaluation.loss());
    out.writeDouble(evaluation.accuracy());
    out.writeLong(evaluation.examples());
  }

  private static Evaluation read(DataInput in) throws IOException {
    return new Evaluation(in.readDouble(), in.readDouble(), in.readLong());
  }
}
