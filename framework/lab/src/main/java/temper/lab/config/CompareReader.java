package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import temper.lab.config.Comparison.Direction;
import temper.lab.config.Comparison.Divergence;
import temper.lab.study.Column;
import temper.lab.study.Experiment;

/**
 * Reads the {@code compare} of a study file: first what it says, then, when the cells are known,
 * whether its baselines are among them.
 */
final class CompareReader {

  static final List<String> KEYS =
      List.of("metric", "baseline", "experiment", "test", "direction", "divergence", "level");

  static final double LEVEL = 0.05;

  /** More comparisons than this are no comparison. */
  static final int MOST = 100_000;

  /** A comparison whose baselines are not yet held against the cells. */
  record Draft(Comparison comparison, Map<String, Node> baselines, Place place, String path) {}

  private final Problems problems;

  CompareReader(Problems problems) {
    this.problems = problems;
  }

  /** What the file says; the cells are looked at even if something else in it is wrong. */
  List<Draft> read(Node node, List<Experiment<?>> all, Optional<Experiment<?>> chosen) {
    List<Draft> drafts = new ArrayList<>();
    Options.items(node, "compare")
        .forEach((path, item) -> item(item, path, all, chosen).ifPresent(drafts::add));
    return drafts;
  }

  private Optional<Draft> item(
      Node node, String path, List<Experiment<?>> all, Optional<Experiment<?>> chosen) {
    Optional<Fields> read = Fields.of(node, path, KEYS, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    Options options = new Options(fields, problems);
    Optional<Experiment<?>> experiment = options.experiment(all, chosen);
    fields.require("metric");
    List<Node.Scalar> metrics = options.texts("metric");
    experiment.ifPresent(one -> metrics.forEach(m -> metric(m, fields.path("metric"), one, all)));
    Map<String, Node> baselines =
        fields
            .require("baseline")
            .map(baseline -> Options.items(baseline, fields.path("baseline")))
            .orElseGet(LinkedHashMap::new);
    baselines.forEach(this::mapping);
    baselines.values().removeIf(baseline -> !(baseline instanceof Node.Mapping));
    Direction direction =
        options.stated("direction", Comparison.directions()).stream()
            .mapToObj(i -> List.of(Direction.values()).get(i))
            .findFirst()
            .orElse(Direction.NONE);
    Divergence divergence =
        List.of(Divergence.values()).get(options.choice("divergence", Comparison.divergences()));
    Comparison.Test test = test(fields, options, direction, divergence);
    double level = options.between("level", 0, 1, LEVEL);
    if (experiment.isEmpty()) {
      return Optional.empty();
    }
    Comparison comparison =
        new Comparison(
            experiment.get().name(),
            metrics.stream().map(Node.Scalar::text).distinct().toList(),
            List.of(),
            test,
            direction,
            divergence,
            level);
    return Optional.of(new Draft(comparison, baselines, node.place(), path));
  }

  /**
   * The test: the mean where there is one, ranks where a trial that diverged counts as the worst.
   */
  private Comparison.Test test(
      Fields fields, Options options, Direction direction, Divergence divergence) {
    boolean worst = divergence == Divergence.WORST_RANK;
    if (worst && direction == Direction.NONE) {
      problems.add(
          new Problem(
              fields.get("divergence").orElse(fields.mapping()).place(),
              fields.path("divergence"),
              "what is worst is not known: say with 'direction' which values are better",
              List.of(),
              Comparison.directions()));
    }
    OptionalInt stated = options.stated("test", Comparison.tests());
    if (stated.isEmpty()) {
      return worst ? Comparison.Test.WILCOXON : Comparison.Test.PAIRED_T;
    }
    Comparison.Test test = List.of(Comparison.Test.values()).get(stated.getAsInt());
    if (worst && !test.ranks()) {
      problems.add(
          new Problem(
              fields.get("test").orElse(fields.mapping()).place(),
              fields.path("test"),
              "a mean does not exist where a trial that diverged counts as the worst",
              List.of(),
              List.of(Comparison.Test.WILCOXON.label(), Comparison.Test.SIGN.label())));
    }
    return test;
  }

  /** A metric of numbers that the experiment writes. */
  private void metric(
      Node.Scalar name, String path, Experiment<?> experiment, List<Experiment<?>> all) {
    List<String> numbers =
        experiment.metrics().stream().filter(Column::holdsNumbers).map(Column::name).toList();
    if (numbers.contains(name.text())) {
      return;
    }
    boolean text = experiment.metrics().stream().anyMatch(one -> one.name().equals(name.text()));
    String elsewhere =
        all.stream()
            .filter(
                other -> other.metrics().stream().anyMatch(one -> one.name().equals(name.text())))
            .map(other -> "; '" + other.name() + "' does")
            .findFirst()
            .orElse("");
    String message =
        text
            ? "metric " + Texts.quoted(name.text()) + " is no number"
            : "experiment '"
                + experiment.name()
                + "' writes no metric "
                + Texts.quoted(name.text())
                + elsewhere;
    problems.unknown(name.place(), path, message, name.text(), numbers);
  }

  private void mapping(String path, Node node) {
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      String message = "must map parameters to values, not " + node.described();
      problems.add(node.place(), path, message);
    }
  }

