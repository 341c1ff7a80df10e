package temper.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Simulation.assertMisses;
import static temper.stats.Simulation.assertRate;
import static temper.stats.Simulation.exponential;
import static temper.stats.Simulation.normal;
import static temper.stats.Simulation.rows;
import static temper.stats.Simulation.stream;
import static temper.stats.Simulation.tied;
import static temper.stats.Simulation.times;
import static temper.stats.Simulation.uniform;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.stats.Simulation.Rate;

/**
 * Under the null each test rejects at its level, on each side half of it; where the statistic is
 * discrete, at the largest attainable level below, which is computed. Each interval thereby covers
 * the truth as often as it says.
 */
class LevelSimulationTest {

  private static final double ALPHA = 0.1;
  private static final Rate HALF = Rate.exactly(ALPHA / 2);

  /** How often an experiment is repeated; the long version repeats more. */
  int runs() {
    return 8000;
  }

  @Test
  void meansAndPairedDifferencesOfNormalSamplesMissAtTheirLevel() {
    RandomStream stream = stream("mean");
    assertMisses(HALF, runs(), 3, ALPHA, () -> Mean.of(normal(stream, 2, 3, 2)));
    assertMisses(Rate.exactly(0.01), runs(), 0, 0.02, () -> Mean.of(normal(stream, 7)));
    assertMisses(
        HALF,
        runs(),
        -1,
        ALPHA,
        () -> PairedDifference.of(normal(stream, 5, 1, 1), normal(stream, 5, 2, 3)));
  }

  @Test
  void welchsTestMissesAtTheSizeThatItsPowerFunctionGives() {
    RandomStream stream = stream("welch");
    int[][] sizes = {{8, 12}, {3, 4}, {2, 9}};
    for (int[] n : sizes) {
      Power.Group first = new Power.Group(1, n[0]);
      Power.Group second = new Power.Group(3, n[1]);
      Rate size = Rate.exactly(Power.welch(0, first, second, ALPHA));
      assertMisses(
          size,
          runs(),
          1,
          ALPHA,
          () -> Welch.of(normal(stream, n[0], 2, 1), normal(stream, n[1], 1, 3)));
    }
  }

  @Test
  void contrastsMissAtTheirLevel() {
    RandomStream stream = stream("contrast");
    assertMisses(
        HALF,
        runs(),
        2,
        ALPHA,
        () ->
            Contrast.interaction(
                normal(stream, 4, 3, 1),
                normal(stream, 4, 0, 2),
                normal(stream, 4, 2, 1),
                normal(stream, 4, 1, 3)));
    double[] weights = {1, -0.5, -0.5};
    // The degrees of freedom of Satterthwaite are an approximation, good to a tenth of the level
    // here.
    assertMisses(
        Rate.between(0.045, 0.055),
        runs(),
        0,
        ALPHA,
        () ->
            Contrast.independent(
                weights,
                normal(stream, 6, 1, 1),
                normal(stream, 9, 2, 2),
                normal(stream, 7, 0, 3)));
  }

  @Test
  void slopesOfNoisyPowerLawsMissAtTheirLevel() {
    RandomStream stream = stream("slope");
    double[] x = {1, 2, 3, 5, 8, 13};
    for (int n : new int[] {3, 6}) {
      double[] abscissae = Arrays.copyOf(x, n);
      assertMisses(
          HALF, runs(), 0.5, ALPHA, () -> LogLogSlope.of(abscissae, noisy(stream, abscissae)));
    }
  }

  private static double[] noisy(RandomStream stream, double[] x) {
    return Arrays.stream(x)
        .map(u -> StrictMath.exp(0.4 * stream.gaussian()) * Math.sqrt(u))
        .toArray();
  }

  @Test
  void rankTestsMissAtTheirLargestAttainableLevel() {
    RandomStream stream = stream("ranks");
    assertMisses(
        attainable(signProbabilities(10)),
        runs(),
        0,
        ALPHA,
        () -> MedianSign.of(uniform(stream, 10)));
    assertMisses(
        attainable(WilcoxonSignedRank.distribution(10)),
        runs(),
        0,
        ALPHA,
        () -> WilcoxonSignedRank.of(uniform(stream, 10)));
    assertMisses(
        attainable(MannWhitney.distribution(7, 6)),
        runs(),
        0,
        ALPHA,
        () -> MannWhitney.of(exponential(stream, 7), exponential(stream, 6)));
    // The interval of a shift holds at every shift: duality of the whole family of tests.
    assertMisses(
        attainable(MannWhitney.distribution(5, 8)),
        runs(),
        2,
        ALPHA,
        () -> MannWhitney.of(normal(stream, 5, 3, 1), normal(stream, 8, 1, 1)));
  }

  /** The largest probability of a tail of counts that does not exceed half of alpha. */
  private static Rate attainable(double[] probabilities) {
    double tail = 0;
    for (double probability : probabilities) {
      if (tail + probability > ALPHA / 2) {
        return Rate.exactly(tail);
      }
      tail += probability;
    }
    return Rate.exactly(tail);
  }

  private static double[] signProbabilities(int n) {
    return IntStream.rangeClosed(0, n)
        .mapToDouble(k -> new BinomialDistribution(null, n, 0.5).probability(k))
        .toArray();
  }

