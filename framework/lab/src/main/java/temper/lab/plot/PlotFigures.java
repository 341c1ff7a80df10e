package temper.lab.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import temper.lab.config.CellGrid;
import temper.lab.config.Plot;
import temper.lab.store.CsvTables;
import temper.lab.study.Column;
import temper.lab.study.Figure;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * Draws a plot of a study file: a panel for each facet, a colour for each value, a centre with a
 * band for the rows at each x.
 *
 * @since 0.1
 */
public final class PlotFigures {

  private static final int MOST_PANELS = 24;
  private static final int MOST_COLORS = 8;
  private static final int COLORS = 7;
  private static final double AIR = 0.04;

  private final Plot plot;
  private final PlotRows rows;
  private final List<String> places;
  private final List<String> values;
  private final List<String> chosen;

  private PlotFigures(Plot plot, CsvTables tables) {
    this.plot = plot;
    this.rows = new PlotRows(plot, tables);
    int[] all = rows.all();
    if (all.length == 0) {
      throw new IllegalArgumentException("no row is left to be drawn");
    }
    places = rows.numeric(plot.x()) ? List.of() : List.copyOf(rows.split(all, plot.x()).keySet());
    values =
        plot.color().map(color -> List.copyOf(rows.split(all, color).keySet())).orElse(List.of());
    chosen =
        values.size() <= MOST_COLORS
            ? values
            : IntStream.range(0, MOST_COLORS)
                .mapToObj(i -> values.get(i * (values.size() - 1) / (MOST_COLORS - 1)))
                .toList();
  }

  /**
   * The figure of a plot.
   *
   * @param plot what is asked for
   * @param tables the tables, with the experiment of the plot among them
   * @return the figure
   * @throws IllegalArgumentException if there is nothing to be drawn, or too much
   */
  public static Figure of(Plot plot, CsvTables tables) {
    PlotFigures drawn = new PlotFigures(plot, tables);
    Chart chart = drawn.chart();
    return new Figure(
        plot.name(),
        plot.title().isEmpty()
            ? plot.label(plot.y()) + " against " + plot.label(plot.x())
            : plot.title(),
        drawn.caption(tables),
        List.of(plot.experiment()),
        noting -> {
          drawn.rows.read(noting, drawn.shown());
          return chart;
        });
  }

  /** The rows of which something is to be seen. */
  private IntStream shown() {
    Set<String> colors = new HashSet<>(chosen);
    return IntStream.of(rows.all())
        .filter(
            row -> plot.color().map(name -> colors.contains(rows.text(name, row))).orElse(true));
  }

  private Chart chart() {
    int[] all = rows.all();
    List<String> across = facets(plot.columns(), all);
    List<String> down = facets(plot.rows(), all);
    if ((long) across.size() * down.size() > MOST_PANELS) {
      throw new IllegalArgumentException(
          "it would have "
              + (long) across.size() * down.size()
              + " panels; at most "
              + MOST_PANELS
              + " are drawn: choose some with 'where'");
    }
    List<Panel> panels = new ArrayList<>();
    for (String row : down) {
      for (String column : across) {
        int[] members = having(plot.columns(), column, having(plot.rows(), row, all));
        panels.add(panel(title(row, column), members));
      }
    }
    boolean wrapped = down.size() == 1;
    int width = across.size() == 4 ? 2 : Math.min(3, across.size());
    return new Chart(panels.size() == 1 ? panels : alike(panels), wrapped ? width : across.size());
  }

  private List<String> facets(Optional<String> by, int[] all) {
    return by.map(name -> List.copyOf(rows.split(all, name).keySet())).orElse(List.of(""));
  }

  private int[] having(Optional<String> by, String value, int[] of) {
    return by.isEmpty()
        ? of
        : IntStream.of(of).filter(row -> rows.text(by.get(), row).equals(value)).toArray();
  }

  private String title(String row, String column) {
    List<String> parts = new ArrayList<>();
    plot.rows().ifPresent(name -> parts.add(named(name, row)));
    plot.columns().ifPresent(name -> parts.add(named(name, column)));
    return String.join(", ", parts);
  }

