package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Kernels;

/** Sums over contiguous values in the virtual lanes, as many vectors as hold them. */
final class Float32x256Sums {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();
  private static final int LANES = Kernels.LANES;

  private Float32x256Sums() {}

  /** Adds values to the lanes. */
  static void add(int n, float[] x, int offset, float[] lanes) {
    int whole = n - n % LANES;
    for (int lane = 0; lane < LANES; lane += LENGTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, lanes, lane);
      for (int i = lane; i < whole; i += LANES) {
        sum = sum.add(FloatVector.fromArray(SPECIES, x, offset + i));
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] += x[offset + i];
    }
  }

  /**
   * Adds two rows of values to lanes of their own, side by side: an addition waits for the one
   * before it in the same lanes.
   */
  static void addTwo(int n, float[] x, int first, int second, float[] lanes) {
    int whole = n - n % LANES;
    for (int lane = 0; lane < LANES; lane += LENGTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, lanes, lane);
      FloatVector other = FloatVector.fromArray(SPECIES, lanes, LANES + lane);
      for (int i = lane; i < whole; i += LANES) {
        sum = sum.add(FloatVector.fromArray(SPECIES, x, first + i));
        other = other.add(FloatVector.fromArray(SPECIES, x, second + i));
      }
      sum.intoArray(lanes, lane);
      other.intoArray(lanes, LANES + lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] += x[first + i];
      lanes[LANES + i - whole] += x[second + i];
    }
  }

  /** Adds two rows of squared deviations from means to lanes of their own. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Two rows side by side.
  static void addTwoSquares(
      int n, float[] x, int first, float mean, int second, float otherMean, float[] lanes) {
    int whole = n - n % LANES;
    for (int lane = 0; lane < LANES; lane += LENGTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, lanes, lane);
      FloatVector other = FloatVector.fromArray(SPECIES, lanes, LANES + lane);
      for (int i = lane; i < whole; i += LANES) {
        FloatVector deviation = FloatVector.fromArray(SPECIES, x, first + i).sub(mean);
        FloatVector otherDeviation = FloatVector.fromArray(SPECIES, x, second + i).sub(otherMean);
        sum = deviation.fma(deviation, sum);
        other = otherDeviation.fma(otherDeviation, other);
      }
      sum.intoArray(lanes, lane);
      other.intoArray(lanes, LANES + lane);
    }
    for (int i = whole; i < n; i++) {
      float deviation = x[first + i] - mean;
      float otherDeviation = x[second + i] - otherMean;
      int lane = i - whole;
      lanes[lane] = Math.fma(deviation, deviation, lanes[lane]);
      lanes[LANES + lane] = Math.fma(otherDeviation, otherDeviation, lanes[LANES + lane]);
    }
  }

  /**
   * Adds values of y to the first lanes, and their products with deviations of x from a mean to the
   * lanes after them.
   */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  static void addWithProducts(
      int n, float[] x, int xOffset, float mean, float[] y, int yOffset, float[] lanes) {
    int whole = n - n % LANES;
    for (int lane = 0; lane < LANES; lane += LENGTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, lanes, lane);
      FloatVector products = FloatVector.fromArray(SPECIES, lanes, LANES + lane);
      for (int i = lane; i < whole; i += LANES) {
        FloatVector value = FloatVector.fromArray(SPECIES, y, yOffset + i);
        FloatVector deviation = FloatVector.fromArray(SPECIES, x, xOffset + i).sub(mean);
        sum = sum.add(value);
        products = value.fma(deviation, products);
      }
      sum.intoArray(lanes, lane);
      products.intoArray(lanes, LANES + lane);
    }
    for (int i = whole; i < n; i++) {
      float value = y[yOffset + i];
      int lane = i - whole;
      lanes[lane] += value;
      lanes[LANES + lane] = Math.fma(value, x[xOffset + i] - mean, lanes[LANES + lane]);
    }
  }

  /** Adds products of y with deviations of x from a mean to the lanes. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  static void addProducts(
      int n, float[] x, int xOffset, float mean, float[] y, int yOffset, float[] lanes) {
    int whole = n - n % LANES;
    for (int lane = 0; lane < LANES; lane += LENGTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, lanes, lane);
      for (int i = lane; i < whole; i += LANES) {
        FloatVector deviation = FloatVector.fromArray(SPECIES, x, xOffset + i).sub(mean);
        sum = FloatVector.fromArray(SPECIES, y, yOffset + i).fma(deviation, sum);
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      lanes[i - whole] = Math.fma(y[yOffset + i], x[xOffset + i] - mean, lanes[i - whole]);
    }
  }

  /** The sum of the lanes, in halves. */
  static float total(float[] lanes) {
    return total(lanes, 0);
  }

  /** The sum of the lanes from one on, in halves. */
  static float total(float[] lanes, int first) {
    for (int half = LANES / 2; half >= 1; half /= 2) {
      for (int j = first; j < first + half; j++) {
        lanes[j] += lanes[j + half];
      }
    }
    return lanes[first];
  }
}
