package temper.lab.figure;

import java.awt.geom.Rectangle2D;

/**
 * From positions to the page.
 *
 * @param area the plot on the page
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 */
record Frame(Rectangle2D area, Span x, Span y) {

  double pageX(double position) {
    return area.getMinX() + (position - x.low()) / x.length() * area.getWidth();
  }

  double pageY(double position) {
    return area.getMaxY() - (position - y.low()) / y.length() * area.getHeight();
  }
}
