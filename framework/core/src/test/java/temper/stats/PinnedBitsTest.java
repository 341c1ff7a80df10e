package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static temper.stats.EvidenceTest.stream;
import static temper.stats.Reference.A;
import static temper.stats.Reference.B;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bits of every method, pinned: they must not depend on the Java version or the machine. */
class PinnedBitsTest {

  @Test
  void bitsAreTheSameEverywhere() {
    List<Evidence> methods =
        List.of(
            new BinomialEvidence(7, 25),
            Mean.of(A),
            PairedDifference.of(A, B),
            Welch.of(A, B),
            LogLogSlope.of(new double[] {1, 2, 4, 9}, new double[] {5, 3, 1.2, 0.4}),
            MedianSign.of(A),
            WilcoxonSignedRank.of(A),
            MannWhitney.of(A, B),
            SignFlip.of(A, 1, stream("pin")),
            PageTrend.of(new double[][] {A, B}),
            JonckheereTrend.of(A, B),
            Friedman.of(new double[][] {A, B, A}).pair(0, 2),
            LogRank.of(group(3, 9, 1, 4), group(6, 2, 8, 11)),
            Contrast.interaction(A, B, B, A),
            bootstrap(BootstrapEvidence.Method.PERCENTILE),
            bootstrap(BootstrapEvidence.Method.BCA));
    long hash = 17;
    for (Evidence evidence : methods) {
      hash = mix(hash, evidence.estimate());
      hash = mix(hash, new Hypothesis(evidence, Region.above(0.1)).p());
      hash = mix(hash, new Hypothesis(evidence, Region.between(-1, 2)).p());
      for (double alpha = 1e-11; alpha < 1; alpha *= 3) {
        hash = mix(hash, evidence.atLevel(alpha).low());
        hash = mix(hash, evidence.atLevel(alpha).high());
      }
    }
    for (int n : IntStream.rangeClosed(2, 30).toArray()) {
      hash = mix(hash, Power.paired(0.7, n, 0.01));
      hash = mix(hash, Power.binomial(0.9, Region.above(0.6), n, 0.01));
      hash = mix(hash, Power.equivalence(0.1, 0.8, n, 0.01));
      hash = mix(hash, Power.logRank(1.4, 0.4, n, 0.01));
    }
    Power.Group few = new Power.Group(0.5, 3);
    for (int n = 2; n < 6; n++) {
      hash = mix(hash, Power.welch(1, few, new Power.Group(2, n), 0.05));
    }
    assertEquals("87eb3d5351f3f6d", Long.toHexString(hash));
  }

  private static LogRank.Group group(double... times) {
    return new LogRank.Group(times, new boolean[] {true, false, true, true});
  }

  private static Evidence bootstrap(BootstrapEvidence.Method method) {
    return BootstrapEvidence.of(
        method,
        BootstrapEvidence.Design.PAIRED,
        Statistic.slope(),
        999,
        stream("pin-bootstrap"),
        A,
        B);
  }

  private static long mix(long hash, double value) {
    return hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(value) + (hash >>> 29);
  }
}
