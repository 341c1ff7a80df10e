package temper.lab.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import temper.data.DatasetPlugin;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.study.CellCheck;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Registry;
import temper.plugin.Source;

/** An experiment that does what a test says, and the study around it. */
final class Probe implements Experiment<Probe.Cell> {

  /** A number and a word. */
  record Cell(int number, String word) {}

  private final String name;
  private final List<Cell> cells;
  private final int replicates;
  private final BiConsumer<Cell, Trial> body;
  private Optional<CellCheck<Cell>> check = Optional.empty();
  private final List<TableSchema> further = new ArrayList<>();
  private final List<String> deciders = new ArrayList<>();
  private Runnable planned = () -> {};

  Probe(String name, List<Cell> cells, int replicates, BiConsumer<Cell, Trial> body) {
    this.name = name;
    this.cells = cells;
    this.replicates = replicates;
    this.body = body;
  }

  /** Cells that differ in their number. */
  static Probe of(int cells, int replicates, BiConsumer<Cell, Trial> body) {
    List<Cell> list = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      list.add(new Cell(i, "same"));
    }
    return new Probe("probe", list, replicates, body);
  }

  /** This experiment with one more table. */
  Probe with(TableSchema table) {
    further.add(table);
    return this;
  }

  /** This experiment with a cell for each value that another one found, in the place of its own. */
  Probe decidedBy(String decider) {
    deciders.add(decider);
    return this;
  }

  /** This experiment with something that happens whenever its cells are asked for. */
  Probe whenPlanned(Runnable happening) {
    planned = happening;
    return this;
  }

  @Override
  public List<String> decidedBy() {
    return deciders;
  }

  @Override
  public long mostTrials(Profile profile) {
    return deciders.isEmpty() ? -1 : 100;
  }

  /** This experiment with a parameter that fits in no cell. */
  Probe refusing(String parameter, String reason) {
    check = Optional.of(cell -> List.of(new CellCheck.Misfit(parameter, reason)));
    return this;
  }

  @Override
  public Optional<CellCheck<Cell>> check(DatasetPlugin.Library library) {
    return check;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return "Does what a test says";
  }

  @Override
  public Cell defaults() {
    return new Cell(0, "same");
  }

  @Override
  public List<Column> metrics() {
    return List.of(Column.number("value", "a value"));
  }

  @Override
  public List<TableSchema> tables() {
    List<TableSchema> tables = new ArrayList<>();
    tables.add(new TableSchema("rows", "rows", List.of(Column.integer("row", "a row"))));
    tables.addAll(further);
    return tables;
  }

  @Override
  public Design<Cell> design(Profile profile, Tables earlier) {
    planned.run();
    List<Cell> all = deciders.isEmpty() ? cells : new ArrayList<>();
    for (String decider : deciders) {
      for (double value : earlier.trials(decider).numbers("value")) {
        all.add(new Cell((int) value, name));
      }
    }
    return Design.of(all, replicates);
  }

  @Override
  public void run(Cell parameters, Trial trial) {
    body.accept(parameters, trial);
  }

  /** A study of some experiments. */
  static Study study(List<Claim> claims, Experiment<?>... experiments) {
    return new Study() {
      @Override
      public String name() {
        return "probes";
      }

      @Override
      public String summary() {
        return "Probes";
      }

      @Override
      public Source source() {
        return Source.FOLKLORE;
      }

      @Override
      public List<Experiment<?>> experiments() {
        return Arrays.asList(experiments);
      }

      @Override
      public List<Claim> claims() {
        return claims;
      }

      @Override
      public List<Figure> figures() {
        return List.of();
      }
    };
  }

  static ResolvedStudy resolved(Study study, String... overrides) {
    return resolved(study, Profile.SMOKE, overrides);
  }

  /** A study as it is registered on the seeds that decide claims. */
  static ResolvedStudy confirmatory(Study study) {
    return resolved(study, Profile.FULL);
  }

  private static ResolvedStudy resolved(Study study, Profile profile, String... overrides) {
    return new ConfigLoader(Registry.of(Study.class, List.of(study)), Plugins.given(List.of()))
        .resolve(
            study,
            new RunRequest(
                Optional.of(profile), List.of(overrides), java.util.OptionalInt.empty()));
  }

  /** Four trials of which the second does something else. */
  static Probe second(BiConsumer<Cell, Trial> body) {
    return of(
        4,
        1,
        (cell, trial) -> {
          if (cell.number() == 1) {
            body.accept(cell, trial);
          }
          trial.metric("value", cell.number());
        });
  }

  /** Runs a study of probes, or resumes it. */
  static RunSummary run(Study study, Path folder, StopSignal stop) {
    try (StudyRun run = StudyRun.open(resolved(study), folder, settings(stop), RunListener.NONE)) {
      return run.run();
    }
  }

  /** The lines of the probe's trials. */
  static List<String> trials(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("probe/trials.csv"));
  }

  static RunSettings settings(StopSignal stop) {
    return settings(stop, false);
  }

  static RunSettings settings(StopSignal stop, boolean fresh) {
    return new RunSettings(
        2,
        Shard.WHOLE,
        fresh,
        stop,
        DataFolder.ofEnvironment(Map.of()),
        List.of("temper", "run"),
        Long.MAX_VALUE);
  }
}
