package temper.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-3, -3",
    "0.5, 0.5",
    "100, 100",
    "1234567.5, 1234567.5",
    "9999999, 9999999",
    "1e7, 1e7",
    "12345678, 1.2345678e7",
    "0.001, 0.001",
    "0.00123, 0.00123",
    "0.0123, 0.0123",
    "0.000999, 9.99e-4",
    "1e-5, 1e-5",
    "-1.5e-10, -1.5e-10",
    "2.0e-3, 0.002",
    "1e23, 1e23",
    "2e23, 2e23",
    "9.5e-3, 0.0095",
    "5e-324, 5e-324",
    "4.9e-324, 5e-324",
    "1e-323, 1e-323",
    "2.2250738585072014E-308, 2.2250738585072014e-308",
    "2.225073858507201E-308, 2.225073858507201e-308",
    "1.7976931348623157E308, 1.7976931348623157e308",
    "9007199254740993, 9.007199254740992e15",
    "9007199254740991, 9.007199254740991e15",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "123456.789, 123456.789",
    "1.0000000000000002, 1.0000000000000002",
    "4.35, 4.35",
    "2.98023223876953125E-8, 2.9802322387695312e-8",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void writesTheShortestTextThatReadsBack(String given, String expected) {
    double value = Double.parseDouble(given);

    assertEquals(expected, NumberText.format(value));
    assertEquals(value, NumberText.parse(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1.4e-45, 1e-45",
    "3.4028235E38, 3.4028235e38",
    "1.17549435E-38, 1.1754944e-38",
    "16777216, 1.6777216e7",
    "0.3333333333, 0.33333334",
    "8.5e9, 8.5e9",
    "-0.0, -0",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void writesTheShortestTextOfAFloat(String given, String expected) {
    assertEquals(expected, NumberText.format(Float.parseFloat(given)));
  }

  @Test
  void appendsToWhatIsThere() throws IOException {
    StringBuilder builder = new StringBuilder("x=");
    NumberText.append(NumberText.append(builder, 0.25).append(','), -1e-9);
    assertEquals("x=0.25,-1e-9", builder.toString());
    StringWriter writer = new StringWriter();
    NumberText.append(writer, 12.5);
    assertEquals("12.5", writer.toString());
  }

  /** Every bit pattern is equally likely; the pinned digest fails on a platform that differs. */
  @Test
  void readsBackAMillionRandomBitPatternsWithTheSameTextOnEveryPlatform() {
    long state = 1;
    long hash = 0;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      double value = Double.longBitsToDouble(state ^ (state >>> 29));
      text.setLength(0);
      String written = NumberText.append(text, value).toString();
      assertEquals(value, NumberText.parse(written));
      hash = 31 * hash + written.hashCode();
      float single = Float.intBitsToFloat((int) (state >>> 32));
      text.setLength(0);
      written = NumberText.append(text, single).toString();
      assertEquals(single, Float.parseFloat(written));
      hash = 31 * hash + written.hashCode();
    }
    assertEquals(-7834589666072262769L, hash);
  }

  @Test
  void findsTheShortestAndNearestDigitsThatASearchFinds() {
    long state = 3;
    for (int i = 0; i < 10_000; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      long bits = state ^ (state >>> 29);
      double value =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(bits);
            case 1 -> Double.longBitsToDouble(bits & 0xFFF0_0000_0000_0000L); // powers of two
            case 2 -> (bits >>> 40) / 1000.0;
            default -> Double.longBitsToDouble(bits >>> 12); // subnormal
          };
      if (Double.isFinite(value) && value != 0) {
        assertShortest(value);
      }
    }
  }

  private static void assertShortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal text = new BigDecimal(NumberText.format(value));
    for (int digits = 1; digits <= 17; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downReads = down.doubleValue() == value;
      boolean upReads = up.doubleValue() == value;
      if (downReads || upReads) {
        BigDecimal toDown = exact.subtract(down).abs();
        BigDecimal toUp = up.subtract(exact).abs();
        int nearer = !upReads ? -1 : !downReads ? 1 : toDown.compareTo(toUp);
        assertTrue(
            (nearer <= 0 && text.compareTo(down) == 0) || (nearer >= 0 && text.compareTo(up) == 0),
            value + " is " + text + ", not " + down + " or " + up);
        return;
      }
    }
    throw new AssertionError("17 digits are always enough");
  }

  /** The JDK writes two digits at least, and the shortest only since version 19. */
  @Test
  void agreesWithTheJavaPlatformWhereThatIsShortest() {
    if (Runtime.version().feature() < 19) {
      return;
    }
    long state = 5;
    for (int i = 0; i < 200_000; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      double value = Double.longBitsToDouble(state ^ (state >>> 29));
      if (Double.isFinite(value)) {
        BigDecimal text = new BigDecimal(NumberText.format(value));
        if (text.stripTrailingZeros().precision() > 1) {
          assertEquals(0, text.compareTo(new BigDecimal(Double.toString(value))), text::toString);
        }
      }
    }
  }

  @Test
  void usesEstimatesOfLogarithmsThatAreExact() {
    for (int e = PowersOfTen.MIN_EXPONENT; e <= PowersOfTen.MAX_EXPONENT; e++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(e));
      int expected = e >= 0 ? power.bitLength() - 1 : -power.subtract(BigInteger.ONE).bitLength();
      assertEquals(expected, PowersOfTen.floorLog2(e));
    }
    for (int q = -1074; q <= 971; q++) {
      BigDecimal two = q >= 0 ? new BigDecimal(BigInteger.ONE.shiftLeft(q)) : power(0.5, -q);
      assertEquals(two.precision() - two.scale() - 1, PowersOfTen.floorLog10OfPowerOfTwo(q));
      BigDecimal three = two.multiply(new BigDecimal("0.75"));
      assertEquals(three.precision() - three.scale() - 1, PowersOfTen.floorLog10OfThreeQuarters(q));
    }
  }

  private static BigDecimal power(double base, int exponent) {
    return new BigDecimal(base).pow(exponent);
  }

  @ParameterizedTest
  @CsvSource({
    "+1.50E-03, 0.0015",
    ".5, 0.5",
    "5., 5",
    "007, 7",
    "-2e+3, -2000",
    "+Infinity, Infinity",
    "1e-999, 0",
    "9007199254740993, 9007199254740992"
  })
  void readsUsualDecimalForms(String text, double expected) {
    assertEquals(expected, NumberText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "e5",
        "1e",
        "1e+",
        "1,5",
        "1_000",
        "0x1p3",
        "1f",
        "1d",
        " 1",
        "1 ",
        "nan",
        "-NaN",
        "inf",
        "Infinity1",
        "1.2.3",
        "--1",
        "\u0661"
      })
  void refusesWhatIsNoDecimalNumber(String text) {
    NumberFormatException error =
        assertThrows(NumberFormatException.class, () -> NumberText.parse(text));
    assertEquals("not a decimal number: \"" + text + "\"", error.getMessage());
  }

  @Test
  void refusesNumbersBeyondTheLargest() {
    NumberFormatException error =
        assertThrows(NumberFormatException.class, () -> NumberText.parse("-1e309"));
    assertEquals("beyond the largest double, 1.7976931348623157e308: -1e309", error.getMessage());
  }
}