  /** Holds the baselines against the cells. */
  Optional<Comparison> resolve(Draft draft, CellGrid grid) {
    long before = problems.count();
    List<Map<String, String>> baselines = new ArrayList<>();
    draft
        .baselines()
        .forEach(
            (path, node) -> baseline((Node.Mapping) node, path, grid).ifPresent(baselines::add));
    Comparison said = draft.comparison();
    if (problems.count() > before || said.metrics().isEmpty() || baselines.isEmpty()) {
      return Optional.empty();
    }
    Comparison comparison =
        new Comparison(
            said.experiment(),
            said.metrics(),
            baselines,
            said.test(),
            said.direction(),
            said.divergence(),
            said.level());
    long size = (long) comparison.pairs(grid).size() * said.metrics().size();
    if (size == 0 || size > MOST) {
      String message =
          size == 0
              ? "there is no cell to compare: each level of the other parameters has one value"
              : "these are " + size + " comparisons; at most " + MOST + " are possible";
      problems.add(draft.place(), draft.path(), message);
      return Optional.empty();
    }
    return Optional.of(comparison);
  }

  private Optional<Map<String, String>> baseline(Node.Mapping mapping, String path, CellGrid grid) {
    Map<String, String> baseline = new LinkedHashMap<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String name = entry.getKey();
      String at = Binder.join(path, name);
      int column = grid.index(name);
      if (column < 0) {
        problems.unknown(
            entry.getValue().keyPlace(),
            at,
            "is no parameter that differs between cells",
            name,
            grid.names());
      } else {
        value(entry.getValue().value(), at, grid, column)
            .ifPresent(text -> baseline.put(name, text));
      }
    }
    if (baseline.size() < mapping.entries().size()) {
      return Optional.empty();
    }
    CellPairs pairs = CellPairs.of(grid, baseline);
    if (pairs.ambiguous().isPresent()) {
      String message = "means several cells, such as " + pairs.ambiguous().get() + ": say more";
      problems.add(mapping.place(), path, message);
      return Optional.empty();
    }
    return Optional.of(baseline);
  }

  private Optional<String> value(Node node, String path, CellGrid grid, int column) {
    String text = node instanceof Node.Scalar scalar ? scalar.text() : YamlWriter.flow(node);
    List<String> meant = grid.meant(column, text);
    if (meant.size() == 1) {
      return Optional.of(meant.get(0));
    }
    String name = grid.columns().get(column).name();
    String message =
        meant.isEmpty()
            ? "no cell has " + name + " = " + Texts.quoted(text)
            : Texts.quoted(text) + " may be several values of " + name;
    problems.unknown(
        node.place(), path, message, text, meant.isEmpty() ? grid.values(column) : meant);
    return Optional.empty();
  }
}
