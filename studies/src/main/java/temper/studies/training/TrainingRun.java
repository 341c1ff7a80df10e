package temper.studies.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import temper.data.BatchOrder;
import temper.data.Batches;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.ExampleOrder;
import temper.data.Examples;
import temper.data.InputScaling;
import temper.data.LastBatch;
import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.schedule.ControlPlugin;
import temper.schedule.Horizon;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;
import temper.tensor.Shape;
import temper.train.AugmentedBatches;
import temper.train.BatchSource;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.ExampleBatches;
import temper.train.Outcome;
import temper.train.Trainer;
import temper.train.TrainingLoop;

/** One trial: makes the trainer, follows it, and writes down what it finds. */
final class TrainingRun {

  private static final KernelProvider KERNELS = KernelProviders.best();
  private static final int EVALUATION_BATCH = 500;

  private final TrainingParameters p;
  private final Trial trial;
  private final Dataset data;
  private final InputScaling scaling;
  private final BatchOrder order;
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
    this.data = DatasetPlugin.of(p.data(), trial::stream, trial::dataset);
    this.scaling = InputScaling.fit(p.inputs(), data.train());
    int rows = data.train().rows();
    this.order =
        new BatchOrder(
            ExampleOrder.shuffled(rows, trial.stream("order")),
            Math.min(p.batch(), rows),
            LastBatch.SMALLER);
    Horizon horizon = Horizon.ofEpochs(p.epochs(), order.stepsPerEpoch());
    this.steps = Math.max(1, Math.round(horizon.totalSteps()));
    this.interval = Math.max(1, Math.round(p.evaluate().resolve(horizon)));
    this.trainer = trainer(horizon);
    this.train = evaluator(data.train());
    this.validation = evaluator(data.validation());
    this.test = evaluator(data.test());
  }

  private Trainer trainer(Horizon horizon) {
    Shape example = ExampleBatches.exampleShape(data.shape());
    Model model = ModelPlugin.of(p.model(), example, p.loss().outputs(data));
    BatchSource batches = ExampleBatches.of(new Batches(data.train(), scaling, order), p.loss());
    if (p.crop() > 0 || p.flip()) {
      batches =
          new AugmentedBatches(
              batches, example, p.crop(), p.flip(), order.batchSize(), trial.stream("augment"));
    }
    return new Trainer(
        new Trainer.Settings(
            KERNELS.create(p.precision()),
            model,
            p.loss(),
            batches,
            OptimizerPlugin.of(p.optimizer(), horizon),
            ControlPlugin.of(p.rate(), horizon),
            p.rate().plugin().scheduled(),
            trial::stream));
  }

  private Evaluator evaluator(Examples examples) {
    if (examples.rows() == 0) {
      return trainer.evaluator(trainer.settings().batches(), 0);
    }
    Batches all = Batches.inOrder(examples, scaling, EVALUATION_BATCH);
    return trainer.evaluator(ExampleBatches.of(all, p.loss()), (long) all.order().stepsPerEpoch());
  }

  void run() {
    trial.resume(this::readFrom);
    Outcome outcome =
        new TrainingLoop(steps, p.divergedAbove(), java.util.List.of(this::afterStep)).run(trainer);
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
        completed / order.stepsPerEpoch(),
        rate,
        batchLoss,
        lastValidation.loss(),
        lastValidation.accuracy(),
        lastTest.loss(),
        lastTest.accuracy());
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
