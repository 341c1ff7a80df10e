package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import temper.lab.study.chart.Axis;

class TickChooserTest {

  private static Ticks linear(double low, double high) {
    return new TickChooser(200, 5, 7, label -> 4.0 * label.length())
        .choose(Axis.Scale.LINEAR, new Span(low, high));
  }

  private static Ticks log(double low, double high) {
    return new TickChooser(200, 5, 7, label -> 4.0 * label.length())
        .choose(Axis.Scale.LOG, new Span(StrictMath.log10(low), StrictMath.log10(high)));
  }

  private static List<String> labels(Ticks ticks) {
    return ticks.major().stream().map(Ticks.Tick::label).toList();
  }

  @Test
  void linearTicksAreRoundNumbersInThisSpan() {
    assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(linear(0, 1)));
    assertEquals(List.of("−2", "−1", "0", "1", "2"), labels(linear(-2.1, 2.1)));
    assertEquals(
        List.of("0.1", "0.2", "0.3"),
        labels(linear(0.05, 0.35)).stream().filter(l -> l.length() == 3).toList());
  }

  @Test
  void largeAndSmallNumbersShareAPowerOfTen() {
    Ticks large = linear(0, 4e6);
    assertEquals("×10⁶", large.factor());
    assertEquals(List.of("0", "1", "2", "3", "4"), labels(large));
    Ticks small = linear(0, 4e-5);
    assertEquals("×10⁻⁵", small.factor());
    assertEquals("", linear(0, 40000).factor());
  }

  @Test
  void minorTicksLieBetweenMajorOnes() {
    Ticks ticks = linear(0, 1);

    assertEquals(5 * 3, ticks.minor().size());
    assertEquals(0.05, ticks.minor().get(0), 1e-15);
  }

  @Test
  void logarithmicTicksAreDecadesWithNineDigitsBetween() {
    Ticks ticks = log(1e-3, 1);

    assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹", "10⁰"), labels(ticks));
    assertEquals(3 * 8, ticks.minor().size());
    assertTrue(ticks.minor().contains(-3 + StrictMath.log10(5)));
  }

  @Test
  void manyDecadesAreThinnedToMultiples() {
    Ticks ticks = log(1e-30, 1e10);

    assertEquals(List.of("10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "10⁰", "10¹⁰"), labels(ticks));
    assertEquals(41 - 5, ticks.minor().size());
  }

  @Test
  void aDecadeOrLessShowsItsOneTwoFive() {
    assertEquals(List.of("0.02", "0.05", "0.1"), labels(log(0.015, 0.12)));
    assertEquals(List.of("2×10⁻⁷", "5×10⁻⁷", "10⁻⁶"), labels(log(1.5e-7, 1.2e-6)));
  }

  @Test
  void aSliceOfADecadeHasLinearTicks() {
    Ticks ticks = log(2.1, 2.5);

    assertEquals(List.of("2.1", "2.2", "2.3", "2.4", "2.5"), labels(ticks));
    assertEquals(StrictMath.log10(2.2), ticks.major().get(1).position());
  }

  @Test
  @Timeout(20) // What is looked for does not end.
  void aSliceNoWiderThanNeighbouringNumbersHasFewTicks() {
    assertTrue(log(1, 1 + 4e-16).major().size() <= 7);
    assertTrue(linear(1e16, 1e16 + 4).major().size() <= 7);
  }

  @Test
  void labelsNeverTouch() {
    for (int i = 0; i < 400; i++) {
      double low = -1e3 + 7.31 * i;
      double high = low + StrictMath.pow(10, -3 + i * 0.02);
      Ticks ticks = linear(low, high);
      assertTrue(ticks.major().size() >= 1 && ticks.major().size() <= 7, low + " " + high);
      for (int k = 1; k < ticks.major().size(); k++) {
        Ticks.Tick a = ticks.major().get(k - 1);
        Ticks.Tick b = ticks.major().get(k);
        double between = (b.position() - a.position()) / (high - low) * 200;
        double room = 2.0 * (a.label().length() + b.label().length());
        assertTrue(between >= room, low + " to " + high + ": " + labels(ticks));
      }
    }
  }
}
