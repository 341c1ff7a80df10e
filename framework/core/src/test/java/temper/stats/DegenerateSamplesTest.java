package temper.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.EvidenceTest.stream;
import static temper.stats.Reference.assertClose;
import static temper.stats.Reference.assertInterval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.stats.BootstrapEvidence.Design;
import temper.stats.BootstrapEvidence.Method;

/** Two observations, constant samples, ties, zeros, and infinities of trials that diverged. */
class DegenerateSamplesTest {

  private static final double DIVERGED = Double.POSITIVE_INFINITY;
  private static final Region POSITIVE = Region.above(0);

  private static double p(Evidence evidence) {
    return new Hypothesis(evidence, POSITIVE).p();
  }

  @Test
  void aConstantSampleBoundsNothingThoughItsSumIsRounded() {
    // 3 * 0.003 is rounded so that a third of it is not 0.003.
    int constants = 0;
    for (int n = 2; n <= 20; n++) {
      for (int i = 1; i <= 300; i++) {
        double[] values = new double[n];
        Arrays.fill(values, i / 1000.0);
        StudentEvidence mean = Mean.of(values);
        assertEquals(i / 1000.0, mean.estimate());
        assertEquals(Interval.UNBOUNDED, mean.atLevel(0.9));
        assertEquals(Interval.UNBOUNDED, Welch.of(values, values).atLevel(0.9));
        constants++;
      }
    }
    assertEquals(19 * 300, constants);
    double[] constant = {0.003, 0.003, 0.003};
    assertEquals(new Interval(0.003, 0.003), Summary.of(constant).interval().orElseThrow());
    assertEquals(Double.NaN, EffectSize.cohenD(constant, constant));
    assertEquals(Double.NaN, EffectSize.hedgesG(constant, constant));
  }

  @Test
  void differencesThatVaryByRoundingAloneBoundNothing() {
    double[] first = {0.91, 0.92, 0.93, 0.94, 0.957};
    double[] second = {0.90, 0.91, 0.92, 0.93, 0.947};
    double[] zero = new double[5];

    assertTrue(Moments.variance(Checks.differences(first, second)) > 0);
    assertEquals(1, p(PairedDifference.of(first, second)));
    assertEquals(1, p(Contrast.interaction(first, second, zero, zero)));
    assertEquals(1, p(Contrast.paired(new double[] {2, -2}, first, second)));
    assertEquals(Double.NaN, EffectSize.cohenDPaired(first, second));
    second[0] += 1e-12;
    assertTrue(p(PairedDifference.of(first, second)) < 1e-20);
  }

  @Test
  void pointsOnALineBoundNoSlope() {
    double[] x = {1, 3, 7, 20, 31};
    double[] y = Arrays.stream(x).map(u -> 5 / (u * u)).toArray();

    assertEquals(Interval.UNBOUNDED, LogLogSlope.of(x, y).atLevel(0.5));
    y[2] *= 1 + 1e-12;
    assertTrue(LogLogSlope.of(x, y).atLevel(0.5).high() < -1.99);
  }

  @Test
  void twoObservationsAgreeWithR() {
    double[] student = Reference.row("student-t-2");
    StudentEvidence mean = Mean.of(new double[] {1, 2});
    assertInterval(student[0], student[1], mean.interval(0.95), 1e-12);
    assertClose(student[2], p(mean), 1e-12);
    double[] welch = Reference.row("welch-t-2");
    StudentEvidence difference = Welch.of(new double[] {1, 2}, new double[] {5, 9});
    assertInterval(welch[0], welch[1], difference.interval(0.95), 1e-12);
    assertClose(welch[2], p(difference), 1e-12);
  }

