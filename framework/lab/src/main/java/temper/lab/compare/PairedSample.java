package temper.lab.compare;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import temper.lab.config.Comparison;
import temper.lab.config.Comparison.Direction;
import temper.lab.config.Comparison.Divergence;
import temper.stats.Pairs;

/**
 * The differences of a metric within the replicates of two cells. Replicates of one number share
 * their random streams, so that they are pairs.
 *
 * @param from the metric at the baseline, one for each pair that counts; 0 for one without a finite
 *     metric
 * @param to the metric at the value, likewise
 * @param differences value minus baseline
 * @param divergedBaseline pairs whose trial of the baseline diverged
 * @param diverged pairs whose other trial diverged
 * @param leftOut pairs that do not count
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record PairedSample(
    double[] from,
    double[] to,
    double[] differences,
    int divergedBaseline,
    int diverged,
    int leftOut) {

  /** How a trial ended. */
  enum End {
    OK,
    DIVERGED,
    FAILED
  }

  /** A metric in the replicates of a cell. */
  record Replicates(double[] values, End[] ends) {}

  static PairedSample of(Replicates baseline, Replicates value, Comparison how) {
    int pairs = Math.min(baseline.values().length, value.values().length);
    double[] from = new double[pairs];
    double[] to = new double[pairs];
    double[] differences = new double[pairs];
    int n = 0;
    int divergedBaseline = 0;
    int diverged = 0;
    for (int i = 0; i < pairs; i++) {
      boolean bad = baseline.ends()[i] == End.DIVERGED;
      boolean worse = value.ends()[i] == End.DIVERGED;
      divergedBaseline += bad ? 1 : 0;
      diverged += worse ? 1 : 0;
      boolean failed = baseline.ends()[i] == End.FAILED || value.ends()[i] == End.FAILED;
      double difference = failed ? Double.NaN : difference(baseline, value, i, how);
      if (usable(difference, how)) {
        from[n] = finite(baseline, i);
        to[n] = finite(value, i);
        differences[n++] = difference;
      }
    }
    return new PairedSample(
        Arrays.copyOf(from, n),
        Arrays.copyOf(to, n),
        Arrays.copyOf(differences, n),
        divergedBaseline,
        diverged,
        pairs - n);
  }

  /** The metric; 0 where two that are equally infinite are a tie. */
  private static double finite(Replicates of, int i) {
    return Double.isFinite(of.values()[i]) ? of.values()[i] : 0;
  }

  /** The largest absolute value of a metric, which says what of the differences is rounding. */
  double magnitude() {
    return DoubleStream.concat(Arrays.stream(from), Arrays.stream(to))
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  private static boolean usable(double difference, Comparison how) {
    return how.test().ranks() ? !Double.isNaN(difference) : Double.isFinite(difference);
  }

  /** The difference; NaN if the pair says nothing. */
  private static double difference(Replicates baseline, Replicates value, int i, Comparison how) {
    boolean worst = how.divergence() == Divergence.WORST_RANK;
    double from = value(baseline, i, worst, how.direction());
    double to = value(value, i, worst, how.direction());
    if (from != to) {
      return Pairs.difference(to, from);
    }
    // Two trials that are equally bad have the same rank; how far apart they are nobody knows.
    return Double.isInfinite(from) && !how.test().ranks() ? Double.NaN : 0;
  }

  private static double value(Replicates of, int i, boolean worst, Direction direction) {
    if (of.ends()[i] != End.DIVERGED) {
      return of.values()[i];
    }
    if (!worst) {
      return Double.NaN;
    }
    return direction == Direction.HIGHER ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
