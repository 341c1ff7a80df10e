package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;

/** Bars with intervals at their ends. */
record BarSketch(Layer.Bars bars) implements Sketch {

  private static final double CAP = 1.8;

  @Override
  public void reach(Reach x, Reach y) {
    for (double middle : bars.x()) {
      x.add(middle - bars.width() / 2, middle + bars.width() / 2);
    }
    y.add(bars.y());
    y.add(bars.low());
    y.add(bars.high());
    y.add(0); // Has no place on a logarithmic axis, and none is needed there.
  }

  @Override
  public Painter painter(Axis.Scale x, Axis.Scale y) {
    return (g2, frame) -> {
      for (int i = 0; i < bars.x().length; i++) {
        Rectangle2D box = box(frame, x, y, i);
        if (box != null) {
          Tint.bar(g2, bars.ink(), box);
          interval(g2, frame, y, i, box.getCenterX());
        }
      }
    };
  }

  private @Nullable Rectangle2D box(Frame frame, Axis.Scale x, Axis.Scale y, int i) {
    double half = bars.width() / 2;
    double left = frame.pageX(Scaling.position(x, bars.x()[i] - half));
    double right = frame.pageX(Scaling.position(x, bars.x()[i] + half));
    double base = y == Axis.Scale.LOG ? frame.y().low() : 0;
    double end = Scaling.end(y, bars.y()[i], frame.y());
    if (Double.isNaN(left + right + end)) {
      return null;
    }
    double from = frame.pageY(base);
    double to = frame.pageY(end);
    return new Rectangle2D.Double(left, Math.min(from, to), right - left, Math.abs(to - from));
  }

  private void interval(Graphics2D g2, Frame frame, Axis.Scale y, int i, double at) {
    if (i >= bars.low().length || i >= bars.high().length) {
      return;
    }
    double low = frame.pageY(Scaling.end(y, bars.low()[i], frame.y()));
    double high = frame.pageY(Scaling.end(y, bars.high()[i], frame.y()));
    if (Double.isNaN(low + high)) {
      return;
    }
    Pen pen = new Pen(g2);
    pen.line(Style.AXIS, 0.8, at, low, at, high);
    pen.line(Style.AXIS, 0.8, at - CAP, low, at + CAP, low);
    pen.line(Style.AXIS, 0.8, at - CAP, high, at + CAP, high);
  }

  @Override
  public void cover(Cover cover) {
    for (int i = 0; i < bars.x().length; i++) {
      double left = cover.pageX(bars.x()[i] - bars.width() / 2);
      double right = cover.pageX(bars.x()[i] + bars.width() / 2);
      double top = cover.pageY(i < bars.high().length ? bars.high()[i] : bars.y()[i]);
      double base = Math.max(top, cover.pageY(0));
      if (!Double.isNaN(left + right + top)) {
        cover.area(new Rectangle2D.Double(left, top, right - left, 4000));
        cover.segment(left, base, right, base);
      }
    }
  }

  @Override
  public Optional<Legend.Sign> sign() {
    return Optional.of(new Legend.Sign(Legend.Kind.BAR, bars.ink()));
  }
}
