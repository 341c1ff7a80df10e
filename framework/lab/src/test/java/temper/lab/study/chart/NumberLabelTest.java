package temper.lab.study.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumberLabelTest {

  @Test
  void numbersArePlainWhileShort() {
    assertEquals("0.005", NumberLabel.of(0.005));
    assertEquals("20000", NumberLabel.of(2e4));
    assertEquals("5×10⁵", NumberLabel.of(5e5));
    assertEquals("−0.2", NumberLabel.of(-0.2));
    assertEquals("−1.5×10⁻⁷", NumberLabel.of(-1.5e-7));
    assertEquals("0", NumberLabel.of(-0.0));
  }

  @Test
  void powersOfTenAreWrittenAlike() {
    assertEquals("10³", NumberLabel.power(1000));
    assertEquals("10⁰", NumberLabel.power(1));
    assertEquals("−10⁸", NumberLabel.power(-1e8));
    assertEquals("3×10⁻¹²", NumberLabel.power(3e-12));
    assertEquals("0", NumberLabel.power(0));
  }

  @Test
  void whatIsNotFiniteHasAName() {
    assertEquals("none", NumberLabel.of(Double.NaN));
    assertEquals("∞", NumberLabel.power(Double.POSITIVE_INFINITY));
    assertEquals("−∞", NumberLabel.of(Double.NEGATIVE_INFINITY));
  }
}
