package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;
import temper.lab.study.chart.Ink;

/** A line as one path, or separate markers. */
final class PositionRenderer extends XYLineAndShapeRenderer {

  private static final long serialVersionUID = 1;

  private PositionRenderer(boolean lines) {
    super(lines, !lines);
    setDrawSeriesLineAsPath(lines);
  }

  static PositionRenderer line(Ink ink) {
    PositionRenderer renderer = new PositionRenderer(true);
    renderer.setSeriesPaint(0, Palette.color(ink));
    renderer.setSeriesStroke(0, Palette.stroke(ink, Style.DATA_LINE));
    return renderer;
  }

  static PositionRenderer points(Ink ink) {
    PositionRenderer renderer = new PositionRenderer(false);
    renderer.setSeriesShape(0, Palette.marker(ink, Style.MARKER));
    renderer.setSeriesPaint(0, Palette.color(ink));
    renderer.setSeriesFillPaint(0, Markers.fill(ink));
    renderer.setUseFillPaint(true);
    renderer.setDrawOutlines(ink.dash() != Ink.Dash.SOLID);
    renderer.setSeriesOutlineStroke(0, Style.solid(Markers.OUTLINE));
    renderer.setUseOutlinePaint(false);
    return renderer;
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D g2,
      Rectangle2D dataArea,
      XYPlot plot,
      XYDataset dataset,
      @Nullable PlotRenderingInfo info) {
    XYItemRendererState state = super.initialise(g2, dataArea, plot, dataset, info);
    // A line may cross the plot without a point inside it.
    state.setProcessVisibleItemsOnly(false);
    return state;
  }
}
