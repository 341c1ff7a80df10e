package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** Puts text and thin lines on the page. */
final class Pen {

  private final Graphics2D g2;

  Pen(Graphics2D g2) {
    this.g2 = g2;
  }

  /** Writes a text; {@code anchor} is the part of its width that lies left of x. */
  void text(Typeface face, String text, double x, double y, double anchor) {
    if (!text.isBlank()) {
      g2.setPaint(Style.TEXT);
      g2.fill(face.outline(text, x - anchor * face.width(text), y));
    }
  }

  /** Writes a text that reads upwards, centred at y, with its base line at x. */
  void upwards(Typeface face, String text, double x, double y) {
    if (!text.isBlank()) {
      AffineTransform turn = AffineTransform.getTranslateInstance(x, y);
      turn.quadrantRotate(3);
      Shape outline = face.outline(text, -face.width(text) / 2, 0);
      g2.setPaint(Style.TEXT);
      g2.fill(turn.createTransformedShape(outline));
    }
  }

  /** Draws a line. */
  void line(Color color, double width, double x1, double y1, double x2, double y2) {
    g2.setPaint(color);
    g2.setStroke(Style.solid(width));
    g2.draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
