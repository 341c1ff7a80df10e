package temper.studies.knownaccuracies;

import java.util.List;
import java.util.OptionalInt;
import temper.data.Selection;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.data.published.FashionMnist;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.builtin.Cifar10Quick;
import temper.nn.builtin.MultilayerPerceptron;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.Cosine;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.NetworkTraining;
import temper.studies.training.TrainingParameters;

/** The networks, their data and their settings. */
final class Networks {

  static final String FASHION = "fashion-perceptron";
  static final String CIFAR = "cifar-quick";

  private static final double CIFAR_EPOCHS = 16; // 8,000 iterations of 100 of 50,000 images.

  private Networks() {}

  static NetworkTraining fashionPerceptron() {
    TrainingParameters whole =
        TrainingParameters.defaults()
            .withData(new Choice<>(new FashionMnist(), Selection.ALL))
            .withModel(
                new Choice<>(
                    new MultilayerPerceptron(),
                    new MultilayerPerceptron.Parameters(
                        List.of(256, 256), Activation.RELU, Initialization.HE_NORMAL, 0)))
            .withOptimizer(new Choice<>(new Sgd(), sgd(false, 1e-4)))
            .withRate(
                new Choice<>(new Cosine(), new Cosine.Parameters(0.05, 0, Length.parse("100%"), 1)))
            .withBatch(128)
            .withEpochs(12);
    return new NetworkTraining(
        FASHION,
        "A perceptron on Fashion-MNIST.",
        whole,
        profile ->
            switch (profile) {
              case SMOKE -> Design.single(small(whole, new FashionMnist(), 300, 1), 2);
              case QUICK -> Design.single(small(whole, new FashionMnist(), 10_000, 4), 5);
              case FULL -> Design.single(whole, 12);
            });
  }

  /**
   * Caffe's own settings. Twelve replicates would cost an hour: with the deviation of 0.3 points
   * that others report, four decide a difference of one point with a power of 0.9.
   */
  static NetworkTraining cifarQuick() {
    TrainingParameters whole =
        TrainingParameters.defaults()
            .withData(new Choice<>(new Cifar10(), Selection.ALL))
            .withInputs(Standardization.FEATURE_MEAN)
            .withModel(new Choice<>(new Cifar10Quick(), new Cifar10Quick.Parameters(32, 64)))
            .withOptimizer(new Choice<>(new Sgd(), sgd(true, 0.004)))
            .withRate(
                new Choice<>(
                    new MultiStep(),
                    new MultiStep.Parameters(0.001, 0.1, List.of(Length.parse("87.5%")))))
            .withBatch(100)
            .withEpochs(CIFAR_EPOCHS);
    return new NetworkTraining(
        CIFAR, "Caffe's cifar10_quick on CIFAR-10.", whole, profile -> cifar(whole, profile));
  }

  private static Design<TrainingParameters> cifar(TrainingParameters whole, Profile profile) {
    return switch (profile) {
      case SMOKE -> Design.single(small(whole, new Cifar10(), 200, 1), 2);
      case QUICK -> Design.single(small(whole, new Cifar10(), 2000, 2), 2);
      case FULL -> Design.single(whole, 4);
    };
  }

  private static TrainingParameters small(
      TrainingParameters whole, temper.data.PublishedDataset dataset, int examples, double epochs) {
    return whole
        .withData(
            new Choice<>(
                dataset,
                new Selection(
                    OptionalInt.of(examples), OptionalInt.of(examples), 0, false, List.of(), 0)))
        .withEpochs(epochs);
  }

  private static Sgd.Parameters sgd(boolean rateInside, double decay) {
    return new Sgd.Parameters(constant(0.9), false, rateInside, constant(decay), "coupled");
  }

  private static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }
}
