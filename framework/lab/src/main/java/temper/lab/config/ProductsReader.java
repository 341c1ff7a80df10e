package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;

/** Reads what a study file asks to be made of results, and holds it against the cells. */
final class ProductsReader {

  /** More cells than these are neither compared nor drawn one by one. */
  static final long MOST_CELLS = 200_000;

  private final Configuration configuration;
  private final Profile profile;
  private final Problems problems;
  private final Map<String, PlotReader.Source> sources = new LinkedHashMap<>();

  ProductsReader(Configuration configuration, Profile profile, Problems problems) {
    this.configuration = configuration;
    this.profile = profile;
    this.problems = problems;
  }

  Products read(StudySpec spec, List<Experiment<?>> all, Optional<Experiment<?>> chosen) {
    List<Comparison> comparisons = new ArrayList<>();
    Map<String, CellGrid> grids = new LinkedHashMap<>();
    if (spec.compare().isPresent()) {
      CompareReader reader = new CompareReader(problems);
      for (CompareReader.Draft draft : reader.read(spec.compare().get(), all, chosen)) {
        Experiment<?> experiment = named(all, draft.comparison().experiment());
        grid(experiment, draft.place(), draft.path())
            .ifPresent(
                grid -> {
                  grids.put(experiment.name(), grid);
                  reader.resolve(draft, grid).ifPresent(comparisons::add);
                });
      }
    }
    List<Plot> plots = new ArrayList<>();
    if (spec.plot().isPresent()) {
      Node node = spec.plot().get();
      PlotReader reader = new PlotReader(problems);
      List<Experiment<?>> drawn = reader.experiments(node, all, chosen);
      if (drawn.size() == Options.items(node, "plot").size()) {
        plots.addAll(reader.read(node, drawn.stream().map(this::source).toList()));
      }
    }
    return new Products(comparisons, plots, grids);
  }

  /** Finds keys that there are not, which needs neither experiment nor cells. */
  static void checkKeys(StudySpec spec, Problems problems) {
    checkKeys(spec.compare(), "compare", CompareReader.KEYS, problems);
    checkKeys(spec.plot(), "plot", PlotReader.KEYS, problems);
  }

  private static void checkKeys(
      Optional<Node> node, String path, List<String> keys, Problems problems) {
    node.ifPresent(
        one -> Options.items(one, path).forEach((at, item) -> Fields.of(item, at, keys, problems)));
  }

  private static Experiment<?> named(List<Experiment<?>> all, String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private Optional<CellGrid> grid(Experiment<?> experiment, Place place, String path) {
    PlotReader.Source source = source(experiment);
    if (source.grid().isEmpty()) {
      problems.add(
          place,
          path,
          configuration.deciders(experiment).isEmpty()
              ? "experiment '" + experiment.name() + "' has too many cells to be compared"
              : "the cells of '"
                  + experiment.name()
                  + "' are decided by "
                  + String.join(" and ", configuration.deciders(experiment))
                  + " while it runs: only a sweep of it can be compared");
    }
    return source.grid();
  }

  private PlotReader.Source source(Experiment<?> experiment) {
    PlotReader.Source known = sources.get(experiment.name());
    if (known == null) {
      known = made(experiment);
      sources.put(experiment.name(), known);
    }
    return known;
  }

  private <P extends Record> PlotReader.Source made(Experiment<P> experiment) {
    Parameters parameters = configuration.parameters();
    if (!configuration.deciders(experiment).isEmpty()) {
      List<Column> columns = parameters.columns(experiment.defaults());
      return new PlotReader.Source(experiment, columns, Optional.empty());
    }
    SweptDesign<P> design = configuration.design(experiment, profile, NoTables.INSTANCE);
    List<Column> columns = CellTexts.of(experiment, design, parameters).columns();
    return new PlotReader.Source(
        experiment,
        columns,
        design.design().cells() > MOST_CELLS
            ? Optional.empty()
            : Optional.of(CellGrid.of(experiment, design, parameters)));
  }
}
