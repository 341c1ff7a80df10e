package temper.lab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import temper.lab.store.CsvWriter;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.ImageTile;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.lab.study.chart.SecondAxis;

/**
 * The numbers behind a chart as CSV in long form: a row for each point of each layer, with all of
 * its digits - also of those that are too many to be drawn - and the cells that do not belong to
 * its kind empty.
 *
 * <p>Kinds and their columns: line, points, trajectory, steps (x, y); band (x, low, high);
 * intervals, bars (x, y, low, high); histogram (x, y: left edge and height of a bin; the last row
 * is the right edge of the last one); box, violin (x; y, low, high: median and quartiles), each
 * followed by whiskers (x, low, high) and its values (x, y); contour and heat-map (x, y, z, a row
 * for each place of the grid); contour-level (z); rule (x or y); note (x, y; the remark is the
 * label); image (the caption is the label; image).
 *
 * <p>Some charts have more columns at the end. {@code axis}, where a panel has a second axis: left,
 * right or below. {@code trial}, where layers name the trials that they come from: the trial of
 * each point, or, where a layer has more or fewer points than trials, a row of the kind {@code
 * from} for each trial. {@code image}, where there are images: width, height, number of channels,
 * and the pixels row by row, two hexadecimal digits for each channel.
 *
 * @since 0.1
 */
public final class FigureData {

  private final CsvWriter out = new CsvWriter();
  private final boolean axes;
  private final boolean traced;
  private final boolean pictured;
  private int panel;
  private int layer;
  private String label = "";
  private String axis = "left";
  private Axis.Scale scale = Axis.Scale.LINEAR;
  private List<String> trials = List.of();

  private FigureData(Chart chart) {
    List<Layer> layers = new ArrayList<>();
    for (Panel each : chart.panels()) {
      layers.addAll(each.layers());
      each.second().ifPresent(second -> layers.addAll(second.layers()));
    }
    axes = chart.panels().stream().anyMatch(each -> each.second().isPresent());
    traced = layers.stream().anyMatch(Layer.Traced.class::isInstance);
    pictured = layers.stream().anyMatch(each -> each.drawn() instanceof Layer.Images);
  }

  /**
   * Writes a chart.
   *
   * @param chart what is drawn
   * @return CSV with a header, lines ended by LF
   */
  public static String csv(Chart chart) {
    FigureData data = new FigureData(chart);
    data.header();
    for (Panel panel : chart.panels()) {
      data.panel++;
      data.layer = 0;
      data.axis = "left";
      data.scale = panel.y().scale();
      panel.layers().forEach(data::layer);
      Optional<SecondAxis> second = panel.second();
      if (second.isPresent()) {
        data.axis = second.get().place() == SecondAxis.Place.RIGHT ? "right" : "below";
        data.scale = second.get().axis().scale();
        second.get().layers().forEach(data::layer);
      }
    }
    return data.out.toString();
  }

  private void header() {
    List<String> columns =
        new ArrayList<>(List.of("panel", "layer", "label", "kind", "x", "y", "low", "high", "z"));
    if (axes) {
      columns.add("axis");
    }
    if (traced) {
      columns.add("trial");
    }
    if (pictured) {
      columns.add("image");
    }
    out.row(columns);
  }

  private void layer(Layer of) {
    layer++;
    label = of.label();
    List<String> from = of instanceof Layer.Traced known ? known.trials() : List.of();
    boolean each = from.size() == points(of.drawn());
    trials = each ? from : List.of();
    write(of.drawn());
    trials = List.of();
    if (!each) {
      for (String trial : from) {
        row("from").missing().missing().missing().missing().missing();
        end(trial, "");
      }
    }
  }

  /** The number of points that may have a trial each. */
  private static int points(Layer of) {
    if (of instanceof Layer.Line line) {
      return line.x().length;
    } else if (of instanceof Layer.Points points) {
      return points.x().length;
    } else if (of instanceof Layer.Trajectory path) {
      return path.x().length;
    } else if (of instanceof Layer.Intervals bars) {
      return bars.x().length;
    } else if (of instanceof Layer.Bars bars) {
      return bars.x().length;
    } else if (of instanceof Layer.Samples samples) {
      return Arrays.stream(samples.values()).mapToInt(values -> values.length).sum();
    } else if (of instanceof Layer.Images images) {
      return images.tiles().size();
    }
    return -1;
  }