  @Test
  void twoObservationsDecideRankTestsAtNoLevelBelowOneHalf() {
    double[] two = {1, 2};
    double[] lower = {-2, -1};

    assertEquals(0.5, p(MedianSign.of(two)));
    assertEquals(0.5, p(WilcoxonSignedRank.of(two)));
    assertEquals(0.5, p(SignFlip.of(two, 1, stream("two"))));
    assertEquals(1 / 3.0, p(MannWhitney.of(two, lower)), 1e-15);
    assertEquals(1 / 3.0, p(JonckheereTrend.of(lower, two)), 1e-15);
    assertEquals(0.5, p(PageTrend.of(new double[][] {two, two})));
    assertEquals(1, p(PageTrend.of(new double[][] {two})));
  }

  @Test
  void oneObservationBoundsNothing() {
    double[] one = {3};

    for (Evidence evidence :
        List.of(
            MedianSign.of(one),
            WilcoxonSignedRank.of(one),
            MannWhitney.of(one, one),
            SignFlip.of(one, 1, stream("one")),
            Mean.of(one),
            percentile(Design.PAIRED, one),
            percentile(Design.INDEPENDENT, one, new double[] {1, 2, 4}))) {
      assertEquals(Interval.UNBOUNDED, evidence.atLevel(0.3), evidence.test());
    }
    assertEquals(
        Interval.UNBOUNDED, percentile(Design.PAIRED, new double[] {3, 3, 3}).atLevel(0.3));
  }

  private static Evidence percentile(Design design, double[]... columns) {
    Statistic first = drawn -> Moments.mean(drawn[0]);
    return BootstrapEvidence.of(Method.PERCENTILE, design, first, 999, stream("boot"), columns);
  }

  @Test
  void averagesOfDifferencesThatAreRoundingAloneHaveNoSign() {
    double[] first = {23, 27, 31, 33, 25, 37, 27, 39};
    double[] second = {18, 25, 29, 31, 23, 36, 25, 41};
    // Seven Walsh averages are not positive: 2 P(W <= 7) = 2 * 19 / 256.
    assertEquals(38 / 256.0, p(WilcoxonSignedRank.paired(first, second)));
    assertEquals(38 / 256.0, p(WilcoxonSignedRank.paired(over(first, 50), over(second, 50))));
  }

  @Test
  void whatAccuraciesAreCountedInChangesNoRankAndNoSign() {
    RandomStream stream = stream("lattice");
    for (int i = 0; i < 500; i++) {
      double[] first = counts(stream);
      double[] second = counts(stream);
      double[] share = over(first, 50);
      double[] other = over(second, 50);

      assertEquals(
          p(WilcoxonSignedRank.paired(first, second)), p(WilcoxonSignedRank.paired(share, other)));
      assertEquals(
          p(SignFlip.of(Checks.differences(first, second), 1, stream("unused"))),
          p(SignFlip.of(Checks.differences(share, other), 1, 1, stream("unused"))));
    }
  }

  private static double[] counts(RandomStream stream) {
    return DoubleStream.generate(() -> 18.0 + stream.nextInt(24)).limit(8).toArray();
  }

  private static double[] over(double[] counts, double all) {
    return Arrays.stream(counts).map(count -> count / all).toArray();
  }

  @Test
  void samplesTiedThroughoutShowNoSign() {
    double[] tied = {2, 2, 2, 2, 2, 2};
    double[][] rows = {tied, tied, tied};

    for (Evidence evidence :
        List.of(
            MannWhitney.of(tied, tied),
            MedianSign.paired(tied, tied),
            WilcoxonSignedRank.paired(tied, tied),
            SignFlip.of(new double[6], 1, stream("tied")))) {
      // The shift is 0, so that a strict sign is refuted and a weak one holds.
      assertEquals(new Interval(0, 0), evidence.atLevel(0.1), evidence.test());
      assertEquals(Position.OUTSIDE, new Hypothesis(evidence, POSITIVE).decide(0.1));
      assertEquals(Position.INSIDE, new Hypothesis(evidence, Region.atLeast(0)).decide(0.1));
    }
    assertEquals(1, p(JonckheereTrend.of(rows)));
    assertEquals(1, p(PageTrend.of(rows)));
    assertEquals(1, Friedman.of(rows).p());
    assertEquals(1, p(Friedman.of(rows).pair(0, 5)));
    assertEquals(0, EffectSize.cliffDelta(tied, tied));
  }

