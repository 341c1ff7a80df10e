package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Draws a laid-out figure on any canvas. */
final class FigurePainter {

  private final Graphics2D g2;
  private final Fonts fonts;

  FigurePainter(Graphics2D g2, Fonts fonts) {
    this.g2 = g2;
    this.fonts = fonts;
  }

  void paint(FigureLayout layout) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g2.setPaint(Color.WHITE);
    g2.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
    for (PanelView view : layout.panels()) {
      paint(view);
    }
    layout.titles().ifPresent(this::paint);
    layout.legend().ifPresent(legend -> legend.draw(g2, fonts));
  }

  private void paint(FigureLayout.SharedTitles titles) {
    Pen pen = new Pen(g2);
    double y = titles.baseline();
    for (String line : titles.x()) {
      pen.text(fonts.labels(), line, titles.centreX(), y, 0.5);
      y += Style.LINE_HEIGHT;
    }
    double x = Style.PAGE_MARGIN + fonts.labels().capital() + 1;
    for (String line : titles.y()) {
      pen.upwards(fonts.labels(), line, x, titles.centreY());
      x += Style.LINE_HEIGHT;
    }
  }

  private void paint(PanelView view) {
    if (view.images().isPresent()) {
      view.images().get().draw(g2, fonts);
    } else {
      XYPlot plot = PanelPlot.of(view, fonts);
      plot.draw(g2, view.area(), null, null, null);
      InnerLabels.draw(g2, view, fonts);
    }
    view.low().ifPresent(low -> paint(low));
    Pen pen = new Pen(g2);
    double x = view.area().getMinX();
    double y = view.area().getMinY() - 4 - Style.LINE_HEIGHT * (view.title().size() - 1);
    pen.text(fonts.letters(), view.letter(), x, y, 0);
    if (!view.letter().isEmpty()) {
      x += fonts.letters().width(view.letter()) + 4;
    }
    for (String line : view.title()) {
      pen.text(fonts.labels(), line, x, y, 0);
      y += Style.LINE_HEIGHT;
    }
    view.bar().ifPresent(this::paint);
    view.legend().ifPresent(legend -> legend.draw(g2, fonts));
  }

  private void paint(PanelView.Bar bar) {
    Rectangle2D area = bar.area();
    double height = area.getHeight() / ColorMap.STEPS;
    for (int step = 0; step < ColorMap.STEPS; step++) {
      double top = area.getMaxY() - (step + 1) * height;
      double overlap = step == 0 ? 0 : 0.25;
      g2.setPaint(bar.scale().map().color(step));
      g2.fill(new Rectangle2D.Double(area.getMinX(), top, area.getWidth(), height + overlap));
    }
    g2.setPaint(Style.AXIS);
    g2.setStroke(Style.solid(Style.AXIS_LINE));
    g2.draw(area);
    PlotAxis axis = new PlotAxis(bar.scale().span(), bar.ticks(), bar.title(), fonts);
    axis.draw(g2, area.getMaxX(), area, area, RectangleEdge.RIGHT, null);
  }
}
