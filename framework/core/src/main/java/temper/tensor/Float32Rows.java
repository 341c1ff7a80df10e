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
    for (int at = 0; at < x.size(); at += columns) {
      softmaxRow(columns, x.floats(), x.offset() + at, y.floats(), y.offset() + at);
    }
  }

  /** Writes the softmax of a row; the logarithm of the sum of its exponentials. */
  private float softmaxRow(int columns, float[] x, int from, float[] y, int to) {
    float largest = x[from];
    for (int j = 1; j < columns; j++) {
      largest = Math.max(largest, x[from + j]);
    }
    for (int j = 0; j < columns; j++) {
      y[to + j] = Elementary.exp(x[from + j] - largest);
    }
    float sum = sum(columns, y, to);
    for (int j = 0; j < columns; j++) {
      y[to + j] /= sum;
    }
    return Elementary.log(sum) + largest;
  }

  void softmaxCrossEntropy(
      int columns, Tensor logits, int[] labels, Tensor losses, Tensor probabilities) {
    float[] from = logits.floats();
    for (int row = 0; row < losses.size(); row++) {
      int at = row * columns;
      float logSum =
          softmaxRow(
              columns,
              from,
              logits.offset() + at,
              probabilities.floats(),
              probabilities.offset() + at);
      losses.floats()[losses.offset() + row] = logSum - from[logits.offset() + at + labels[row]];
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
