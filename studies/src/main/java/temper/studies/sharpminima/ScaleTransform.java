package temper.studies.sharpminima;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import temper.studies.fullbatch.FeedForward;

/**
 * Multiplies the weights of each layer of a bias-free ReLU network by a factor of its own. If the
 * product of the factors is 1 the function stays the same, and gradient and Hessian of any loss
 * become <i>D g</i> and <i>D H D</i>, with the inverse factors on the diagonal of <i>D</i>.
 *
 * @param network the network
 * @param factors one for each layer, positive
 */
@SuppressWarnings("ArrayRecordComponent") // Short-lived; nobody compares.
record ScaleTransform(FeedForward network, double[] factors) {

  ScaleTransform {
    if (factors.length != network.layers() || !Arrays.stream(factors).allMatch(f -> f > 0)) {
      throw new IllegalArgumentException(
          "factors must be "
              + network.layers()
              + " positive numbers, got "
              + Arrays.toString(factors));
    }
  }

  /** The transform of the paper: the first layer times a factor, the second over it. */
  static ScaleTransform ofTwoLayers(FeedForward network, double alpha) {
    return new ScaleTransform(network, new double[] {alpha, 1 / alpha});
  }

  /** The transformed parameters. */
  double[] apply(double[] point) {
    double[] moved = point.clone();
    for (int layer = 0; layer < factors.length; layer++) {
      for (int i = network.start(layer); i < network.start(layer + 1); i++) {
        moved[i] *= factors[layer];
      }
    }
    return moved;
  }

  /** The Hessian at the transformed parameters, from the one before. */
  DMatrixRMaj hessian(DMatrixRMaj before) {
    double[] inverse = new double[network.size()];
    for (int layer = 0; layer < factors.length; layer++) {
      Arrays.fill(inverse, network.start(layer), network.start(layer + 1), 1 / factors[layer]);
    }
    DMatrixRMaj after = before.copy();
    for (int i = 0; i < inverse.length; i++) {
      for (int j = 0; j < inverse.length; j++) {
        after.set(i, j, inverse[i] * before.get(i, j) * inverse[j]);
      }
    }
    return after;
  }

  /** The part of a Hessian that belongs to one layer. */
  static DMatrixRMaj block(FeedForward network, DMatrixRMaj hessian, int layer) {
    int from = network.start(layer);
    int size = network.start(layer + 1) - from;
    DMatrixRMaj block = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        block.set(i, j, hessian.get(from + i, from + j));
      }
    }
    return block;
  }
}
