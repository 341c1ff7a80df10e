package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import temper.plugin.Choice;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;

class PerturbTest {

  private static Schedule create(long seed, double every) {
    return Schedule.of(
        new Perturb(),
        new Perturb.Parameters(
            0.1,
            Length.steps(every),
            seed,
            new Choice<>(new Constant(), new Constant.Parameters(2))),
        Horizon.ofSteps(100_000));
  }

  @Test
  void theNoiseHasTheMeanAndDeviationThatWereAskedFor() {
    double[] values = new double[100_000];
    create(1, 1).fill(0, values);

    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += (value - 2) * (value - 2);
    }

    // Five standard errors: false alarms in less than one of a million seeds.
    assertEquals(2, sum / values.length, 5 * 0.2 / Math.sqrt(values.length));
    assertEquals(0.04, squares / values.length, 5 * 0.04 * Math.sqrt(2.0 / values.length));
  }

  @Test
  void aNumberIsKeptForItsLengthAndSeedsDiffer() {
    Schedule schedule = create(1, 10);

    assertEquals(schedule.at(0), schedule.at(9.99));
    assertNotEquals(schedule.at(9.99), schedule.at(10));
    assertNotEquals(schedule.at(0), create(2, 10).at(0));
  }
}
