package temper.simd;

import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Seeded random geometries and tensors that lie somewhere inside a larger storage. */
final class Inputs {

  private static final double[] SPECIAL = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    0.0,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    3e-42,
    Double.MIN_VALUE,
    Float.MAX_VALUE,
    -1e-30,
    88.9,
    -103.9,
    1
  };

  private final Precision precision;
  private final boolean special;
  private final RandomStream stream;

  Inputs(Precision precision, boolean special, long seed) {
    this.precision = precision;
    this.special = special;
    this.stream = new StreamRoot("simd").stream("bits", seed, "inputs");
  }

  int from(int low, int high) {
    return low + stream.nextInt(high - low + 1);
  }

  /** A length that tries the edges of vectors, tiles and blocks. */
  int length(int high) {
    int[] edges = {0, 1, 2, 3, 5, 7, 8, 13, 16, 17, 31, 32, 33, 61, 64, 97};
    return Math.min(high, stream.nextBoolean() ? edges[stream.nextInt(edges.length)] : from(0, 40));
  }

  boolean coin() {
    return stream.nextBoolean();
  }

  /** Gaussian numbers, one in twenty of them special if asked for. */
  Tensor numbers(int... lengths) {
    Tensor tensor = output(lengths);
    for (int i = 0; i < tensor.size(); i++) {
      double value = stream.gaussian() * (special ? 20 : 1);
      boolean replaced = special && stream.nextInt(20) == 0;
      tensor.set(i, replaced ? SPECIAL[stream.nextInt(SPECIAL.length)] : value);
    }
    return tensor;
  }

  /** Numbers that do not matter. */
  Tensor output(int... lengths) {
    Shape shape = Shape.of(lengths);
    int before = from(0, 5);
    Tensor storage = Tensor.zeros(precision, Shape.of(before + shape.size() + from(0, 5)));
    storage.fill(7);
    return storage.view(before, shape);
  }

  int[] labels(int rows, int classes) {
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = stream.nextInt(classes);
    }
    return labels;
  }
}
