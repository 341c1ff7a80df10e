package temper.studies.largeinitialrate.images;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import temper.data.Examples;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;
import temper.studies.training.MeanOfBatches;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluator;
import temper.train.Trainer;

/** Follows a network on train and test images. */
final class RateCurve implements TrainingRun.Observer {

  static final String NAME = "curve";

  static final TableSchema SCHEMA =
      new TableSchema(
          NAME,
          "What was found after each epoch",
          List.of(
              Column.integer("epoch", "Completed epochs"),
              Column.number("learning_rate", "Learning rate of the last step"),
              Column.number("batch_loss", "Mean loss of the epoch's batches"),
              Column.number("train", "Share of train images classified rightly"),
              Column.number("test", "Share of test images classified rightly")));

  static final List<Column> METRICS =
      List.of(
          Column.number("train_before", "Train accuracy before the first annealing"),
          Column.number("test_before", "Test accuracy before the first annealing"),
          Column.number("train_accuracy", "Train accuracy at the end"),
          Column.number("test_accuracy", "Test accuracy at the end"),
          Column.number("train_loss", "Mean loss of the last epoch's batches"));

  private final double firstAnnealing;
  private final TrainingSetup setup;
  private final Trial trial;
  private final Sets each;
  private final Sets all;
  private final MeanOfBatches losses = new MeanOfBatches();

  /** Evaluators of as many train and test images. */
  private record Sets(Evaluator train, Evaluator test) {

    static Sets of(TrainingSetup setup, Trainer trainer, int count) {
      return new Sets(
          setup.evaluator(trainer, first(setup.data().train(), count)),
          setup.evaluator(trainer, first(setup.data().test(), count)));
    }

    private static Examples first(Examples images, int count) {
      return count < images.rows() ? images.subset(IntStream.range(0, count).toArray()) : images;
    }
  }

  RateCurve(RateParameters p, TrainingSetup setup, Trainer trainer, Trial trial) {
    this.firstAnnealing = p.anneals().isEmpty() ? Double.NaN : p.anneals().get(0);
    this.setup = setup;
    this.trial = trial;
    this.each = Sets.of(setup, trainer, p.curveImages());
    this.all = Sets.of(setup, trainer, setup.data().test().rows());
  }

  @Override
  public boolean afterStep(Trainer trainer, double rate, double loss) {
    losses.add(loss);
    long completed = trainer.completed();
    if (setup.isEvaluation(completed)) {
      long epoch = Math.round(setup.epochs(completed));
      boolean before = epoch == firstAnnealing;
      boolean end = completed == setup.steps();
      Sets sets = before || end ? all : each;
      double batchLoss = losses.take();
      double train = trainer.evaluate(sets.train()).accuracy();
      double test = trainer.evaluate(sets.test()).accuracy();
      trial.row(NAME, epoch, rate, batchLoss, train, test);
      if (before) {
        trial.metric("train_before", train);
        trial.metric("test_before", test);
      }
      if (end) {
        trial.metric("train_accuracy", train);
        trial.metric("test_accuracy", test);
        trial.metric("train_loss", batchLoss);
      }
    }
    return true;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    losses.writeTo(out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    losses.readFrom(in);
  }
}
