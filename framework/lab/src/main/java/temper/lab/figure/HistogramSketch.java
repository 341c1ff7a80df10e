package temper.lab.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;

/** A histogram as one translucent shape, so that several can lie over one another. */
record HistogramSketch(Layer.Histogram histogram) implements Sketch {

  @Override
  public void reach(Reach x, Reach y) {
    x.add(histogram.edges());
    y.add(histogram.heights());
    y.add(0);
  }

  @Override
  public Painter painter(Axis.Scale x, Axis.Scale y) {
    return (g2, frame) -> {
      double base = frame.pageY(y == Axis.Scale.LOG ? frame.y().low() : 0);
      Path2D.Double shape = new Path2D.Double();
      double[] edges = Scaling.positions(x, histogram.edges());
      boolean begun = false;
      for (int i = 0; i < histogram.heights().length; i++) {
        if (Double.isNaN(edges[i] + edges[i + 1])) {
          continue;
        }
        double left = frame.pageX(edges[i]);
        double end = Scaling.end(y, histogram.heights()[i], frame.y());
        double top = Double.isNaN(end) ? base : frame.pageY(end);
        if (!begun) {
          shape.moveTo(left, base);
          begun = true;
        }
        shape.lineTo(left, top);
        shape.lineTo(frame.pageX(edges[i + 1]), top);
      }
      if (begun) {
        shape.lineTo(shape.getCurrentPoint().getX(), base);
        shape.closePath();
        g2.setPaint(Palette.translucent(histogram.ink()));
        g2.fill(shape);
        g2.setPaint(Palette.color(histogram.ink()));
        g2.setStroke(Palette.stroke(histogram.ink(), 0.9));
        g2.draw(shape);
      }
    };
  }

  @Override
  public void cover(Cover cover) {
    for (int i = 0; i < histogram.heights().length; i++) {
      double left = cover.pageX(histogram.edges()[i]);
      double right = cover.pageX(histogram.edges()[i + 1]);
      double top = cover.pageY(histogram.heights()[i]);
      if (!Double.isNaN(left + right + top)) {
        cover.area(new Rectangle2D.Double(left, top, right - left, 4000));
      }
    }
  }

  @Override
  public Optional<Legend.Sign> sign() {
    return Optional.of(new Legend.Sign(Legend.Kind.SHAPE, histogram.ink()));
  }
}
