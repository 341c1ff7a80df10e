package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.data.Selection;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.data.synthetic.GaussianMixture;
import temper.data.synthetic.PrototypeImages;
import temper.lab.study.Trial;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.ModelPlugin;
import temper.nn.builtin.Cifar10Full;
import temper.nn.builtin.CnnBnS;
import temper.nn.builtin.MultilayerPerceptron;
import temper.optim.OptimizerPlugin;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.studies.training.TrainingParameters;

/**
 * What is trained, the same in all arms of an experiment: the data, the network, and how it is
 * measured on the way.
 *
 * @param data the data set
 * @param inputs how stored features become inputs
 * @param model the network
 * @param batch examples in a batch
 * @param decay weight decay
 * @param probe number of test examples on which a network is measured on its way; at its end it is
 *     measured on all of them
 * @since 0.2
 */
public record Bench(
    @Doc("The data set") Choice<DatasetPlugin<?>> data,
    @Doc("How stored features become inputs") Standardization inputs,
    @Doc("The network") Choice<ModelPlugin<?>> model,
    @Doc("Examples in a batch") @Positive int batch,
    @Doc("Weight decay") @NonNegative double decay,
    @Doc("Number of test examples on which a network is measured on its way") @Positive int probe) {

  /** Train images of a reduced run: a fifth. */
  static final int REDUCED_TRAIN = 10_000;

  /** Channels of Caffe's net in a reduced run: half. */
  static final int REDUCED_CHANNELS = 16;

  /** Rates of Caffe's net times this suit the perceptron. */
  static final double PERCEPTRON_FACTOR = 10;

  private static final double CAFFE_DECAY = 0.004;
  private static final double NORMALIZED_DECAY = 1e-4;
  private static final int BATCH = 100;
  private static final int PROBE = 2000;

  /** Some of CIFAR-10 for Caffe's net: pixels from 0 to 255 less the mean image. */
  static Bench caffe(OptionalInt train, int channels) {
    return new Bench(
        cifar(train),
        Standardization.FEATURE_MEAN,
        new Choice<>(new Cifar10Full(), new Cifar10Full.Parameters(channels)),
        BATCH,
        CAFFE_DECAY,
        PROBE);
  }

  /** Some of CIFAR-10 for Caffe's net with sigmoids, whose example has no weight decay. */
  static Bench sigmoid(OptionalInt train) {
    return new Bench(
        cifar(train),
        Standardization.FEATURE_MEAN,
        new Choice<>(
            new Cifar10FullSigmoid(), new Cifar10FullSigmoid.Parameters(REDUCED_CHANNELS)),
        BATCH,
        0,
        PROBE);
  }

  /** Some of CIFAR-10 for the small network with batch normalisation. */
  static Bench normalized(OptionalInt train) {
    return new Bench(
        cifar(train), Standardization.CHANNEL, Choice.ofDefaults(new CnnBnS()), BATCH, NORMALIZED_DECAY, PROBE);
  }

  /** Overlapping Gaussian classes for a small perceptron: no files, and a step in microseconds. */
  static Bench perceptron() {
    return new Bench(
        new Choice<>(
            new GaussianMixture(), new GaussianMixture.Parameters(1000, 2000, 10, 20, 3, 0)),
        Standardization.CHANNEL,
        new Choice<>(
            new MultilayerPerceptron(),
            new MultilayerPerceptron.Parameters(
                List.of(32), Activation.RELU, Initialization.HE_NORMAL, 0)),
        20,
        CAFFE_DECAY,
        500);
  }

  /** Few synthetic images for a narrow network of images. */
  static Bench images(Choice<ModelPlugin<?>> model, Standardization inputs, double decay) {
    return new Bench(
        new Choice<>(
            new PrototypeImages(),
            new PrototypeImages.Parameters(400, 200, 1, 2, 0, 0, 0.2, 0.15, 0)),
        inputs,
        model,
        20,
        decay,
        100);
  }

  private static Choice<DatasetPlugin<?>> cifar(OptionalInt train) {
    return new Choice<>(
        new Cifar10(), new Selection(train, OptionalInt.empty(), 0, false, List.of(), 0));
  }

  /** The published data set that a trial needs, if it needs one. */
  List<String> datasets() {
    return data.plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }

  /** The number of train examples of a trial. */
  int examples(Trial trial) {
    return DatasetPlugin.of(data, trial::stream, trial::dataset).train().rows();
  }

  /** A run on this bench; its rate, its length and its optimiser are still to be said. */
  TrainingParameters training() {
    return TrainingParameters.defaults()
        .withData(data)
        .withInputs(inputs)
        .withModel(model)
        .withBatch(batch)
        .withOptimizer(sgd(constant(0.9), false));
  }

  /** Stochastic gradient descent whose velocity is a sum of steps, as in Caffe. */
  Choice<OptimizerPlugin<?>> sgd(Choice<SchedulePlugin<?>> momentum, boolean nesterov) {
    return new Choice<>(
        new Sgd(), new Sgd.Parameters(momentum, nesterov, true, constant(decay), "coupled"));
  }

  /** A quantity that does not change. */
  static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }
}
