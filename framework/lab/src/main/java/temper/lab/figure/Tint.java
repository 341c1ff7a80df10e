package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import temper.lab.study.chart.Ink;

/**
 * How areas are filled: with a light shade of their ink, bars with white strokes of a direction
 * that depends on the ink, so that neighbours differ in grey print too.
 */
final class Tint {

  private static final double LIGHT = 0.55;
  private static final double APART = 3.4;
  private static final double STROKE = 0.8;

  private Tint() {}

  /** Returns the shade of an ink, mixed with white. */
  static Color shade(Ink ink) {
    Color c = Palette.color(ink);
    return new Color(mixed(c.getRed()), mixed(c.getGreen()), mixed(c.getBlue()));
  }

  private static int mixed(int channel) {
    return (int) Math.rint(channel + LIGHT * (255 - channel));
  }

  /** Fills a box and draws its outline. */
  static void box(Graphics2D g2, Ink ink, Rectangle2D box) {
    g2.setPaint(shade(ink));
    g2.fill(box);
    outline(g2, ink, box);
  }

  /** Fills a box in the pattern of its ink and draws its outline. */
  static void bar(Graphics2D g2, Ink ink, Rectangle2D box) {
    g2.setPaint(shade(ink));
    g2.fill(box);
    strokes(g2, ink, box);
    outline(g2, ink, box);
  }

  /** Draws an outline in an ink. */
  static void outline(Graphics2D g2, Ink ink, Shape shape) {
    g2.setPaint(Palette.color(ink));
    g2.setStroke(Palette.stroke(ink, 0.7));
    g2.draw(shape);
  }

  private static void strokes(Graphics2D g2, Ink ink, Rectangle2D box) {
    int kind = ink.color() < 0 ? 0 : ink.color() % 4;
    if (kind == 0) {
      return;
    }
    Path2D.Double lines = new Path2D.Double();
    double width = box.getWidth();
    double height = box.getHeight();
    double end = kind == 2 ? height : width + height;
    for (double at = APART; at < end; at += APART) {
      double x1 = kind == 2 ? 0 : Math.max(0, at - height);
      double x2 = kind == 2 ? width : Math.min(width, at);
      double y1 = kind == 2 ? at : at - x1;
      double y2 = kind == 2 ? at : at - x2;
      boolean falling = kind == 3;
      lines.moveTo(box.getMinX() + x1, falling ? box.getMaxY() - y1 : box.getMinY() + y1);
      lines.lineTo(box.getMinX() + x2, falling ? box.getMaxY() - y2 : box.getMinY() + y2);
    }
    if (lines.getCurrentPoint() != null) {
      g2.setPaint(Color.WHITE);
      g2.setStroke(Style.solid(STROKE));
      g2.draw(lines);
    }
  }
}
