package temper.studies.cyclicalrates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.schedule.ControlPlugin;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

final class PolicyTest {

  /** The rate of a policy at one of the paper's iterations. */
  private static double rate(Policy policy, double shrink, double iteration) {
    Controller rate =
        ControlPlugin.of(
            policy.rate(shrink, 1), Horizon.ofSteps((double) policy.iterations(shrink)));
    for (long step = 0; step < Math.rint(iteration / shrink); step++) {
      rate.observe(0);
    }
    return rate.value();
  }

  @ParameterizedTest
  @CsvSource({
    "fixed, 0, 0.001", // Caffe's solver
    "fixed, 59995, 0.001",
    "fixed, 60000, 0.0001",
    "fixed, 65000, 0.00001",
    "triangular2, 0, 0.001", // three stages of the paper's table 2
    "triangular2, 2000, 0.005",
    "triangular2, 4000, 0.001",
    "triangular2, 6000, 0.003",
    "triangular2, 14000, 0.0015",
    "triangular2, 16000, 0.0001",
    "triangular2, 17000, 0.0005",
    "triangular2, 22000, 0.00001",
    "triangular2, 22500, 0.00005",
    "decay, 0, 0.007",
    "decay, 2000, 0.004",
    "decay, 4000, 0.001",
    "decay, 24995, 0.001",
    "decay-drops, 4000, 0.001",
    "decay-drops, 16000, 0.0001",
    "decay-drops, 22000, 0.00001",
    "fixed-drops, 15995, 0.003",
    "fixed-drops, 16000, 0.0003",
    "exponential, 0, 0.006",
    "range-bounds, 2000, 0.00532150", // 0.006 * 0.99994^2000
    "range-amplitude, 2000, 0.00543459", // 0.001 + 0.005 * 0.99994^2000
  })
  void ratesAreThoseOfThePaperWhateverTheScale(String policy, double iteration, double rate) {
    assertEquals(rate, rate(Policy.of(policy), 1, iteration), 1e-8);
    assertEquals(rate, rate(Policy.of(policy), 5, iteration), 1e-8);
  }

  @Test
  void decayOverTheShortRunOfTheRangeIsTheKnownFactor() {
    // 0.99994^42000 = 0.0804: at the end of the paper's run, a cycle and a half after a whole one.
    assertEquals(0.0804, rate(Policy.EXPONENTIAL, 5, 42_000) / Policy.PEAK, 1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "fixed, 14000",
    "triangular2, 5000",
    "decay, 5000",
    "decay-drops, 5000",
    "fixed-drops, 5000",
    "exponential, 14000",
    "range-bounds, 8400",
    "range-amplitude, 8400"
  })
  void reducedRunsTakeAFifthOfTheIterations(String policy, long iterations) {
    assertEquals(iterations, Policy.of(policy).iterations(5));
  }

  @Test
  void cyclesOfTheStagesEndAtTheLowerBoundAndPeakBetween() {
    double[] first = Policy.STAGES.get(0).ends();
    double[] last = Policy.STAGES.get(2).peaks();

    assertArrayEquals(new double[] {4000, 8000, 12_000, 16_000}, first);
    assertArrayEquals(new double[] {22_500, 23_500, 24_500}, last);
    assertEquals(25_000, Policy.STAGES.get(2).ends()[2]);
  }

  @Test
  void unknownPoliciesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Policy.of("cosine"));
  }

  @Test
  void theTriangleIsTheOneOfTheFramework() {
    Schedule ours = window(WindowCycle.TRIANGLE);
    Schedule theirs = Schedules.triangular(0.001, 0.006, 2000);

    for (double step : new double[] {0, 1, 500, 1999, 2000, 2500, 4000, 6000, 9999}) {
      assertEquals(theirs.at(step), ours.at(step), 1e-15, "step " + step);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "welch, 1000, 0.75",
    "hann, 1000, 0.5",
    "welch, 3500, 0.4375",
    "hann, 3500, 0.146447"
  })
  void otherWindowsHaveTheirShape(String window, double step, double height) {
    assertEquals(0.001 + 0.005 * height, window(window).at(step), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(strings = {WindowCycle.TRIANGLE, WindowCycle.WELCH, WindowCycle.HANN})
  void allWindowsMeetBothBounds(String window) {
    assertEquals(0.001, window(window).at(4000), 1e-15);
    assertEquals(0.006, window(window).at(6000), 1e-15);
  }

  private static Schedule window(String window) {
    return Schedule.of(
        new WindowCycle(),
        new WindowCycle.Parameters(window, 0.001, 0.006, temper.schedule.Length.steps(2000)),
        Horizon.endless());
  }
}
