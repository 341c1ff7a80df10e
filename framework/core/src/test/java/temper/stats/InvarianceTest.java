package temper.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Reference.A;
import static temper.stats.Reference.B;
import static temper.stats.Reference.EARLY;
import static temper.stats.Reference.TERM;
import static temper.stats.Simulation.normal;
import static temper.stats.Simulation.rows;
import static temper.stats.Simulation.stream;
import static temper.stats.Simulation.times;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;

/** What must not change a result, and what must change it in a known way. */
class InvarianceTest {

  private static final Region POSITIVE = Region.above(0);
  private static final double[] LEVELS = {0.001, 0.02, 0.1, 0.5, 0.9};

  private static final List<Function<double[], Evidence>> OF_ONE =
      List.of(
          Mean::of,
          MedianSign::of,
          WilcoxonSignedRank::of,
          values -> SignFlip.of(values, 1, stream("unused")));

  private static final List<TwoSamples> OF_TWO =
      List.of(Welch::of, MannWhitney::of, PairedDifference::of, MedianSign::paired);

  /** A method that compares two samples. */
  @FunctionalInterface
  private interface TwoSamples {
    Evidence of(double[] first, double[] second);
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  private static void assertSame(double low, double high, Interval actual) {
    Reference.assertInterval(low, high, actual, 1e-11);
  }

  @Test
  void shiftsAndScalesMoveIntervalsWithTheData() {
    for (Function<double[], Evidence> method : OF_ONE) {
      for (double alpha : LEVELS) {
        Interval plain = method.apply(A).atLevel(alpha);
        Interval shifted = method.apply(map(A, x -> x + 64)).atLevel(alpha);
        assertSame(plain.low() + 64, plain.high() + 64, shifted);
        Interval scaled = method.apply(map(A, x -> 4 * x)).atLevel(alpha);
        assertSame(4 * plain.low(), 4 * plain.high(), scaled);
        Interval mirrored = method.apply(map(A, x -> -x)).atLevel(alpha);
        assertSame(-plain.high(), -plain.low(), mirrored);
      }
    }
  }

  @Test
  void swappedLabelsMirrorTheIntervalAndKeepP() {
    for (TwoSamples method : OF_TWO) {
      Evidence evidence = method.of(A, B);
      Evidence swapped = method.of(B, A);
      for (double alpha : LEVELS) {
        Interval plain = evidence.atLevel(alpha);
        assertSame(-plain.high(), -plain.low(), swapped.atLevel(alpha));
      }
      Reference.assertClose(
          new Hypothesis(evidence, POSITIVE).p(),
          new Hypothesis(swapped, Region.below(0)).p(),
          1e-12);
    }
    assertEquals(EffectSize.cliffDelta(A, B), -EffectSize.cliffDelta(B, A));
    assertEquals(EffectSize.hedgesG(A, B), -EffectSize.hedgesG(B, A));
    assertEquals(1, EffectSize.a12(A, B) + EffectSize.a12(B, A), 1e-15);
  }

  @Test
  void commonShiftsDoNotMoveDifferences() {
    for (TwoSamples method : OF_TWO) {
      for (double alpha : LEVELS) {
        Interval plain = method.of(A, B).atLevel(alpha);
        Interval shifted = method.of(map(A, x -> x - 32), map(B, x -> x - 32)).atLevel(alpha);
        Reference.assertInterval(plain.low(), plain.high(), shifted, 1e-11);
      }
    }
  }

  @Test
  void theOrderOfIndependentObservationsDoesNotMatter() {
    double[] reversed = new double[A.length];
    for (int i = 0; i < A.length; i++) {
      reversed[i] = A[A.length - 1 - i];
    }
    for (Function<double[], Evidence> method : OF_ONE) {
      Interval plain = method.apply(A).atLevel(0.1);
      assertSame(plain.low(), plain.high(), method.apply(reversed).atLevel(0.1));
    }
    assertEquals(MannWhitney.of(A, B).atLevel(0.1), MannWhitney.of(reversed, B).atLevel(0.1));
    assertEquals(
        JonckheereTrend.of(A, B).atLevel(0.1), JonckheereTrend.of(reversed, B).atLevel(0.1));
  }

  @Test
  void increasingFunctionsDoNotChangeRanks() {
    RandomStream stream = stream("increasing");
    double[][] rows = rows(stream, 7, 4);
    double[][] grown =
        Arrays.stream(rows).map(row -> map(row, StrictMath::exp)).toArray(double[][]::new);

    assertEquals(PageTrend.of(rows).atLevel(0.1), PageTrend.of(grown).atLevel(0.1));
    assertEquals(JonckheereTrend.of(rows).atLevel(0.1), JonckheereTrend.of(grown).atLevel(0.1));
    assertEquals(Friedman.of(rows).statistic(), Friedman.of(grown).statistic());
    assertEquals(
        StrictMath.exp(MedianSign.of(rows[0]).atLevel(0.4).low()),
        MedianSign.of(grown[0]).atLevel(0.4).low());
    assertEquals(
        EffectSize.cliffDelta(rows[0], rows[1]), EffectSize.cliffDelta(grown[0], grown[1]));
  }

