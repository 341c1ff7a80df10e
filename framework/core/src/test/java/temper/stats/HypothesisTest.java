package temper.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Reference.A;
import static temper.stats.Reference.B;

import java.util.List;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;

class HypothesisTest {

  private static final List<Region> REGIONS =
      List.of(
          Region.above(0),
          Region.atMost(0.45),
          Region.between(-2, 0.8),
          Region.below(-1.5),
          Region.atLeast(30));

  private static List<Evidence> evidence() {
    double[] wide = {12, 7, 30, 2, 11, 25, 3, 4, 5, 40, 21, 9};
    return List.of(
        new BinomialEvidence(0, 12),
        new BinomialEvidence(7, 12),
        new BinomialEvidence(999, 1000),
        Mean.of(A),
        PairedDifference.of(A, B),
        Welch.of(wide, A),
        MedianSign.of(A),
        WilcoxonSignedRank.of(wide),
        MannWhitney.of(A, B),
        SignFlip.of(A, 1, EvidenceTest.stream("flip")),
        bootstrap(BootstrapEvidence.Method.PERCENTILE, Statistic.mean(), wide),
        bootstrap(BootstrapEvidence.Method.BCA, Statistic.mean(), wide),
        bootstrap(BootstrapEvidence.Method.BCA, Statistic.median(), A),
        bootstrap(BootstrapEvidence.Method.BCA, Statistic.ratioOfMeans(), B, wide));
  }

  private static Evidence bootstrap(
      BootstrapEvidence.Method method, Statistic statistic, double[]... columns) {
    return BootstrapEvidence.of(
        method,
        BootstrapEvidence.Design.INDEPENDENT,
        statistic,
        999,
        EvidenceTest.stream("bootstrap"),
        columns);
  }

  @Test
  void intervalsAreNested() {
    for (Evidence evidence : evidence()) {
      Interval outer = Interval.UNBOUNDED;
      for (double alpha = 1e-7; alpha < 1; alpha *= 1.07) {
        Interval inner = evidence.atLevel(alpha);
        assertTrue(
            outer.low() <= inner.low() && inner.high() <= outer.high(),
            evidence.test() + " at " + alpha);
        outer = inner;
      }
    }
  }

  @Test
  void thePValueIsTheSmallestLevelThatDecidesToTheLastBit() {
    int decided = 0;
    for (Evidence evidence : evidence()) {
      for (Region region : REGIONS) {
        Hypothesis hypothesis = new Hypothesis(evidence, region);
        double p = hypothesis.p();
        if (p < 1 && p > Hypothesis.SMALLEST_LEVEL) {
          decided++;
          assertNotEquals(Position.UNDECIDED, hypothesis.decide(p));
          assertEquals(Position.UNDECIDED, hypothesis.decide(Math.nextDown(p)));
        }
      }
    }
    assertTrue(decided > 30, "few cases decide: " + decided);
  }

  @Test
  void aSideIsToldApart() {
    Hypothesis above = new Hypothesis(Mean.of(new double[] {5, 6, 7, 8}), Region.above(0));
    Hypothesis below = new Hypothesis(above.evidence(), Region.below(0));

    assertEquals(Position.INSIDE, above.decide(0.05));
    assertEquals(Position.OUTSIDE, below.decide(0.05));
    assertEquals(Position.UNDECIDED, below.decide(1e-9));
    assertEquals(above.p(), below.p());
    assertThrows(IllegalArgumentException.class, () -> above.decide(1));
  }

  @Test
  void certaintyIsReportedAsTheSmallestLevel() {
    Hypothesis trivial = new Hypothesis(new BinomialEvidence(1, 2), Region.between(0, 1));

    assertEquals(Hypothesis.SMALLEST_LEVEL, trivial.p());
  }

  @Test
  void tinyPValuesAreResolved() {
    // 400 successes of 400: the lower end solves p^400 = alpha / 2, so p = 2 * 0.5^400.
    double p = new Hypothesis(new BinomialEvidence(400, 400), Region.above(0.5)).p();

    Reference.assertClose(2 * Math.scalb(1.0, -400), p, 1e-11);
  }

  @Test
  void aConjunctionIsDecidedByItsWeakestPart() {
    Hypothesis strong = new Hypothesis(new BinomialEvidence(30, 30), Region.above(0.5));
    Hypothesis weak = new Hypothesis(new BinomialEvidence(22, 30), Region.above(0.5));
    Hypothesis false_ = new Hypothesis(new BinomialEvidence(0, 30), Region.above(0.5));
    Conjunction both = new Conjunction(List.of(strong, weak));

    assertEquals(weak.p(), both.p());
    assertEquals(weak, both.weakest());
    assertEquals(strong, new Conjunction(List.of(strong, strong)).weakest());
    assertEquals(Position.INSIDE, both.decide(0.05));
    assertEquals(Position.UNDECIDED, both.decide(0.001));
    assertEquals(Position.OUTSIDE, new Conjunction(List.of(false_, weak)).decide(0.05));
    assertEquals(Position.UNDECIDED, new Conjunction(List.of(false_, weak)).decide(0.001));
    assertThrows(IllegalArgumentException.class, () -> new Conjunction(List.of()));
  }

  @Test
  void adjustedPValuesAgreeWithR() {
    double[] p = {0.01, 0.04, 0.03, 0.005, 0.04, 0.6};

    assertArrayEquals(Reference.row("holm"), Holm.of(p, 6, 0.05).adjusted(), 1e-15);
    assertArrayEquals(Reference.row("holm-10"), Holm.of(p, 10, 0.05).adjusted(), 1e-15);
    assertArrayEquals(Reference.row("bh"), BenjaminiHochberg.adjust(p, 6), 1e-15);
    assertArrayEquals(Reference.row("bh-10"), BenjaminiHochberg.adjust(p, 10), 1e-15);
  }

  @Test
  void levelsGrowUntilTheFirstThatIsNotRejected() {
    Holm holm = Holm.of(new double[] {0.04, 0.001, 0.02, 0.9}, 5, 0.05);

    // 0.001 <= 0.05 / 5, then 0.02 > 0.05 / 4, which stays.
    assertArrayEquals(new double[] {0.0125, 0.01, 0.0125, 0.0125}, holm.levels(), 1e-17);
    assertEquals(0.01, holm.level(1));
    assertEquals(0.005, holm.adjusted(1), 1e-17);
    assertThrows(IllegalArgumentException.class, () -> Holm.of(new double[2], 1, 0.05));
    assertThrows(IllegalArgumentException.class, () -> Holm.of(new double[] {1.1}, 1, 0.05));
    assertEquals(0, Holm.of(new double[0], 3, 0.05).levels().length);
  }

  @Test
  void adjustedPValuesNeverContradictLevels() {
    RandomStream stream = EvidenceTest.stream("holm");
    for (int family = 0; family < 20_000; family++) {
      double alpha = stream.uniform(0.001, 0.2);
      int m = 1 + stream.nextInt(9);
      double[] p = new double[m];
      for (int i = 0; i < m; i++) {
        // Most lie within a few units in the last place of a level.
        double level = alpha / (1 + stream.nextInt(m));
        p[i] = level + (stream.nextInt(5) - 2) * Math.ulp(level);
      }
      Holm holm = Holm.of(p, m, alpha);
      for (int i = 0; i < m; i++) {
        assertEquals(p[i] <= holm.level(i), holm.adjusted(i) <= alpha);
      }
    }
  }
}
