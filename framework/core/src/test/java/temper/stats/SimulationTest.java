package temper.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.EvidenceTest.stream;

import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;

/**
 * Coverage, level and power by simulation. Each assertion compares a count with the binomial
 * distribution it should have and fails by chance with probability 1e-7 at most, if seeds were
 * drawn anew; there are fewer than ten.
 */
class SimulationTest {

  private static final double FALSE_ALARM = 1e-7;

  @Test
  void intervalsOfNormalMeansCoverAtTheirLevel() {
    RandomStream stream = stream("normal");
    assertCovers(0, 5000, 0.1, 0, 0, () -> Mean.of(normal(stream, 7, 0, 1)));
    assertCovers(
        1, 5000, 0.1, 0, 0.01, () -> Welch.of(normal(stream, 8, 2, 1), normal(stream, 12, 1, 3)));
    assertCovers(
        0.5,
        5000,
        0.1,
        0,
        0,
        () -> {
          double[] x = {1, 2, 3, 5, 8, 13};
          double[] y = normal(stream, 6, 0, 0.4);
          for (int i = 0; i < 6; i++) {
            y[i] = StrictMath.exp(y[i]) * Math.sqrt(x[i]);
          }
          return LogLogSlope.of(x, y);
        });
  }

  @Test
  void rankIntervalsOfDiscreteLevelCoverNoLess() {
    RandomStream stream = stream("ranks");
    assertCovers(0, 5000, 0.1, 0.02, 0, () -> WilcoxonSignedRank.of(uniform(stream, 10)));
    assertCovers(0, 5000, 0.1, 0.09, 0, () -> MedianSign.of(uniform(stream, 10)));
    assertCovers(
        0, 5000, 0.1, 0.02, 0, () -> MannWhitney.of(uniform(stream, 7), uniform(stream, 6)));
    assertCovers(0, 5000, 0.1, 0.01, 0, () -> SignFlip.of(uniform(stream, 8), 1, stream));
    assertCovers(0, 5000, 0.1, 0, 0, () -> SignFlip.of(uniform(stream, 21), 199, stream));
    assertCovers(
        0.3, 5000, 0.1, 0.09, 0, () -> new BinomialEvidence((int) stream.binomial(25, 0.3), 25));
  }

  @Test
  void bootstrapIntervalsOfASkewedMeanCoverNearly() {
    RandomStream stream = stream("skewed");
    // The bootstrap is first-order correct only: known to miss more often at n = 30.
    Function<BootstrapEvidence.Method, Evidence> sample =
        method ->
            BootstrapEvidence.of(
                method,
                BootstrapEvidence.Design.PAIRED,
                Statistic.mean(),
                399,
                stream,
                exponential(stream, 30));
    assertCovers(1, 1500, 0.1, 0, 0.05, () -> sample.apply(BootstrapEvidence.Method.PERCENTILE));
    assertCovers(1, 1500, 0.1, 0, 0.04, () -> sample.apply(BootstrapEvidence.Method.BCA));
  }

  @Test
  void thePairedTestHasThePowerOfThePowerFunction() {
    RandomStream stream = stream("power");
    double power = Power.paired(0.6, 12, 0.05);
    int won = 0;
    int runs = 5000;
    for (int i = 0; i < runs; i++) {
      Evidence evidence = PairedDifference.of(normal(stream, 12, 0.6, 1), new double[12]);
      won += Region.above(0).contains(evidence.atLevel(0.05)) ? 1 : 0;
    }
    assertCount(won, runs, power, power);
  }

  @Test
  void holmRejectsAnyTrueHypothesisAtItsLevelAtMost() {
    RandomStream stream = stream("family");
    int runs = 20_000;
    int wrong = 0;
    for (int i = 0; i < runs; i++) {
      // Two false hypotheses with tiny p-values and three true ones.
      double[] p = {1e-9, stream.uniform(), stream.uniform(), 1e-8, stream.uniform()};
      Holm holm = Holm.of(p, 5, 0.1);
      boolean any = false;
      for (int j : new int[] {1, 2, 4}) {
        any |= p[j] <= holm.level(j);
      }
      wrong += any ? 1 : 0;
    }
    // Independent true ones: 1 - (1 - 0.1 / 3)^3 at the first step decides.
    double level = 1 - Math.pow(1 - 0.1 / 3, 3);
    assertCount(wrong, runs, level, level);
  }

  /** Counts intervals that miss the truth: as often as alpha, up to a stated slack. */
  private static void assertCovers(
      double truth, int runs, double alpha, double below, double above, Supplier<Evidence> sample) {
    int missed = 0;
    for (int i = 0; i < runs; i++) {
      missed += sample.get().atLevel(alpha).contains(truth) ? 0 : 1;
    }
    assertCount(missed, runs, alpha - below, alpha + above);
  }

  private static void assertCount(int count, int runs, double low, double high) {
    Interval interval = new BinomialEvidence(count, runs).atLevel(FALSE_ALARM);
    assertTrue(
        interval.high() >= low && interval.low() <= high,
        () -> count + " of " + runs + " is outside of [" + low + ", " + high + "]");
  }

  private static double[] normal(RandomStream stream, int n, double mean, double deviation) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = mean + deviation * stream.gaussian();
    }
    return values;
  }

  private static double[] uniform(RandomStream stream, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = stream.uniform(-1, 1);
    }
    return values;
  }

  private static double[] exponential(RandomStream stream, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = stream.exponential();
    }
    return values;
  }
}
