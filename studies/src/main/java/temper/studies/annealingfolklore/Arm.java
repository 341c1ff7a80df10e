package temper.studies.annealingfolklore;

import java.util.List;
import java.util.OptionalInt;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.data.Selection;
import temper.data.synthetic.GaussianMixture;
import temper.lab.study.Profile;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.ModelPlugin;
import temper.nn.builtin.CnnBnS;
import temper.nn.builtin.MultilayerPerceptron;
import temper.optim.OptimizerPlugin;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Registry;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;
import temper.studies.training.TrainingParameters;

/**
 * One network in training: what a cell of every network experiment of this study says. All is named
 * by short words, so that tables stay small.
 *
 * @param data the data set
 * @param train number of train examples
 * @param net the network
 * @param optimizer what changes the parameters
 * @param law the schedule of the learning rate
 * @param shape the schedule's own number, where it has one
 * @param rate the base rate of the schedule
 * @param epochs passes over the train examples
 * @param batch examples in a batch
 */
record Arm(
    @Doc("The data set") @OneOf({"fashion-mnist", "mnist", "cifar-10", SYNTHETIC}) String data,
    @Doc("Number of train examples") @Range(min = 1, max = 50_000) int train,
    @Doc("The network: hidden layers of a perceptron, or a convolutional network")
        @OneOf({SMALL, DEEP, CONVOLUTIONAL})
        String net,
    @Doc("What changes the parameters") @OneOf({MOMENTUM, "sgd", "adagrad", "rmsprop", "adam"})
        String optimizer,
    @Doc("The schedule of the learning rate")
        @OneOf({
          "constant",
          "inverse-square-root",
          "exponential",
          "exponential-per-epoch",
          "step",
          "linear",
          "cosine",
          "stable-decay",
          "one-cycle",
          "triangular",
          "warm-restarts",
          "warm-up",
          "reduce-on-plateau"
        })
        String law,
    @Doc("The schedule's own number: a factor, a share, a count; 0 where it has none") @NonNegative
        double shape,
    @Doc("The base rate of the schedule") @Positive double rate,
    @Doc("Passes over the train examples") @Positive double epochs,
    @Doc("Examples in a batch") @Range(min = 1) int batch) {

  /** One hidden layer of 128 units. */
  static final String SMALL = "128";

  /** Three hidden layers of 128 units. */
  static final String DEEP = "128-128-128";

  /** The convolutional network with batch normalisation. */
  static final String CONVOLUTIONAL = "cnn-bn-s";

  /** Stochastic gradient descent with momentum. */
  static final String MOMENTUM = "momentum";

  /** The data set that needs no file. */
  static final String SYNTHETIC = "gaussian-mixture";

  private static final double MOMENTUM_FACTOR = 0.9;

  /** Examples of a published train set that base rates are chosen on. */
  private static final int VALIDATION = 2_000;

  private static final int SYNTHETIC_TEST = 500;
  private static final int SYNTHETIC_FEATURES = 20;

  /** Distance of the class means at which a perceptron gets about four fifths right. */
  private static final double SYNTHETIC_SEPARATION = 4.5;

  /** The test bed of most experiments: 20 passes over 5000 images. */
  static Arm standard() {
    return new Arm("fashion-mnist", 5_000, SMALL, MOMENTUM, Law.LINEAR.label(), 0, 0.1, 20, 64);
  }

  /** The same in small, on data that needs no file. */
  static Arm synthetic() {
    return new Arm(SYNTHETIC, 300, SMALL, MOMENTUM, Law.LINEAR.label(), 0, 0.1, 6, 32);
  }

  /** What shows that everything runs, and nothing else. */
  static Arm tiny() {
    return synthetic().withTrain(100).withEpochs(4);
  }

  /** The test bed of a profile. */
  static Arm of(Profile profile) {
    return switch (profile) {
      case SMOKE -> tiny();
      case QUICK -> synthetic();
      case FULL -> standard();
    };
  }

  /** The test bed of a data set. */
  static Arm bed(String data) {
    return (data.equals(SYNTHETIC) ? synthetic() : standard()).withData(data);
  }

  /** A convolutional network on ten thousand images. */
  static Arm convolutional() {
    return new Arm("cifar-10", 10_000, CONVOLUTIONAL, MOMENTUM, Law.LINEAR.label(), 0, 0.1, 20, 64);
  }

  Arm withData(String value) {
    return new Arm(value, train, net, optimizer, law, shape, rate, epochs, batch);
  }

  Arm withTrain(int value) {
    return new Arm(data, value, net, optimizer, law, shape, rate, epochs, batch);
  }

  Arm withNet(String value) {
    return new Arm(data, train, value, optimizer, law, shape, rate, epochs, batch);
  }

  Arm withOptimizer(String value) {
    return new Arm(data, train, net, value, law, shape, rate, epochs, batch);
  }

  Arm withLaw(Law value) {
    return withLaw(value, 0);
  }

  Arm withLaw(Law value, double itsShape) {
    return new Arm(data, train, net, optimizer, value.label(), itsShape, rate, epochs, batch);
  }

  Arm withRate(double value) {
    return new Arm(data, train, net, optimizer, law, shape, value, epochs, batch);
  }

  Arm withEpochs(double value) {
    return new Arm(data, train, net, optimizer, law, shape, rate, value, batch);
  }

  Arm withBatch(int value) {
    return new Arm(data, train, net, optimizer, law, shape, rate, epochs, value);
  }

  /** The base rates among which the best is chosen: seven, a factor of the root of ten apart. */
  List<Double> grid() {
    return switch (optimizer) {
      case "sgd" -> RateGrid.sevenFrom(1e-2);
      case "adagrad" -> RateGrid.sevenFrom(1e-3);
      case "adam", "rmsprop" -> RateGrid.sevenFrom(1e-5);
      default -> RateGrid.sevenFrom(1e-3);
    };
  }

  /** Names of the data sets that have to be there. */
  List<String> datasets() {
    return dataset().plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }

  /** The same as the general training study has it. */
  TrainingParameters parameters() {
    return TrainingParameters.defaults()
        .withData(dataset())
        .withModel(model())
        .withOptimizer(optimizer(optimizer))
        .withRate(Law.named(law).of(rate, shape))
        .withObserve(TrainingParameters.Observed.VALIDATION_LOSS)
        .withEpochs(epochs)
        .withBatch(batch)
        .withEvaluate(Length.epochs(1));
  }

  private Choice<DatasetPlugin<?>> dataset() {
    return dataset(List.of());
  }

  /** The data set, of some classes where it is a published one. */
  Choice<DatasetPlugin<?>> dataset(List<Integer> classes) {
    if (data.equals(SYNTHETIC)) {
      return new Choice<>(
          new GaussianMixture(),
          new GaussianMixture.Parameters(
              train, SYNTHETIC_TEST, 10, SYNTHETIC_FEATURES, SYNTHETIC_SEPARATION, 0));
    }
    return new Choice<>(
        Registry.<DatasetPlugin<?>>of(DatasetPlugin.class).get(data),
        new Selection(OptionalInt.of(train), OptionalInt.empty(), VALIDATION, false, classes, 0));
  }

  private Choice<ModelPlugin<?>> model() {
    return switch (net) {
      case CONVOLUTIONAL -> Choice.ofDefaults(new CnnBnS());
      case DEEP -> perceptron(List.of(128, 128, 128));
      default -> perceptron(List.of(128));
    };
  }

  private static Choice<ModelPlugin<?>> perceptron(List<Integer> hidden) {
    return new Choice<>(
        new MultilayerPerceptron(),
        new MultilayerPerceptron.Parameters(hidden, Activation.RELU, Initialization.HE_NORMAL, 0));
  }

  private static Choice<OptimizerPlugin<?>> optimizer(String name) {
    if (!name.equals(MOMENTUM)) {
      return Choice.ofDefaults(Registry.<OptimizerPlugin<?>>of(OptimizerPlugin.class).get(name));
    }
    return new Choice<>(
        new Sgd(),
        new Sgd.Parameters(
            new Choice<>(new Constant(), new Constant.Parameters(MOMENTUM_FACTOR)),
            false,
            false,
            new Choice<>(new Constant(), new Constant.Parameters(0)),
            "coupled"));
  }
}