  @Test
  void zeroDifferencesCountAgainstEitherSign() {
    double[] values = {0, 0, 3, 4, 5, 6, 7, 8};
    double[] mirrored = Arrays.stream(values).map(x -> -x).toArray();

    // Six of eight positive: 2 P(at most two of eight) = 2 * 37 / 256.
    assertEquals(74 / 256.0, p(MedianSign.of(values)));
    assertEquals(74 / 256.0, new Hypothesis(MedianSign.of(mirrored), Region.below(0)).p());
    // Three Walsh averages of 36 are 0: 2 P(W <= 3) = 2 * 5 / 256.
    assertEquals(10 / 256.0, p(WilcoxonSignedRank.of(values)));
  }

  @Test
  void friedmansTestCountsTiesAndFailuresAsR() {
    double[] row = Reference.row("friedman-ties");
    Friedman friedman =
        Friedman.of(
            new double[][] {
              {1, 1, 2, 3},
              {2, 2, 2, 2},
              {1, 4, DIVERGED, DIVERGED},
              {3, 1, 2, DIVERGED},
              {5, 5, 1, DIVERGED}
            });

    assertClose(row[0], friedman.statistic(), 1e-13);
    assertClose(row[1], friedman.p(), 1e-12);
    assertArrayEquals(new double[] {2.1, 1.9, 2.4, 3.6}, friedman.meanRanks(), 1e-15);
  }

  @Test
  void trialsThatDivergedCountAsTheWorstRank() {
    double[] some = {1, 2, 3, 4, 5, 6, DIVERGED, DIVERGED};
    double[] large = {1, 2, 3, 4, 5, 6, 700, 800};
    double[] base = {-1, -2, -3, -4, -5, -6, -7, -8};

    assertEquals(p(MannWhitney.of(large, base)), p(MannWhitney.of(some, base)));
    assertEquals(p(MedianSign.paired(large, base)), p(MedianSign.paired(some, base)));
    assertEquals(p(WilcoxonSignedRank.paired(large, base)), p(WilcoxonSignedRank.of(some)));
    assertEquals(p(JonckheereTrend.of(base, large)), p(JonckheereTrend.of(base, some)));
    assertEquals(
        p(PageTrend.of(new double[][] {large})), p(PageTrend.of(new double[][] {some})), 1);
    assertEquals(DIVERGED, MedianSign.of(some).atLevel(0.1).high());
    assertEquals(DIVERGED, Statistic.quantile(0.95).of(some));
    assertEquals(3.25, InterquartileMean.of(1, 2, 3, 3, 4, 3, DIVERGED, DIVERGED), 0);
    assertThrows(IllegalArgumentException.class, () -> Mean.of(some));
    assertThrows(IllegalArgumentException.class, () -> SignFlip.of(some, 1, stream("some")));
  }