  /** A value as it stands in a legend: a word says what it is, a number does not. */
  private String named(String column, String value) {
    boolean truth = rows.column(column).type() == Column.Type.BOOLEAN;
    boolean speaks = !value.isEmpty() && Character.isLetter(value.charAt(0));
    return speaks && !truth && !rows.numeric(column)
        ? value
        : plot.label(column) + " = " + (value.isEmpty() ? "none" : value);
  }

  private Panel panel(String title, int[] members) {
    List<Layer> bands = new ArrayList<>();
    List<Layer> lines = new ArrayList<>();
    if (plot.color().isEmpty()) {
      draw(bands, lines, "", Ink.of(0), members, 0);
    } else {
      String color = plot.color().get();
      for (int i = 0; i < chosen.size(); i++) {
        int[] own = having(plot.color(), chosen.get(i), members);
        if (own.length > 0) {
          Ink ink = i < COLORS ? Ink.of(i) : Ink.of(i - COLORS).dashed();
          draw(bands, lines, named(color, chosen.get(i)), ink, own, i);
        }
      }
    }
    // No band may hide a line.
    bands.addAll(lines);
    return new Panel(title, xAxis(), yAxis(bands), bands);
  }

  private void draw(
      List<Layer> bands, List<Layer> lines, String label, Ink ink, int[] members, int series) {
    double aside = places.isEmpty() || chosen.size() < 2 ? 0 : (series + 0.5) / chosen.size() - 0.5;
    double[] y = rows.numbers(plot.y());
    if (plot.kind() == Plot.Kind.POINTS && plot.band() == Plot.Band.NONE) {
      double[] x = IntStream.of(members).mapToDouble(row -> place(row) + aside / 2).toArray();
      lines.add(
          new Layer.Points(label, ink, x, IntStream.of(members).mapToDouble(r -> y[r]).toArray()));
      return;
    }
    Map<Double, List<Double>> groups = new LinkedHashMap<>();
    IntStream.of(members)
        .forEach(row -> groups.computeIfAbsent(place(row), key -> new ArrayList<>()).add(y[row]));
    List<Double> sorted = groups.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    double[] x = sorted.stream().mapToDouble(place -> place + aside / 2).toArray();
    List<Centre> centres =
        sorted.stream()
            .map(
                place ->
                    Centre.of(
                        groups.getOrDefault(place, List.of()).stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray(),
                        plot.band()))
            .toList();
    double[] centre = centres.stream().mapToDouble(Centre::centre).toArray();
    double[] low = centres.stream().mapToDouble(Centre::low).toArray();
    double[] high = centres.stream().mapToDouble(Centre::high).toArray();
    if (plot.kind() == Plot.Kind.LINE && places.isEmpty()) {
      if (plot.band() != Plot.Band.NONE) {
        bands.add(new Layer.Band(label, ink, x, low, high));
      }
      lines.add(new Layer.Line(label, ink, x, centre));
    } else {
      lines.add(new Layer.Intervals(label, ink, x, centre, low, high));
    }
  }

  private double place(int row) {
    return places.isEmpty()
        ? rows.numbers(plot.x())[row]
        : places.indexOf(rows.text(plot.x(), row));
  }

  private Axis xAxis() {
    String title = rows.title(plot.x());
    if (!places.isEmpty()) {
      return Axis.named(
          title, places.stream().map(name -> name.isEmpty() ? "none" : name).toList());
    }
    double[] drawn = IntStream.of(rows.all()).mapToDouble(this::place).toArray();
    return plot.logX().isPresent()
        ? plot.logX().get() ? Axis.log(title) : Axis.linear(title)
        : Scales.ofParameter(title, drawn);
  }

  private Axis yAxis(List<Layer> layers) {
    String title = rows.title(plot.y());
    boolean log =
        plot.logY().orElseGet(() -> Scales.ofValues(heights(layers).toArray()) == Axis.Scale.LOG);
    return log ? Axis.log(title) : Axis.linear(title);
  }

