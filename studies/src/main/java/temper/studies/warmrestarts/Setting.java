package temper.studies.warmrestarts;

import java.util.List;
import java.util.OptionalInt;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.data.Selection;
import temper.data.published.Cifar10;
import temper.data.synthetic.GaussianMixture;
import temper.data.synthetic.PrototypeImages;
import temper.lab.study.Profile;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.ModelPlugin;
import temper.nn.builtin.CnnBnS;
import temper.nn.builtin.MultilayerPerceptron;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.schedule.Length;
import temper.studies.training.TrainingParameters;

/**
 * What is learned, by which network and for how long; all arms of an experiment share it.
 *
 * @param data the data set
 * @param model the network
 * @param epochs passes over the train examples
 * @param batch examples in a batch
 * @param crop largest random shift of an image in pixels
 * @param flip whether images are mirrored at random
 */
record Setting(
    @Doc("The data set") Choice<DatasetPlugin<?>> data,
    @Doc("The network") Choice<ModelPlugin<?>> model,
    @Doc("Passes over the train examples") @Positive double epochs,
    @Doc("Examples in a batch") @Positive int batch,
    @Doc("Largest random shift of an image in pixels") @NonNegative int crop,
    @Doc("Whether images are mirrored at random") boolean flip) {

  private static final int VALIDATION = 2000;

  /** 70 epochs of batches of 128 as in SGDR, or less. */
  static Setting restarts(Profile profile, boolean validated) {
    return switch (profile) {
      case SMOKE -> tiny(14);
      case QUICK -> small(14, 0.7);
      case FULL -> reduced(70, 128, validated);
    };
  }

  /** 60 epochs of batches of 64 as in Snapshot Ensembles, or less. */
  static Setting snapshots(Profile profile) {
    return switch (profile) {
      case SMOKE -> tiny(12);
      case QUICK -> small(12, 2);
      case FULL -> reduced(60, 64, false);
    };
  }

  private static Setting reduced(double epochs, int batch, boolean validated) {
    Selection images =
        new Selection(
            OptionalInt.of(10_000),
            OptionalInt.of(10_000),
            validated ? VALIDATION : 0,
            false,
            List.of(),
            0);
    return new Setting(
        new Choice<>(new Cifar10(), images),
        new Choice<>(new CnnBnS(), new CnnBnS.Parameters(16, 0)),
        epochs,
        batch,
        4,
        true);
  }

  private static Setting small(double epochs, double noise) {
    return new Setting(
        new Choice<>(
            new PrototypeImages(),
            new PrototypeImages.Parameters(200, 80, 1, noise, 0, 0, 0.2, 0.15, 0.1)),
        new Choice<>(new CnnBnS(), new CnnBnS.Parameters(4, 0)),
        epochs,
        10,
        2,
        false);
  }

  private static Setting tiny(double epochs) {
    return new Setting(
        new Choice<>(new GaussianMixture(), new GaussianMixture.Parameters(50, 50, 3, 4, 2, 0)),
        new Choice<>(
            new MultilayerPerceptron(),
            new MultilayerPerceptron.Parameters(
                List.of(4), Activation.RELU, Initialization.HE_NORMAL, 0)),
        epochs,
        10,
        0,
        false);
  }

  /** The data sets that must be there. */
  List<String> datasets() {
    return data.plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }

  /** Training parameters that lack their optimiser and learning rate. */
  TrainingParameters training(double trained, Length evaluate) {
    return TrainingParameters.defaults()
        .withData(data)
        .withModel(model)
        .withEpochs(trained)
        .withBatch(batch)
        .withAugmentation(crop, flip)
        .withEvaluate(evaluate);
  }
}
