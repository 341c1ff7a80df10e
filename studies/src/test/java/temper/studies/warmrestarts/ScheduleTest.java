package temper.studies.warmrestarts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import temper.lab.study.Profile;
import temper.schedule.ControlPlugin;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.studies.training.TrainingParameters;

/** The learning rates against the papers' numbers. */
class ScheduleTest {

  /** 70 epochs of 79 steps, as 10,000 images in batches of 128 make. */
  private static final Horizon SGDR = new Horizon(70 * 79, 79);

  private static double[] rates(Controller controller, int steps) {
    double[] rates = new double[steps];
    for (int step = 0; step < steps; step++) {
      rates[step] = controller.value();
      controller.observe(1);
    }
    return rates;
  }

  private static double[] rates(Arm arm) {
    return rates(ControlPlugin.of(arm.schedule(0.05, 70), SGDR), 70 * 79);
  }

  @Test
  void restartsComeAfterThePapersEpochs() {
    assertEquals(List.of(10, 30, 70), Arm.LONG_RESTARTS.cycleEnds());
    assertEquals(List.of(1, 3, 7, 15, 31, 63), Arm.SHORT_RESTARTS.cycleEnds());
    assertEquals(List.of(), Arm.STEP.cycleEnds());
    for (Arm arm : List.of(Arm.LONG_RESTARTS, Arm.SHORT_RESTARTS)) {
      double[] rates = rates(arm);
      for (int epoch : arm.cycleEnds().stream().filter(end -> end < 70).toList()) {
        assertEquals(0.05, rates[79 * epoch], 1e-15, arm + " begins a cycle after " + epoch);
        assertEquals(0, rates[79 * epoch - 1], 0.05 * 0.0004, arm + " has ended one before");
      }
    }
  }

  /** Epochs and rates by hand from the formula of section 3 and from the arms' descriptions. */
  @ParameterizedTest
  @CsvSource({
    "COSINE, 0, 0.05",
    "COSINE, 35, 0.025",
    "LONG_RESTARTS, 5, 0.025",
    "LONG_RESTARTS, 20, 0.025",
    "LONG_RESTARTS, 40, 0.042677669529663684",
    "SHORT_RESTARTS, 47, 0.025",
    "STEP, 20, 0.05",
    "STEP, 21, 0.01",
    "STEP, 42, 0.002",
    "STEP, 56, 0.0004",
    "LINEAR, 35, 0.025",
    "COOLDOWN, 55, 0.05",
    "COOLDOWN, 63, 0.025",
    "AVERAGED, 69, 0.05"
  })
  void ratesAreThoseOfThePaper(Arm arm, int epoch, double rate) {
    assertEquals(rate, rates(arm)[79 * epoch], 1e-12);
  }

  /** Equation 2 with 100 iterations, 5 cycles and a first rate of 0.2. */
  @Test
  void snapshotCyclesAreThoseOfThePaper() {
    Setting base = Setting.snapshots(Profile.SMOKE);
    Setting setting = new Setting(base.data(), base.model(), 100, 10, 0, false);
    TrainingParameters training =
        new SnapshotTraining.Params(setting, SnapshotTraining.CYCLIC, 0.2, 5, 0).training();

    double[] rates = rates(ControlPlugin.of(training.rate(), new Horizon(100, 1)), 100);

    assertEquals(0.2, rates[0], 1e-15);
    assertEquals(0.1, rates[10], 1e-15);
    assertEquals(0.00123, rates[19], 5e-6);
    assertEquals(0.2, rates[20], 1e-15);
  }

  @ParameterizedTest
  @EnumSource(Arm.class)
  void armsAreFoundByTheirNames(Arm arm) {
    assertEquals(arm, Arm.of(arm.key()));
  }

  @Test
  void anUnknownArmIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Arm.of("cyclic"));
  }
}