  @Test
  void signFlipsMissAtTheirLargestAttainableLevel() {
    RandomStream stream = stream("flips");
    // Twelve of 256 sign patterns make the tail: 12 / 256 <= 0.05.
    assertMisses(
        Rate.exactly(12 / 256.0),
        runs(),
        0,
        ALPHA,
        () -> SignFlip.of(uniform(stream, 8), 1, stream));
    assertMisses(HALF, runs(), 0, ALPHA, () -> SignFlip.of(uniform(stream, 21), 99, stream));
  }

  @Test
  void tiesMakeRankTestsMissLess() {
    RandomStream stream = stream("ties");
    Rate rate = Rate.atMost(ALPHA / 2);
    assertMisses(rate, runs(), 0, ALPHA, () -> MedianSign.of(tied(stream, 12, 2)));
    assertMisses(rate, runs(), 0, ALPHA, () -> WilcoxonSignedRank.of(tied(stream, 12, 2)));
    assertMisses(rate, runs(), 0, ALPHA, () -> SignFlip.of(tied(stream, 12, 2), 1, stream));
    assertMisses(
        rate, runs(), 0, ALPHA, () -> MannWhitney.of(tied(stream, 9, 1), tied(stream, 6, 1)));
  }

  @Test
  void binomialIntervalsMissAsOftenAsTheSumOverCountsSays() {
    RandomStream stream = stream("binomial");
    for (double probability : new double[] {0.3, 0.03}) {
      int n = 40;
      var counts = new BinomialDistribution(null, n, probability);
      double above = 0;
      double below = 0;
      for (int k = 0; k <= n; k++) {
        Interval interval = new BinomialEvidence(k, n).atLevel(ALPHA);
        above += interval.low() > probability ? counts.probability(k) : 0;
        below += interval.high() < probability ? counts.probability(k) : 0;
      }
      assertTrue(Math.max(above, below) <= ALPHA / 2);
      assertMisses(
          Rate.exactly(above),
          Rate.exactly(below),
          runs(),
          probability,
          ALPHA,
          () -> new BinomialEvidence((int) stream.binomial(n, probability), n));
    }
  }

  @Test
  void trendTestsRejectAtTheirLevelAtMost() {
    RandomStream stream = stream("trend");
    assertMisses(
        Rate.between(0.04, 0.05), runs(), 0, ALPHA, () -> PageTrend.of(rows(stream, 6, 4)));
    assertMisses(
        Rate.between(0.045, 0.05),
        runs(),
        0,
        ALPHA,
        () -> JonckheereTrend.of(uniform(stream, 5), uniform(stream, 4), uniform(stream, 7)));
  }

  @Test
  void normalLimitsOfTrendTestsRejectNearlyAtTheirLevel() {
    RandomStream stream = stream("limit");
    Rate nearly = Rate.between(0.044, 0.0505);
    assertMisses(nearly, runs() / 2, 0, ALPHA, () -> PageTrend.of(rows(stream, 2, 9)));
    assertMisses(nearly, runs() / 2, 0, ALPHA, () -> PageTrend.of(rows(stream, 61, 3)));
    assertMisses(
        nearly,
        runs() / 2,
        0,
        ALPHA,
        () -> JonckheereTrend.of(uniform(stream, 60), uniform(stream, 20), uniform(stream, 22)));
  }

  @Test
  void logRankTestsRejectNearlyAtTheirLevel() {
    RandomStream stream = stream("log-rank");
    assertMisses(
        Rate.between(0.045, 0.055),
        runs() / 2,
        0,
        ALPHA,
        () -> LogRank.of(times(stream, 30, 1, 1.2), times(stream, 30, 1, 1.2)));
    // Unequal groups of few events: the normal limit is worse in the tail of the smaller group.
    assertMisses(
        Rate.between(0.02, 0.08),
        runs() / 2,
        0,
        ALPHA,
        () -> LogRank.of(times(stream, 8, 1, 1), times(stream, 24, 1, 1)));
  }

  @Test
  void logRankIntervalsOfModerateRatiosCoverNearly() {
    RandomStream stream = stream("ratio");
    assertMisses(
        Rate.between(0.03, 0.07),
        runs() / 2,
        StrictMath.log(1.5),
        ALPHA,
        () -> LogRank.of(times(stream, 40, 1.5, 2), times(stream, 40, 1, 2)));
  }

  @Test
  void friedmansTestRejectsNearlyAtItsLevel() {
    RandomStream stream = stream("friedman");
    assertRate(
        "friedman 3 x 12",
        Rate.between(0.08, 0.12),
        runs(),
        () -> Friedman.of(rows(stream, 12, 3)).p() <= ALPHA);
    assertRate(
        "friedman 5 x 30",
        Rate.between(0.09, 0.105),
        runs(),
        () -> Friedman.of(rows(stream, 30, 5)).p() <= ALPHA);
  }

  @Test
  void equivalenceIsStatedAtItsLevelWhereTheTruthIsAMargin() {
    RandomStream stream = stream("equivalence");
    for (int n : new int[] {4, 15}) {
      assertRate(
          "equivalence of " + n,
          Rate.exactly(Power.equivalence(1, 1, n, 0.05)),
          runs(),
          () -> new Equivalence(Mean.of(normal(stream, n, 1, 1)), -1, 1).decide(0.05));
      assertTrue(Power.equivalence(1, 1, n, 0.05) <= 0.05);
    }
    // Ranks keep the level too, at a shift that lies on the lower margin.
    assertRate(
        "equivalence by ranks",
        Rate.atMost(0.05),
        runs(),
        () ->
            new Equivalence(MannWhitney.of(uniform(stream, 12), uniform(stream, 12)), 0, 2)
                .decide(0.05));
  }
}
