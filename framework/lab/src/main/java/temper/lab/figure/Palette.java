package temper.lab.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import temper.lab.study.chart.Ink;

/**
 * Colours, dashes and markers of inks.
 *
 * <p>Source: Okabe and Ito, Color Universal Design, 2008; its yellow is left out, as it is too
 * light for a line on white.
 */
final class Palette {

  static final Color NEUTRAL = new Color(0x4d4d4d);

  private static final Color[] COLORS = {
    new Color(0x0072b2),
    new Color(0xd55e00),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0xe69f00),
    new Color(0x56b4e9),
    new Color(0x000000),
  };

  private Palette() {}

  static Color color(Ink ink) {
    return ink.color() < 0 ? NEUTRAL : COLORS[ink.color() % COLORS.length];
  }

  static Color translucent(Ink ink) {
    Color c = color(ink);
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), 56);
  }

  static BasicStroke stroke(Ink ink, double width) {
    float w = (float) width;
    float[] dash =
        switch (ink.dash()) {
          case SOLID -> null;
          case DASHED -> new float[] {4, 2};
          case DOTTED -> new float[] {1.1f, 1.5f};
        };
    int join = BasicStroke.JOIN_ROUND;
    return dash == null
        ? new BasicStroke(w, BasicStroke.CAP_BUTT, join)
        : new BasicStroke(w, BasicStroke.CAP_BUTT, join, 10f, dash, 0f);
  }

  /** Returns the marker of an ink around the origin; its shape tells colours apart in grey. */
  static Shape marker(Ink ink, double size) {
    double r = size / 2;
    return switch (ink.color() < 0 ? 0 : ink.color() % COLORS.length) {
      case 1 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
      case 2 -> polygon(0, -1.2 * r, 1.15 * r, 0.85 * r, -1.15 * r, 0.85 * r);
      case 3 -> polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
      case 4 -> polygon(0, 1.2 * r, 1.15 * r, -0.85 * r, -1.15 * r, -0.85 * r);
      case 5 -> polygon(-1.2 * r, 0, 0.85 * r, 1.15 * r, 0.85 * r, -1.15 * r);
      case 6 -> cross(1.25 * r, 0.45 * r);
      default -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
    };
  }

  private static Shape cross(double a, double b) {
    return polygon(
        -b, -a, b, -a, b, -b, a, -b, a, b, b, b, b, a, -b, a, -b, b, -a, b, -a, -b, -b, -b);
  }

  private static Shape polygon(double... xy) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
