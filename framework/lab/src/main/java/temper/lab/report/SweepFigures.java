package temper.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.CellSummary.Parameter;
import temper.lab.study.Figure;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Panel;

/**
 * Figures of an experiment whose cells a user chose: each metric against the parameters that vary,
 * so that a sweep is seen without a line of code.
 */
final class SweepFigures {

  /** More cells than these are a cloud, and a file of many megabytes. */
  static final int MOST_CELLS = 10_000;

  private static final int MOST_METRICS = 6;
  private static final int MOST_FIGURES = 6;
  private static final int MOST_NAMED = 30;

  private final CellSummary summary;
  private final SweepAxes axes;
  private final List<Figure> figures = new ArrayList<>();

  private SweepFigures(CellSummary summary, SweepAxes axes) {
    this.summary = summary;
    this.axes = axes;
  }

  /** Returns the figures of an experiment; none if its cells do not differ or are too many. */
  static List<Figure> of(CellSummary summary) {
    Optional<SweepAxes> axes = SweepAxes.of(summary);
    if (axes.isEmpty() || summary.cells() > MOST_CELLS) {
      return List.of();
    }
    return new SweepFigures(summary, axes.get()).all();
  }

  private List<Figure> all() {
    Map<List<String>, List<Integer>> combinations = new LinkedHashMap<>();
    for (int cell = 0; cell < summary.cells(); cell++) {
      combinations
          .computeIfAbsent(SweepAxes.key(axes.others(), cell), key -> new ArrayList<>())
          .add(cell);
    }
    boolean tooMany = combinations.size() > MOST_FIGURES;
    String note =
        tooMany
            ? " The first of "
                + combinations.size()
                + " combinations of "
                + names(axes.others())
                + "; the others are in summary.csv."
            : "";
    combinations.entrySet().stream()
        .limit(tooMany ? 1 : MOST_FIGURES)
        .forEach(entry -> lines(axes, entry.getKey(), entry.getValue(), note));
    if (combinations.size() == 1 && axes.lines().isEmpty()) {
      axes.turned(MOST_FIGURES - 1).forEach(turned -> lines(turned, List.of(), everyCell(), ""));
    }
    heatMaps();
    return figures;
  }

  private void lines(SweepAxes of, List<String> combination, List<Integer> cells, String note) {
    SweepLines lines = new SweepLines(of, cells);
    List<Panel> panels = shown(cells).stream().map(lines::panel).toList();
    StringBuilder title = new StringBuilder(summary.experiment());
    for (int i = 0; i < combination.size(); i++) {
      title.append(", ").append(of.others().get(i).name()).append(" = ");
      title.append(combination.get(i));
    }
    add(title.toString(), caption(of, cells, lines) + note, panels);
  }

  private static String caption(SweepAxes axes, List<Integer> cells, SweepLines lines) {
    StringBuilder caption = new StringBuilder("Means with 95 % intervals against ");
    caption.append(axes.x().name());
    axes.lines().ifPresent(by -> caption.append(", apart by ").append(by.name()));
    caption.append(", of the trials that ended ok.");
    if (lines.shown() < lines.values()) {
      caption.append(" Of ").append(lines.values()).append(" values of ");
      caption.append(axes.lines().map(Parameter::name).orElse("")).append(", ");
      caption.append(lines.shown()).append(" are shown.");
    }
    if (!axes.x().numeric() && !SweepLines.areNamed(SweepAxes.values(axes.x(), cells))) {
      List<String> names = SweepAxes.values(axes.x(), cells);
      caption.append(" Places: ");
      caption.append(
          IntStream.range(0, Math.min(names.size(), MOST_NAMED))
              .mapToObj(i -> i + " " + SweepLines.named(axes.x(), names.get(i)))
              .collect(Collectors.joining(", ")));
      caption.append(names.size() > MOST_NAMED ? " and so on." : ".");
    }
    if (!axes.along().isEmpty()) {
      caption.append(" Not held fixed: ").append(names(axes.along())).append('.');
    }
    return caption.toString();
  }

  private static String names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  private void heatMaps() {
    SweepPlane.of(axes, summary.cells())
        .ifPresent(
            plane ->
                add(
                    summary.experiment() + ", means over a plane",
                    "Means over "
                        + axes.x().name()
                        + " and "
                        + axes.lines().map(Parameter::name).orElse("")
                        + " of the trials that ended ok.",
                    shown(everyCell()).stream().map(plane::panel).toList()));
  }

  private List<Integer> everyCell() {
    return IntStream.range(0, summary.cells()).boxed().toList();
  }

  /**
   * The first metrics of those that have a mean in some of the cells. One that is the same wherever
   * it has a mean, such as a number of steps, is left out beside others.
   */
  private List<Metric> shown(List<Integer> cells) {
    List<Metric> present =
        summary.metrics().stream()
            .filter(metric -> cells.stream().anyMatch(cell -> Double.isFinite(metric.mean()[cell])))
            .toList();
    List<Metric> telling = present.stream().filter(metric -> !isConstant(metric)).toList();
    return (telling.isEmpty() ? present : telling).stream().limit(MOST_METRICS).toList();
  }

  private static boolean isConstant(Metric metric) {
    double[] means = Arrays.stream(metric.mean()).filter(Double::isFinite).toArray();
    return means.length > 1 && Arrays.stream(means).allMatch(mean -> mean == means[0]);
  }

  private void add(String title, String caption, List<Panel> panels) {
    if (panels.isEmpty()) {
      return;
    }
    Chart chart = new Chart(panels, panels.size() == 4 ? 2 : Math.min(panels.size(), 3));
    String number = figures.isEmpty() ? "" : "-" + (figures.size() + 1);
    figures.add(
        new Figure(
            "sweep-" + summary.experiment() + number,
            title,
            caption,
            List.of(summary.experiment()),
            tables -> chart));
  }
}
