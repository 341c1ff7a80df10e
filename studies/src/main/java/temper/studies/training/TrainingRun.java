package temper.studies.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Outcome;
import temper.train.Trainer;
import temper.train.TrainingLoop;

/** One trial: makes the trainer, follows it, and writes down what it finds. */
final class TrainingRun {

  private final TrainingParameters p;
  private final Trial trial;
  private final TrainingSetup setup;
  private final long steps;
  private final long interval;
  private final Trainer trainer;
  private final Evaluator train;
  private final Evaluator validation;
  private final Evaluator test;

  private double lossSum;
  private long lossCount;
  private double bestAccuracy = Double.NaN;
  private Evaluation lastValidation = new Evaluation(Double.NaN, Double.NaN, 0);
  private Evaluation lastTest = new Evaluation(Double.NaN, Double.NaN, 0);

  TrainingRun(TrainingParameters p, Trial trial) {
    this.p = p;
    this.trial = trial;
    this.setup = new TrainingSetup(p, trial, false);
    this.steps = setup.steps();
    this.interval = setup.interval();
    this.trainer = setup.trainer();
    this.train = setup.evaluator(trainer, setup.data().train());
    this.validation = setup.evaluator(trainer, setup.data().validation());
    this.test = setup.evaluator(trainer, setup.data().test());
  }

  void run() {
    trial.resume(this::readFrom);
    Outcome outcome =
        new TrainingLoop(steps, p.divergedAbove(), List.of(this::afterStep)).run(trainer);
    if (outcome.end() == Outcome.End.DIVERGED) {
      throw new DivergedException(
          "the batch loss was " + outcome.loss() + " at step " + outcome.steps());
    }
    Evaluation atEnd = trainer.evaluate(train);
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

  private boolean afterStep(Trainer trained, double rate, double loss) {
    lossSum += loss;
    lossCount++;
    long completed = trained.completed();
    boolean goOn = true;
    if (completed % interval == 0 || completed == steps) {
      goOn = evaluate(completed, rate);
    }
    trial.progress((double) completed / steps);
    trial.checkpoint(this::writeTo);
    return goOn;
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

  /** Nothing stands for what there are no examples of. */
  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private void writeTo(DataOutput out) throws IOException {
    trainer.writeTo(out);
    out.writeDouble(lossSum);
    out.writeLong(lossCount);
    out.writeDouble(bestAccuracy);
    write(lastValidation, out);
    write(lastTest, out);
  }

  private void readFrom(DataInput in) throws IOException {
    trainer.readFrom(in);
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
