package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.EvidenceTest.stream;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;

class TrendTest {

  private static final Region RISING = Region.above(0);

  private static final double[][] COTTON = {
    {7.46, 7.17, 7.76, 8.14, 7.63}, {7.68, 7.57, 7.73, 8.15, 8.00}, {7.21, 7.80, 7.74, 7.87, 7.93}
  };

  private static final double[][] GROUPS = {{1.2, 0.4, 2.0}, {1.9, 2.4, 0.9}, {2.2, 3.1, 1.7, 2.9}};

  @Test
  void pagesTestAgreesWithEnumeration() {
    double[] row = Reference.row("page");
    NullEvidence page = PageTrend.of(COTTON);

    assertEquals(row[0], 3 * 5 * 36 / 4.0 + page.estimate() * 3 * 5 * 24 / 12, 1e-12);
    assertEquals(row[1], new Hypothesis(page, RISING).p(), 1e-14);
    assertEquals(row[1], new Hypothesis(page, Region.below(0)).p(), 1e-14);
  }

  @Test
  void jonckheeresTestAgreesWithEnumeration() {
    double[] row = Reference.row("jonckheere");
    NullEvidence trend = JonckheereTrend.of(GROUPS);

    assertEquals(row[0], (trend.estimate() + 1) * 33 / 2, 1e-12);
    assertEquals(row[1], new Hypothesis(trend, RISING).p(), 1e-14);
    assertThrows(IllegalArgumentException.class, () -> JonckheereTrend.of(GROUPS[0]));
  }

  @Test
  void twoSamplesMakeJonckheeresTestThatOfMannAndWhitney() {
    assertEquals(
        new Hypothesis(MannWhitney.of(Reference.TERM, Reference.EARLY), RISING).p(),
        new Hypothesis(JonckheereTrend.of(Reference.EARLY, Reference.TERM), RISING).p(),
        1e-14);
  }

  @Test
  void theNormalLimitsJoinTheExactDistributions() {
    RandomStream stream = stream("trend");
    double[][] rows = new double[61][4];
    for (double[] row : rows) {
      stream.fillGaussian(row);
    }
    double exact = margin(PageTrend.of(Arrays.copyOf(rows, 60)));
    assertEquals(exact * Math.sqrt(60 / 61.0), margin(PageTrend.of(rows)), 0.002);

    double[][] groups = {new double[33], new double[33], new double[34]};
    double[][] larger = {new double[33], new double[34], new double[34]};
    for (int i = 0; i < 3; i++) {
      stream.fillGaussian(groups[i]);
      stream.fillGaussian(larger[i]);
    }
    assertEquals(margin(JonckheereTrend.of(groups)), margin(JonckheereTrend.of(larger)), 0.003);
  }

  private static double margin(NullEvidence evidence) {
    return evidence.estimate() - evidence.atLevel(0.02).low();
  }

  @Test
  void friedmansTestAgreesWithR() {
    double[] row = Reference.row("friedman");
    double[] times = {
      5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70,
      5.45, 5.55, 5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70,
      5.25, 5.20, 5.10, 5.65, 5.55, 5.45, 5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40,
      5.45, 5.55, 5.50, 5.55, 5.55, 5.35, 5.45, 5.50, 5.55, 5.50, 5.45, 5.25, 5.65, 5.60, 5.40,
      5.70, 5.65, 5.55, 6.30, 6.30, 6.25
    };
    double[][] rows = new double[22][3];
    for (int i = 0; i < times.length; i++) {
      rows[i / 3][i % 3] = times[i];
    }

    Friedman friedman = Friedman.of(rows);

    assertEquals(row[0], friedman.statistic(), 1e-12);
    assertEquals(row[1], friedman.p(), 1e-12);
    assertEquals(row[3], friedman.meanRanks()[1], 1e-14);
    // Critical difference of Demsar (2006), table 5: q = 2.343 for 3 conditions.
    Interval interval = friedman.pair(0, 2).interval(0.95);
    assertEquals(2 * 2.343 * Math.sqrt(12 / 132.0), interval.high() - interval.low(), 2e-3);
    assertTrue(RISING.contains(interval));
    assertEquals(Interval.UNBOUNDED, friedman.pair(0, 2).atLevel(1e-13));
    assertEquals(1, Friedman.of(new double[][] {{1, 1}, {2, 2}}).p());
    assertThrows(IllegalArgumentException.class, () -> Friedman.of(new double[][] {{1, 1}, {2}}));
  }

