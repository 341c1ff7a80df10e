package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Reference.A;
import static temper.stats.Reference.AFTER;
import static temper.stats.Reference.B;
import static temper.stats.Reference.BEFORE;
import static temper.stats.Reference.EARLY;
import static temper.stats.Reference.TERM;
import static temper.stats.Reference.assertClose;
import static temper.stats.Reference.assertInterval;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

class EvidenceTest {

  private static final Region POSITIVE = Region.above(0);

  static RandomStream stream(String purpose) {
    return new StreamRoot("stats").stream("test", 0, purpose);
  }

  @Test
  void binomialIntervalsAgreeWithR() {
    for (double[] row : Reference.rows("clopper-pearson")) {
      Interval interval = new BinomialEvidence((int) row[0], (int) row[1]).atLevel(row[2]);
      assertInterval(row[3], row[4], interval, 1e-9);
    }
  }

  @Test
  void meansAgreeWithR() {
    assertStudent("student-t", Mean.of(A));
    assertStudent("paired-t", PairedDifference.of(A, B));
    assertStudent("welch-t", Welch.of(A, B));
  }

  private static void assertStudent(String name, StudentEvidence evidence) {
    double[] row = Reference.row(name);
    assertEquals(name, evidence.test());
    assertInterval(row[0], row[1], evidence.interval(0.95), 1e-12);
    assertClose(row[2], new Hypothesis(evidence, POSITIVE).p(), 1e-11);
  }

  @Test
  void theSlopeAgreesWithRsLinearModel() {
    double[] row = Reference.row("log-log-slope");
    double[] x = {1, 2, 4, 8, 16, 32};
    double[] y = {3.1, 1.7, 0.9, 0.36, 0.21, 0.11};

    StudentEvidence slope = LogLogSlope.of(x, y);

    assertClose(row[0], slope.estimate(), 1e-12);
    assertInterval(row[1], row[2], slope.interval(0.95), 1e-11);
    assertEquals(slope.estimate(), LogLogSlope.exact(x, y).estimate());
  }

  @Test
  void theSlopeOfAPowerLawIsItsExponentEverywhere() {
    double[] x = {1, 3, 7, 20};
    double[] y = Arrays.stream(x).map(u -> 5 / (u * u)).toArray();

    Bracket local = LogLogSlope.local(x, y);

    assertEquals(-2, LogLogSlope.exact(x, y).estimate(), 1e-14);
    assertInterval(-2, -2, local.atLevel(0.5), 1e-14);
    assertThrows(IllegalArgumentException.class, () -> LogLogSlope.local(y, x));
    assertThrows(
        IllegalArgumentException.class,
        () -> LogLogSlope.of(new double[] {1, 1}, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> LogLogSlope.of(new double[] {1, 0}, new double[] {1, 2}));
    assertEquals(Interval.UNBOUNDED, LogLogSlope.of(pair(1, 2), pair(3, 4)).atLevel(0.1));
  }

  private static double[] pair(double first, double second) {
    return new double[] {first, second};
  }

  @Test
  void rankIntervalsAgreeWithR() {
    double[] signed = Reference.row("wilcoxon");
    RankEvidence wilcoxon = WilcoxonSignedRank.paired(BEFORE, AFTER);
    assertInterval(signed[0], signed[1], wilcoxon.interval(0.95), 1e-12);
    assertClose(signed[2], new Hypothesis(wilcoxon, POSITIVE).p(), 1e-12);
    assertClose(Reference.row("wilcoxon-estimate")[0], wilcoxon.estimate(), 1e-12);

    double[] shift = Reference.row("mann-whitney");
    RankEvidence mannWhitney = MannWhitney.of(TERM, EARLY);
    assertInterval(shift[0], shift[1], mannWhitney.interval(0.95), 1e-12);
    assertClose(shift[2], new Hypothesis(mannWhitney, POSITIVE).p(), 1e-12);
    assertClose(Reference.row("mann-whitney-estimate")[0], mannWhitney.estimate(), 1e-12);
  }

  @Test
  void theSignTestCountsSigns() {
    // Nine of ten positive: p = 2 (1 + 10) / 1024.
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, Double.POSITIVE_INFINITY, -1};
    RankEvidence evidence = MedianSign.of(values);

    assertEquals(22 / 1024.0, new Hypothesis(evidence, POSITIVE).p(), 1e-15);
    assertEquals(4.5, evidence.estimate());
    // Order statistics 2 and 9 cover the median of ten with probability 1 - 22 / 1024.
    assertEquals(new Interval(1, 8), evidence.interval(0.95));
    assertEquals(new Interval(-7, 7), MedianSign.paired(pair(0, 9), pair(7, 2)).atLevel(0.5));
  }

