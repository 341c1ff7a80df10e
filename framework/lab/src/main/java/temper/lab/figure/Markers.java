package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import temper.lab.study.chart.Ink;

/** Marks on the page. */
final class Markers {

  static final double OUTLINE = 0.6;

  private Markers() {}

  /** Returns what a marker is filled with: its colour, or white for a broken ink. */
  static Color fill(Ink ink) {
    return ink.dash() == Ink.Dash.SOLID ? Palette.color(ink) : Color.WHITE;
  }

  static void draw(Graphics2D g2, Ink ink, double size, Color fill, double x, double y) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    Shape shape = place.createTransformedShape(Palette.marker(ink, size));
    g2.setPaint(fill);
    g2.fill(shape);
    if (fill.equals(Palette.color(ink))) {
      return;
    }
    g2.setPaint(Palette.color(ink));
    g2.setStroke(Style.solid(OUTLINE));
    g2.draw(shape);
  }

  /** Draws the head of an arrow that points along a direction, its middle at a place. */
  static void arrow(Graphics2D g2, Ink ink, double x, double y, double dx, double dy) {
    double length = Math.sqrt(dx * dx + dy * dy);
    double ux = dx / length;
    double uy = dy / length;
    double half = 2.6;
    double wide = 1.9;
    Path2D.Double head = new Path2D.Double();
    head.moveTo(x + half * ux, y + half * uy);
    head.lineTo(x - half * ux - wide * uy, y - half * uy + wide * ux);
    head.lineTo(x - half * ux + wide * uy, y - half * uy - wide * ux);
    head.closePath();
    g2.setPaint(Palette.color(ink));
    g2.fill(head);
  }
}
