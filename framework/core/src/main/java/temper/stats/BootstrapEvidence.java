package temper.stats;

import java.util.Arrays;
import temper.random.RandomStream;

/**
 * Any statistic, with intervals from its values on resampled observations.
 *
 * <p>The resampled values are computed once and sorted; the interval at every level lies between
 * two of them, so intervals are nested. With B resamples no level below {@code 2 / (B + 1)} bounds
 * the quantity: this is the smallest p-value there can be. A claim at level alpha in a family of m
 * needs B well above {@code 2 m / alpha}.
 *
 * <p>Small samples: coverage is right only in the limit. At a nominal miss of 10 %, measured in
 * simulation: the mean of 10 normal observations misses in 15 % by either method; of 10 exponential
 * ones in 19 % (percentile, mostly below the mean) and 16 % (BCa), of 30 in 13 %, of 100 in 11 %
 * and 10 %. Prefer {@link Mean} or {@link MedianSign} below some 30 observations. One observation
 * of a sample, and equal ones, bound nothing.
 *
 * <p>Source: B. Efron, Better bootstrap confidence intervals, Journal of the American Statistical
 * Association 82 (1987) 171-185; acceleration by the jackknife. Differs: ends are resampled values,
 * rounded outwards, where others interpolate.
 *
 * @since 0.1
 */
public final class BootstrapEvidence implements Evidence {

  /** How the ends of an interval are chosen among the resampled values. */
  public enum Method {
    /** The quantiles of the resampled values. */
    PERCENTILE("bootstrap-percentile"),
    /** Quantiles corrected for bias and for a spread that changes with the quantity. */
    BCA("bootstrap-bca");

    private final String test;

    Method(String test) {
      this.test = test;
    }
  }

  /** What is drawn again: whole rows, or each column for itself. */
  public enum Design {
    /** Row i of every column belongs to one replicate; rows are drawn. */
    PAIRED,
    /** Columns are independent samples, possibly of different lengths. */
    INDEPENDENT
  }

  private final Method method;
  private final int n;
  private final double estimate;
  private final OrderedSample resampled;
  private final double bias;
  private final double acceleration;
  private final boolean hasSpread;

  private BootstrapEvidence(
      Method method,
      int n,
      double estimate,
      OrderedSample resampled,
      double acceleration,
      boolean hasSpread) {
    this.method = method;
    this.n = n;
    this.estimate = estimate;
    this.resampled = resampled;
    this.acceleration = acceleration;
    this.hasSpread = hasSpread;
    double below = resampled.countBelow(estimate) / resampled.size();
    this.bias = below > 0 && below < 1 ? -Distributions.normalUpperQuantile(below) : Double.NaN;
  }

  /**
   * Resamples.
   *
   * @param method how ends are chosen
   * @param design what is drawn again
   * @param statistic the quantity
   * @param resamples number B of resamples, at least 1
   * @param stream where the draws come from
   * @param columns observations; of a paired design all of one length
   * @return the evidence
   * @throws IllegalArgumentException if a column is empty or has NaN, lengths differ in a paired
   *     design, or there are no resamples
   */
  public static BootstrapEvidence of(
      Method method,
      Design design,
      Statistic statistic,
      int resamples,
      RandomStream stream,
      double[]... columns) {
    Checks.atLeast("resamples", resamples, 1);
    Checks.atLeast("number of columns", columns.length, 1);
    int n = 0;
    for (int i = 0; i < columns.length; i++) {
      Checks.ordered("columns[" + i + "]", columns[i]);
      n = design == Design.PAIRED ? columns[i].length : n + columns[i].length;
      if (design == Design.PAIRED) {
        Checks.sameLength(columns[0], columns[i]);
      }
    }
    double[] values = new double[resamples];
    for (int b = 0; b < resamples; b++) {
      values[b] = statistic.of(resample(design, columns, stream));
    }
    double acceleration = method == Method.BCA ? acceleration(design, statistic, columns) : 0;
    return new BootstrapEvidence(
        method,
        n,
        statistic.of(columns),
        new OrderedSample(values),
        acceleration,
        hasSpread(design, columns));
  }

