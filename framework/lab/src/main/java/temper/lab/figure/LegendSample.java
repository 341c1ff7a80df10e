package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import temper.lab.study.chart.Ink;

/** Draws the samples of a legend. */
final class LegendSample {

  private static final double HALF_HEIGHT = 3.2;

  private LegendSample() {}

  static void draw(Graphics2D g2, Legend.Sign sign, double x, double y) {
    Ink ink = sign.ink();
    double end = x + Legend.SAMPLE;
    double centre = (x + end) / 2;
    Color color = Palette.color(ink);
    switch (sign.kind()) {
      case LINE -> line(g2, ink, Style.DATA_LINE, x, end, y);
      case MARKED_LINE -> {
        line(g2, ink, Style.DATA_LINE, x, end, y);
        Markers.draw(g2, ink, 0.85 * Style.MARKER, Color.WHITE, centre, y);
      }
      case BAND -> {
        g2.setPaint(Palette.translucent(ink));
        g2.fill(box(x, y));
      }
      case POINTS -> Markers.draw(g2, ink, Style.MARKER, Markers.fill(ink), centre, y);
      case INTERVALS -> {
        Pen pen = new Pen(g2);
        pen.line(color, 0.8, centre, y - 4, centre, y + 4);
        pen.line(color, 0.8, centre - 1.6, y - 4, centre + 1.6, y - 4);
        pen.line(color, 0.8, centre - 1.6, y + 4, centre + 1.6, y + 4);
        Markers.draw(g2, ink, Style.MARKER, Markers.fill(ink), centre, y);
      }
      case TRAJECTORY -> {
        line(g2, ink, 0.9, x + 2, end - 2, y);
        Markers.arrow(g2, ink, centre, y, 1, 0);
        Markers.draw(g2, ink, Style.MARKER, Color.WHITE, x + 2, y);
        Markers.draw(g2, ink, Style.MARKER, color, end - 2, y);
      }
      case CONTOUR -> line(g2, ink, Style.CONTOUR_LINE, x, end, y);
      case RULE -> line(g2, ink, 0.8, x, end, y);
      case MISSING -> HeatPainter.hatch(g2, box(x, y));
      case BAR -> Tint.bar(g2, ink, box(x, y));
      case BOX -> Tint.box(g2, ink, box(x, y));
      case SHAPE -> {
        g2.setPaint(Palette.translucent(ink));
        g2.fill(box(x, y));
        Tint.outline(g2, ink, box(x, y));
      }
    }
  }

  private static Rectangle2D box(double x, double y) {
    return new Rectangle2D.Double(x, y - HALF_HEIGHT, Legend.SAMPLE, 2 * HALF_HEIGHT);
  }

  private static void line(Graphics2D g2, Ink ink, double width, double x, double end, double y) {
    g2.setPaint(Palette.color(ink));
    g2.setStroke(Palette.stroke(ink, width));
    g2.draw(new Line2D.Double(x, y, end, y));
  }
}
