package temper.lab.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import temper.lab.study.Figure;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * Figures of comparisons: the difference of each from its baseline with its interval, and a line at
 * no difference.
 *
 * @since 0.1
 */
public final class ComparisonFigures {

  private static final int COLORS = 7;
  private static final int MOST_PLACES = 40;

  private ComparisonFigures() {}

  /**
   * A figure for each family and baseline.
   *
   * @param rows the comparisons
   * @return figures in the order of the rows; none for comparisons without pairs
   */
  public static List<Figure> of(List<ComparisonRow> rows) {
    Map<String, List<ComparisonRow>> groups = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.n() > 0)
        .forEach(
            row ->
                groups
                    .computeIfAbsent(row.family() + " " + row.baseline(), key -> new ArrayList<>())
                    .add(row));
    List<Figure> figures = new ArrayList<>();
    groups.values().forEach(group -> figures.add(figure(group, figures.size() + 1)));
    return figures;
  }

  private static Figure figure(List<ComparisonRow> all, int number) {
    ComparisonRow first = all.get(0);
    List<String> values = distinct(all.stream().map(ComparisonRow::value).toList());
    List<String> shown = values.subList(0, Math.min(values.size(), MOST_PLACES));
    Map<String, List<ComparisonRow>> metrics = new LinkedHashMap<>();
    all.stream()
        .filter(row -> shown.contains(row.value()))
        .forEach(row -> metrics.computeIfAbsent(row.metric(), key -> new ArrayList<>()).add(row));
    Places places = Places.of(shown);
    List<Panel> panels = metrics.values().stream().map(rows -> panel(rows, places)).toList();
    StringBuilder caption = new StringBuilder("Differences from ");
    caption.append(first.baseline()).append(" (").append(first.quantity()).append(", ");
    caption.append(first.test()).append(") with intervals at the levels that Holm's correction");
    caption.append(" over the family gives: one that misses 0 is decided.");
    if (shown.size() < values.size()) {
      caption.append(" The first of ").append(values.size()).append("; all in comparisons.csv.");
    }
    Chart chart = new Chart(panels, Math.min(3, panels.size()));
    return new Figure(
        "compare-" + number,
        String.join(", ", metrics.keySet()) + " against " + first.baseline(),
        caption.toString(),
        List.of(first.experiment()),
        tables -> chart);
  }

  private static List<String> distinct(List<String> texts) {
    return List.copyOf(new LinkedHashSet<>(texts));
  }

  private static Panel panel(List<ComparisonRow> rows, Places places) {
    List<String> levels = distinct(rows.stream().map(ComparisonRow::within).toList());
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Rule("", Ink.NEUTRAL, false, 0));
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      double aside = levels.size() == 1 ? 0 : (i + 0.5) / levels.size() - 0.5;
      List<ComparisonRow> members =
          rows.stream().filter(row -> row.within().equals(level)).toList();
      layers.add(
          new Layer.Intervals(
              level,
              i < COLORS ? Ink.of(i) : Ink.of(i % COLORS).dashed(),
              members.stream().mapToDouble(row -> places.of(row.value(), aside)).toArray(),
              members.stream().mapToDouble(ComparisonRow::estimate).toArray(),
              members.stream().mapToDouble(row -> finite(row.interval().low(), row)).toArray(),
              members.stream().mapToDouble(row -> finite(row.interval().high(), row)).toArray()));
    }
    ComparisonRow first = rows.get(0);
    String unit = first.unit().isEmpty() ? "" : " (" + first.unit() + ")";
    return new Panel(
        "",
        places.axis(),
        // A figure that stands alone must say what it is the difference from.
        Axis.linear(first.metric() + unit + ", difference from " + first.baseline()),
        layers);
  }

  /** An interval without an end is drawn as a point: there is nothing to draw up to. */
  private static double finite(double end, ComparisonRow row) {
    return Double.isInfinite(end) ? row.estimate() : end;
  }
}
