package temper.studies.largeinitialrate.images;

import java.util.List;
import temper.data.DatasetPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.TrainingParameters;

/**
 * One run on images with patches.
 *
 * @param arm how it is trained
 * @param data the images
 * @param channels channels of the network's first convolution
 * @param rate initial rate of the arm with a large one
 * @param factor by which that rate is multiplied when it is annealed; the small rate is the product
 * @param anneal epochs after which the large rate, or the noise, is annealed
 * @param noise level of the noise before activations, in the arm that has it
 * @param patched share of images that can have a patch
 * @param alone probability at each access that a patch is put on an image of zeros
 * @param difference largest difference that a class makes in its patch
 * @param epochs length of the run
 * @param batch images in a batch
 * @param curveTests test images that are evaluated after each epoch; all are at the end
 */
record PatchParameters(
    @Doc("How it is trained") @OneOf({LARGE, SMALL, NOISE, CLEAN}) String arm,
    @Doc("The images") Choice<DatasetPlugin<?>> data,
    @Doc("Channels of the network's first convolution") @Positive int channels,
    @Doc("Initial rate of the arm with a large one") @Positive double rate,
    @Doc("Factor of the rate when it is annealed; the small rate is the product")
        @Range(min = 0, minOpen = true, max = 1)
        double factor,
    @Doc("Epochs after which the large rate or the noise is annealed") @NonNegative double anneal,
    @Doc("Level of the noise before activations, in the arm that has it") @Positive double noise,
    @Doc("Share of images that can have a patch") @Range(min = 0, max = 1) double patched,
    @Doc("Probability at each access that a patch is put on an image of zeros")
        @Range(min = 0, max = 1)
        double alone,
    @Doc("Largest difference that a class makes in its patch") @Positive double difference,
    @Doc("Length of the run in epochs") @Positive int epochs,
    @Doc("Images in a batch") @Positive int batch,
    @Doc("Test images that are evaluated after each epoch; all are at the end") @Range(min = 2)
        int curveTests) {

  /** The large rate, annealed. */
  static final String LARGE = "large rate";

  /** The small rate from the start. */
  static final String SMALL = "small rate";

  /** The small rate with annealed noise before activations. */
  static final String NOISE = "small rate, noise";

  /** The small rate on images without patches. */
  static final String CLEAN = "small rate, no patches";

  /** What the noise is multiplied by when it is annealed, as in the authors' code. */
  private static final double NOISE_FACTOR = 1e-5;

  /** The authors' setting at our scale. */
  static PatchParameters defaults() {
    return new PatchParameters(
        LARGE,
        ImageTraining.cifar(10_000, 2000),
        16,
        0.1,
        0.04,
        29,
        0.4,
        0.8,
        0.2,
        0.1,
        60,
        128,
        500);
  }

  PatchParameters withArm(String value) {
    return new PatchParameters(
        value,
        data,
        channels,
        rate,
        factor,
        anneal,
        noise,
        patched,
        alone,
        difference,
        epochs,
        batch,
        curveTests);
  }

  PatchParameters withAnneal(double value) {
    return new PatchParameters(
        arm,
        data,
        channels,
        rate,
        factor,
        value,
        noise,
        patched,
        alone,
        difference,
        epochs,
        batch,
        curveTests);
  }

  PatchParameters withDifference(double value) {
    return new PatchParameters(
        arm,
        data,
        channels,
        rate,
        factor,
        anneal,
        noise,
        patched,
        alone,
        value,
        epochs,
        batch,
        curveTests);
  }

  PatchParameters withRates(double large, double annealedBy) {
    return new PatchParameters(
        arm,
        data,
        channels,
        large,
        annealedBy,
        anneal,
        noise,
        patched,
        alone,
        difference,
        epochs,
        batch,
        curveTests);
  }

  PatchParameters withBatch(int size) {
    return new PatchParameters(
        arm,
        data,
        channels,
        rate,
        factor,
        anneal,
        noise,
        patched,
        alone,
        difference,
        epochs,
        size,
        curveTests);
  }

  PatchParameters withNetwork(Choice<DatasetPlugin<?>> images, int firstChannels) {
    return new PatchParameters(
        arm,
        images,
        firstChannels,
        rate,
        factor,
        anneal,
        noise,
        patched,
        alone,
        difference,
        epochs,
        batch,
        curveTests);
  }

  PatchParameters withLength(int length, double annealAfter, int tests) {
    return new PatchParameters(
        arm,
        data,
        channels,
        rate,
        factor,
        annealAfter,
        noise,
        patched,
        alone,
        difference,
        length,
        batch,
        tests);
  }

  boolean hasNoise() {
    return arm.equals(NOISE);
  }

  boolean hasPatches() {
    return !arm.equals(CLEAN);
  }

  PatchedBatches.Shares shares() {
    return new PatchedBatches.Shares(patched, alone, false);
  }

  MultiStep.Parameters noiseSteps() {
    return ImageTraining.steps(noise, NOISE_FACTOR, List.of(anneal));
  }

  TrainingParameters training() {
    MultiStep.Parameters steps =
        arm.equals(LARGE)
            ? ImageTraining.steps(rate, factor, List.of(anneal))
            : ImageTraining.steps(rate * factor, 1, List.of());
    return ImageTraining.of(data, channels, hasNoise() ? noise : 0, epochs, batch)
        .withRate(new Choice<>(new MultiStep(), steps));
  }
}
