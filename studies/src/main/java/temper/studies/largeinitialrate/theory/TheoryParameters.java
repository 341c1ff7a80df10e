package temper.studies.largeinitialrate.theory;

import temper.data.synthetic.LiWeiMa;
import temper.lab.study.Profile;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;

/**
 * One run of gradient descent on the two patterns.
 *
 * @param algorithm what the first phase is
 * @param sample the examples
 * @param network the network
 * @param descent rates and weight decay
 * @param noise what is added at random
 * @param stop when phases end
 */
record TheoryParameters(
    @Doc("What the first phase is; the second is at the small rate")
        @OneOf({
          TheoryParameters.LARGE,
          TheoryParameters.SMALL,
          TheoryParameters.EQUAL_NOISE,
          TheoryParameters.ACTIVATION_NOISE
        })
        String algorithm,
    @Doc("The examples") Sample sample,
    @Doc("The network") Network network,
    @Doc("Rates and weight decay") Descent descent,
    @Doc("What is added at random") Noise noise,
    @Doc("When phases end") Stop stop) {

  /** Algorithm L-S: the large rate, then the small one. */
  static final String LARGE = "large-then-small";

  /** Algorithm S: the small rate throughout. */
  static final String SMALL = "small";

  /** The small rate with gradient noise of the same stationary deviation as at the large one. */
  static final String EQUAL_NOISE = "small-with-gradient-noise";

  /** The small rate with noise before the activations of the second block. */
  static final String ACTIVATION_NOISE = "small-with-activation-noise";

  /** Noise on the weights that see the second pattern alone. */
  static final TheoryParameters SECOND_BLOCK_NOISE =
      new TheoryParameters(
          LARGE,
          new Sample(300, 400, 4000, 0.025, 0.2, 8, 0.5, 0.5),
          new Network(32, 2000, 0.1),
          new Descent(8, 0.4, 1e-4, 1e-4),
          new Noise(0, 0.02, 0),
          new Stop(0.1, 0, 0.02, 12_000));

  /** Spherical noise on all weights, as in the paper. */
  static final TheoryParameters SPHERICAL_NOISE =
      SECOND_BLOCK_NOISE.with(new Noise(0.0005, 0.0005, 0)).with(new Stop(0.1, 0, 0.025, 12_000));

  /** One linear neuron in place of the first block, and a first phase of fixed length. */
  static final TheoryParameters LINEAR_FIRST_BLOCK =
      new TheoryParameters(
          LARGE,
          new Sample(1000, 1000, 4000, 0.02, 0.2, 8, 0.5, 0.5),
          new Network(0, 2000, 0.1),
          new Descent(8, 0.4, 0, 1e-3),
          new Noise(0, 0.004, 0),
          new Stop(0.1, 8000, 0.02, 40_000));

  /**
   * The examples.
   *
   * @param dimension features of the first pattern
   * @param train number of train examples
   * @param test number of test examples
   * @param onlyP probability of the first pattern alone
   * @param onlyQ probability of the second pattern alone
   * @param scale length of the second pattern's common direction
   * @param radius length of the step that tells its classes apart, over the scale
   * @param alpha least factor of an example of the second pattern
   */
  record Sample(
      @Doc("Features of the first pattern") @Range(min = 2, max = 100_000) int dimension,
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Probability of the first pattern alone") @Range(min = 0, max = 1) double onlyP,
      @Doc("Probability of the second pattern alone") @Range(min = 0, max = 1) double onlyQ,
      @Doc("Length of the second pattern's common direction") @Positive double scale,
      @Doc("Length of the step that tells its classes apart, over the scale") @Positive
          double radius,
      @Doc("Least factor of an example of the second pattern")
          @Range(min = 0, max = 1, maxOpen = true)
          double alpha) {

    LiWeiMa.Parameters data() {
      return new LiWeiMa.Parameters(
          train, test, dimension, onlyP, onlyQ, scale, radius, alpha, true);
    }
  }

  /**
   * The network.
   *
   * @param first neurons of the first block; 0 for one linear neuron
   * @param second neurons of the second block
   * @param deviation standard deviation of the first weights
   */
  record Network(
      @Doc("Neurons of the first block; 0 for one linear neuron") @NonNegative int first,
      @Doc("Neurons of the second block") @Positive int second,
      @Doc("Standard deviation of the first weights") @Positive double deviation) {

    /** Neurons come in pairs of opposite sign. */
    Network {
      if (first % 2 != 0 || second % 2 != 0) {
        throw new IllegalArgumentException(
            "first and second must be even, got " + first + " and " + second);
      }
    }
  }

  /**
   * Rates and weight decay.
   *
   * @param large rate of the first phase of L-S
   * @param small rate of all else
   * @param firstDecay coefficient of weight decay of the first block
   * @param secondDecay coefficient of weight decay of the second block
   */
  record Descent(
      @Doc("Rate of the first phase of large-then-small") @Positive double large,
      @Doc("Rate of all else") @Positive double small,
      @Doc("Weight decay of the first block") @NonNegative double firstDecay,
      @Doc("Weight decay of the second block") @NonNegative double secondDecay) {}

  /**
   * What is added at random.
   *
   * @param first deviation of the noise on gradients of the first block
   * @param second deviation of the noise on gradients of the second block
   * @param activation deviation of the noise before activations of the second block, over the norm
   *     of its input; in the first phase of the algorithm that is called after it
   */
  record Noise(
      @Doc("Deviation of the noise on gradients of the first block") @NonNegative double first,
      @Doc("Deviation of the noise on gradients of the second block") @NonNegative double second,
      @Doc("Deviation of the noise before activations of the second block, over its input's norm")
          @NonNegative
          double activation) {}

  /**
   * When phases end.
   *
   * @param aboveQ the first phase ends when the train loss is this much above ln 2 times the share
   *     of examples of the second pattern alone
   * @param phaseTime product of rate and steps after which the first phase ends instead; 0 to end
   *     it by the loss
   * @param loss train loss at which the run ends
   * @param steps most steps of a run
   */
  record Stop(
      @Doc("First phase: train loss above ln 2 times the share of the second pattern alone")
          @Positive
          double aboveQ,
      @Doc("First phase: product of rate and steps after which it ends instead; 0 for the loss")
          @NonNegative
          double phaseTime,
      @Doc("Train loss at which the run ends") @Positive double loss,
      @Doc("Most steps of a run") @Positive int steps) {}

  TheoryParameters with(String other) {
    return new TheoryParameters(other, sample, network, descent, noise, stop);
  }

  TheoryParameters with(Sample other) {
    return new TheoryParameters(algorithm, other, network, descent, noise, stop);
  }

  TheoryParameters with(Network other) {
    return new TheoryParameters(algorithm, sample, other, descent, noise, stop);
  }

  TheoryParameters with(Descent other) {
    return new TheoryParameters(algorithm, sample, network, other, noise, stop);
  }

  TheoryParameters with(Noise other) {
    return new TheoryParameters(algorithm, sample, network, descent, other, stop);
  }

  TheoryParameters with(Stop other) {
    return new TheoryParameters(algorithm, sample, network, descent, noise, other);
  }

  TheoryParameters with(Scale scale) {
    return new TheoryParameters(
        algorithm,
        new Sample(
            Math.max(30, sample.dimension / scale.divisor),
            Math.max(100, sample.train / scale.divisor),
            Math.max(400, sample.test / scale.divisor),
            sample.onlyP,
            sample.onlyQ,
            sample.scale,
            sample.radius,
            sample.alpha),
        new Network(
            network.first / (2 * scale.divisor) * 2,
            network.second / (2 * scale.divisor) * 2,
            network.deviation),
        descent,
        noise,
        new Stop(
            stop.aboveQ,
            stop.phaseTime / (scale.divisor * scale.divisor),
            stop.loss,
            Math.min(stop.steps, scale.steps)));
  }

  /** Sizes at which runs show that the code works, and nothing else. */
  enum Scale {
    /** The sizes of the claims. */
    FULL(1, Integer.MAX_VALUE),
    /** A third of all sizes. */
    THIRD(3, 1000),
    /** A tenth of all sizes. */
    TENTH(10, 100);

    private final int divisor;
    private final int steps;

    Scale(int divisor, int steps) {
      this.divisor = divisor;
      this.steps = steps;
    }

    static Scale of(Profile profile) {
      return switch (profile) {
        case SMOKE -> TENTH;
        case QUICK -> THIRD;
        case FULL -> FULL;
      };
    }
  }

  TheoryParameters withLarge(double rate) {
    return with(new Descent(rate, descent.small, descent.firstDecay, descent.secondDecay));
  }
}
