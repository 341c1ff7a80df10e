package temper.lab.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.lab.study.chart.SecondAxis;

/** Makes a JFreeChart plot of a panel: one data set and one renderer for each layer. */
final class PanelPlot {

  private final Panel panel;
  private final PanelSpans spans;
  private final XYPlot plot;
  private final PanelView view;
  private int layers;

  private PanelPlot(XYPlot plot, Panel panel, PanelSpans spans, PanelView view) {
    this.plot = plot;
    this.panel = panel;
    this.spans = spans;
    this.view = view;
  }

  private PanelPlot(PanelView view, Fonts fonts) {
    this(new XYPlot(), view.panel(), view.spans(), view);
    plot.setDomainAxis(new PlotAxis(spans.x(), view.xTicks(), view.xTitle(), fonts));
    plot.setRangeAxis(new PlotAxis(spans.y(), view.yTicks(), view.yTitle(), view.yRoom(), fonts));
    plot.setFixedDomainAxisSpace(new AxisSpace());
    plot.setFixedRangeAxisSpace(new AxisSpace());
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Style.AXIS);
    plot.setOutlineStroke(Style.solid(Style.AXIS_LINE));
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setDomainGridlineStroke(Style.solid(Style.GRID_LINE));
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setRangeGridlineStroke(Style.solid(Style.GRID_LINE));
    boolean grid = panel.layers().stream().noneMatch(Layer.Contour.class::isInstance);
    plot.setDomainGridlinesVisible(grid);
    plot.setRangeGridlinesVisible(grid);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
  }

  /** Returns the plot of a panel. */
  static XYPlot of(PanelView view, Fonts fonts) {
    PanelPlot made = new PanelPlot(view, fonts);
    view.right().ifPresent(side -> made.addBehind(side, fonts));
    for (Layer layer : view.panel().layers()) {
      made.add(layer);
    }
    return made.plot;
  }

  /** Adds the layers of the axis at the right, under all others. */
  private void addBehind(PanelView.Side side, Fonts fonts) {
    SecondAxis second = panel.second().orElseThrow();
    plot.setRangeAxis(1, new PlotAxis(side.span(), side.ticks(), side.title(), fonts));
    plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    Panel behind = new Panel("", panel.x(), second.axis(), second.layers());
    PanelPlot other =
        new PanelPlot(plot, behind, new PanelSpans(spans.x(), side.span(), Optional.empty()), view);
    second.layers().forEach(other::add);
    layers = other.layers;
    for (int i = 0; i < layers; i++) {
      plot.mapDatasetToRangeAxis(i, 1);
    }
  }

  private void add(Layer layer) {
    if (layer instanceof Layer.Line line) {
      add(thinned(line), PositionRenderer.line(line.ink()));
      if (needsMarks(panel, line)) {
        paint(Painters.marksAlong(panel, line));
      }
    } else if (layer instanceof Layer.Points points) {
      add(thinned(points), PositionRenderer.points(points.ink()));
    } else if (layer instanceof Layer.Band band) {
      paint(Painters.band(panel, band));
    } else if (layer instanceof Layer.Intervals intervals) {
      paint(Painters.intervals(panel, intervals));
    } else if (layer instanceof Layer.Trajectory trajectory) {
      paint(Painters.trajectory(panel, trajectory));
    } else if (layer instanceof Layer.Contour contour) {
      paint(Painters.contour(panel, contour, gaps(layer)));
    } else if (layer instanceof Layer.HeatMap heat) {
      paint(new HeatPainter(panel, heat, view.heat().orElseGet(() -> HeatScale.of(heat))));
    } else if (layer instanceof Layer.Rule rule) {
      paint(Painters.rule(panel, rule));
    } else {
      paint(Sketch.of(layer).painter(panel.x().scale(), panel.y().scale()));
    }
  }

  /** Returns where a layer is to leave room for its numbers. */
  private List<Rectangle2D> gaps(Layer layer) {
    int number = panel.layers().indexOf(layer);
    return view.labels().stream()
        .filter(label -> label.layer() == number)
        .map(InnerLabel::box)
        .toList();
  }

  /** Lines need marks where colour alone would tell them apart, and no points of theirs do. */
  static boolean needsMarks(Panel panel, Layer.Line line) {
    if (panel.layers().stream().anyMatch(other -> standsOn(line, other))) {
      return false;
    }
    Set<Integer> colors = new LinkedHashSet<>();
    for (Layer other : panel.layers()) {
      if (other instanceof Layer.Line alike && alike.ink().dash() == line.ink().dash()) {
        colors.add(alike.ink().color());
      }
    }
    colors.remove(Ink.NEUTRAL.color());
    return colors.size() > 1 && line.ink().color() >= 0;
  }

  /** Whether a layer puts marks of the line's colour at the same places along the axis. */
  private static boolean standsOn(Layer.Line line, Layer other) {
    if (other instanceof Layer.Points points) {
      return points.ink().color() == line.ink().color() && Arrays.equals(points.x(), line.x());
    }
    return other instanceof Layer.Intervals intervals
        && intervals.ink().color() == line.ink().color()
        && Arrays.equals(intervals.x(), line.x());
  }

  private void paint(Painter painter) {
    add(PaintedLayer.once(), new PaintedLayer(painter, spans));
  }

  private void add(XYDataset dataset, XYItemRenderer renderer) {
    plot.setDataset(layers, dataset);
    plot.setRenderer(layers, renderer);
    layers++;
  }

  private XYDataset thinned(Layer.Line line) {
    double[][] points =
        Thinning.of(
            Scaling.positions(panel.x().scale(), line.x()),
            Scaling.positions(panel.y().scale(), line.y()),
            spans.x(),
            view.area().getWidth());
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries("layer", points);
    return dataset;
  }

  private XYDataset thinned(Layer.Points points) {
    double[][] separate =
        Thinning.separate(
            Scaling.positions(panel.x().scale(), points.x()),
            Scaling.positions(panel.y().scale(), points.y()),
            new Frame(view.area(), spans.x(), spans.y()));
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries("layer", separate);
    return dataset;
  }
}