  /**
   * Whether observations say how far they vary: one, or equal ones, come again from every resample,
   * as if the quantity were known.
   */
  private static boolean hasSpread(Design design, double[][] columns) {
    boolean each = design == Design.PAIRED || Arrays.stream(columns).allMatch(c -> c.length > 1);
    return each && !Arrays.stream(columns).allMatch(Moments::constant);
  }

  private static double[][] resample(Design design, double[][] columns, RandomStream stream) {
    double[][] drawn = new double[columns.length][];
    int[] rows = {};
    for (int column = 0; column < columns.length; column++) {
      int length = columns[column].length;
      if (column == 0 || design == Design.INDEPENDENT) {
        rows = rows(stream, length);
      }
      drawn[column] = new double[length];
      for (int i = 0; i < length; i++) {
        drawn[column][i] = columns[column][rows[i]];
      }
    }
    return drawn;
  }

  private static int[] rows(RandomStream stream, int length) {
    int[] rows = new int[length];
    for (int i = 0; i < length; i++) {
      rows[i] = stream.nextInt(length);
    }
    return rows;
  }

  /** One sixth of the skewness of the influence of the observations, by leaving each out. */
  private static double acceleration(Design design, Statistic statistic, double[][] columns) {
    int groups = design == Design.PAIRED ? 1 : columns.length;
    double cubes = 0;
    double squares = 0;
    for (int group = 0; group < groups; group++) {
      int length = columns[group].length;
      double[] without = new double[length];
      for (int row = 0; row < length; row++) {
        double[][] rest = columns.clone();
        for (int column = 0; column < columns.length; column++) {
          if (design == Design.PAIRED || column == group) {
            rest[column] = leaveOut(columns[column], row);
          }
        }
        without[row] = length == 1 ? Double.NaN : statistic.of(rest);
      }
      double mean = Moments.mean(without);
      for (double value : without) {
        double influence = (mean - value) * (length - 1) / length;
        cubes += influence * influence * influence;
        squares += influence * influence;
      }
    }
    return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
  }

  private static double[] leaveOut(double[] values, int row) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, row);
    System.arraycopy(values, row + 1, rest, row, rest.length - row);
    return rest;
  }

  @Override
  public String test() {
    return method.test;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double estimate() {
    return estimate;
  }

  @Override
  public Interval atLevel(double alpha) {
    Checks.level(alpha);
    double slots = resampled.size() + 1.0;
    double tail = alpha / 2;
    if (!hasSpread || tail * slots < 1) {
      return Interval.UNBOUNDED;
    }
    if (method == Method.PERCENTILE) {
      return resampled.symmetric((long) (tail * slots));
    }
    if (Double.isNaN(bias) || Double.isNaN(acceleration)) {
      return Interval.UNBOUNDED;
    }
    double z = Distributions.normalUpperQuantile(tail);
    // Either end is counted from its own side, so that both are rounded outwards.
    long low = rank(share(bias, acceleration, z));
    long high = resampled.size() + 1L - rank(share(-bias, -acceleration, z));
    return resampled.between(Math.min(low, high), Math.max(low, high));
  }

  /** A share may round to 1, which is beyond the last value. */
  private long rank(double share) {
    return Math.min(resampled.size(), (long) (share * (resampled.size() + 1.0)));
  }

  /**
   * The share of resampled values beyond the end that a normal variable would have at z. It falls
   * as z grows, up to the pole of the correction; on the far side no share is small enough.
   */
  private static double share(double bias, double acceleration, double z) {
    double shifted = bias - z;
    double scale = 1 - acceleration * shifted;
    return scale <= 0 ? 0 : Distributions.normalUpperTail(-(bias + shifted / scale));
  }
}
