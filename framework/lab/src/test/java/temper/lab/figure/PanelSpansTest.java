package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

class PanelSpansTest {

  private static final double[] ONE_TO_THREE = {1, 2, 3};

  @Test
  void allFiniteDataLieInsideWithAir() {
    double[] y = {Double.NaN, -5, Double.POSITIVE_INFINITY};
    PanelSpans spans =
        PanelSpans.of(
            Panel.of(
                "",
                Axis.linear("x"),
                Axis.linear("y"),
                new Layer.Line("", Ink.of(0), ONE_TO_THREE, y),
                new Layer.Rule("", Ink.NEUTRAL, false, 5)));

    assertTrue(spans.x().low() < 1 && spans.x().low() > 0.8);
    assertTrue(spans.y().low() < -5 && spans.y().high() > 5 && spans.y().high() < 6);
  }

  @Test
  void fixedEndsAreKept() {
    Axis half = new Axis("x", Axis.Scale.LINEAR, 0, Double.NaN);
    Layer line = new Layer.Line("", Ink.of(0), ONE_TO_THREE, ONE_TO_THREE);
    PanelSpans spans = PanelSpans.of(Panel.of("", half, Axis.log("y").from(0.1, 100), line));

    assertEquals(0, spans.x().low());
    assertTrue(spans.x().high() > 3);
    assertEquals(new Span(-1, 2), spans.y());
  }

  @Test
  void anEndBeyondAllDataStillLeavesASpan() {
    Layer line = new Layer.Line("", Ink.of(0), ONE_TO_THREE, ONE_TO_THREE);
    Axis above = new Axis("x", Axis.Scale.LINEAR, 10, Double.NaN);
    Axis below = new Axis("y", Axis.Scale.LINEAR, Double.NaN, -10);
    PanelSpans spans = PanelSpans.of(Panel.of("", above, below, line));

    assertEquals(new Span(10, 11), spans.x());
    assertEquals(new Span(-11, -10), spans.y());
  }

  @Test
  void oneValueOrNoneStillHasASpan() {
    double[] five = {5};
    double[] zero = {0};
    Layer line = new Layer.Line("", Ink.of(0), five, zero);
    PanelSpans one = PanelSpans.of(Panel.of("", Axis.linear("x"), Axis.linear("y"), line));
    PanelSpans log = PanelSpans.of(Panel.of("", Axis.log("x"), Axis.log("y"), line));
    PanelSpans none = PanelSpans.of(Panel.of("", Axis.linear("x"), Axis.log("y")));

    assertTrue(one.x().low() < 5 && one.x().high() > 5 && one.y().length() > 0);
    assertTrue(log.x().low() < StrictMath.log10(5) && log.x().high() > StrictMath.log10(5));
    assertTrue(log.y().length() > 0);
    assertEquals(1, none.x().length(), 0.1);
  }

  @Test
  void ofValuesThatAreAlmostEqualTheSpanIsThatOfOne() {
    double[] alike = {1, 1 + 4e-16};
    Layer line = new Layer.Line("", Ink.of(0), alike, alike);
    PanelSpans spans = PanelSpans.of(Panel.of("", Axis.log("x"), Axis.linear("y"), line));

    assertTrue(spans.x().length() > 0.5);
    assertTrue(spans.y().length() > 0.1);
  }

  @Test
  void whatIsAlmostInfiniteLeavesASpanOfFiniteLength() {
    double[] large = {-1.7e308, 1, 1.7e308};
    double[] some = {2, 1e307, -1e307};
    PanelSpans spans =
        PanelSpans.of(
            Panel.of(
                "",
                Axis.linear("x"),
                Axis.linear("y"),
                new Layer.Line("", Ink.of(0), some, large)));

    assertTrue(Double.isFinite(spans.x().length()));
    assertTrue(spans.y().length() < 2, "1 alone");
  }

  @Test
  void tilesFillTheirPanel() {
    double[][] z = {{1, 2, 3}};
    Layer heat =
        new Layer.HeatMap("", ONE_TO_THREE, new double[] {7}, z, Axis.Scale.LINEAR, Double.NaN);
    PanelSpans spans = PanelSpans.of(Panel.of("", Axis.linear("x"), Axis.linear("y"), heat));

    assertEquals(new Span(0.5, 3.5), spans.x());
    assertEquals(new Span(6.5, 7.5), spans.y());
  }
}
