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
import temper.train.ExampleBatches;
import temper.train.Trainer;

/** Follows a network on clean images, on images with patches and on patches alone. */
final class PatchCurve implements TrainingRun.Observer {

  static final String NAME = "curve";

  static final TableSchema SCHEMA =
      new TableSchema(
          NAME,
          "What was found after each epoch",
          List.of(
              Column.integer("epoch", "Completed epochs"),
              Column.number("learning_rate", "Learning rate of the last step"),
              Column.number("batch_loss", "Mean loss of the epoch's batches"),
              Column.number("clean", "Share of clean test images classified rightly"),
              Column.number("mixed", "Share of test images, mixed as in training"),
              Column.number("patch", "Share of patches on images of zeros")));

  static final List<Column> METRICS =
      List.of(
          Column.number("clean_accuracy", "Share of all clean test images classified rightly"),
          Column.number("mixed_accuracy", "Share of all test images, mixed as in training"),
          Column.number("patch_accuracy", "Share of patches on images of zeros"),
          Column.number("train_loss", "Mean loss of the last epoch's batches"));

  private final TrainingSetup setup;
  private final Trial trial;
  private final TestSets each;
  private final TestSets last;
  private final MeanOfBatches losses = new MeanOfBatches();

  PatchCurve(PatchParameters p, TrainingSetup setup, Trainer trainer, Patch patch, Trial trial) {
    this.setup = setup;
    this.trial = trial;
    Examples all = setup.data().test();
    this.each = TestSets.of(p, setup, trainer, patch, first(all, p.curveTests()), trial);
    this.last = TestSets.of(p, setup, trainer, patch, all, trial);
  }

  private static Examples first(Examples all, int count) {
    return count < all.rows() ? all.subset(IntStream.range(0, count).toArray()) : all;
  }

  /** Evaluators of the same images without patches, with them, and of half as many patches. */
  private record TestSets(Evaluator clean, Evaluator mixed, Evaluator patch) {

    static TestSets of(
        PatchParameters p,
        TrainingSetup setup,
        Trainer trainer,
        Patch patch,
        Examples images,
        Trial trial) {
      Examples half = first(images, (images.rows() + 1) / 2);
      return new TestSets(
          setup.evaluator(trainer, images),
          evaluator(setup, trainer, patch, p.shares(), images, trial),
          evaluator(setup, trainer, patch, p.shares().onBlanks(), half, trial));
    }

    private static Evaluator evaluator(
        TrainingSetup setup,
        Trainer trainer,
        Patch patch,
        PatchedBatches.Shares shares,
        Examples images,
        Trial trial) {
      PatchedBatches patched =
          new PatchedBatches(
              (ExampleBatches) setup.inOrder(images),
              patch,
              shares,
              trial.stream("test-patched"),
              trial.stream("test-patches"));
      return trainer.evaluator(patched, TrainingSetup.evaluationSteps(images));
    }
  }

  @Override
  public boolean afterStep(Trainer trainer, double rate, double loss) {
    losses.add(loss);
    long completed = trainer.completed();
    if (setup.isEvaluation(completed)) {
      boolean end = completed == setup.steps();
      TestSets sets = end ? last : each;
      double batchLoss = losses.take();
      double clean = trainer.evaluate(sets.clean()).accuracy();
      double mixed = trainer.evaluate(sets.mixed()).accuracy();
      double patch = trainer.evaluate(sets.patch()).accuracy();
      long epoch = Math.round(setup.epochs(completed));
      trial.row(NAME, epoch, rate, batchLoss, clean, mixed, patch);
      if (end) {
        trial.metric("clean_accuracy", clean);
        trial.metric("mixed_accuracy", mixed);
        trial.metric("patch_accuracy", patch);
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
