package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.NumberLabel;
import temper.lab.study.chart.Panel;
import temper.lab.study.chart.SecondAxis;

/**
 * Finds places for words within a plot: numbers on contour lines, remarks beside what they point
 * to. No two overlap, and none leaves the plot; a number without room is left out, a remark is put
 * where it covers least.
 */
final class InnerLabels {

  private static final double EDGE = 2;

  /** Keeps lines of the grid out of words. */
  private static final Color GROUND = new Color(255, 255, 255, 200);

  private static final double AIR = 1.2;
  private static final double NUMBERS_APART = 6;

  /** Digits that a number on a line has at most; the CSV has all. */
  private static final MathContext DIGITS = new MathContext(3);

  private static final double NOTE_WIDTH = 110;

  /** What letters reach below their line, as a part of their size. */
  private static final double DESCENT = 0.24;

  private static final int NOTE_LINES = 3;
  private static final double[] DISTANCES = {9, 15, 22, 30, 40, 52, 66};
  private static final int DIRECTIONS = 16;

  /** A straight line is a better place for a number than a bend. */
  private static final double LEAST_STRAIGHT = 0.9;

  private final PanelView view;
  private final Fonts fonts;
  private final Frame frame;
  private final Cover cover;
  private final List<InnerLabel> labels = new ArrayList<>();

  private InnerLabels(PanelView view, Fonts fonts) {
    this.view = view;
    this.fonts = fonts;
    frame = new Frame(view.area(), view.spans().x(), view.spans().y());
    cover = new Cover(frame, view.panel().x().scale(), view.panel().y().scale());
  }

  /** Returns a view with the words that its layers ask for. */
  static PanelView added(PanelView view, Fonts fonts) {
    List<Layer> layers = view.panel().layers();
    boolean any =
        layers.stream()
            .anyMatch(
                layer ->
                    layer instanceof Layer.Note
                        || (layer instanceof Layer.Contour contour && contour.numbers()));
    return any ? view.with(new InnerLabels(view, fonts).place()) : view;
  }

