package temper.tensor;

import java.util.Arrays;

/** Scalar sums in lanes, and operations row by row. */
final class Float32Rows {

  private final float[] lanes = new float[Kernels.LANES];

  double sum(Tensor x) {
    return sum(x.size(), x.floats(), x.offset());
  }

  private float sum(int n, float[] x, int offset) {
    Arrays.fill(lanes, 0f);
    Float32Arrays.addToLanes(n, x, offset, lanes);
    return Float32Arrays.sumOfLanes(lanes);
  }

  double dot(Tensor x, Tensor y) {
    Arrays.fill(lanes, 0f);
    float[] left = x.floats();
    float[] right = y.floats();
    int n = x.size();
    for (int i = 0; i < n; i++) {
      int lane = i % Kernels.LANES;
      lanes[lane] = Math.fma(left[x.offset() + i], right[y.offset() + i], lanes[lane]);
    }
    return Float32Arrays.sumOfLanes(lanes);
  }

  void softmax(int columns, Tensor x, Tensor y) {
    float[] from = x.floats();
    for (int at = 0; at < x.size(); at += columns) {
      float largest = largest(columns, from, x.offset() + at);
      softmaxRow(columns, from, x.offset() + at, largest, y.floats(), y.offset() + at);
    }
  }

  private static float largest(int columns, float[] x, int from) {
    float largest = x[from];
    for (int j = 1; j < columns; j++) {
      largest = Math.max(largest, x[from + j]);
    }
    return largest;
  }

  /** Writes the softmax of a row; the logarithm of its sum of exponentials less the largest. */
  private float softmaxRow(int columns, float[] x, int from, float largest, float[] y, int to) {
    for (int j = 0; j < columns; j++) {
      y[to + j] = Elementary.exp(x[from + j] - largest);
    }
    float sum = sum(columns, y, to);
    for (int j = 0; j < columns; j++) {
      y[to + j] /= sum;
    }
    return Elementary.log(sum);
  }

  void softmaxCrossEntropy(
      int columns, Tensor logits, int[] labels, Tensor losses, Tensor probabilities) {
    float[] from = logits.floats();
    for (int row = 0; row < losses.size(); row++) {
      int at = logits.offset() + row * columns;
      float largest = largest(columns, from, at);
      float logSum =
          softmaxRow(
              columns,
              from,
              at,
              largest,
              probabilities.floats(),
              probabilities.offset() + row * columns);
      // Large logits are subtracted from one another before small numbers are added to them.
      losses.floats()[losses.offset() + row] = (largest - from[at + labels[row]]) + logSum;
    }
  }

  static void softmaxCrossEntropyGradient(
      int columns,
      Tensor probabilities,
      int[] labels,
      Tensor lossGradients,
      Tensor logitGradients) {
    float[] from = probabilities.floats();
    float[] to = logitGradients.floats();
    for (int row = 0; row < lossGradients.size(); row++) {
      float gradient = lossGradients.floats()[lossGradients.offset() + row];
      int at = row * columns;
      for (int j = 0; j < columns; j++) {
        float target = j == labels[row] ? 1f : 0f;
        to[logitGradients.offset() + at + j] =
            (from[probabilities.offset() + at + j] - target) * gradient;
      }
    }
  }
}