  @Test
  void aReversedOrderOfConditionsMirrorsTrends() {
    double[][] rows = rows(stream("reversed"), 6, 4);
    double[][] back =
        Arrays.stream(rows)
            .map(row -> new double[] {row[3], row[2], row[1], row[0]})
            .toArray(double[][]::new);

    assertEquals(PageTrend.of(rows).estimate(), -PageTrend.of(back).estimate(), 1e-15);
    assertEquals(
        JonckheereTrend.of(A, B, TERM).estimate(),
        -JonckheereTrend.of(TERM, B, A).estimate(),
        1e-15);
    assertEquals(
        new Hypothesis(JonckheereTrend.of(A, B, EARLY), POSITIVE).p(),
        new Hypothesis(JonckheereTrend.of(EARLY, B, A), Region.below(0)).p(),
        1e-12);
  }

  @Test
  void theUnitOfTimeDoesNotMatterToTheLogRankTestAndGroupsMayBeSwapped() {
    double[] first = {3, 5, 5, 8, 13};
    double[] second = {1, 2, 5, 6, 6, 7};
    boolean[] some = {true, true, false, true, false};
    boolean[] all = {true, true, true, true, true, true};
    LogRank.Group slow = new LogRank.Group(first, some);
    LogRank.Group fast = new LogRank.Group(second, all);
    Interval plain = LogRank.of(slow, fast).atLevel(0.1);

    Interval longer =
        LogRank.of(
                new LogRank.Group(map(first, t -> 60 * t), some),
                new LogRank.Group(map(second, t -> 60 * t), all))
            .atLevel(0.1);
    Interval swapped = LogRank.of(fast, slow).atLevel(0.1);

    assertEquals(plain, longer);
    assertEquals(plain.low(), -swapped.high(), 1e-14);
    assertEquals(plain.high(), -swapped.low(), 1e-14);
  }

  @Test
  void slopesDoNotDependOnUnitsAndTurnWithTheReciprocal() {
    double[] x = {1, 2, 4, 9};
    double[] y = {5, 3, 1.2, 0.4};
    Interval plain = LogLogSlope.of(x, y).atLevel(0.1);

    assertSame(
        plain.low(),
        plain.high(),
        LogLogSlope.of(map(x, u -> 8 * u), map(y, v -> v / 3)).atLevel(0.1));
    assertSame(-plain.high(), -plain.low(), LogLogSlope.of(x, map(y, v -> 1 / v)).atLevel(0.1));
  }

  @Test
  void intervalsOfEveryMethodShrinkAsTheLevelGrows() {
    RandomStream stream = stream("nested");
    double[][] rows = rows(stream, 6, 4);
    List<Evidence> methods =
        List.of(
            PageTrend.of(rows),
            JonckheereTrend.of(rows),
            Friedman.of(rows).pair(1, 3),
            LogRank.of(times(stream, 9, 2, 1), times(stream, 9, 1, 1)),
            Contrast.interaction(rows[0], rows[1], rows[2], rows[3]),
            Contrast.independent(new double[] {1, -2, 1}, rows[0], rows[1], rows[2]),
            LogLogSlope.of(new double[] {1, 2, 4}, new double[] {1, 3, 7}),
            WilcoxonSignedRank.of(normal(stream, 201)),
            MannWhitney.of(normal(stream, 65), normal(stream, 64)));
    for (Evidence evidence : methods) {
      Interval outer = Interval.UNBOUNDED;
      for (double alpha = 1e-9; alpha < 1; alpha *= 1.4) {
        Interval inner = evidence.atLevel(alpha);
        assertTrue(outer.low() <= inner.low() && inner.high() <= outer.high(), evidence.test());
        assertTrue(inner.contains(evidence.estimate()), evidence.test());
        outer = inner;
      }
    }
  }

  @Test
  void correctionsFollowTheOrderOfTheFamilyAndGrowWithEveryP() {
    double[] p = {0.01, 0.04, 0.03, 0.005, 0.041, 0.6};
    double[] reversed = {0.6, 0.041, 0.005, 0.03, 0.04, 0.01};
    double[] larger = map(p, q -> Math.min(1, 1.2 * q));
    double[] holm = Holm.of(p, 6, 0.05).adjusted();
    double[] discovery = BenjaminiHochberg.adjust(p, 6);
    double[] holmReversed = Holm.of(reversed, 6, 0.05).adjusted();
    double[] discoveryReversed = BenjaminiHochberg.adjust(reversed, 6);
    double[] holmLarger = Holm.of(larger, 6, 0.05).adjusted();
    double[] discoveryLarger = BenjaminiHochberg.adjust(larger, 6);
    for (int i = 0; i < 6; i++) {
      assertEquals(holm[i], holmReversed[5 - i]);
      assertEquals(discovery[i], discoveryReversed[5 - i]);
      assertTrue(holmLarger[i] >= holm[i] && holm[i] >= discovery[i] && discovery[i] >= p[i]);
      assertTrue(discoveryLarger[i] >= discovery[i]);
    }
    assertArrayEquals(new double[] {0.03}, Holm.of(new double[] {0.03}, 1, 0.05).adjusted());
  }

  @Test
  void theSameStreamGivesTheSameResampling() {
    for (BootstrapEvidence.Method method : BootstrapEvidence.Method.values()) {
      Evidence[] twice = new Evidence[2];
      for (int i = 0; i < 2; i++) {
        twice[i] =
            BootstrapEvidence.of(
                method,
                BootstrapEvidence.Design.INDEPENDENT,
                Statistic.ratioOfMeans(),
                99,
                stream("twice"),
                TERM,
                EARLY);
      }
      assertEquals(twice[0].atLevel(0.1), twice[1].atLevel(0.1));
    }
  }
}