  private void write(Layer of) {
    if (of instanceof Layer.Line line) {
      pairs("line", line.x(), line.y());
    } else if (of instanceof Layer.Steps steps) {
      pairs("steps", steps.x(), steps.y());
    } else if (of instanceof Layer.Points points) {
      pairs("points", points.x(), points.y());
    } else if (of instanceof Layer.Trajectory path) {
      pairs("trajectory", path.x(), path.y());
    } else if (of instanceof Layer.Band band) {
      for (int i = 0; i < band.x().length; i++) {
        row("band").cell(band.x()[i]).missing();
        out.cell(band.low()[i]).cell(band.high()[i]).missing();
        end(i);
      }
    } else if (of instanceof Layer.Intervals bars) {
      intervals("intervals", bars.x(), bars.y(), bars.low(), bars.high());
    } else if (of instanceof Layer.Bars bars) {
      intervals("bars", bars.x(), bars.y(), bars.low(), bars.high());
    } else if (of instanceof Layer.Contour contour) {
      grid("contour", contour.x(), contour.y(), contour.z());
      for (double level : contour.levels()) {
        row("contour-level").missing().missing().missing().missing().cell(level);
        end(-1);
      }
    } else if (of instanceof Layer.HeatMap heat) {
      grid("heat-map", heat.x(), heat.y(), heat.z());
    } else {
      writeArea(of);
    }
  }

  private void writeArea(Layer of) {
    if (of instanceof Layer.Rule rule) {
      rule(rule);
    } else if (of instanceof Layer.Histogram histogram) {
      for (int i = 0; i < histogram.edges().length; i++) {
        row("histogram").cell(histogram.edges()[i]);
        (i < histogram.heights().length ? out.cell(histogram.heights()[i]) : out.missing())
            .missing()
            .missing()
            .missing();
        end(i);
      }
    } else if (of instanceof Layer.Samples samples) {
      samples(samples);
    } else if (of instanceof Layer.Note note) {
      label = note.text();
      pairs("note", new double[] {note.x()}, new double[] {note.y()});
    } else if (of instanceof Layer.Images images) {
      for (int i = 0; i < images.tiles().size(); i++) {
        ImageTile tile = images.tiles().get(i);
        label = tile.caption();
        row("image").missing().missing().missing().missing().missing();
        String size = tile.width() + " " + tile.height() + " " + tile.channels() + " ";
        end(trial(i), size + HexFormat.of().formatHex(tile.pixels()));
      }
    }
  }

  private void samples(Layer.Samples samples) {
    String kind = samples.form() == Layer.Samples.Form.BOX ? "box" : "violin";
    int value = 0;
    for (int i = 0; i < samples.x().length; i++) {
      double x = samples.x()[i];
      Spread spread = new Spread(samples.values()[i]);
      if (spread.size() > 0) {
        row(kind).cell(x).cell(spread.quantile(0.5));
        out.cell(spread.quantile(0.25)).cell(spread.quantile(0.75)).missing();
        end(-1);
        row("whiskers").cell(x).missing();
        out.cell(spread.lowWhisker(scale)).cell(spread.highWhisker(scale)).missing();
        end(-1);
      }
      for (double each : samples.values()[i]) {
        row("value").cell(x).cell(each).missing().missing().missing();
        end(value++);
      }
    }
  }

  private void rule(Layer.Rule rule) {
    row("rule");
    if (rule.vertical()) {
      out.cell(rule.at()).missing();
    } else {
      out.missing().cell(rule.at());
    }
    out.missing().missing().missing();
    end(-1);
  }

  private void pairs(String kind, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      row(kind).cell(x[i]).cell(y[i]).missing().missing().missing();
      end(i);
    }
  }

  private void intervals(String kind, double[] x, double[] y, double[] low, double[] high) {
    for (int i = 0; i < x.length; i++) {
      row(kind).cell(x[i]).cell(y[i]);
      boolean known = i < low.length && i < high.length;
      (known ? out.cell(low[i]).cell(high[i]) : out.missing().missing()).missing();
      end(i);
    }
  }

  private void grid(String kind, double[] x, double[] y, double[][] z) {
    for (int row = 0; row < y.length; row++) {
      for (int column = 0; column < x.length; column++) {
        row(kind).cell(x[column]).cell(y[row]).missing().missing();
        out.cell(z[row][column]);
        end(-1);
      }
    }
  }

  private CsvWriter row(String kind) {
    return out.cell((long) panel).cell((long) layer).cell(label).cell(kind);
  }

  private String trial(int point) {
    return point >= 0 && point < trials.size() ? trials.get(point) : "";
  }

  private void end(int point) {
    end(trial(point), "");
  }

  private void end(String trial, String image) {
    if (axes) {
      out.cell(axis);
    }
    if (traced) {
      text(trial);
    }
    if (pictured) {
      text(image);
    }
    out.endRow();
  }

  private void text(String cell) {
    if (cell.isEmpty()) {
      out.missing();
    } else {
      out.cell(cell);
    }
  }
}