  @Test
  void signFlipsEnumerateAllSigns() {
    double[] values = {0.3, 1.1, -0.4, 2.2, 0.9, 0.1, 1.7, -0.2};
    double observed = Arrays.stream(values).sum();
    int asLarge = 0;
    for (int signs = 0; signs < 256; signs++) {
      double sum = 0;
      for (int i = 0; i < 8; i++) {
        sum += (signs >> i & 1) == 1 ? -values[i] : values[i];
      }
      asLarge += sum >= observed - 1e-12 ? 1 : 0;
    }

    RankEvidence evidence = SignFlip.of(values, 1, stream("unused"));

    assertEquals(2 * asLarge / 256.0, new Hypothesis(evidence, POSITIVE).p(), 1e-15);
    assertEquals(observed / 8, evidence.estimate(), 1e-15);
  }

  @Test
  void randomSignFlipsApproachTheTTestInLargeSamples() {
    double[] values = new double[400];
    stream("flip-sample").fillGaussian(values);

    Interval flips = SignFlip.of(values, 19_999, stream("flips")).interval(0.95);
    Interval student = Mean.of(values).interval(0.95);

    assertEquals(student.low(), flips.low(), 0.005);
    assertEquals(student.high(), flips.high(), 0.005);
  }

  @Test
  void largeSamplesUseTheNormalLimitOfRanks() {
    double[] values = new double[201];
    stream("large").fillGaussian(values);
    Interval exact = WilcoxonSignedRank.of(Arrays.copyOf(values, 200)).interval(0.95);
    Interval limit = WilcoxonSignedRank.of(values).interval(0.95);
    assertEquals(exact.low(), limit.low(), 0.02);
    assertEquals(exact.high(), limit.high(), 0.02);

    double[] wide = new double[1001];
    stream("wide").fillGaussian(wide);
    Interval signs = MedianSign.of(Arrays.copyOf(wide, 1000)).interval(0.95);
    Interval more = MedianSign.of(wide).interval(0.95);
    assertEquals(signs.low(), more.low(), 0.01);
    assertEquals(signs.high(), more.high(), 0.01);

    double[] other = new double[61];
    stream("other").fillGaussian(other);
    double[] first = Arrays.copyOf(values, 66);
    Interval few = MannWhitney.of(first, Arrays.copyOf(other, 60)).interval(0.95);
    Interval many = MannWhitney.of(first, other).interval(0.95);
    assertEquals(few.low(), many.low(), 0.03);
    assertEquals(few.high(), many.high(), 0.03);
  }

  @Test
  void anInteractionOfPairsIsTheDifferenceOfDifferences() {
    double[] zero = new double[A.length];

    StudentEvidence interaction = Contrast.interaction(A, zero, B, zero);

    assertEquals(PairedDifference.of(A, B).interval(0.9), interaction.interval(0.9));
    assertEquals(
        Welch.of(A, B).interval(0.9), Contrast.independent(pair(1, -1), A, B).interval(0.9));
    assertEquals(
        PairedDifference.of(A, B).interval(0.9), Contrast.paired(pair(1, -1), A, B).interval(0.9));
    assertThrows(IllegalArgumentException.class, () -> Contrast.paired(pair(1, 1), A));
  }

