package temper.stats;

import static temper.stats.BootstrapEvidence.Design.INDEPENDENT;
import static temper.stats.BootstrapEvidence.Design.PAIRED;
import static temper.stats.BootstrapEvidence.Method.BCA;
import static temper.stats.BootstrapEvidence.Method.PERCENTILE;
import static temper.stats.Simulation.assertRate;
import static temper.stats.Simulation.exponential;
import static temper.stats.Simulation.normal;
import static temper.stats.Simulation.stream;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.stats.Simulation.Rate;

/**
 * How often intervals of the bootstrap miss, at a nominal 10 %. The bootstrap is right in the limit
 * of large samples; with ten observations it misses up to twice as often. These tests pin that as a
 * fact, with rates measured on long runs, so that nobody takes a small sample's interval at its
 * word.
 */
class BootstrapSimulationTest {

  private static final double ALPHA = 0.1;

  /** At most a fifth above the nominal rate. */
  private static final Rate NEARLY_NOMINAL = Rate.between(0.085, 0.12);

  /** How often an experiment is repeated; the long version repeats more. */
  int runs() {
    return 1500;
  }

  private void assertMisses(Rate rate, double truth, Supplier<Evidence> sample) {
    assertRate(
        sample.get().test(), rate, runs(), () -> !sample.get().atLevel(ALPHA).contains(truth));
  }

  private static Evidence mean(
      BootstrapEvidence.Method method, RandomStream stream, double[] values) {
    return BootstrapEvidence.of(method, PAIRED, Statistic.mean(), 199, stream, values);
  }

  @Test
  void tenNormalObservationsMissHalfAgainAsOftenByEitherMethod() {
    RandomStream stream = stream("bootstrap-normal-10");
    Rate rate = Rate.between(0.14, 0.165);
    assertMisses(rate, 0, () -> mean(PERCENTILE, stream, normal(stream, 10)));
    assertMisses(rate, 0, () -> mean(BCA, stream, normal(stream, 10)));
  }

  @Test
  void tenSkewedObservationsMissNearlyTwiceAsOftenByPercentilesAndLessByBca() {
    RandomStream stream = stream("bootstrap-skewed-10");
    assertMisses(
        Rate.between(0.18, 0.205), 1, () -> mean(PERCENTILE, stream, exponential(stream, 10)));
    assertMisses(Rate.between(0.15, 0.178), 1, () -> mean(BCA, stream, exponential(stream, 10)));
  }

  @Test
  void percentilesOfASkewedMeanMissMostlyBelowIt() {
    RandomStream stream = stream("bootstrap-sides");
    Simulation.assertMisses(
        Rate.between(0.03, 0.045),
        Rate.between(0.145, 0.166),
        runs(),
        1,
        ALPHA,
        () -> mean(PERCENTILE, stream, exponential(stream, 10)));
  }

  @Test
  void aHundredObservationsMissNearlyAtTheLevel() {
    RandomStream stream = stream("bootstrap-100");
    for (BootstrapEvidence.Method method : BootstrapEvidence.Method.values()) {
      assertMisses(NEARLY_NOMINAL, 1, () -> mean(method, stream, exponential(stream, 100)));
    }
  }

  @Test
  void mediansMissAThirdMoreOftenWithTenObservationsAndNearlyAtTheLevelWithThirty() {
    RandomStream stream = stream("bootstrap-median");
    double median = StrictMath.log(2);
    for (BootstrapEvidence.Method method : BootstrapEvidence.Method.values()) {
      for (int n : new int[] {10, 30}) {
        assertMisses(
            n == 10 ? Rate.between(0.115, 0.145) : Rate.between(0.085, 0.115),
            median,
            () ->
                BootstrapEvidence.of(
                    method, PAIRED, Statistic.median(), 199, stream, exponential(stream, n)));
      }
    }
  }

  @Test
  void ratiosOfMeansMissAThirdMoreOftenWithTenObservations() {
    RandomStream stream = stream("bootstrap-ratio");
    for (BootstrapEvidence.Method method : BootstrapEvidence.Method.values()) {
      for (int n : new int[] {10, 30}) {
        assertMisses(
            n == 10 ? Rate.between(0.12, 0.145) : Rate.between(0.1, 0.125),
            2,
            () ->
                BootstrapEvidence.of(
                    method,
                    INDEPENDENT,
                    Statistic.ratioOfMeans(),
                    199,
                    stream,
                    normal(stream, n, 10, 2),
                    normal(stream, n, 5, 1)));
      }
    }
  }

  @Test
  void slopesMissHalfAgainAsOftenWithTenPairs() {
    RandomStream stream = stream("bootstrap-slope");
    for (BootstrapEvidence.Method method : BootstrapEvidence.Method.values()) {
      for (int n : new int[] {10, 30}) {
        assertMisses(
            n == 10 ? Rate.between(0.13, 0.17) : Rate.between(0.11, 0.14),
            1,
            () -> {
              double[] x = normal(stream, n);
              double[] y = normal(stream, n);
              for (int i = 0; i < n; i++) {
                y[i] += x[i];
              }
              return BootstrapEvidence.of(method, PAIRED, Statistic.slope(), 199, stream, x, y);
            });
      }
    }
  }

  @Test
  void interquartileMeansMissNearlyAtTheLevel() {
    RandomStream stream = stream("bootstrap-iqm");
    for (BootstrapEvidence.Method method : BootstrapEvidence.Method.values()) {
      assertMisses(
          Rate.between(0.1, 0.13),
          0,
          () ->
              BootstrapEvidence.of(
                  method, PAIRED, Statistic.interquartileMean(), 199, stream, normal(stream, 10)));
    }
  }
}
