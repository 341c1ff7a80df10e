package temper.studies.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import temper.data.DatasetPlugin;
import temper.data.Standardization;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.ModelPlugin;
import temper.nn.builtin.MultilayerPerceptron;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Registry;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.tensor.Precision;
import temper.train.Loss;

/**
 * One training run.
 *
 * @param data the data set
 * @param inputs how stored features become inputs
 * @param model the network
 * @param loss what its outputs are compared with
 * @param optimizer what changes the parameters
 * @param rate the learning rate
 * @param observe what a controller of the rate observes
 * @param epochs passes over the train examples
 * @param batch examples in a batch
 * @param accumulate batches whose gradients a step takes together
 * @param crop largest random shift of an image in pixels
 * @param flip whether images are mirrored at random
 * @param evaluate length between two evaluations
 * @param stopBelow train loss at which the run ends
 * @param divergedAbove batch loss above which a run counts as diverged
 * @param precision precision of all numbers
 * @param keepWeights which weights are kept in files
 * @since 0.2
 */
public record TrainingParameters(
    @Doc("The data set") Choice<DatasetPlugin<?>> data,
    @Doc("How stored features become inputs") Standardization inputs,
    @Doc("The network") Choice<ModelPlugin<?>> model,
    @Doc("What its outputs are compared with") Loss loss,
    @Doc("What changes the parameters") Choice<OptimizerPlugin<?>> optimizer,
    @Doc("The learning rate: a schedule, or a controller such as reduce-on-plateau")
        Choice<ControlPlugin<?>> rate,
    @Doc("What a controller of the rate observes at each evaluation") Observed observe,
    @Doc("Passes over the train examples") @Positive double epochs,
    @Doc(
            "Examples in a batch: a number, or a schedule on the clock of the first batch's steps;"
                + " more than there are means all of them")
        Choice<SchedulePlugin<?>> batch,
    @Doc("Batches whose gradients a step takes together") @Positive int accumulate,
    @Doc("Largest random shift of an image in pixels") @NonNegative int crop,
    @Doc("Whether images are mirrored at random") boolean flip,
    @Doc("Length between two evaluations") @Positive Length evaluate,
    @Doc("Train loss at which the run ends, looked at when it is evaluated")
        OptionalDouble stopBelow,
    @Doc("Batch loss above which a run counts as diverged") @Positive double divergedAbove,
    @Doc("Precision of all numbers") Precision precision,
    @Doc("Weights kept in files: none, final, or a length such as 10 epochs for snapshots too")
        KeptWeights keepWeights) {

  /** What a controller of the rate can observe. */
  public enum Observed {
    /** Mean batch loss since the last evaluation. */
    BATCH_LOSS,
    /** Loss on the validation examples. */
    VALIDATION_LOSS,
    /** Accuracy on the validation examples. */
    VALIDATION_ACCURACY
  }

  /**
   * A short run that needs no files.
   *
   * @return parameters that other studies change where they differ
   */
  public static TrainingParameters defaults() {
    return new TrainingParameters(
        named(DatasetPlugin.class, "gaussian-mixture"),
        Standardization.CHANNEL,
        new Choice<>(
            new MultilayerPerceptron(),
            new MultilayerPerceptron.Parameters(
                List.of(64), Activation.RELU, Initialization.HE_NORMAL, 0)),
        Loss.CROSS_ENTROPY,
        named(OptimizerPlugin.class, "sgd"),
        named(ControlPlugin.class, "cosine"),
        Observed.BATCH_LOSS,
        10,
        new Choice<>(new Constant(), new Constant.Parameters(128)),
        1,
        0,
        false,
        Length.parse("1 epochs"),
        OptionalDouble.empty(),
        1e6,
        Precision.FLOAT32,
        KeptWeights.NONE);
  }

  /**
   * These parameters with another {@code data}.
   *
   * @param value the data set
   * @return the changed parameters
   */
  public TrainingParameters withData(Choice<DatasetPlugin<?>> value) {
    return with(draft -> draft.data = value);
  }

  /**
   * These parameters with another {@code inputs}.
   *
   * @param value how stored features become inputs
   * @return the changed parameters
   */
  public TrainingParameters withInputs(Standardization value) {
    return with(draft -> draft.inputs = value);
  }

  /**
   * These parameters with another {@code model}.
   *
   * @param value the network
   * @return the changed parameters
   */
  public TrainingParameters withModel(Choice<ModelPlugin<?>> value) {
    return with(draft -> draft.model = value);
  }

  /**
   * These parameters with another {@code loss}.
   *
   * @param value what its outputs are compared with
   * @return the changed parameters
   */
  public TrainingParameters withLoss(Loss value) {
    return with(draft -> draft.loss = value);
  }

  /**
   * These parameters with another {@code optimizer}.
   *
   * @param value what changes the parameters
   * @return the changed parameters
   */
  public TrainingParameters withOptimizer(Choice<OptimizerPlugin<?>> value) {
    return with(draft -> draft.optimizer = value);
  }

  /**
   * These parameters with another {@code rate}.
   *
   * @param value the learning rate
   * @return the changed parameters
   */
  public TrainingParameters withRate(Choice<ControlPlugin<?>> value) {
    return with(draft -> draft.rate = value);
  }

  /**
   * These parameters with another {@code observe}.
   *
   * @param value what a controller of the rate observes
   * @return the changed parameters
   */
  public TrainingParameters withObserve(Observed value) {
    return with(draft -> draft.observe = value);
  }

  /**
   * These parameters with another {@code epochs}.
   *
   * @param value passes over the train examples
   * @return the changed parameters
   */
  public TrainingParameters withEpochs(double value) {
    return with(draft -> draft.epochs = value);
  }

  /**
   * These parameters with another {@code batch}.
   *
   * @param size examples in each batch
   * @return the changed parameters
   */
  public TrainingParameters withBatch(int size) {
    return with(draft -> draft.batch = new Choice<>(new Constant(), new Constant.Parameters(size)));
  }

  /**
   * These parameters with another {@code batch}.
   *
   * @param sizes examples in the batches, on the clock of the first batch's steps
   * @return the changed parameters
   */
  public TrainingParameters withBatch(Choice<SchedulePlugin<?>> sizes) {
    return with(draft -> draft.batch = sizes);
  }

  /**
   * These parameters with another augmentation of images.
   *
   * @param crop largest random shift in pixels
   * @param flip whether images are mirrored at random
   * @return the changed parameters
   */
  public TrainingParameters withAugmentation(int crop, boolean flip) {
    return with(
        draft -> {
          draft.crop = crop;
          draft.flip = flip;
        });
  }

  /**
   * These parameters with another {@code evaluate}.
   *
   * @param value length between two evaluations
   * @return the changed parameters
   */
  public TrainingParameters withEvaluate(Length value) {
    return with(draft -> draft.evaluate = value);
  }

  /**
   * These parameters with another {@code stop_below}.
   *
   * @param loss train loss at which the run ends
   * @return the changed parameters
   */
  public TrainingParameters withStopBelow(double loss) {
    return with(draft -> draft.stopBelow = OptionalDouble.of(loss));
  }

  /**
   * These parameters with another {@code precision}.
   *
   * @param value precision of all numbers
   * @return the changed parameters
   */
  public TrainingParameters withPrecision(Precision value) {
    return with(draft -> draft.precision = value);
  }

  /**
   * These parameters with another {@code keep_weights}.
   *
   * @param value which weights are kept in files
   * @return the changed parameters
   */
  public TrainingParameters withKeepWeights(KeptWeights value) {
    return with(draft -> draft.keepWeights = value);
  }

  private TrainingParameters with(Consumer<TrainingDraft> change) {
    TrainingDraft draft = new TrainingDraft(this);
    change.accept(draft);
    return draft.finish();
  }

  private static <K extends temper.plugin.ParameterizedPlugin<?>> Choice<K> named(
      Class<? super K> kind, String name) {
    return Choice.ofDefaults(Registry.<K>of(kind).get(name));
  }
}
