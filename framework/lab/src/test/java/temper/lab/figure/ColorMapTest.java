package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;

class ColorMapTest {

  /** Relative luminance of WCAG 2.1. */
  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int part) {
    double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void theOneSidedMapGrowsLighterAllTheWay() {
    for (int step = 1; step < ColorMap.STEPS; step++) {
      assertTrue(
          luminance(ColorMap.ONE_SIDED.color(step)) > luminance(ColorMap.ONE_SIDED.color(step - 1)),
          "step " + step);
    }
    assertEquals(new Color(0x440154), ColorMap.ONE_SIDED.color(0));
    assertEquals(new Color(0xfde725), ColorMap.ONE_SIDED.color(ColorMap.STEPS - 1));
  }

  @Test
  void theTwoSidedMapIsLightestInItsMiddleAndEquallyDarkAtBothEnds() {
    int middle = ColorMap.STEPS / 2;
    for (int step = 1; step < middle; step++) {
      ColorMap map = ColorMap.TWO_SIDED;
      assertTrue(luminance(map.color(step)) > luminance(map.color(step - 1)), "step " + step);
      assertTrue(
          luminance(map.color(middle + step)) < luminance(map.color(middle + step - 1)),
          "step " + (middle + step));
    }
    double low = luminance(ColorMap.TWO_SIDED.color(0));
    double high = luminance(ColorMap.TWO_SIDED.color(ColorMap.STEPS - 1));
    assertEquals(low, high, 0.02);
  }

  @Test
  void aNeutralValueLiesInTheMiddleOfItsScale() {
    double[][] z = {{-1, 0.5, 3, Double.NaN, Double.POSITIVE_INFINITY}};
    double[] x = {1, 2, 3, 4, 5};
    HeatScale scale =
        HeatScale.of(new Layer.HeatMap("", x, new double[] {1}, z, Axis.Scale.LINEAR, 0));

    assertEquals(new Span(-3, 3), scale.span());
    assertEquals(64, scale.step(0));
    assertEquals(127, scale.step(3));
    assertEquals(-1, scale.step(Double.NaN));
    assertEquals(-1, scale.step(Double.POSITIVE_INFINITY));
  }

  @Test
  void aMapOfOneValueOrOfNoneStillHasAScale() {
    double[] one = {1};
    Axis.Scale linear = Axis.Scale.LINEAR;
    double nan = Double.NaN;
    HeatScale zero =
        HeatScale.of(new Layer.HeatMap("", one, one, new double[][] {{0}}, linear, nan));
    HeatScale five =
        HeatScale.of(new Layer.HeatMap("", one, one, new double[][] {{5}}, linear, nan));
    HeatScale none =
        HeatScale.of(new Layer.HeatMap("", one, one, new double[][] {{nan}}, linear, nan));
    HeatScale neutral =
        HeatScale.of(new Layer.HeatMap("", one, one, new double[][] {{2}}, linear, 2));

    assertEquals(new Span(-0.5, 0.5), zero.span());
    assertEquals(new Span(4.5, 5.5), five.span());
    assertEquals(new Span(0, 1), none.span());
    assertEquals(new Span(1, 3), neutral.span());
  }
}
