package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Tiles of a heat map, one path for each colour; missing tiles let a hatched ground through. */
final class HeatPainter implements Painter {

  private static final double HATCH = 3.5;

  /** Tiles overlap by this much, as viewers show the ground between shapes that only touch. */
  private static final double OVERLAP = 0.25;

  private final Layer.HeatMap heat;
  private final HeatScale scale;
  private final double[] x;
  private final double[] y;

  HeatPainter(Panel panel, Layer.HeatMap heat, HeatScale scale) {
    this.heat = heat;
    this.scale = scale;
    this.x = Scaling.edges(Scaling.positions(panel.x().scale(), heat.x()));
    this.y = Scaling.edges(Scaling.positions(panel.y().scale(), heat.y()));
  }

  @Override
  public void paint(Graphics2D g2, Frame frame) {
    if (heat.x().length == 0 || heat.y().length == 0) {
      return;
    }
    boolean whole = placed(x, 0, x.length - 1) && placed(y, 0, y.length - 1);
    if (whole && scale.lacksSome(heat)) {
      hatch(g2, tile(frame, 0, x.length - 1, 0, y.length - 1, 0));
    }
    Path2D[] colors = new Path2D[ColorMap.STEPS];
    for (int row = 0; row < heat.y().length; row++) {
      int begin = 0;
      while (begin < heat.x().length) {
        int step = scale.step(heat.z()[row][begin]);
        int end = begin + 1;
        while (end < heat.x().length && scale.step(heat.z()[row][end]) == step) {
          end++;
        }
        boolean placed = placed(x, begin, end) && placed(y, row, row + 1);
        if (step >= 0 && placed) {
          colors[step] = colors[step] == null ? new Path2D.Double() : colors[step];
          colors[step].append(tile(frame, begin, end, row, row + 1, OVERLAP), false);
        }
        begin = end;
      }
    }
    for (int step = 0; step < colors.length; step++) {
      if (colors[step] != null) {
        g2.setPaint(scale.map().color(step));
        g2.fill(colors[step]);
      }
    }
  }

  /** A coordinate that is no number, or none on its axis, has no place. */
  private static boolean placed(double[] edges, int from, int to) {
    return Double.isFinite(edges[from]) && Double.isFinite(edges[to]);
  }

  private Rectangle2D tile(Frame frame, int left, int right, int low, int high, double more) {
    double x1 = frame.pageX(x[left]);
    double y1 = frame.pageY(y[high]);
    double width = frame.pageX(x[right]) - x1;
    double height = frame.pageY(y[low]) - y1;
    boolean lastColumn = right == x.length - 1;
    boolean lastRow = low == 0;
    return new Rectangle2D.Double(
        x1, y1, width + (lastColumn ? 0 : more), height + (lastRow ? 0 : more));
  }

  /** Fills an area with the sign of missing values. */
  static void hatch(Graphics2D g2, Rectangle2D area) {
    g2.setPaint(Style.MISSING);
    g2.fill(area);
    g2.setPaint(Style.MISSING_HATCH);
    g2.setStroke(Style.solid(0.5));
    Path2D.Double lines = new Path2D.Double();
    double width = area.getWidth();
    double height = area.getHeight();
    for (double at = HATCH; at < width + height; at += HATCH) {
      double x1 = Math.max(0, at - height);
      double x2 = Math.min(width, at);
      lines.moveTo(area.getMinX() + x1, area.getMinY() + at - x1);
      lines.lineTo(area.getMinX() + x2, area.getMinY() + at - x2);
    }
    Shape all = lines;
    g2.draw(all);
  }
}
