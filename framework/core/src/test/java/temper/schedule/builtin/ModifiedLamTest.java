package temper.schedule.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;

class ModifiedLamTest {

  private static Controller create(ModifiedLam.Method method, double length) {
    return new ModifiedLam()
        .create(
            new ModifiedLam.Parameters(0.5, 0.5, 500, 0.999, Length.percent(100), method),
            Horizon.ofSteps(length));
  }

  @Test
  void theTargetHasTheValuesOfTheFormula() {
    Schedule target = ModifiedLam.target(10_000);

    assertEquals(1, target.at(0), 1e-15);
    assertEquals(0.9768670789, target.at(10), 1e-10);
    assertEquals(0.9546897507, target.at(20), 1e-10);
    assertEquals(0.44 + 0.56 / Math.sqrt(560), target.at(750), 1e-14);
    assertEquals(0.44, target.at(1500));
    assertEquals(0.44, target.at(6499));
    assertEquals(0.44, target.at(6500), 1e-15);
    assertEquals(0.44 / Math.sqrt(440), target.at(8250), 1e-14);
    assertEquals(0.001, target.at(10_000), 1e-15);
    assertEquals(0.001, target.at(20_000), 1e-15);
  }

  @Test
  void oneStepAveragesTheAcceptanceAndMovesTheTemperature() {
    Controller controller = create(ModifiedLam.Method.LITERAL, 1000);

    controller.observe(1);
    assertEquals(0.5 / 0.999, controller.value());
    assertEquals((499 * 0.5 + 1) / 500, controller.save().state().get(1));

    controller.observe(0);
    assertEquals(0.5 / 0.999 / 0.999, controller.value());
  }

  @Test
  void aboveTheTargetTheTemperatureFalls() {
    Controller controller = create(ModifiedLam.Method.LITERAL, 10);
    for (int i = 0; i < 9; i++) {
      controller.observe(1);
    }
    double before = controller.value();

    controller.observe(1);

    assertEquals(before * 0.999, controller.value());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 1000, 99_999, 1_000_000})
  void theFastTargetIsTheLiteralOne(int length) {
    Controller fast = create(ModifiedLam.Method.FAST, length);
    Controller literal = create(ModifiedLam.Method.LITERAL, length);
    RandomStream random = new StreamRoot("modified-lam").stream("test", length, "accept");

    for (int i = 0; i < length + 10; i++) {
      double accepted = random.uniform() < Math.min(1, fast.value()) ? 1 : 0;
      fast.observe(accepted);
      literal.observe(accepted);
      assertEquals(literal.value(), fast.value(), "step " + (i + 1) + " of " + length);
    }
  }

  /**
   * Each product is rounded once and repeats the rounding of its factor: k products are off by at
   * most 2 k half-ulps, to which the two powers of the formula and of the factor add a few.
   */
  @ParameterizedTest
  @ValueSource(ints = {10, 1000, 99_999, 1_000_000})
  void theFastTargetDriftsByAtMostAnUlpAStep(int length) {
    Controller fast = create(ModifiedLam.Method.FAST, length);
    Schedule target = ModifiedLam.target(length);

    for (int i = 1; i <= length; i++) {
      fast.observe(0);
      if (i % 97 == 0 || i <= 10 || i == length) {
        double x = (double) i / length;
        double excess = fast.save().state().get(3);
        double last = fast.save().state().get(4);
        double actual = x < 0.15 ? 0.44 + excess : x < 0.65 ? 0.44 : last;
        double expected = target.at(i);
        assertEquals(expected, actual, (i + 4) * Math.ulp(expected), "step " + i);
      }
    }
  }
}
