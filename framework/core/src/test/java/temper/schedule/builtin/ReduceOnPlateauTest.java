package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import temper.plugin.Constraints;
import temper.schedule.Controller;
import temper.schedule.Horizon;

class ReduceOnPlateauTest {

  private static Controller create(
      String direction, int patience, double threshold, boolean relative, int cooldown) {
    return new ReduceOnPlateau()
        .create(
            new ReduceOnPlateau.Parameters(
                1, direction, 0.5, patience, threshold, relative, cooldown, 0.125, 0),
            Horizon.endless());
  }

  private static double after(Controller controller, double... measurements) {
    for (double m : measurements) {
      controller.observe(m);
    }
    return controller.value();
  }

  @Test
  void theValueFallsWhenMoreThanThePatienceWasBad() {
    Controller controller = create("minimize", 2, 0, true, 0);

    assertEquals(1, after(controller, 5, 5, 5));
    assertEquals(0.5, after(controller, 5));
    assertEquals(0.5, after(controller, 5, 5));
    assertEquals(0.25, after(controller, 5));
  }

  @Test
  void anImprovementStartsTheCountAgain() {
    assertEquals(1, after(create("minimize", 1, 0, true, 0), 5, 5, 4, 4, 3, 3));
    assertEquals(1, after(create("maximize", 1, 0, true, 0), 3, 3, 4, 4, 5, 5));
    assertEquals(0.5, after(create("maximize", 1, 0, true, 0), 5, 4, 3));
  }

  @Test
  void anImprovementMustExceedTheThreshold() {
    // From 100, less than 90 is better; exactly 90 and 91 are not.
    assertEquals(0.5, after(create("minimize", 1, 0.1, true, 0), 100, 91, 90));
    assertEquals(1, after(create("minimize", 1, 0.1, true, 0), 100, 91, 89));
    assertEquals(0.5, after(create("minimize", 1, 0.1, false, 0), 100, 99.95, 99.9375));
    assertEquals(1, after(create("minimize", 1, 0.1, false, 0), 100, 99.95, 99.5));
  }

  @Test
  void aRelativeThresholdAlsoWorksForNegativeMeasurements() {
    assertEquals(0.5, after(create("minimize", 1, 0.1, true, 0), -100, -105, -109));
    assertEquals(1, after(create("minimize", 1, 0.1, true, 0), -100, -105, -111));
  }

  @Test
  void afterAReductionTheCooldownIsNotCounted() {
    Controller controller = create("minimize", 0, 0, true, 2);

    assertEquals(0.5, after(controller, 5, 5));
    assertEquals(0.5, after(controller, 5, 5));
    assertEquals(0.25, after(controller, 5));
  }

  @Test
  void theValueNeverFallsBelowTheMinimum() {
    Controller controller = create("minimize", 0, 0, true, 0);

    assertEquals(0.125, after(controller, 5, 5, 5, 5, 5, 5, 5));
  }

  @Test
  void notANumberIsBadAndNeverTheBest() {
    Controller controller = create("minimize", 1, 0, true, 0);

    assertEquals(1, after(controller, Double.NaN, 5, Double.NaN));
    assertEquals(0.5, after(controller, Double.NaN));
  }

  @Test
  void theDirectionMustBeGiven() {
    List<Constraints.Violation> found = Constraints.check(new ReduceOnPlateau().defaults());

    assertEquals(
        List.of("direction must be one of minimize, maximize, got "),
        found.stream().map(Constraints.Violation::toString).toList());
  }
}
