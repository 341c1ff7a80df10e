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

  /** Adds squared deviations from a mean to the lanes. */
  static void addSquares(int n, float[] x, int offset, float mean, float[] lanes) {
    int whole = n - n % LANES;
    for (int lane = 0; lane < LANES; lane += LENGTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, lanes, lane);
      for (int i = lane; i < whole; i += LANES) {
        FloatVector deviation = FloatVector.fromArray(SPECIES, x, offset + i).sub(mean);
        sum = deviation.fma(deviation, sum);
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < n; i++) {
      float deviation = x[offset + i] - mean;
      lanes[i - whole] = Math.fma(deviation, deviation, lanes[i - whole]);
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
    for (int half = LANES / 2; half >= 1; half /= 2) {
      for (int j = 0; j < half; j++) {
        lanes[j] += lanes[j + half];
      }
    }
    return lanes[0];
  }
}
