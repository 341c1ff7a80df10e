package temper.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static temper.stats.Simulation.assertRate;
import static temper.stats.Simulation.normal;
import static temper.stats.Simulation.stream;
import static temper.stats.Simulation.times;

import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.stats.Simulation.Rate;

/** Tests decide as often as the power function of their design says. */
class PowerSimulationTest {

  private static final double ALPHA = 0.05;

  /** How often an experiment is repeated; the long version repeats more. */
  int runs() {
    return 10_000;
  }

  private void assertPower(Rate power, Supplier<Evidence> sample) {
    assertRate(
        sample.get().test(),
        power,
        runs(),
        () -> Region.above(0).contains(sample.get().atLevel(ALPHA)));
  }

  @Test
  void pairedTestsWinAsOftenAsTheirPowerFunctionSays() {
    RandomStream stream = stream("paired-power");
    for (int n : new int[] {2, 5, 12}) {
      assertPower(
          Rate.exactly(Power.paired(0.6, n, ALPHA)),
          () -> PairedDifference.of(normal(stream, n, 1.2, 2), new double[n]));
    }
  }

  @Test
  void welchsTestWinsAsOftenAsItsPowerFunctionSays() {
    RandomStream stream = stream("welch-power");
    int[][] sizes = {{9, 9}, {4, 15}, {2, 3}};
    for (int[] n : sizes) {
      double power = Power.welch(2, new Power.Group(1, n[0]), new Power.Group(2, n[1]), ALPHA);
      assertPower(
          Rate.exactly(power),
          () -> Welch.of(normal(stream, n[0], 3, 1), normal(stream, n[1], 1, 2)));
    }
  }

  @Test
  void slopesWinAsOftenAsTheirPowerFunctionSays() {
    RandomStream stream = stream("slope-power");
    double[] x = {1, 2, 4, 8, 16, 32};
    assertPower(
        Rate.exactly(Power.slope(0.3, 0.4, x, ALPHA)),
        () ->
            LogLogSlope.of(
                x,
                Arrays.stream(x)
                    .map(u -> StrictMath.exp(0.4 * stream.gaussian() + 0.3 * StrictMath.log(u)))
                    .toArray()));
  }

  @Test
  void binomialAndSignTestsWinAsOftenAsTheSumOverCountsSays() {
    RandomStream stream = stream("binomial-power");
    Region half = Region.above(0.5);
    Rate power = Rate.exactly(Power.binomial(0.8, half, 17, ALPHA));
    assertRate(
        "binomial",
        power,
        runs(),
        () ->
            half.contains(new BinomialEvidence((int) stream.binomial(17, 0.8), 17).atLevel(ALPHA)));
    // A variable that is positive with probability 0.8.
    assertPower(power, () -> MedianSign.of(shifted(stream)));
  }

  private static double[] shifted(RandomStream stream) {
    double[] values = new double[17];
    for (int i = 0; i < values.length; i++) {
      values[i] = stream.uniform() - 0.2;
    }
    return values;
  }

  @Test
  void equivalenceIsStatedAsOftenAsItsPowerFunctionSays() {
    RandomStream stream = stream("equivalence-power");
    double[][] designs = {{0, 1, 12}, {0.3, 1, 12}, {0.2, 2, 3}};
    for (double[] design : designs) {
      int n = (int) design[2];
      assertRate(
          "equivalence",
          Rate.exactly(Power.equivalence(design[0], design[1], n, ALPHA)),
          runs(),
          () ->
              new Equivalence(Mean.of(normal(stream, n, design[0], 1)), -design[1], design[1])
                  .decide(ALPHA));
    }
  }

  @Test
  void logRankTestsWinNearlyAsOftenAsTheirPowerFunctionSays() {
    RandomStream stream = stream("log-rank-power");
    // All sixty trials end with the event; the formula is a limit for ratios near 1.
    double power = Power.logRank(1.8, 0.5, 60, ALPHA);
    Rate nearly = Rate.between(power - 0.03, power + 0.03);
    double horizon = Double.MAX_VALUE;
    assertRate(
        "log-rank",
        nearly,
        runs() / 4,
        () -> {
          Evidence ratio =
              LogRank.of(times(stream, 30, 1.8, horizon), times(stream, 30, 1, horizon));
          return ratio.atLevel(ALPHA).low() > 0;
        });
  }

  @Test
  void plannedReplicatesReachTheWantedPower() {
    RandomStream stream = stream("planned");
    int n = Power.replicates(0.8, 100, m -> Power.paired(0.9, m, ALPHA)).orElseThrow();
    assertTrue(Power.paired(0.9, n - 1, ALPHA) < 0.8);
    assertPower(
        Rate.between(0.8, 0.83),
        () -> PairedDifference.of(normal(stream, n, 0.9, 1), new double[n]));
  }
}
