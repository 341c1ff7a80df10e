package temper.lab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.compare.ComparisonFigures;
import temper.lab.compare.ComparisonRow;
import temper.lab.config.Change;
import temper.lab.config.Plot;
import temper.lab.config.ResolvedStudy;
import temper.lab.figure.FigureRenderer;
import temper.lab.plot.PlotFigures;
import temper.lab.store.CsvTables;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.chart.Chart;

/**
 * The figures of a run: those that its study file asks for, those of the study as far as they suit
 * what was run, and for each experiment that a user changed figures of its summary.
 *
 * @param drawn what is drawn, in order
 * @param leftOut figures that could not be drawn, each with the reason
 */
record Drawings(List<Drawing> drawn, Map<String, String> leftOut) {

  /** A figure with what it shows, how that looks, and the trials that it was made of. */
  record Drawing(Figure figure, Chart chart, String svg, String trials) {}

  static Drawings of(ResolvedStudy config, CsvTables tables, List<ComparisonRow> comparisons) {
    List<Drawing> drawn = new ArrayList<>();
    Map<String, String> leftOut = new LinkedHashMap<>();
    FigureRenderer renderer = new FigureRenderer();
    for (Figure figure : ComparisonFigures.of(comparisons)) {
      drawn.add(drawing(renderer, figure, tables));
    }
    for (Plot plot : config.products().plots()) {
      if (tables.experiments().contains(plot.experiment())) {
        try {
          drawn.add(drawing(renderer, PlotFigures.of(plot, tables), tables));
        } catch (IllegalArgumentException e) {
          leftOut.put(plot.name(), Messages.of(e));
        }
      }
    }
    // A study without claims has no cells of its own: its figures are made for any.
    boolean general = config.study().claims().isEmpty();
    for (Figure figure : config.study().figures()) {
      if (!tables.experiments().containsAll(figure.experiments())
          || (is(config, figure, Change.SWEPT) && !general)
          || is(config, figure, Change.NOT_SELECTED)) {
        continue;
      }
      if (!is(config, figure, Change.OVERRIDDEN) && !is(config, figure, Change.SWEPT)) {
        drawn.add(drawing(renderer, figure, tables));
        continue;
      }
      try {
        drawn.add(drawing(renderer, figure, tables));
      } catch (RuntimeException e) {
        // A figure is drawn for the cells of its study; others may not be what it looks for.
        leftOut.put(figure.name(), "cannot be drawn with these settings: " + Messages.of(e));
      }
    }
    for (Experiment<?> experiment : config.experiments()) {
      String name = experiment.name();
      if (config.change(name) != Change.NONE && tables.experiments().contains(name)) {
        for (Figure figure : SweepFigures.of(CellSummary.of(tables, name))) {
          drawn.add(drawing(renderer, figure, tables));
        }
      }
    }
    return new Drawings(drawn, leftOut);
  }

  private static boolean is(ResolvedStudy config, Figure figure, Change change) {
    return figure.experiments().stream().anyMatch(name -> config.change(name) == change);
  }

  private static Drawing drawing(FigureRenderer renderer, Figure figure, CsvTables tables) {
    FigureTrials.Traced traced = FigureTrials.trace(figure, tables);
    String svg = renderer.svg(traced.chart(), figure.title());
    return new Drawing(figure, traced.chart(), svg, traced.csv());
  }
}
