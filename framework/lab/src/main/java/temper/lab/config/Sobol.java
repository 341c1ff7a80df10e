package temper.lab.config;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The Sobol sequence by index, scrambled after Owen (1995): each bit of a coordinate is flipped or
 * not by a random choice that depends on all bits above it. Every point depends on the keys and its
 * index alone.
 */
final class Sobol {

  /** Coordinates for which Commons Math has direction numbers. */
  static final int MOST_DIMENSIONS = 1000;

  private static final int BITS = 52;

  private final long[][] directions;
  private final long[] keys;

  /** A sequence with a key for each dimension. */
  Sobol(long[] keys) {
    this.keys = keys.clone();
    this.directions = new long[keys.length][32];
    SobolSequenceGenerator generator = new SobolSequenceGenerator(keys.length);
    // Point n is the exclusive or of the directions at the bits of the Gray code of n, and the Gray
    // code of 2^k has the bits k and k - 1: so each direction follows from the one before.
    for (int bit = 0; bit < 31; bit++) {
      double[] point = generator.skipTo(1 << bit);
      for (int d = 0; d < keys.length; d++) {
        long bits = (long) (point[d] * 0x1p52);
        directions[d][bit] = bit == 0 ? bits : bits ^ directions[d][bit - 1];
      }
    }
  }

  /** One coordinate of a point, in [0, 1). */
  double at(int index, int dimension) {
    return scrambled(raw(index, dimension), keys[dimension]) * 0x1p-52;
  }

  long raw(int index, int dimension) {
    long bits = 0;
    for (int gray = index ^ (index >>> 1); gray != 0; gray &= gray - 1) {
      bits ^= directions[dimension][Integer.numberOfTrailingZeros(gray)];
    }
    return bits;
  }

  private static long scrambled(long bits, long key) {
    long flips = 0;
    for (int bit = BITS - 1; bit >= 0; bit--) {
      long above = (bits >>> (bit + 1)) | 1L << (BITS - 1 - bit); // The marker tells levels apart.
      flips |= (mix(key ^ mix(above)) >>> 63) << bit;
    }
    return bits ^ flips;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
