package temper.studies.training;

import java.util.function.UnaryOperator;
import temper.data.BatchOrder;
import temper.data.Batches;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.ExampleOrder;
import temper.data.Examples;
import temper.data.InputScaling;
import temper.lab.study.Trial;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.optim.OptimizerPlugin;
import temper.schedule.ControlPlugin;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;
import temper.tensor.Shape;
import temper.train.AugmentedBatches;
import temper.train.BatchSource;
import temper.train.Evaluator;
import temper.train.ExampleBatches;
import temper.train.Trainer;

/**
 * What the parameters of a trial say, put together: data, batches, the length of the run.
 *
 * @since 0.2
 */
public final class TrainingSetup {

  private static final KernelProvider KERNELS = KernelProviders.best();
  private static final int EVALUATION_BATCH = 500;

  private final TrainingParameters p;
  private final Trial trial;
  private final Dataset data;
  private final InputScaling scaling;
  private final BatchOrder order;
  private final Horizon horizon;
  private final long steps;

  /**
   * The parts of a trial.
   *
   * @param p what is trained and how
   * @param trial streams and data
   * @throws IllegalArgumentException if parameters do not fit one another or the data
   */
  public TrainingSetup(TrainingParameters p, Trial trial) {
    this(p, trial, false);
  }

  /**
   * The parts of a trial.
   *
   * @param endless whether batches go on for ever in the size of the first one
   */
  TrainingSetup(TrainingParameters p, Trial trial, boolean endless) {
    this.p = p;
    this.trial = trial;
    this.data = DatasetPlugin.of(p.data(), trial::stream, trial.library());
    this.scaling = InputScaling.fit(p.inputs(), data.train());
    TrainingLength length =
        TrainingLength.of(
            p, ExampleOrder.shuffled(data.train().rows(), trial.stream("order")), endless);
    this.order = length.order();
    this.steps = length.steps();
    this.horizon = length.horizon();
  }

  /**
   * What the parts were made of.
   *
   * @return the parameters
   */
  public TrainingParameters parameters() {
    return p;
  }

  /**
   * The data set.
   *
   * @return its examples, shared among trials
   */
  public Dataset data() {
    return data;
  }

  /**
   * Completed steps at which the run ends.
   *
   * @return at least 1
   */
  public long steps() {
    return steps;
  }

  /**
   * The run as schedules see it.
   *
   * @return its steps, and how many of them are an epoch
   */
  public Horizon horizon() {
    return horizon;
  }

  /**
   * Whether the run is to be evaluated: every {@code evaluate}, and at its end.
   *
   * @param completed completed steps, at least 1
   * @return whether it is time
   */
  public boolean isEvaluation(long completed) {
    long interval = Math.max(1, Math.round(p.evaluate().resolve(horizon)));
    return completed % interval == 0 || completed == steps;
  }

  /**
   * Passes over the train examples after some steps.
   *
   * @param step completed steps
   * @return epochs, not always a whole number
   */
  public double epochs(long step) {
    return order.epochs(Math.min(step * p.accumulate(), order.steps(p.epochs())));
  }

  /**
   * The trainer under the trial's own learning rate.
   *
   * @return a trainer before its first step
   */
  public Trainer trainer() {
    return trainer(UnaryOperator.identity());
  }

  /**
   * The trainer of batches that are changed before it sees them.
   *
   * @param change makes of the train batches those that are trained on
   * @return a trainer before its first step
   */
  public Trainer trainer(UnaryOperator<BatchSource> change) {
    return trainer(ControlPlugin.of(p.rate(), horizon), p.rate().plugin().scheduled(), change);
  }

  /** The trainer under another learning rate, which observes the loss of each batch. */
  Trainer trainer(Controller rate) {
    return trainer(rate, true, UnaryOperator.identity());
  }

  private Trainer trainer(
      Controller rate, boolean observesBatches, UnaryOperator<BatchSource> change) {
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
            change.apply(batches),
            OptimizerPlugin.of(p.optimizer(), horizon),
            rate,
            observesBatches,
            trial::stream,
            p.accumulate()));
  }

  /**
   * Some examples in their order, scaled as the train examples are.
   *
   * @param examples any examples of the data set's shape, at least one
   * @return batches, as many as {@link #evaluationSteps}
   */
  public BatchSource inOrder(Examples examples) {
    return ExampleBatches.of(Batches.inOrder(examples, scaling, EVALUATION_BATCH), p.loss());
  }

  /**
   * The number of batches in which some examples are evaluated.
   *
   * @param examples any examples
   * @return batches that hold each of them once
   */
  public static long evaluationSteps(Examples examples) {
    return (examples.rows() + EVALUATION_BATCH - 1L) / EVALUATION_BATCH;
  }

  /**
   * An evaluator of some examples.
   *
   * @param trainer the trainer whose network it evaluates
   * @param examples any examples of the data set's shape, possibly none
   * @return an evaluator, of NaN where there are no examples
   */
  public Evaluator evaluator(Trainer trainer, Examples examples) {
    return examples.rows() == 0
        ? trainer.evaluator(trainer.settings().batches(), 0)
        : trainer.evaluator(inOrder(examples), evaluationSteps(examples));
  }
}