  @Test
  void samplesWithoutSpreadBoundNothing() {
    double[] constant = {2, 2, 2};

    assertEquals(Interval.UNBOUNDED, Mean.of(constant).interval(0.5));
    assertEquals(Interval.UNBOUNDED, Mean.of(new double[] {2}).interval(0.5));
    assertEquals(Interval.UNBOUNDED, Welch.of(constant, constant).interval(0.5));
    assertEquals(Interval.UNBOUNDED, Welch.of(A, new double[] {1}).interval(0.5));
    assertEquals(1, new Hypothesis(Mean.of(constant), POSITIVE).p());
  }

  @Test
  void exactEvidenceDecidesWithoutP() {
    assertEquals(0, new Hypothesis(new Exact(1), POSITIVE).p());
    assertEquals(Position.OUTSIDE, new Hypothesis(new Exact(0), POSITIVE).decide(0.05));
    assertEquals(1, new Hypothesis(new Exact(Double.NaN), POSITIVE).p());
    assertEquals(1, new Hypothesis(new Bracket(-1, 1), POSITIVE).p());
    assertEquals(0, new Hypothesis(new Bracket(0.5, 1), POSITIVE).p());
    assertEquals(0.75, new Bracket(0.5, 1).estimate());
    assertEquals(3, new Bracket(3, Double.POSITIVE_INFINITY).estimate());
    assertEquals(3, new Bracket(Double.NEGATIVE_INFINITY, 3).estimate());
    assertThrows(IllegalArgumentException.class, () -> new Bracket(1, 0));
    for (Evidence evidence : List.of(new Exact(2), new Bracket(1, 2))) {
      assertTrue(evidence.exact());
      assertEquals(1, evidence.n());
      assertFalse(evidence.test().isEmpty());
    }
  }

  @Test
  void monotoneSequencesHaveNoStepBack() {
    assertEquals(1, MonotoneTrend.rising(1, 2, 5).estimate());
    assertEquals(-3, MonotoneTrend.falling(1, 2, 5).estimate());
    assertEquals(
        Position.OUTSIDE, new Hypothesis(MonotoneTrend.rising(1, 1), POSITIVE).decide(0.1));
    assertThrows(IllegalArgumentException.class, () -> MonotoneTrend.rising(1));
    assertThrows(IllegalArgumentException.class, () -> MonotoneTrend.rising(1, Double.NaN));
  }

  @Test
  void summariesLeaveOutAndCountWhatIsNotFinite() {
    Summary summary = Summary.of(new double[] {1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3});

    assertEquals(3, summary.n());
    assertEquals(2, summary.excluded());
    assertEquals(OptionalDouble.of(2), summary.mean());
    // t(0.975, 2) = 4.302652729749464 and the standard error is 1 / sqrt 3.
    assertEquals(2 - 2.4841377118, summary.interval().orElseThrow().low(), 1e-9);
    assertEquals(Optional.of(new Interval(4, 4)), Summary.of(pair(4, 4)).interval());
    assertEquals(Optional.empty(), Summary.of(pair(4, Double.NaN)).interval());
    assertEquals(OptionalDouble.empty(), Summary.of(new double[] {Double.NaN}).mean());
  }

  @Test
  void argumentsOutOfRangeAreNamed() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new BinomialEvidence(5, 4)).getMessage();
    assertEquals("successes must lie in [0, 4], got 5", message);
    message =
        assertThrows(IllegalArgumentException.class, () -> Mean.of(pair(1, Double.NaN)))
            .getMessage();
    assertEquals("values[1] must be finite, got NaN", message);
    assertThrows(IllegalArgumentException.class, () -> MedianSign.of(pair(1, Double.NaN)));
    assertThrows(IllegalArgumentException.class, () -> Mean.of(new double[0]));
    assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(A, TERM_SHORT));
    assertThrows(IllegalArgumentException.class, () -> Mean.of(A).atLevel(0));
    assertThrows(IllegalArgumentException.class, () -> Mean.of(A).interval(0));
    assertThrows(
        IllegalArgumentException.class, () -> new StudentEvidence("t", 1, 0, -1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> new StudentEvidence("t", 1, 0, 1, Double.NaN));
  }

  private static final double[] TERM_SHORT = {1, 2};
}