  @Test
  void theStudentizedRangeAgreesWithR() {
    // Where they differ most, arithmetic with more digits is on our side: (10, 2) gives
    // 0.923214238606853.
    for (double[] row : Reference.rows("studentized-range")) {
      assertEquals(row[2], new StudentizedRange((int) row[0]).upperTail(row[1]), 1e-8);
    }
    assertEquals(0.923214238606853, new StudentizedRange(10).upperTail(2), 1e-14);
    for (double[] row : Reference.rows("nemenyi-q")) {
      int k = (int) row[0];
      double[][] rows = new double[12][k];
      rows[0][0] = 1;
      double half = Friedman.of(rows).pair(0, 1).interval(0.95).high();
      double estimate = Friedman.of(rows).pair(0, 1).estimate();
      assertEquals(row[1], (half - estimate) / Math.sqrt(k * (k + 1) / 72.0), 1e-6);
    }
  }

  @Test
  void theLogRankTestAgreesWithThePublishedOneOfTheLeukaemiaTrial() {
    // Freireich et al. (1963): 6-MP, 9 relapses where 19.25 were expected; chi-squared 16.79.
    double[] drug = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    boolean[] relapse = new boolean[21];
    for (int i : new int[] {0, 1, 2, 4, 6, 9, 10, 14, 15}) {
      relapse[i] = true;
    }
    double[] placebo = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
    boolean[] all = new boolean[21];
    Arrays.fill(all, true);

    Evidence evidence =
        LogRank.of(new LogRank.Group(drug, relapse), new LogRank.Group(placebo, all));

    double deviation =
        (evidence.atLevel(0.05).high() - evidence.estimate())
            / Distributions.normalUpperQuantile(0.025);
    double z = evidence.estimate() / deviation;
    assertEquals(16.79, z * z, 0.005);
    assertEquals(9 - 19.25, evidence.estimate() / (deviation * deviation), 0.005);
    assertEquals(42, evidence.n());
    assertEquals(4.17e-5, new Hypothesis(evidence, Region.below(0)).p(), 1e-7);
  }

  @Test
  void withoutEventsTheLogRankTestBoundsNothing() {
    LogRank.Group group = new LogRank.Group(new double[] {1, 2}, new boolean[2]);

    assertEquals(Interval.UNBOUNDED, LogRank.of(group, group).atLevel(0.5));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LogRank.Group(new double[] {1, 2}, new boolean[1]));
    assertThrows(
        IllegalArgumentException.class, () -> new LogRank.Group(new double[] {-1}, new boolean[1]));
  }

  @Test
  void effectSizesAgreeWithR() {
    double[] a = Reference.A;
    double[] b = Reference.B;
    assertEquals(Reference.row("cohen-d")[0], EffectSize.cohenD(a, b), 1e-14);
    assertEquals(Reference.row("hedges-g")[0], EffectSize.hedgesG(a, b), 1e-14);
    assertEquals(Reference.row("cohen-dz")[0], EffectSize.cohenDPaired(a, b), 1e-14);
    assertEquals(Reference.row("cliff")[0], EffectSize.cliffDelta(a, b), 1e-15);
    assertEquals(Reference.row("cliff")[1], EffectSize.a12(a, b), 1e-15);
    assertEquals(Double.NaN, EffectSize.cohenDPaired(a, a));
  }

  @Test
  void performanceProfilesCountProblemsWithinAFactorOfTheBest() {
    double failed = Double.POSITIVE_INFINITY;
    PerformanceProfile profile =
        PerformanceProfile.of(
            new double[][] {{1, 2}, {3, 1}, {failed, 5}, {failed, failed}, {4, 4}});

    assertEquals(0.4, profile.at(0, 1));
    assertEquals(0.6, profile.at(1, 1));
    assertEquals(0.8, profile.at(1, 2));
    assertEquals(0.6, profile.at(0, failed));
    assertEquals(2 / 3.0, PerformanceProfile.scoresAbove(new double[] {1, 2, 3}, 1));
    assertThrows(IllegalArgumentException.class, () -> PerformanceProfile.of(new double[][] {{0}}));
  }
}
