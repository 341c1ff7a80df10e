package temper.studies.largeinitialrate.theory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import temper.random.RandomStream;

/**
 * Rectified linear neurons that see the second pattern, in the plane in which it lies. On an
 * example of direction k and factor a > 0 the block's output is {@code a g_k} with {@code g_k =
 * sum_j u_j max(0, v_j . D_k)}, so that a step needs three sums whatever the number of examples.
 *
 * <p>Directions are {@code D = s (1, 0), s (1, r), s (1, -r)}. Output weights and pairs of neurons
 * are as in {@link RectifiedBlock}.
 */
final class SecondBlock {

  private static final int K = TwoPatterns.DIRECTIONS;

  private final int neurons;
  private final double output;
  private final double scale;
  private final double[] across;
  private final double[] norm = new double[K];

  /** Weights of neuron j: along the common direction at 2j, across it at 2j + 1. */
  private final double[] weights;

  /** Whether neuron j is active on direction k, at j K + k. */
  private final boolean[] active;

  private final double[] noise;
  private final double[] shifts;
  private RandomStream gradientStream;
  private RandomStream activationStream;

  /** Where a block's random numbers come from: weights, gradient noise, activation noise. */
  record Random(RandomStream initial, RandomStream gradient, RandomStream activation) {}

  /**
   * A block with random weights.
   *
   * @param scale length s of the common direction
   * @param radius length r of the step across it, over s
   * @param neurons how many, even
   * @param deviation standard deviation of weights
   * @param random where random numbers come from
   */
  SecondBlock(double scale, double radius, int neurons, double deviation, Random random) {
    this.neurons = neurons;
    this.output = 1 / Math.sqrt(neurons);
    this.scale = scale;
    this.across = new double[] {0, scale * radius, -scale * radius};
    for (int k = 0; k < K; k++) {
      norm[k] = Math.sqrt(scale * scale + across[k] * across[k]);
    }
    weights = new double[2 * neurons];
    active = new boolean[K * neurons];
    noise = new double[2 * neurons];
    shifts = new double[neurons];
    gradientStream = random.gradient;
    activationStream = random.activation;
    for (int pair = 0; pair < neurons; pair += 2) {
      for (int i = 0; i < 2; i++) {
        double weight = deviation * random.initial.gaussian();
        weights[2 * pair + i] = weight;
        weights[2 * pair + 2 + i] = weight;
      }
    }
  }

  /**
   * Outputs on the directions.
   *
   * @param deviation standard deviation of noise before activations, over the norm of the input;
   *     one draw a neuron and step, which moves the threshold of its activation and is the same for
   *     all examples
   * @param outputs one for each direction; overwritten
   */
  void trainOutputs(double deviation, double[] outputs) {
    if (deviation > 0) {
      activationStream.fillGaussian(shifts);
    }
    Arrays.fill(outputs, 0);
    for (int j = 0; j < neurons; j++) {
      double shift = deviation > 0 ? deviation * shifts[j] : 0;
      for (int k = 0; k < K; k++) {
        double input = input(j, k);
        boolean fires = input + norm[k] * shift > 0;
        active[j * K + k] = fires;
        outputs[k] += fires ? sign(j) * input : 0;
      }
    }
  }

  /**
   * A step of gradient descent from the last {@link #trainOutputs}.
   *
   * @param slopes derivatives of the train loss in the outputs on the directions
   * @param rate learning rate
   * @param decay coefficient of weight decay
   * @param deviation standard deviation of the noise on the gradient
   */
  void descend(double[] slopes, double rate, double decay, double deviation) {
    if (deviation > 0) {
      gradientStream.fillGaussian(noise);
    }
    double keep = 1 - rate * decay;
    for (int j = 0; j < neurons; j++) {
      double along = 0;
      double aside = 0;
      for (int k = 0; k < K; k++) {
        double slope = active[j * K + k] ? slopes[k] : 0;
        along += slope * scale;
        aside += slope * across[k];
      }
      double sign = sign(j);
      int at = 2 * j;
      weights[at] = keep * weights[at] - rate * (sign * along + deviation * noise[at]);
      weights[at + 1] = keep * weights[at + 1] - rate * (sign * aside + deviation * noise[at + 1]);
    }
  }

  private double input(int neuron, int direction) {
    return weights[2 * neuron] * scale + weights[2 * neuron + 1] * across[direction];
  }

  private double sign(int neuron) {
    return neuron % 2 == 0 ? output : -output;
  }

  /**
   * Outputs on the directions without noise; leaves the state of the next step as it is.
   *
   * @param outputs one for each direction; overwritten
   */
  void testOutputs(double[] outputs) {
    Arrays.fill(outputs, 0);
    for (int j = 0; j < neurons; j++) {
      for (int k = 0; k < K; k++) {
        outputs[k] += sign(j) * Math.max(0, input(j, k));
      }
    }
  }

  /** The share of neurons that are active on no direction. */
  double dead() {
    int dead = 0;
    for (int j = 0; j < neurons; j++) {
      dead += input(j, 0) > 0 || input(j, 1) > 0 || input(j, 2) > 0 ? 0 : 1;
    }
    return (double) dead / neurons;
  }

  void writeTo(DataOutput out) throws IOException {
    for (double weight : weights) {
      out.writeDouble(weight);
    }
    gradientStream.writeTo(out);
    activationStream.writeTo(out);
  }

  void readFrom(DataInput in) throws IOException {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readDouble();
    }
    gradientStream = RandomStream.readFrom(in);
    activationStream = RandomStream.readFrom(in);
  }
}
