package temper.lab.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import temper.plugin.Names;
import temper.random.StreamRoot;

/** Reads the {@code sweep} of a study file. */
final class SweepReader {

  static final List<String> KEYS =
      List.of("grid", "zip", "list", "random", "latin-hypercube", "sobol", "when", "exclude");

  private final Binder binder;
  private final RecordShape shape;
  private final AxisReader axisReader;
  private final SampleReader sampleReader;
  private final Problems problems;
  private final Map<String, Axis> axes = new LinkedHashMap<>();
  private final Map<String, Place> taken = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Axis, Rule> when = new LinkedHashMap<>();
  private final List<Exclusion> excluded = new ArrayList<>();

  SweepReader(
      Binder binder, RecordShape shape, StreamRoot root, String experiment, Problems problems) {
    this.binder = binder;
    this.shape = shape;
    this.problems = problems;
    this.axisReader = new AxisReader(binder, problems);
    this.sampleReader = new SampleReader(axisReader, binder, root, experiment, problems);
  }

  /** A rule for cells to leave out, and where it stands. */
  record Exclusion(Rule rule, Place place, String path) {}

  /** What a sweep says. */
  record Sweep(List<Block> blocks, Map<Axis, Rule> when, List<Exclusion> excluded, Place place) {
    /** Whether cells may turn out equal, so that they have to be compared. */
    boolean mayRepeat() {
      List<Target> targets =
          blocks.stream().flatMap(b -> b.axes().stream()).map(Axis::target).toList();
      boolean nested =
          targets.stream()
              .anyMatch(
                  one ->
                      one.throughChoice()
                          || targets.stream().anyMatch(other -> one.inside(other.path())));
      return nested || !when.isEmpty() || blocks.stream().anyMatch(block -> !block.distinct());
    }
  }

  /** The sweep; empty if it has problems. */
  Optional<Sweep> read(Node node, String path) {
    long before = problems.count();
    Optional<Fields> fields = Fields.of(node, path, KEYS, problems);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    for (String key : fields.get().keys(KEYS)) {
      Node block = fields.get().get(key).orElseThrow();
      String at = fields.get().path(key);
      switch (key) {
        case "grid" -> grid(block, at);
        case "zip" -> zip(block, at);
        case "list" -> list(block, at);
        case "random", "latin-hypercube", "sobol" ->
            sampleReader
                .read(key, block, at, (k, e) -> target(k, e, at + ".over"))
                .ifPresent(blocks::add);
        default -> {} // Rules speak of axes, which must all be known first.
      }
    }
    for (Block block : blocks) {
      block.axes().forEach(axis -> axes.put(axis.target().path(), axis));
    }
    RuleReader rules =
        new RuleReader(binder, shape, key -> Optional.ofNullable(axes.get(key)), problems);
    fields.get().get("when").ifPresent(n -> when(n, fields.get().path("when"), rules));
    fields.get().get("exclude").ifPresent(n -> exclude(n, fields.get().path("exclude"), rules));
    if (problems.count() == before && blocks.isEmpty()) {
      problems.add(
          new Problem(node.place(), path, "nothing is swept", List.of(), KEYS.subList(0, 6)));
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new Sweep(blocks, when, excluded, node.place()));
  }

  /** The target of a swept key, which must not be swept before. */
  private Optional<Target> target(String key, Node.Entry entry, String path) {
    String at = Binder.join(path, key);
    Optional<Target> target =
        Target.find(binder.shapes(), shape, key, entry.keyPlace(), at, problems);
    if (target.isPresent()) {
      Place first = taken.putIfAbsent(key, entry.keyPlace());
      if (first != null) {
        problems.add(
            entry.keyPlace(),
            at,
            "is swept twice, first at line " + first.line() + " column " + first.column());
        return Optional.empty();
      }
    }
    return target;
  }