  @Test
  void aPairThatDivergedOnBothSidesMayHaveAnyDifference() {
    double[] first = {5, 6, 7, 8, 9, 10, DIVERGED};
    double[] second = {1, 1, 1, 1, 1, 1, DIVERGED};
    double[] best = {5, 6, 7, 8, 9, 10, 1e9};
    double[] worst = {5, 6, 7, 8, 9, 10, -1e9};

    RankEvidence sign = MedianSign.paired(first, second);
    RankEvidence ranks = WilcoxonSignedRank.paired(first, second);
    for (double alpha = 0.01; alpha < 1; alpha += 0.01) {
      double[] base = {1, 1, 1, 1, 1, 1, 0};
      assertCovers(sign.atLevel(alpha), MedianSign.paired(best, base).atLevel(alpha));
      assertCovers(sign.atLevel(alpha), MedianSign.paired(worst, base).atLevel(alpha));
      assertCovers(ranks.atLevel(alpha), WilcoxonSignedRank.paired(best, base).atLevel(alpha));
      assertCovers(ranks.atLevel(alpha), WilcoxonSignedRank.paired(worst, base).atLevel(alpha));
    }
    assertEquals(7, sign.n());
    assertEquals(6.5, sign.estimate());
    // Six of seven count: 2 P(at most one of seven) = 2 * 8 / 128.
    assertEquals(16 / 128.0, p(sign));
    double[] none = {DIVERGED, DIVERGED};
    assertEquals(Double.NaN, MedianSign.paired(none, none).estimate());
    assertEquals(1, p(WilcoxonSignedRank.paired(none, none)));
    double[] missing = {1, Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> MedianSign.paired(missing, none));
    assertThrows(IllegalArgumentException.class, () -> WilcoxonSignedRank.paired(none, missing));
  }

  private static void assertCovers(Interval outer, Interval inner) {
    assertTrue(outer.low() <= inner.low() && inner.high() <= outer.high());
  }

  @Test
  void tiesDoNotReachTheSignificanceOfTheNextWholeValue() {
    // Half a unit above the largest value that is not significant is not significant either.
    double[] early = {1, 2, 3, 4};
    double[] late = {5, 6, 7, 8};
    double best = p(JonckheereTrend.of(early, late));
    double next = p(JonckheereTrend.of(early, new double[] {3.5, 6, 7, 8}));
    double half = p(JonckheereTrend.of(early, new double[] {4, 6, 7, 8}));

    assertEquals(2 / 70.0, best, 1e-15);
    assertEquals(4 / 70.0, next, 1e-15);
    assertEquals(next, half);
  }

  @Test
  void aBiasThatPutsEveryResampleOnOneSideStillHasAnInterval() {
    // The estimate exceeds nearly all resamples, which are rarely all distinct; leaving out the
    // first observation has a large influence of the sign that pushes the ranks to the last one.
    Statistic distinct =
        columns -> {
          double[] values = columns[0];
          if (values.length == 9) {
            return values[0] == 0 ? 1 : 0;
          }
          return Arrays.stream(values).distinct().count() == values.length ? 2 : 0;
        };
    double[] sample = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (double sign : new double[] {1, -1}) {
      Statistic either = columns -> sign * distinct.of(columns);
      Evidence evidence =
          BootstrapEvidence.of(
              BootstrapEvidence.Method.BCA,
              BootstrapEvidence.Design.PAIRED,
              either,
              20_000,
              stream("distinct"),
              sample);
      for (double alpha = 1e-5; alpha < 1; alpha *= 1.5) {
        Interval interval = evidence.atLevel(alpha);
        assertTrue(interval.low() <= interval.high());
      }
    }
  }

  @Test
  void anEventNeedsAFiniteTimeAndAnEndlessTrialHasNone() {
    double[] times = {3, DIVERGED};
    LogRank.Group endless = new LogRank.Group(times, new boolean[] {true, false});

    assertEquals(4, LogRank.of(endless, endless).n());
    assertEquals(0, LogRank.of(endless, endless).estimate());
    assertEquals(
        "times[1] of an event must be finite, got Infinity",
        assertThrows(
                IllegalArgumentException.class,
                () -> new LogRank.Group(times, new boolean[] {true, true}))
            .getMessage());
  }

  @Test
  void profilesRefuseFactorsBelowOneAndSolversThatAreNotThere() {
    PerformanceProfile profile = PerformanceProfile.of(new double[][] {{1, DIVERGED}});

    assertEquals(0, profile.at(1, DIVERGED));
    assertThrows(IllegalArgumentException.class, () -> profile.at(0, 0.5));
    assertThrows(IllegalArgumentException.class, () -> profile.at(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> profile.at(2, 1));
    assertThrows(IllegalArgumentException.class, () -> profile.at(-1, 1));
  }
}
