package temper.random;

import temper.numerics.StableMath;

/**
 * Layers of equal area under a decreasing density, for sampling it mostly by one multiplication and
 * one comparison.
 *
 * <p>Source: G. Marsaglia, W. W. Tsang, The ziggurat method for generating random variables,
 * Journal of Statistical Software 5 (2000). Differs: layer, sign and position come from disjoint
 * bits of one 64-bit number, after J. A. Doornik, An improved ziggurat method (2005).
 */
final class Ziggurat {

  private static final int LAYERS = 256;

  /** Ends of the layers and the area of each, solved for 256 layers. */
  private static final double GAUSSIAN_END = 3.654152885361009;

  private static final double GAUSSIAN_AREA = 0.004928673233974655;
  private static final double EXPONENTIAL_END = 7.69711747013105;
  private static final double EXPONENTIAL_AREA = 0.003949659822581557;

  private static final double[] GAUSSIAN_WIDTH = new double[LAYERS + 1];
  private static final double[] GAUSSIAN_DENSITY = new double[LAYERS + 1];
  private static final double[] GAUSSIAN_STEP = new double[LAYERS];
  private static final long[] GAUSSIAN_INSIDE = new long[LAYERS];
  private static final double[] EXPONENTIAL_WIDTH = new double[LAYERS + 1];
  private static final double[] EXPONENTIAL_DENSITY = new double[LAYERS + 1];
  private static final double[] EXPONENTIAL_STEP = new double[LAYERS];
  private static final long[] EXPONENTIAL_INSIDE = new long[LAYERS];

  static {
    double end = GAUSSIAN_END;
    GAUSSIAN_WIDTH[0] = GAUSSIAN_AREA / StableMath.exp(-0.5 * end * end);
    for (int i = 1; i < LAYERS; i++) {
      GAUSSIAN_WIDTH[i] = end;
      GAUSSIAN_DENSITY[i] = StableMath.exp(-0.5 * end * end);
      end = Math.sqrt(-2 * StableMath.log(GAUSSIAN_AREA / end + GAUSSIAN_DENSITY[i]));
    }
    end = EXPONENTIAL_END;
    EXPONENTIAL_WIDTH[0] = EXPONENTIAL_AREA / StableMath.exp(-end);
    for (int i = 1; i < LAYERS; i++) {
      EXPONENTIAL_WIDTH[i] = end;
      EXPONENTIAL_DENSITY[i] = StableMath.exp(-end);
      end = -StableMath.log(EXPONENTIAL_AREA / end + EXPONENTIAL_DENSITY[i]);
    }
    complete(GAUSSIAN_WIDTH, GAUSSIAN_DENSITY, GAUSSIAN_STEP, GAUSSIAN_INSIDE, 0x1p53);
    complete(EXPONENTIAL_WIDTH, EXPONENTIAL_DENSITY, EXPONENTIAL_STEP, EXPONENTIAL_INSIDE, 0x1p54);
  }

  private Ziggurat() {}

  private static void complete(
      double[] width, double[] density, double[] step, long[] inside, double units) {
    width[LAYERS] = 0;
    density[LAYERS] = 1;
    for (int i = 0; i < LAYERS; i++) {
      step[i] = width[i] / units;
      inside[i] = (long) (width[i + 1] / width[i] * units);
    }
  }

  /** A standard Gaussian number. */
  static double gaussian(RandomStream stream) {
    long bits = stream.nextLong();
    int layer = (int) bits & (LAYERS - 1);
    long position = ((bits >> 11) << 1) | 1; // odd: symmetric about 0
    double x = position * GAUSSIAN_STEP[layer];
    if (Math.abs(position) < GAUSSIAN_INSIDE[layer]) {
      return x;
    }
    return gaussianOutside(stream, layer, x);
  }

  private static double gaussianOutside(RandomStream stream, int firstLayer, double first) {
    int layer = firstLayer;
    double x = first;
    while (true) {
      if (layer == 0) {
        return Math.copySign(gaussianTail(stream), x);
      }
      double low = GAUSSIAN_DENSITY[layer];
      double height = low + stream.uniform() * (GAUSSIAN_DENSITY[layer + 1] - low);
      if (height < StableMath.exp(-0.5 * x * x)) {
        return x;
      }
      long bits = stream.nextLong();
      layer = (int) bits & (LAYERS - 1);
      long position = ((bits >> 11) << 1) | 1;
      x = position * GAUSSIAN_STEP[layer];
      if (Math.abs(position) < GAUSSIAN_INSIDE[layer]) {
        return x;
      }
    }
  }

  /** Beyond the last layer, by Marsaglia's exponential rejection. */
  private static double gaussianTail(RandomStream stream) {
    double beyond;
    double bound;
    do {
      beyond = -StableMath.log(1 - stream.uniform()) / GAUSSIAN_END;
      bound = -StableMath.log(1 - stream.uniform());
    } while (2 * bound < beyond * beyond);
    return GAUSSIAN_END + beyond;
  }

  /** A standard exponential number. */
  static double exponential(RandomStream stream) {
    long bits = stream.nextLong();
    int layer = (int) bits & (LAYERS - 1);
    long position = ((bits >>> 11) << 1) | 1;
    double x = position * EXPONENTIAL_STEP[layer];
    if (position < EXPONENTIAL_INSIDE[layer]) {
      return x;
    }
    return exponentialOutside(stream, layer, x);
  }

  private static double exponentialOutside(RandomStream stream, int firstLayer, double first) {
    int layer = firstLayer;
    double x = first;
    double offset = 0;
    while (true) {
      if (layer == 0) {
        offset += EXPONENTIAL_END; // without memory: the tail is the whole again
      } else {
        double low = EXPONENTIAL_DENSITY[layer];
        double height = low + stream.uniform() * (EXPONENTIAL_DENSITY[layer + 1] - low);
        if (height < StableMath.exp(-x)) {
          return offset + x;
        }
      }
      long bits = stream.nextLong();
      layer = (int) bits & (LAYERS - 1);
      long position = ((bits >>> 11) << 1) | 1;
      x = position * EXPONENTIAL_STEP[layer];
      if (position < EXPONENTIAL_INSIDE[layer]) {
        return offset + x;
      }
    }
  }
}
