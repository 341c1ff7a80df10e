package temper.stats;

/** Refusals of arguments, worded in one way. */
final class Checks {

  private Checks() {}

  static void level(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 1, got " + alpha);
    }
  }

  static void probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in [0, 1], got " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
    }
  }

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }

  static void sameLength(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "paired samples must have one length, got " + first.length + " and " + second.length);
    }
  }

  /** Means need finite numbers: what counts for a trial that diverged is for the claim to say. */
  static double[] finite(String name, double[] values) {
    return copy(name, values, false);
  }

  /** Ranks and order statistics take infinities, the worst there is, but not NaN. */
  static double[] ordered(String name, double[] values) {
    return copy(name, values, true);
  }

  private static double[] copy(String name, double[] values, boolean infinities) {
    atLeast("length of " + name, values.length, 1);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i]) || (!infinities && Double.isInfinite(values[i]))) {
        throw new IllegalArgumentException(
            name
                + "["
                + i
                + "] must be "
                + (infinities ? "a number" : "finite")
                + ", got "
                + values[i]);
      }
    }
    return values.clone();
  }

  static double[] differences(double[] first, double[] second) {
    sameLength(first, second);
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      differences[i] = Pairs.difference(first[i], second[i]);
    }
    return differences;
  }
}
