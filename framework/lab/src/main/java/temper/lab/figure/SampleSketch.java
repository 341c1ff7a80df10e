package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;

/** Boxes with whiskers, and violins. */
record SampleSketch(Layer.Samples samples) implements Sketch {

  /** A sample of at most so many values shows each of them. */
  private static final int SHOWN = 30;

  /** A density of fewer values would say more than is known. */
  private static final int LEAST_VIOLIN = 8;

  private static final double DOT = 0.95;
  private static final double CAP = 0.3;

  @Override
  public void reach(Reach x, Reach y) {
    for (double middle : samples.x()) {
      x.add(middle - samples.width() / 2, middle + samples.width() / 2);
    }
    for (double[] sample : samples.values()) {
      y.add(sample);
    }
  }

  @Override
  public Painter painter(Axis.Scale x, Axis.Scale y) {
    return (g2, frame) -> {
      for (int i = 0; i < samples.x().length; i++) {
        double left = frame.pageX(Scaling.position(x, samples.x()[i] - samples.width() / 2));
        double right = frame.pageX(Scaling.position(x, samples.x()[i] + samples.width() / 2));
        double[] shown =
            Arrays.stream(samples.values()[i])
                .filter(value -> !Double.isNaN(Scaling.position(y, value)))
                .toArray();
        if (shown.length == 0 || Double.isNaN(left + right)) {
          continue;
        }
        Spread spread = new Spread(shown);
        Column column = new Column(g2, frame, y, spread, (left + right) / 2, (right - left) / 2);
        boolean flat = spread.value(0) == spread.value(spread.size() - 1);
        if (samples.form() == Layer.Samples.Form.BOX) {
          box(column);
        } else if (spread.size() >= LEAST_VIOLIN && !flat) {
          violin(column);
        } else {
          dots(column);
        }
      }
    };
  }

  /**
   * A sample with its place.
   *
   * @param g2 where to draw
   * @param frame from positions to the page
   * @param scale how values are laid out
   * @param spread the sample
   * @param middle of the shape, on the page
   * @param half of its width
   */
  private record Column(
      Graphics2D g2, Frame frame, Axis.Scale scale, Spread spread, double middle, double half) {

    double page(double value) {
      return frame.pageY(Scaling.position(scale, value));
    }
  }

  private void box(Column column) {
    Spread spread = column.spread();
    Pen pen = new Pen(column.g2());
    Color color = Palette.color(samples.ink());
    double x = column.middle();
    double top = column.page(spread.quantile(0.75));
    double bottom = column.page(spread.quantile(0.25));
    double high = column.page(spread.highWhisker(column.scale()));
    double low = column.page(spread.lowWhisker(column.scale()));
    double cap = CAP * column.half();
    pen.line(color, 0.7, x, top, x, high);
    pen.line(color, 0.7, x, bottom, x, low);
    pen.line(color, 0.7, x - cap, high, x + cap, high);
    pen.line(color, 0.7, x - cap, low, x + cap, low);
    double left = x - column.half();
    Tint.box(
        column.g2(),
        samples.ink(),
        new Rectangle2D.Double(left, top, 2 * column.half(), bottom - top));
    double median = column.page(spread.quantile(0.5));
    pen.line(color, 1.5, left, median, x + column.half(), median);
    if (spread.size() <= SHOWN) {
      dots(column);
    } else {
      beyond(column);
    }
  }

  private void beyond(Column column) {
    Spread spread = column.spread();
    for (int i = 0; i < spread.size(); i++) {
      double value = spread.value(i);
      if (value < spread.lowWhisker(column.scale()) || value > spread.highWhisker(column.scale())) {
        dot(column.g2(), column.middle(), column.page(value));
      }
    }
  }

  private void violin(Column column) {
    Spread spread = column.spread();
    Spread positions = spread.positions(column.scale());
    double[] places = positions.places();
    double[] density = positions.density(places);
    double most = Arrays.stream(density).max().orElse(1);
    Path2D.Double shape = new Path2D.Double();
    for (int i = 0; i < places.length; i++) {
      double x = column.middle() - column.half() * density[i] / most;
      if (i == 0) {
        shape.moveTo(x, column.frame().pageY(places[i]));
      } else {
        shape.lineTo(x, column.frame().pageY(places[i]));
      }
    }
    for (int i = places.length - 1; i >= 0; i--) {
      double x = column.middle() + column.half() * density[i] / most;
      shape.lineTo(x, column.frame().pageY(places[i]));
    }
    shape.closePath();
    Ink ink = samples.ink();
    column.g2().setPaint(Tint.shade(ink));
    column.g2().fill(shape);
    Tint.outline(column.g2(), ink, shape);
    Pen pen = new Pen(column.g2());
    double x = column.middle();
    Color color = Palette.color(ink);
    pen.line(
        color, 2.4, x, column.page(spread.quantile(0.25)), x, column.page(spread.quantile(0.75)));
    Markers.draw(column.g2(), ink, Style.MARKER, Color.WHITE, x, column.page(spread.quantile(0.5)));
  }

  /** Values beside one another where they would hide one another. */
  private void dots(Column column) {
    Spread spread = column.spread();
    double[] xs = new double[spread.size()];
    double[] ys = new double[spread.size()];
    double apart = 2 * DOT + 0.3;
    for (int i = 0; i < xs.length; i++) {
      ys[i] = column.page(spread.value(i));
      for (int step = 0; step < 40; step++) {
        int places = (step + 1) / 2;
        double aside = (step % 2 == 0 ? places : -places) * apart;
        if (Math.abs(aside) > column.half() - DOT) {
          xs[i] = column.middle();
          break;
        }
        xs[i] = column.middle() + aside;
        if (free(xs, ys, i, apart)) {
          break;
        }
      }
      dot(column.g2(), xs[i], ys[i]);
    }
  }

  private static boolean free(double[] xs, double[] ys, int i, double apart) {
    for (int k = 0; k < i; k++) {
      double dx = xs[i] - xs[k];
      double dy = ys[i] - ys[k];
      if (dx * dx + dy * dy < apart * apart) {
        return false;
      }
    }
    return true;
  }

  private void dot(Graphics2D g2, double x, double y) {
    Ellipse2D dot = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    g2.setPaint(Palette.color(samples.ink()));
    g2.fill(dot);
    g2.setPaint(Color.WHITE);
    g2.setStroke(Style.solid(0.25));
    g2.draw(dot);
  }

  @Override
  public void cover(Cover cover) {
    for (int i = 0; i < samples.x().length; i++) {
      double left = cover.pageX(samples.x()[i] - samples.width() / 2);
      double right = cover.pageX(samples.x()[i] + samples.width() / 2);
      for (double value : samples.values()[i]) {
        cover.segment(left, cover.pageY(value), right, cover.pageY(value));
      }
    }
  }

  @Override
  public Optional<Legend.Sign> sign() {
    return Optional.of(new Legend.Sign(Legend.Kind.BOX, samples.ink()));
  }
}