  /** All that is drawn, so that panels can be compared at a glance. */
  private List<Panel> alike(List<Panel> panels) {
    List<Layer> layers = panels.stream().flatMap(panel -> panel.layers().stream()).toList();
    Axis y = spanning(yAxis(layers), heights(layers).toArray());
    Axis x =
        places.isEmpty()
            ? spanning(xAxis(), IntStream.of(rows.all()).mapToDouble(this::place).toArray())
            : xAxis();
    return panels.stream().map(panel -> new Panel(panel.title(), x, y, panel.layers())).toList();
  }

  private static Axis spanning(Axis axis, double[] values) {
    boolean log = axis.scale() == Axis.Scale.LOG;
    double[] drawn =
        DoubleStream.of(values)
            .filter(v -> Double.isFinite(v) && (!log || v > 0))
            .sorted()
            .toArray();
    if (drawn.length == 0 || drawn[0] == drawn[drawn.length - 1]) {
      return axis;
    }
    double low = drawn[0];
    double high = drawn[drawn.length - 1];
    double air = AIR * (high - low);
    return log ? axis.from(low / (1 + AIR), high * (1 + AIR)) : axis.from(low - air, high + air);
  }

  private static DoubleStream heights(List<Layer> layers) {
    return layers.stream()
        .flatMapToDouble(
            layer ->
                layer instanceof Layer.Line line
                    ? DoubleStream.of(line.y())
                    : layer instanceof Layer.Points points
                        ? DoubleStream.of(points.y())
                        : layer instanceof Layer.Band band
                            ? DoubleStream.concat(
                                DoubleStream.of(band.low()), DoubleStream.of(band.high()))
                            : layer instanceof Layer.Intervals bars
                                ? DoubleStream.concat(
                                    DoubleStream.of(bars.y()),
                                    DoubleStream.concat(
                                        DoubleStream.of(bars.low()), DoubleStream.of(bars.high())))
                                : DoubleStream.empty());
  }

  private String caption(CsvTables tables) {
    StringBuilder caption = new StringBuilder(what());
    caption.append(" of the trials that ended ok, from ");
    caption.append(plot.experiment()).append('/');
    caption.append(plot.table().isEmpty() ? "trials" : plot.table()).append(".csv.");
    Set<String> named = new HashSet<>();
    Stream.of(Optional.of(plot.x()), plot.color(), plot.rows(), plot.columns())
        .flatMap(Optional::stream)
        .forEach(name -> named.addAll(List.of(name, CellGrid.labelOf(name))));
    List<String> pooled = rows.pooled(named, parameters(tables));
    if (!pooled.isEmpty() && !raw()) {
      caption.append(" Taken together over ").append(String.join(", ", pooled)).append('.');
    }
    if (rows.diverged() > 0) {
      caption.append(' ').append(rows.diverged()).append(" trials diverged.");
    }
    if (rows.withoutValue() > 0) {
      caption.append(' ').append(rows.withoutValue()).append(" rows have no value to be drawn.");
    }
    if (chosen.size() < values.size()) {
      caption.append(" Of ").append(values.size()).append(" values of ");
      caption.append(plot.color().orElse("")).append(", ").append(chosen.size());
      caption.append(" are shown.");
    }
    return caption.toString();
  }

  private boolean raw() {
    return plot.kind() == Plot.Kind.POINTS && plot.band() == Plot.Band.NONE;
  }

  private String what() {
    if (raw()) {
      return "Each row";
    }
    return switch (plot.band()) {
      case CI95 -> "Means with 95 % intervals";
      case SD -> "Means with one standard deviation to either side";
      case MINMAX -> "Means with the smallest and the largest value";
      case IQR -> "Medians with quartiles";
      case NONE -> "Means";
    };
  }

  /** The parameters, without what only says what the labels of others stand for. */
  private List<String> parameters(CsvTables tables) {
    List<Column> columns = tables.columns(plot.experiment(), "summary");
    List<String> names = columns.stream().map(Column::name).toList();
    List<Column> parameters = columns.subList(0, names.indexOf("ok"));
    return parameters.stream()
        .map(Column::name)
        .filter(name -> !CellGrid.explainsLabel(name, parameters))
        .toList();
  }
}
