package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.data.synthetic.GaussianMixture;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.builtin.Cifar10Full;
import temper.nn.builtin.MultilayerPerceptron;
import temper.plugin.Choice;

/** Caffe's net on CIFAR-10, and a perceptron that stands in for it in the small profiles. */
final class CaffeBench {

  /** Examples and iterations of a reduced run are a fifth. */
  static final double REDUCED_SHRINK = 5;

  /** Train images of a reduced run. */
  static final int REDUCED_TRAIN = 10_000;

  /** Channels of a reduced run: half. */
  static final int REDUCED_CHANNELS = 16;

  /** Images in a batch. */
  static final int BATCH = 100;

  /** Test images on which a network is measured on its way. */
  static final int PROBE = 2000;

  /** Rates of Caffe's net times this suit the perceptron. */
  static final double PERCEPTRON_FACTOR = 10;

  private static final int CHANNELS = 32;
  private static final double DECAY = 0.004;

  private CaffeBench() {}

  /** A fifth of the images and half the channels. */
  static Bench reduced() {
    return of(OptionalInt.of(REDUCED_TRAIN), REDUCED_CHANNELS);
  }

  /** The paper's own. */
  static Bench faithful() {
    return of(OptionalInt.empty(), CHANNELS);
  }

  /** Pixels from 0 to 255 less the mean image, and the decay of Caffe's example. */
  private static Bench of(OptionalInt train, int channels) {
    return new Bench(
        Bench.published(new Cifar10(), train),
        Standardization.FEATURE_MEAN,
        new Choice<>(new Cifar10Full(), new Cifar10Full.Parameters(channels)),
        BATCH,
        DECAY,
        PROBE);
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
        DECAY,
        500);
  }
}
