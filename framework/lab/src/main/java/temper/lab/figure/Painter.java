package temper.lab.figure;

import java.awt.Graphics2D;

/** Draws a layer as a whole. */
@FunctionalInterface
interface Painter {

  /**
   * Draws.
   *
   * @param g2 where to
   * @param frame from positions to the page
   */
  void paint(Graphics2D g2, Frame frame);
}
