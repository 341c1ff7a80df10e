package temper.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import temper.lab.plot.Scales;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.CellSummary.Parameter;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Panels of means with intervals against one parameter, a line for each value of another. */
final class SweepLines {

  private static final int MOST_LINES = 8;
  private static final int COLORS = 7;
  private static final int MOST_NAMES = 24;
  private static final double SPREAD = 0.5;
  private static final String ONLY = "mean, 95 % interval";

  private record Series(String label, Ink ink, double aside) {}

  private final SweepAxes axes;
  private final List<Integer> cells;
  private final List<String> places;
  private final List<String> values;
  private final List<String> chosen;

  SweepLines(SweepAxes axes, List<Integer> cells) {
    this.axes = axes;
    this.cells = cells;
    this.places = axes.x().numeric() ? List.of() : SweepAxes.values(axes.x(), cells);
    this.values = axes.lines().map(by -> SweepAxes.values(by, cells)).orElse(List.of());
    this.chosen = values.size() <= MOST_LINES ? values : spread(values);
  }

  /** The first, the last and others at equal distances. */
  private static List<String> spread(List<String> values) {
    return IntStream.range(0, MOST_LINES)
        .mapToObj(i -> values.get(i * (values.size() - 1) / (MOST_LINES - 1)))
        .toList();
  }

  /** The number of values that could be told apart by lines. */
  int values() {
    return values.size();
  }

  /** The number of values that have a line. */
  int shown() {
    return chosen.size();
  }

  Panel panel(Metric metric) {
    List<Layer> bands = new ArrayList<>();
    List<Layer> lines = new ArrayList<>();
    Optional<Parameter> by = axes.lines();
    if (by.isPresent()) {
      for (int i = 0; i < chosen.size(); i++) {
        String label = named(by.get(), chosen.get(i));
        Series series = new Series(label, ink(i), aside(i));
        draw(bands, lines, series, having(by.get(), chosen.get(i)), metric);
      }
    } else {
      draw(bands, lines, new Series(ONLY, Ink.of(0), 0), cells, metric);
    }
    // No band may hide a line.
    bands.addAll(lines);
    return new Panel("", xAxis(), yAxis(metric), bands);
  }

  private List<Integer> having(Parameter parameter, String value) {
    return cells.stream().filter(cell -> parameter.texts().get(cell).equals(value)).toList();
  }

  /** Returns a value as it stands in a legend: a name says what it is, a number does not. */
  static String named(Parameter parameter, String value) {
    boolean speaks = !value.isEmpty() && Character.isLetter(value.charAt(0));
    boolean truth = value.equals("true") || value.equals("false");
    return speaks && !truth && !parameter.numeric()
        ? value
        : parameter.name() + " = " + orNone(value);
  }

  private static Ink ink(int line) {
    return line < COLORS ? Ink.of(line) : Ink.of(line - COLORS).dashed();
  }

  /** Intervals that share a place stand side by side there. */
  private double aside(int line) {
    boolean shared = !axes.x().numeric() && axes.lines().isPresent();
    return shared ? SPREAD * ((line + 0.5) / chosen.size() - 0.5) : 0;
  }

  private void draw(
      List<Layer> bands, List<Layer> lines, Series series, List<Integer> members, Metric metric) {
    String label = series.label();
    Ink ink = series.ink();
    List<Integer> sorted =
        members.stream().sorted(Comparator.comparingDouble(this::place)).toList();
    double[] x = column(sorted, cell -> place(cell) + series.aside());
    double[] mean = column(sorted, cell -> metric.mean()[cell]);
    double[] low = column(sorted, cell -> metric.low()[cell]);
    double[] high = column(sorted, cell -> metric.high()[cell]);
    // Between cells that differ in more than x there is no line to be drawn.
    if (axes.x().numeric() && axes.along().isEmpty() && sorted.size() > 1) {
      bands.add(new Layer.Band(label, ink, x, low, high));
      lines.add(new Layer.Line(label, ink, x, mean));
    } else {
      lines.add(new Layer.Intervals(label, ink, x, mean, low, high));
    }
  }

  private double place(int cell) {
    return axes.x().numeric()
        ? axes.x().numbers()[cell]
        : places.indexOf(axes.x().texts().get(cell));
  }

  private static double[] column(List<Integer> cells, ToDoubleFunction<Integer> of) {
    return cells.stream().mapToDouble(of).toArray();
  }

  private Axis xAxis() {
    Parameter x = axes.x();
    if (x.numeric()) {
      return Scales.ofParameter(x.title(), column(cells, cell -> x.numbers()[cell]));
    }
    return areNamed(places)
        ? Axis.named(x.title(), places.stream().map(SweepLines::orNone).toList())
        : Axis.linear(x.title()).from(-0.5, places.size() - 0.5);
  }

  /** Whether the axis has room for the names of so many places; else the caption has them. */
  static boolean areNamed(List<String> places) {
    return places.size() <= MOST_NAMES;
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private Axis yAxis(Metric metric) {
    double[] drawn =
        DoubleStream.concat(
                DoubleStream.of(column(cells, cell -> metric.mean()[cell])),
                DoubleStream.of(column(cells, cell -> metric.low()[cell])))
            .toArray();
    return new Axis(metric.title(), Scales.ofValues(drawn), Double.NaN, Double.NaN);
  }
}
