package temper.lab.figure;

import java.util.List;
import temper.lab.store.CsvWriter;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * The numbers behind a chart as CSV in long form: a row for each point of each layer, with all of
 * its digits, and the cells that do not belong to its kind empty.
 *
 * <p>Kinds and their columns: line, points, trajectory (x, y); band (x, low, high); intervals (x,
 * y, low, high); contour and heat-map (x, y, z, a row for each place of the grid); contour-level
 * (z); rule (x or y).
 *
 * @since 0.1
 */
public final class FigureData {

  private final CsvWriter out = new CsvWriter();
  private int panel;
  private int layer;
  private String label = "";

  private FigureData() {}

  /**
   * Writes a chart.
   *
   * @param chart what is drawn
   * @return CSV with a header, lines ended by LF
   */
  public static String csv(Chart chart) {
    FigureData data = new FigureData();
    data.out.row(List.of("panel", "layer", "label", "kind", "x", "y", "low", "high", "z"));
    for (Panel panel : chart.panels()) {
      data.panel++;
      data.layer = 0;
      for (Layer layer : panel.layers()) {
        data.layer++;
        data.label = layer.label();
        data.write(layer);
      }
    }
    return data.out.toString();
  }

  private void write(Layer of) {
    if (of instanceof Layer.Line line) {
      pairs("line", line.x(), line.y());
    } else if (of instanceof Layer.Points points) {
      pairs("points", points.x(), points.y());
    } else if (of instanceof Layer.Trajectory path) {
      pairs("trajectory", path.x(), path.y());
    } else if (of instanceof Layer.Band band) {
      for (int i = 0; i < band.x().length; i++) {
        row("band").cell(band.x()[i]).missing();
        out.cell(band.low()[i]).cell(band.high()[i]).missing().endRow();
      }
    } else if (of instanceof Layer.Intervals bars) {
      for (int i = 0; i < bars.x().length; i++) {
        row("intervals").cell(bars.x()[i]).cell(bars.y()[i]);
        out.cell(bars.low()[i]).cell(bars.high()[i]).missing().endRow();
      }
    } else if (of instanceof Layer.Contour contour) {
      grid("contour", contour.x(), contour.y(), contour.z());
      for (double level : contour.levels()) {
        row("contour-level").missing().missing().missing().missing().cell(level).endRow();
      }
    } else if (of instanceof Layer.HeatMap heat) {
      grid("heat-map", heat.x(), heat.y(), heat.z());
    } else if (of instanceof Layer.Rule rule) {
      rule(rule);
    }
  }

  private void rule(Layer.Rule rule) {
    row("rule");
    if (rule.vertical()) {
      out.cell(rule.at()).missing();
    } else {
      out.missing().cell(rule.at());
    }
    out.missing().missing().missing().endRow();
  }

  private void pairs(String kind, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      row(kind).cell(x[i]).cell(y[i]).missing().missing().missing().endRow();
    }
  }

  private void grid(String kind, double[] x, double[] y, double[][] z) {
    for (int row = 0; row < y.length; row++) {
      for (int column = 0; column < x.length; column++) {
        row(kind).cell(x[column]).cell(y[row]).missing().missing();
        out.cell(z[row][column]).endRow();
      }
    }
  }

  private CsvWriter row(String kind) {
    return out.cell((long) panel).cell((long) layer).cell(label).cell(kind);
  }
}
