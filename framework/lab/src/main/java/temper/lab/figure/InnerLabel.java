package temper.lab.figure;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Words within a plot.
 *
 * @param layer the number of the layer that they belong to, from 0
 * @param lines the words
 * @param size of the letters
 * @param box what they cover, with a little air
 * @param target what an arrow points to
 */
record InnerLabel(
    int layer, List<String> lines, double size, Rectangle2D box, Optional<Point2D> target) {}