  private List<InnerLabel> place() {
    List<Layer> layers = view.panel().layers();
    for (Layer layer : layers) {
      cover(layer, cover);
    }
    view.right().ifPresent(this::coverBehind);
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof Layer.Contour contour && contour.numbers()) {
        for (double level : contour.levels()) {
          if (Double.isFinite(level)) {
            number(i, contour, level);
          }
        }
      }
    }
    // Remarks come last: they know all numbers, and keep clear of all lines.
    for (Layer layer : layers) {
      if (layer instanceof Layer.Contour contour) {
        for (double level : contour.levels()) {
          curves(contour, level).forEach(this::coverPath);
        }
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof Layer.Note note) {
        remark(i, note);
      }
    }
    return List.copyOf(labels);
  }

  private void coverBehind(PanelView.Side side) {
    SecondAxis second = view.panel().second().orElseThrow();
    Frame other = new Frame(view.area(), view.spans().x(), side.span());
    Panel panel = view.panel();
    Cover behind = cover.seenFrom(other, panel.x().scale(), second.axis().scale());
    second.layers().forEach(layer -> cover(layer, behind));
  }

  private void cover(Layer layer, Cover on) {
    if (layer instanceof Layer.Line line) {
      on.line(line.x(), line.y());
    } else if (layer instanceof Layer.Trajectory path) {
      on.line(path.x(), path.y());
    } else if (layer instanceof Layer.Points points) {
      for (int i = 0; i < points.x().length; i++) {
        on.spot(points.x()[i], points.y()[i]);
      }
    } else if (layer instanceof Layer.Intervals bars) {
      for (int i = 0; i < bars.x().length; i++) {
        on.spot(bars.x()[i], bars.y()[i]);
        on.upright(bars.x()[i], bars.low()[i], bars.high()[i]);
      }
    } else if (layer instanceof Layer.Rule rule) {
      on.rule(rule.vertical(), rule.at());
    } else if (layer instanceof Layer.Bars
        || layer instanceof Layer.Histogram
        || layer instanceof Layer.Samples) {
      Sketch.of(layer).cover(on);
    }
  }

  private List<PagePath> curves(Layer.Contour contour, double level) {
    double[] x = Scaling.positions(view.panel().x().scale(), contour.x());
    double[] y = Scaling.positions(view.panel().y().scale(), contour.y());
    return Contours.trace(x, y, contour.z(), level).stream()
        .map(curve -> PagePath.of(frame, curve.x(), curve.y()))
        .toList();
  }

  private void coverPath(PagePath path) {
    for (int i = 1; i < path.size(); i++) {
      cover.segment(path.x(i - 1), path.y(i - 1), path.x(i), path.y(i));
    }
  }

  /** Puts the number of a level on its longest curve, where that is straight and free. */
  private void number(int layer, Layer.Contour contour, double level) {
    String text = NumberLabel.of(new BigDecimal(level).round(DIGITS));
    Typeface face = fonts.ticks().sized(Style.INNER_TEXT_SIZE);
    double width = face.width(text) + 2 * AIR;
    double height = face.capital() + 2 * AIR;
    double best = Double.POSITIVE_INFINITY;
    Rectangle2D chosen = null;
    for (PagePath path : curves(contour, level)) {
      for (int i = 1; i < path.size() - 1; i++) {
        Rectangle2D box =
            new Rectangle2D.Double(path.x(i) - width / 2, path.y(i) - height / 2, width, height);
        double straight = path.straightness(i, width);
        if (straight < LEAST_STRAIGHT || !free(box, NUMBERS_APART)) {
          continue;
        }
        double cost = cover.covered(box) * 2 + 20 * (1 - straight) + 0.02 * fromCentre(box);
        if (cost < best) {
          best = cost;
          chosen = box;
        }
      }
    }
    if (chosen != null) {
      labels.add(
          new InnerLabel(layer, List.of(text), Style.INNER_TEXT_SIZE, chosen, Optional.empty()));
      cover.area(chosen);
    }
  }

  private double fromCentre(Rectangle2D box) {
    double dx = box.getCenterX() - view.area().getCenterX();
    double dy = box.getCenterY() - view.area().getCenterY();
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Puts a remark near its target: least covered first, then near. */
  private void remark(int layer, Layer.Note note) {
    Point2D target = new Point2D.Double(cover.pageX(note.x()), cover.pageY(note.y()));
    if (Double.isNaN(target.getX() + target.getY())) {
      return;
    }
    Typeface face = fonts.ticks();
    double room = Math.min(NOTE_WIDTH, view.area().getWidth() / 2);
    List<String> lines = face.wrapped(note.text(), room, NOTE_LINES);
    double width = lines.stream().mapToDouble(face::width).max().orElse(0) + 2 * AIR;
    double letters = face.capital() + DESCENT * face.size();
    double height = letters + (lines.size() - 1) * Style.TICK_LINE_HEIGHT + 2 * AIR;
    double best = Double.POSITIVE_INFINITY;
    Rectangle2D chosen = null;
    for (double distance : DISTANCES) {
      for (int k = 0; k < DIRECTIONS; k++) {
        Rectangle2D box = around(target, distance, k, width, height);
        if (free(box, AIR) && clear(box, target)) {
          double cost = 3 * cover.covered(box) + crossed(box, target) + 0.6 * distance;
          if (cost < best) {
            best = cost;
            chosen = box;
          }
        }
      }
    }
    if (chosen != null) {
      labels.add(new InnerLabel(layer, lines, Style.TICK_TEXT_SIZE, chosen, Optional.of(target)));
      cover.area(chosen);
    }
  }

  /** Returns how much an arrow would cross on its way, but for its end. */
  private double crossed(Rectangle2D box, Point2D target) {
    Point2D from = edge(box, target);
    double crossed = 0;
    for (int i = 0; i < 8; i++) {
      double part = i / 10.0;
      double x = from.getX() + part * (target.getX() - from.getX());
      double y = from.getY() + part * (target.getY() - from.getY());
      crossed += cover.covered(new Rectangle2D.Double(x, y, 1, 1)) > 0 ? 2 : 0;
    }
    return crossed;
  }

  private static Rectangle2D around(
      Point2D target, double distance, int k, double width, double height) {
    double angle = 2 * Math.PI * k / DIRECTIONS;
    double dx = StrictMath.cos(angle);
    double dy = StrictMath.sin(angle);
    double x = target.getX() + distance * dx + (dx - 1) * width / 2;
    double y = target.getY() + distance * dy + (dy - 1) * height / 2;
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** Returns whether an arrow from a box runs through no other words. */
  private boolean clear(Rectangle2D box, Point2D target) {
    Point2D from = edge(box, target);
    return labels.stream()
        .noneMatch(
            label ->
                label.box().intersectsLine(from.getX(), from.getY(), target.getX(), target.getY()));
  }

  private boolean free(Rectangle2D box, double apart) {
    Rectangle2D wide =
        new Rectangle2D.Double(
            box.getMinX() - apart,
            box.getMinY() - apart,
            box.getWidth() + 2 * apart,
            box.getHeight() + 2 * apart);
    Rectangle2D area = view.area();
    boolean inside =
        box.getMinX() >= area.getMinX() + EDGE
            && box.getMaxX() <= area.getMaxX() - EDGE
            && box.getMinY() >= area.getMinY() + EDGE
            && box.getMaxY() <= area.getMaxY() - EDGE;
    return inside && labels.stream().noneMatch(label -> label.box().intersects(wide));
  }

  /** Returns where a line from the middle of a box to a point leaves the box. */
  static Point2D edge(Rectangle2D box, Point2D point) {
    double dx = point.getX() - box.getCenterX();
    double dy = point.getY() - box.getCenterY();
    double across = dx == 0 ? Double.POSITIVE_INFINITY : box.getWidth() / 2 / Math.abs(dx);
    double along = dy == 0 ? Double.POSITIVE_INFINITY : box.getHeight() / 2 / Math.abs(dy);
    double part = Math.min(1, Math.min(across, along));
    return new Point2D.Double(box.getCenterX() + part * dx, box.getCenterY() + part * dy);
  }

  /** Draws the words of a view. */
  static void draw(Graphics2D g2, PanelView view, Fonts fonts) {
    Pen pen = new Pen(g2);
    for (InnerLabel label : view.labels()) {
      Typeface face = fonts.ticks().sized(label.size());
      if (label.target().isPresent()) {
        arrow(g2, label.box(), label.target().get());
        g2.setPaint(GROUND);
        g2.fill(label.box());
      }
      double y = label.box().getMinY() + AIR + face.capital();
      for (String line : label.lines()) {
        pen.text(face, line, label.box().getCenterX(), y, 0.5);
        y += Style.TICK_LINE_HEIGHT;
      }
    }
  }

  private static void arrow(Graphics2D g2, Rectangle2D box, Point2D target) {
    Point2D from = edge(box, target);
    double dx = target.getX() - from.getX();
    double dy = target.getY() - from.getY();
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length < 4) {
      return;
    }
    double ux = dx / length;
    double uy = dy / length;
    double tipX = target.getX() - 1.5 * ux;
    double tipY = target.getY() - 1.5 * uy;
    Color color = Palette.NEUTRAL;
    new Pen(g2).line(color, 0.6, from.getX(), from.getY(), tipX - 2 * ux, tipY - 2 * uy);
    Path2D.Double head = new Path2D.Double();
    head.moveTo(tipX, tipY);
    head.lineTo(tipX - 4 * ux - 1.5 * uy, tipY - 4 * uy + 1.5 * ux);
    head.lineTo(tipX - 4 * ux + 1.5 * uy, tipY - 4 * uy - 1.5 * ux);
    head.closePath();
    g2.setPaint(color);
    g2.fill(head);
  }
}
