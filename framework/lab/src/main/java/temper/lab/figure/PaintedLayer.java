package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** A renderer of a data set of one item, which stands for a layer that is drawn at once. */
final class PaintedLayer extends AbstractXYItemRenderer {

  private static final long serialVersionUID = 1;

  private final transient Painter painter;
  private final transient PanelSpans spans;

  PaintedLayer(Painter painter, PanelSpans spans) {
    this.painter = painter;
    this.spans = spans;
  }

  /** Returns the data set that makes a plot call this renderer once. */
  static XYDataset once() {
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries("layer", new double[][] {{0}, {0}});
    return dataset;
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D g2,
      Rectangle2D dataArea,
      XYPlot plot,
      XYDataset dataset,
      @Nullable PlotRenderingInfo info) {
    XYItemRendererState state = super.initialise(g2, dataArea, plot, dataset, info);
    state.setProcessVisibleItemsOnly(false);
    return state;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D dataArea,
      @Nullable PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      XYDataset dataset,
      int series,
      int item,
      @Nullable CrosshairState crosshair,
      int pass) {
    painter.paint(g2, new Frame(dataArea, spans.x(), spans.y()));
  }
}