  private Optional<Node.Mapping> mapping(Node node, String path) {
    if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      return Optional.of(mapping);
    }
    problems.add(node.place(), path, "must map parameters to values, not " + node.described());
    return Optional.empty();
  }

  private List<Axis> axes(Node.Mapping mapping, String path, boolean distinct) {
    List<Axis> read = new ArrayList<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String at = Binder.join(path, entry.getKey());
      target(entry.getKey(), entry.getValue(), path)
          .flatMap(t -> axisReader.read(t, entry.getValue().value(), at, distinct))
          .ifPresent(read::add);
    }
    return read;
  }

  private void grid(Node node, String path) {
    mapping(node, path)
        .ifPresent(
            mapping -> axes(mapping, path, true).forEach(axis -> blocks.add(Block.of(axis))));
  }

  private void zip(Node node, String path) {
    Optional<Node.Mapping> mapping = mapping(node, path);
    if (mapping.isEmpty()) {
      return;
    }
    List<Axis> read = axes(mapping.get(), path, false);
    if (read.size() < mapping.get().entries().size()) {
      return;
    }
    int rows = read.get(0).rows();
    for (Axis axis : read) {
      if (axis.rows() != rows) {
        problems.add(
            axis.place(),
            axis.path(),
            "has "
                + axis.rows()
                + " values, but '"
                + read.get(0).target().path()
                + "' has "
                + rows);
        return;
      }
    }
    blocks.add(new Block(read, rows, false));
  }

  private void list(Node node, String path) {
    if (!(node instanceof Node.Sequence list) || list.items().isEmpty()) {
      problems.add(node.place(), path, "must be a list of cells, not " + node.described());
      return;
    }
    Map<String, List<Optional<Edit>>> edits = new LinkedHashMap<>();
    Map<String, List<CellPlaces.Origin>> origins = new HashMap<>();
    Map<String, Target> targets = new LinkedHashMap<>();
    Map<Object, Place> seen = new HashMap<>();
    int rows = list.items().size();
    for (int row = 0; row < rows; row++) {
      Node item = list.items().get(row);
      String at = path + "[" + row + "]";
      Optional<Node.Mapping> cell = mapping(item, at);
      if (cell.isEmpty()) {
        continue;
      }
      Place first = seen.putIfAbsent(item.toJson(), item.place());
      if (first != null) {
        problems.add(
            item.place(),
            at,
            "the cell stands twice, first at line " + first.line() + " column " + first.column());
      }
      for (Map.Entry<String, Node.Entry> entry : cell.get().entries().entrySet()) {
        String key = entry.getKey();
        Optional<Target> target = Optional.ofNullable(targets.get(key));
        if (target.isEmpty()) {
          target = target(key, entry.getValue(), at);
        }
        if (target.isPresent()) {
          targets.put(key, target.get());
          List<Optional<Edit>> column = edits.computeIfAbsent(key, k -> new ArrayList<>());
          while (column.size() < row) {
            column.add(Optional.empty());
          }
          String within = Binder.join(at, key);
          column.add(axisReader.value(target.get(), entry.getValue().value(), within));
          fill(
              origins.computeIfAbsent(key, k -> new ArrayList<>()),
              row + 1,
              entry.getValue().keyPlace(),
              within);
        }
      }
    }
    List<Axis> read = new ArrayList<>();
    edits.forEach(
        (key, column) -> {
          while (column.size() < rows) {
            column.add(Optional.empty());
          }
          Target target = Objects.requireNonNull(targets.get(key));
          Place place = taken.getOrDefault(key, node.place());
          List<CellPlaces.Origin> places = Objects.requireNonNull(origins.get(key));
          fill(places, rows, place, path);
          read.add(Axis.of(target, column, place, path).at(places));
        });
    if (!read.isEmpty()) {
      blocks.add(new Block(read, rows, false));
    }
  }

  /** Rows that leave the parameter as it is get the place of a neighbour, which nobody asks for. */
  private static void fill(List<CellPlaces.Origin> origins, int rows, Place place, String path) {
    while (origins.size() < rows) {
      origins.add(new CellPlaces.Origin(place, path));
    }
  }

  private void when(Node node, String path, RuleReader rules) {
    Optional<Node.Mapping> mapping = mapping(node, path);
    if (mapping.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Node.Entry> entry : mapping.get().entries().entrySet()) {
      String key = entry.getKey();
      String at = Binder.join(path, key);
      Axis axis = axes.get(key);
      boolean reported = axis == null && taken.containsKey(key);
      if (axis == null && !reported) {
        List<String> swept = List.copyOf(axes.keySet());
        problems.add(
            new Problem(
                entry.getValue().keyPlace(),
                at,
                "is not swept",
                Names.nearest(key, swept).map(List::of).orElse(List.of()),
                swept));
      } else if (axis != null) {
        rules.read(entry.getValue().value(), at).ifPresent(rule -> when.put(axis, rule));
      }
    }
  }

  private void exclude(Node node, String path, RuleReader rules) {
    if (node instanceof Node.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        exclusion(list.items().get(i), path + "[" + i + "]", rules);
      }
    } else {
      exclusion(node, path, rules);
    }
  }

  private void exclusion(Node node, String path, RuleReader rules) {
    rules.read(node, path).ifPresent(rule -> excluded.add(new Exclusion(rule, node.place(), path)));
  }
}
