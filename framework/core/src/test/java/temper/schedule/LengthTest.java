package temper.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.plugin.Constraints;

class LengthTest {

  private static final Horizon RUN = Horizon.ofEpochs(20, 50);

  @ParameterizedTest
  @CsvSource({
    "300 steps, 300",
    "300, 300",
    "1 step, 1",
    "5 epochs, 250",
    "0.5 epoch, 25",
    "20%, 200",
    "20 %, 200",
    "100%, 1000",
    "1e2, 100",
    "2.5E1 Steps, 25",
    "0, 0",
    "' 7 steps ', 7"
  })
  void aLengthIsReadAndResolvedAgainstTheRun(String text, double steps) {
    assertEquals(steps, Length.parse(text).resolve(RUN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "steps",
        "-1",
        "-5%",
        "NaN",
        "Infinity",
        "1e999",
        "5 days",
        "20%%",
        "5 epochs 2",
        "0x10",
        "1_000"
      })
  void whatIsNotALengthIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Length.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "300, 300 steps",
    "1 step, 1 steps",
    "5 epochs, 5 epochs",
    "20%, 20%",
    "0.002%, 0.002%",
    "33.3%, 33.3%",
    "1e-9 epochs, 1e-9 epochs",
    "1.5e300, 1.5e300 steps"
  })
  void theTextOfALengthIsReadBackToTheSameLength(String text, String canonical) {
    Length length = Length.parse(text);

    assertEquals(length, Length.parse(length.toString()));
    assertEquals(canonical, length.toString());
  }

  @Test
  void theTextOfAnyAmountIsReadBackToTheSameBits() {
    long bits = 1;
    for (int i = 0; i < 2000; i++) {
      bits = bits * 6364136223846793005L + 1442695040888963407L;
      double amount = Math.abs(Double.longBitsToDouble(bits));
      if (Double.isFinite(amount)) {
        assertEquals(amount, Length.parse(Length.steps(amount).toString()).amount());
      }
    }
  }

  @Test
  void percentagesOfWholeRunsAreExact() {
    for (int percent = 0; percent <= 100; percent++) {
      assertEquals(percent * 10, Length.percent(percent).resolve(Horizon.ofSteps(1000)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "16.1%, 1000, 0, 161",
    "32.3%, 1000, 0, 323",
    "1.1 epochs, 7800, 390, 429",
    "2.3 epochs, 7800, 100, 230",
    "4%, 7, 0, 0.28"
  })
  void aLengthThatIsAWholeNumberOfStepsIsExactlyThatNumber(
      String text, double total, double epoch, double steps) {
    assertEquals(steps, Length.parse(text).resolve(new Horizon(total, epoch)));
  }

  @Test
  void aLengthWithoutMeaningForTheRunIsRefused() {
    Exception epochs =
        assertThrows(
            IllegalArgumentException.class, () -> Length.epochs(5).resolve(Horizon.ofSteps(100)));
    Exception percent =
        assertThrows(
            IllegalArgumentException.class, () -> Length.percent(20).resolve(Horizon.endless()));

    assertTrue(epochs.getMessage().contains("'5 epochs' is in epochs"), epochs.getMessage());
    assertTrue(percent.getMessage().contains("'20%' is relative"), percent.getMessage());
  }

  @Test
  void aLengthIsATextTypeAndAQuantity() {
    assertTrue(Constraints.isTextType(Length.class));
    assertEquals(20, Length.percent(20).getAsDouble());
    assertEquals(Length.steps(0), Length.steps(-0.0));
    assertThrows(IllegalArgumentException.class, () -> Length.steps(Double.NaN));
  }

  @Test
  void aHorizonNeedsSteps() {
    assertThrows(IllegalArgumentException.class, () -> Horizon.ofSteps(0));
    assertThrows(IllegalArgumentException.class, () -> Horizon.ofSteps(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Horizon(10, -1));
    assertThrows(IllegalArgumentException.class, () -> new Horizon(10, Double.POSITIVE_INFINITY));
    assertEquals(new Horizon(10, 50), RUN.part(10));
  }
}
