package temper.lab.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import temper.lab.config.CellGrid;
import temper.lab.config.Change;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.SweptDesign;
import temper.lab.plot.ValueLabels;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;

/** The cells of a sweep as a person wants to see them before they run. */
final class CellListing {

  private static final int MOST_SHOWN = 20;

  /** More cells than these are not looked through for what differs between them. */
  private static final long MOST_CELLS = 100_000;

  private CellListing() {}

  /** The swept values of the first cells of each experiment that is swept; empty if none is. */
  static String of(ResolvedStudy study, int width) {
    StringBuilder out = new StringBuilder();
    for (Experiment<?> experiment : study.experiments()) {
      if (study.change(experiment.name()) == Change.SWEPT) {
        out.append(table(study, experiment, width));
      }
    }
    return out.toString();
  }

  private static <P extends Record> String table(
      ResolvedStudy study, Experiment<P> experiment, int width) {
    SweptDesign<P> design = study.design(experiment, NoTables.INSTANCE);
    long count = design.design().cells();
    if (count > MOST_CELLS) {
      return experiment.name() + ": " + count + " cells; plan.csv has them once it runs\n";
    }
    CellGrid grid = CellGrid.of(experiment, design, study.parameters());
    List<Map<String, String>> labels =
        IntStream.range(0, grid.columns().size())
            .mapToObj(i -> ValueLabels.of(grid.cells().stream().map(cell -> cell.get(i)).toList()))
            .toList();
    TextTable table =
        new TextTable(grid.columns().stream().map(column -> column.name()).toArray(String[]::new));
    for (List<String> cell : grid.cells().stream().limit(MOST_SHOWN).toList()) {
      table.row(
          IntStream.range(0, cell.size())
              .mapToObj(
                  i ->
                      Optional.ofNullable(labels.get(i).get(cell.get(i)))
                          .filter(text -> !text.isEmpty())
                          .orElse("-"))
              .toArray(String[]::new));
    }
    String rest = count > MOST_SHOWN ? "and " + (count - MOST_SHOWN) + " more cells\n" : "";
    return table.render(width) + rest;
  }
}
