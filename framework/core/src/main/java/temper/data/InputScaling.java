package temper.data;

import temper.numerics.CompensatedSum;

/**
 * Turns stored features into inputs: {@code (x - mean) / deviation}, where x is a pixel from 0 to
 * 255 or a number, with means and deviations of each channel or of each feature.
 *
 * <p>Computed in double precision and rounded once, so that single-precision inputs are the rounded
 * double-precision ones. Immutable.
 *
 * @since 0.1
 */
public final class InputScaling {

  private static final int LEVELS = 256;
  private static final double WHITE = 255;

  private final FeatureShape shape;

  /** One value for each channel, or for each feature. */
  private final double[] means;

  private final double[] deviations;

  /** How many consecutive features share a value of {@link #means}. */
  private final int run;

  /** Of each channel the input for each level of a pixel; empty where features have own means. */
  private final float[] table;

  private InputScaling(FeatureShape shape, double[] means, double[] deviations) {
    this.shape = shape;
    this.means = means;
    this.deviations = deviations;
    this.run = shape.size() / means.length;
    this.table = new float[run == 1 ? 0 : means.length * LEVELS];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) ((i % LEVELS - means[i / LEVELS]) / deviations[i / LEVELS]);
    }
  }

  /**
   * A scaling with means and deviations of the train examples.
   *
   * @param kind which
   * @param train the train examples; at least one unless the kind needs no means
   * @return the scaling
   * @throws IllegalArgumentException if means are needed and there is no example, or if a deviation
   *     is needed and squares of differences from the mean overflow, or vanish
   */
  public static InputScaling fit(Standardization kind, Examples train) {
    FeatureShape shape = train.shape();
    int channels = shape.channels();
    return switch (kind) {
      case UNIT -> of(shape, new double[channels], same(channels, train.hasPixels() ? WHITE : 1));
      case RAW -> of(shape, new double[channels], same(channels, 1));
      case FEATURE_MEAN ->
          new InputScaling(shape, featureMeans(required(train)), same(shape.size(), 1));
      case CHANNEL -> ofChannels(required(train));
    };
  }

  /**
   * A scaling with given means and deviations.
   *
   * @param shape shape of an example
   * @param means mean of each channel, on the scale of 0 to 255 for pixels
   * @param deviations standard deviation of each channel, &gt; 0, likewise
   * @return the scaling
   * @throws IllegalArgumentException if there is not one of each for each channel, or one is out of
   *     its range
   */
  public static InputScaling of(FeatureShape shape, double[] means, double[] deviations) {
    if (means.length != shape.channels() || deviations.length != shape.channels()) {
      throw new IllegalArgumentException(
          "means and deviations must be "
              + shape.channels()
              + ", one for each channel, got "
              + means.length
              + " and "
              + deviations.length);
    }
    for (int i = 0; i < means.length; i++) {
      if (!(Math.abs(means[i]) < Double.POSITIVE_INFINITY
          && deviations[i] > 0
          && deviations[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "means must be finite and deviations > 0 and finite, got "
                + means[i]
                + " and "
                + deviations[i]);
      }
    }
    return new InputScaling(shape, means.clone(), deviations.clone());
  }

  private static Examples required(Examples train) {
    if (train.rows() == 0) {
      throw new IllegalArgumentException("means of features need at least 1 train example, got 0");
    }
    return train;
  }

  private static double[] same(int count, double value) {
    double[] out = new double[count];
    java.util.Arrays.fill(out, value);
    return out;
  }

  /** Of pixels the sums are exact. */
  private static double[] featureMeans(Examples train) {
    int columns = train.columns();
    double[] means = new double[columns];
    if (train.hasPixels()) {
      long[] sums = new long[columns];
      for (int row = 0; row < train.rows(); row++) {
        int at = train.place(row) * columns;
        for (int column = 0; column < columns; column++) {
          sums[column] += train.pixels()[at + column] & 0xff;
        }
      }
      for (int column = 0; column < columns; column++) {
        means[column] = (double) sums[column] / train.rows();
      }
    } else {
      for (int column = 0; column < columns; column++) {
        means[column] = mean(train, column, column + 1);
      }
    }
    return means;
  }

  private static InputScaling ofChannels(Examples train) {
    FeatureShape shape = train.shape();
    double[] means = new double[shape.channels()];
    double[] deviations = new double[shape.channels()];
    for (int channel = 0; channel < means.length; channel++) {
      int from = channel * shape.area();
      int to = from + shape.area();
      double variance;
      if (train.hasPixels()) {
        long[] counts = levels(train, from, to);
        means[channel] = mean(counts);
        variance = variance(counts, means[channel]);
      } else if (isConstant(train, from, to)) {
        means[channel] = train.feature(0, from);
        variance = 0;
      } else {
        means[channel] = mean(train, from, to);
        variance = variance(train, from, to, means[channel]);
        requireSquares(variance, channel, means.length);
      }
      deviations[channel] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return new InputScaling(shape, means, deviations);
  }

  private static void requireSquares(double variance, int channel, int channels) {
    if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "input %d of %d has values too %s for their squares, so that it has no standard deviation"
              .formatted(channel + 1, channels, variance == 0 ? "close" : "large"));
    }
  }

  /**
   * Whether all numbers in some columns are equal. Their mean may be another number by rounding,
   * and what is divided by so small a deviation is noise.
   */
  private static boolean isConstant(Examples train, int from, int to) {
    double first = train.feature(0, from);
    for (int row = 0; row < train.rows(); row++) {
      for (int column = from; column < to; column++) {
        if (train.feature(row, column) != first) {
          return false;
        }
      }
    }
    return true;
  }

  /** How often each level occurs in some columns. */
  private static long[] levels(Examples train, int from, int to) {
    long[] counts = new long[LEVELS];
    for (int row = 0; row < train.rows(); row++) {
      int at = train.place(row) * train.columns();
      for (int column = from; column < to; column++) {
        counts[train.pixels()[at + column] & 0xff]++;
      }
    }
    return counts;
  }

  private static double mean(long[] counts) {
    long sum = 0;
    long count = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += level * counts[level];
      count += counts[level];
    }
    return (double) sum / count;
  }

  private static double variance(long[] counts, double mean) {
    CompensatedSum sum = new CompensatedSum();
    long count = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum.add(counts[level] * ((level - mean) * (level - mean)));
      count += counts[level];
    }
    return sum.value() / count;
  }

  private static double mean(Examples train, int from, int to) {
    CompensatedSum sum = new CompensatedSum();
    for (int row = 0; row < train.rows(); row++) {
      for (int column = from; column < to; column++) {
        sum.add(train.feature(row, column));
      }
    }
    return sum.value() / ((double) train.rows() * (to - from));
  }

  private static double variance(Examples train, int from, int to, double mean) {
    CompensatedSum sum = new CompensatedSum();
    for (int row = 0; row < train.rows(); row++) {
      for (int column = from; column < to; column++) {
        double difference = train.feature(row, column) - mean;
        sum.add(difference * difference);
      }
    }
    return sum.value() / ((double) train.rows() * (to - from));
  }

  /**
   * The shape of an example.
   *
   * @return the shape
   */
  public FeatureShape shape() {
    return shape;
  }

  /**
   * Writes the inputs of an example.
   *
   * @param examples examples of this shape
   * @param row the example
   * @param out overwritten from {@code offset} on with {@code shape().size()} inputs
   * @param offset where to begin
   * @throws IllegalArgumentException if the examples have another shape
   */
  public void read(Examples examples, int row, float[] out, int offset) {
    requireShape(examples);
    int columns = shape.size();
    int at = examples.place(row) * columns;
    if (!examples.hasPixels()) {
      for (int i = 0; i < columns; i++) {
        out[offset + i] =
            (float) ((examples.numbers()[at + i] - means[i / run]) / deviations[i / run]);
      }
    } else if (table.length == 0) {
      byte[] pixels = examples.pixels();
      for (int i = 0; i < columns; i++) {
        out[offset + i] = (float) (((pixels[at + i] & 0xff) - means[i]) / deviations[i]);
      }
    } else {
      byte[] pixels = examples.pixels();
      for (int channel = 0; channel < means.length; channel++) {
        int first = channel * run;
        for (int i = first; i < first + run; i++) {
          out[offset + i] = table[channel * LEVELS + (pixels[at + i] & 0xff)];
        }
      }
    }
  }

  /**
   * Writes the inputs of an example in double precision.
   *
   * @param examples examples of this shape
   * @param row the example
   * @param out overwritten from {@code offset} on with {@code shape().size()} inputs
   * @param offset where to begin
   * @throws IllegalArgumentException if the examples have another shape
   */
  public void read(Examples examples, int row, double[] out, int offset) {
    requireShape(examples);
    int columns = shape.size();
    int at = examples.place(row) * columns;
    boolean pixels = examples.hasPixels();
    for (int i = 0; i < columns; i++) {
      double x = pixels ? examples.pixels()[at + i] & 0xff : examples.numbers()[at + i];
      out[offset + i] = (x - means[i / run]) / deviations[i / run];
    }
  }

  private void requireShape(Examples examples) {
    if (!examples.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "examples must have shape " + shape + ", got " + examples.shape());
    }
  }
}
