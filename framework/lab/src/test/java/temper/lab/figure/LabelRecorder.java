package temper.lab.figure;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.batik.svggen.SVGGraphics2D;

/**
 * A canvas that notes where ink goes: the bounds of every label - nothing else is filled in the
 * colour of text - and of everything that is drawn.
 */
final class LabelRecorder extends SVGGraphics2D {

  private final List<Rectangle2D> labels = new ArrayList<>();
  private final List<Rectangle2D> marks = new ArrayList<>();

  LabelRecorder() {
    super(new SvgCanvas().graphics());
  }

  List<Rectangle2D> labels() {
    return labels;
  }

  List<Rectangle2D> marks() {
    return marks;
  }

  @Override
  public void fill(Shape shape) {
    Rectangle2D bounds = getTransform().createTransformedShape(shape).getBounds2D();
    (getPaint().equals(Style.TEXT) ? labels : marks).add(bounds);
    super.fill(shape);
  }
}
