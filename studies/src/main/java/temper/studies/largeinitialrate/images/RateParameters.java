package temper.studies.largeinitialrate.images;

import java.util.List;
import temper.data.DatasetPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.TrainingParameters;

/**
 * One run on images as they are.
 *
 * @param rate initial learning rate
 * @param noise initial level of noise before activations; 0 for none
 * @param data the images
 * @param channels channels of the network's first convolution
 * @param factor by which rate and noise are multiplied when they are annealed
 * @param anneals epochs after which they are, rising
 * @param epochs length of the run
 * @param batch images in a batch
 * @param curveImages train and test images that are evaluated after each epoch; as many as there
 *     are test images are before the first annealing and at the end
 */
record RateParameters(
    @Doc("Initial learning rate") @Positive double rate,
    @Doc("Initial level of noise before activations; 0 for none") @NonNegative double noise,
    @Doc("The images") Choice<DatasetPlugin<?>> data,
    @Doc("Channels of the network's first convolution") @Positive int channels,
    @Doc("Factor of rate and noise when they are annealed") @Range(min = 0, minOpen = true, max = 1)
        double factor,
    @Doc("Epochs after which they are, rising") List<Double> anneals,
    @Doc("Length of the run in epochs") @Positive int epochs,
    @Doc("Images in a batch") @Positive int batch,
    @Doc("Train and test images that are evaluated after each epoch") @Positive int curveImages) {

  /** Copies the list. */
  RateParameters {
    anneals = List.copyOf(anneals);
  }

  /** The large rate on CIFAR-10 at our scale. */
  static RateParameters defaults() {
    return new RateParameters(
        0.1,
        0,
        ImageTraining.cifar(10_000, 2000),
        16,
        0.2,
        List.of(17.0, 35.0, 44.0),
        60,
        128,
        500);
  }

  RateParameters withRateAndNoise(double initialRate, double initialNoise) {
    return new RateParameters(
        initialRate, initialNoise, data, channels, factor, anneals, epochs, batch, curveImages);
  }

  RateParameters withSize(
      Choice<DatasetPlugin<?>> images,
      int firstChannels,
      int length,
      List<Double> annealAfter,
      int size,
      int evaluated) {
    return new RateParameters(
        rate, noise, images, firstChannels, factor, annealAfter, length, size, evaluated);
  }

  MultiStep.Parameters noiseSteps() {
    return ImageTraining.steps(noise, factor, anneals);
  }

  TrainingParameters training() {
    return ImageTraining.of(data, channels, noise, epochs, batch)
        .withRate(new Choice<>(new MultiStep(), ImageTraining.steps(rate, factor, anneals)));
  }
}
