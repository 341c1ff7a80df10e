package temper.studies.largeinitialrate.images;

import java.util.List;
import java.util.OptionalInt;
import temper.data.DatasetPlugin;
import temper.data.PublishedDataset;
import temper.data.Selection;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.nn.builtin.CnnBnS;
import temper.optim.builtin.Sgd;
import temper.plugin.Choice;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.TrainingParameters;

/** What all experiments on images share: data, network, optimiser, steps of the rate. */
final class ImageTraining {

  private static final double MOMENTUM = 0.9;
  private static final double WEIGHT_DECAY = 5e-4;

  private ImageTraining() {}

  /** A run of the authors' optimiser on normalised images without augmentation. */
  static TrainingParameters of(
      Choice<DatasetPlugin<?>> data, int channels, double noise, int epochs, int batch) {
    return TrainingParameters.defaults()
        .withData(data)
        .withInputs(Standardization.CHANNEL)
        .withModel(new Choice<>(new CnnBnS(), new CnnBnS.Parameters(channels, noise)))
        .withOptimizer(
            new Choice<>(
                new Sgd(),
                new Sgd.Parameters(
                    constant(MOMENTUM), true, false, constant(WEIGHT_DECAY), "coupled")))
        .withEpochs(epochs)
        .withBatch(batch)
        .withEvaluate(Length.epochs(1));
  }

  static Choice<SchedulePlugin<?>> constant(double value) {
    return new Choice<>(new Constant(), new Constant.Parameters(value));
  }

  /** A value that is multiplied by a factor after each of some numbers of epochs. */
  static MultiStep.Parameters steps(double initial, double factor, List<Double> epochs) {
    return new MultiStep.Parameters(initial, factor, epochs.stream().map(Length::epochs).toList());
  }

  /** Random images of CIFAR-10, as many of each class. */
  static Choice<DatasetPlugin<?>> cifar(int train, int test) {
    return new Choice<>(
        new Cifar10(),
        new Selection(OptionalInt.of(train), OptionalInt.of(test), 0, true, List.of(), 0));
  }

  /** The published data set that a cell names, if it does. */
  static List<String> published(Choice<DatasetPlugin<?>> data) {
    return data.plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }
}
