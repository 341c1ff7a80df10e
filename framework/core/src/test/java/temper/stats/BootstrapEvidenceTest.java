package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static temper.stats.BootstrapEvidence.Design.INDEPENDENT;
import static temper.stats.BootstrapEvidence.Design.PAIRED;
import static temper.stats.BootstrapEvidence.Method.BCA;
import static temper.stats.BootstrapEvidence.Method.PERCENTILE;
import static temper.stats.EvidenceTest.stream;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BootstrapEvidenceTest {

  /** Spatial test of 26 children: Efron and Tibshirani (1993), table 14.1. */
  private static final double[] SPATIAL = {
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
    41
  };

  private static final Statistic VARIANCE = c -> Moments.squares(c[0]) / c[0].length;

  @Test
  void theSpatialTestAgreesWithThePublishedIntervals() {
    // Table 14.2, 2000 resamples, 90 %: percentile (100.8, 233.9), BCa (115.8, 259.6).
    BootstrapEvidence percentile =
        BootstrapEvidence.of(PERCENTILE, PAIRED, VARIANCE, 20_000, stream("spatial"), SPATIAL);
    BootstrapEvidence bca =
        BootstrapEvidence.of(BCA, PAIRED, VARIANCE, 20_000, stream("spatial"), SPATIAL);

    assertEquals(171.5, bca.estimate(), 0.05);
    assertEquals(26, bca.n());
    assertEquals("bootstrap-bca", bca.test());
    // The book's own ends have a standard error of about 2 (lower) and 4 (upper BCa).
    assertInterval(100.8, 233.9, percentile.interval(0.9), 6);
    assertInterval(115.8, 259.6, bca.interval(0.9), 10);
    double[] manyDraws = Reference.row("spatial");
    assertEquals(manyDraws[0], bca.estimate(), 1e-12);
    assertInterval(manyDraws[3], manyDraws[4], percentile.interval(0.9), 2.5);
    assertInterval(manyDraws[5], manyDraws[6], bca.interval(0.9), 3.5);
  }

  private static void assertInterval(double low, double high, Interval actual, double error) {
    assertEquals(low, actual.low(), error);
    assertEquals(high, actual.high(), error);
  }

  @Test
  void theIntervalOfTheMeanOfTwoPointsIsKnown() {
    // A resample of {0, 1} has mean 0, 1/2 or 1 with chances 1/4, 1/2, 1/4.
    BootstrapEvidence evidence =
        BootstrapEvidence.of(
            PERCENTILE, PAIRED, Statistic.mean(), 999, stream("two"), new double[] {0, 1});

    assertEquals(new Interval(0, 1), evidence.atLevel(0.4));
    assertEquals(new Interval(0.5, 0.5), evidence.atLevel(0.6));
    assertEquals(new Interval(0, 1), evidence.atLevel(0.002));
    assertEquals(Interval.UNBOUNDED, evidence.atLevel(0.00199));
  }

  @Test
  void rowsStayTogetherInAPairedDesign() {
    double[] first = {1, 5, 9, 20};
    double[] second = {2, 10, 18, 40};

    Evidence paired =
        BootstrapEvidence.of(
            BCA, PAIRED, Statistic.ratioOfMeans(), 199, stream("p"), first, second);
    Evidence independent =
        BootstrapEvidence.of(
            BCA, INDEPENDENT, Statistic.ratioOfMeans(), 199, stream("p"), first, second);

    assertEquals(new Interval(0.5, 0.5), paired.interval(0.9));
    assertEquals(4, paired.n());
    assertEquals(8, independent.n());
    assertEquals(-1, Math.signum(independent.interval(0.9).low() - 0.5));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BootstrapEvidence.of(
                BCA, PAIRED, Statistic.slope(), 9, stream("p"), first, new double[] {1}));
  }

  @Test
  void resamplesWithoutAValueWidenBothSides() {
    // Three in eight resamples of three have one abscissa twice or thrice; 1 in 9 is constant.
    double[] x = {1, 2, 3};
    double[] y = {2, 4, 6};
    Evidence slope =
        BootstrapEvidence.of(PERCENTILE, PAIRED, Statistic.slope(), 9_999, stream("s"), x, y);

    assertEquals(Interval.UNBOUNDED, slope.atLevel(0.2));
    assertEquals(new Interval(2, 2), slope.atLevel(0.25));
  }

  @Test
  void biasBeyondAllResamplesBoundsNothing() {
    Statistic largestOrMore = c -> c[0].length == 3 && c[0][0] == 1 && c[0][1] == 2 ? 9 : 0;
    Evidence evidence =
        BootstrapEvidence.of(BCA, PAIRED, largestOrMore, 1, stream("q"), new double[] {1, 2, 3});

    assertEquals(9, evidence.estimate());
    assertEquals(Interval.UNBOUNDED, evidence.atLevel(0.99999));
    Evidence single =
        BootstrapEvidence.of(BCA, PAIRED, Statistic.mean(), 99, stream("q"), new double[] {4});
    assertEquals(Interval.UNBOUNDED, single.atLevel(0.1));
  }

  @Test
  void statisticsAgreeWithR() {
    double[] a = Reference.A;
    double[] quantiles = Reference.row("quantile");
    double[] probabilities = {0, 0.1, 0.5, 0.93, 1};
    for (int i = 0; i < probabilities.length; i++) {
      assertEquals(quantiles[i], Statistic.quantile(probabilities[i]).of(a), 1e-14);
    }
    assertEquals(quantiles[2], Statistic.median().of(a), 1e-15);
    assertEquals(0.75 / 0.35, Statistic.mean().of(a) / Statistic.median().of(a), 1e-14);
    assertEquals(
        Statistic.median().of(a) / Statistic.median().of(Reference.B),
        Statistic.ratioOfMedians().of(a, Reference.B));
    assertEquals(Reference.row("iqm")[0], Statistic.interquartileMean().of(a), 1e-15);
    assertEquals(Reference.row("iqm-5")[0], InterquartileMean.of(Arrays.copyOf(a, 5)), 1e-15);
    assertEquals(2, Statistic.slope().of(new double[] {0, 1, 2}, new double[] {1, 3, 5}));
    assertThrows(IllegalArgumentException.class, () -> Statistic.quantile(1.5));
  }
}
