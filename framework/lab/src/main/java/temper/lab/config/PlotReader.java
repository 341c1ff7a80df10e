package temper.lab.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.FileNames;
import temper.lab.study.TableSchema;
import temper.plugin.Names;

/**
 * Reads the {@code plot} of a study file. What it says is held against the columns that the tables
 * will have, so that every mistake is found before anything runs.
 */
final class PlotReader {

  static final List<String> KEYS =
      List.of(
          "x",
          "y",
          "color",
          "facet",
          "kind",
          "band",
          "log",
          "where",
          "labels",
          "from",
          "experiment",
          "title",
          "name");

  static final List<String> FACETS = List.of("rows", "columns");
  static final List<String> AXES = List.of("x", "y");
  static final String TRIALS = "trials";

  /** An experiment with the cells that it will have. */
  record Source(Experiment<?> experiment, List<Column> parameters, Optional<CellGrid> grid) {}

  /** The columns of a table, by name. */
  private record Columns(String table, Map<String, Column> byName) {}

  private final Problems problems;
  private final Set<String> names = new HashSet<>();

  PlotReader(Problems problems) {
    this.problems = problems;
  }

  /** The experiments that are drawn from, as far as they can be told. */
  List<Experiment<?>> experiments(
      Node node, List<Experiment<?>> all, Optional<Experiment<?>> chosen) {
    List<Experiment<?>> found = new ArrayList<>();
    Options.items(node, "plot")
        .forEach(
            (path, item) ->
                Fields.of(item, path, KEYS, problems)
                    .flatMap(fields -> new Options(fields, problems).experiment(all, chosen))
                    .ifPresent(found::add));
    return found;
  }

  /** The plots of the items, each of an experiment of its own; those with problems are left out. */
  List<Plot> read(Node node, List<Source> sources) {
    List<Plot> plots = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Node> item : Options.items(node, "plot").entrySet()) {
      Source source = sources.get(number);
      number++;
      plot(item.getValue(), item.getKey(), source, number).ifPresent(plots::add);
    }
    return plots;
  }

  private Optional<Plot> plot(Node node, String path, Source source, int number) {
    long before = problems.count();
    Fields fields = Fields.of(node, path, KEYS, problems).orElseThrow();
    Options options = new Options(fields, problems);
    Map<String, Node.Scalar> wanted = wanted(fields);
    Optional<Columns> columns = columns(fields, source, wanted);
    columns.ifPresent(of -> check(of, fields, source, wanted));
    Plot.Kind kind = List.of(Plot.Kind.values()).get(options.choice("kind", Plot.kinds()));
    OptionalInt stated = options.stated("band", Plot.bands());
    Plot.Band band =
        stated.isPresent()
            ? List.of(Plot.Band.values()).get(stated.getAsInt())
            : kind == Plot.Kind.LINE ? Plot.Band.CI95 : Plot.Band.NONE;
    Optional<Set<String>> log = log(fields, columns, wanted);
    List<RowFilter> where =
        columns
            .map(of -> new FilterReader(of.byName(), source.grid(), problems).read(fields))
            .orElse(List.of());
    Map<String, String> labels = labels(fields, wanted);
    String name = name(fields, number);
    String title = fields.text("title").map(Node.Scalar::text).orElse("");
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Plot(
            name,
            title,
            source.experiment().name(),
            columns.orElseThrow().table(),
            text(wanted, "x").orElseThrow(),
            text(wanted, "y").orElseThrow(),
            text(wanted, "color"),
            text(wanted, "facet.rows"),
            text(wanted, "facet.columns"),
            kind,
            band,
            log.map(axes -> axes.contains("x")),
            log.map(axes -> axes.contains("y")),
            where,
            labels));
  }

  private static Optional<String> text(Map<String, Node.Scalar> wanted, String key) {
    return Optional.ofNullable(wanted.get(key)).map(Node.Scalar::text);
  }

  /** The columns that the plot names, by what they are for. */
  private Map<String, Node.Scalar> wanted(Fields fields) {
    Map<String, Node.Scalar> wanted = new LinkedHashMap<>();
    for (String key : List.of("x", "y")) {
      if (fields.require(key).isPresent()) {
        fields.text(key).ifPresent(text -> wanted.put(key, text));
      }
    }
    fields.text("color").ifPresent(text -> wanted.put("color", text));
    Optional<Node> facet = fields.get("facet");
    if (facet.isPresent() && facet.get() instanceof Node.Mapping) {
      Fields.of(facet.get(), fields.path("facet"), FACETS, problems)
          .ifPresent(
              two ->
                  FACETS.forEach(
                      key -> two.text(key).ifPresent(text -> wanted.put("facet." + key, text))));
    } else {
      fields.text("facet").ifPresent(text -> wanted.put("facet.columns", text));
    }
    return wanted;
  }

  /** All tables of an experiment with the columns that they will have. */
  private static List<Columns> tables(Source source) {
    List<Columns> tables = new ArrayList<>();
    Map<String, Column> trials = new LinkedHashMap<>();
    put(trials, List.of(Column.integer("replicate", "")));
    put(trials, source.parameters());
    put(trials, source.experiment().metrics());
    tables.add(new Columns("", trials));
    for (TableSchema table : source.experiment().tables()) {
      Map<String, Column> columns = new LinkedHashMap<>();
      put(columns, List.of(Column.integer("replicate", "")));
      put(columns, source.grid().map(CellGrid::columns).orElse(source.parameters()));
      put(columns, source.parameters().stream().filter(one -> explains(one, source)).toList());
      put(columns, table.columns());
      tables.add(new Columns(table.name(), columns));
    }
    return tables;
  }

  private static void put(Map<String, Column> columns, List<Column> added) {
    added.forEach(column -> columns.put(column.name(), column));
  }

  /** The table that is drawn from: the one that is named, or the only one with all columns. */
  private Optional<Columns> columns(Fields fields, Source source, Map<String, Node.Scalar> wanted) {
    List<Columns> tables = tables(source);
    List<String> labels = tables.stream().map(PlotReader::label).toList();
    Optional<Node.Scalar> from = fields.text("from");
    if (from.isPresent()) {
      int found = labels.indexOf(from.get().text());
      if (found < 0) {
        String message =
            "experiment '"
                + source.experiment().name()
                + "' writes no table "
                + Texts.quoted(from.get().text());
        problems.unknown(
            from.get().place(), fields.path("from"), message, from.get().text(), labels);
        return Optional.empty();
      }
      return Optional.of(tables.get(found));
    }
    if (!wanted.containsKey("y")) {
      return Optional.empty();
    }
    List<Columns> whole =
        tables.stream()
            .filter(
                table ->
                    wanted.values().stream()
                        .allMatch(text -> table.byName().containsKey(text.text())))
            .toList();
    String x = text(wanted, "x").orElse("");
    boolean swept = source.grid().filter(grid -> grid.varies(x)).isPresent();
    if (whole.size() > 1 && swept && whole.get(0).table().isEmpty()) {
      return Optional.of(whole.get(0)); // The trials: each is one point against a parameter.
    }
    if (whole.size() > 1) {
      problems.add(
          new Problem(
              fields.mapping().place(),
              fields.path("from"),
              "several tables have these columns: say which one is meant",
              List.of(),
              whole.stream().map(PlotReader::label).toList()));
      return Optional.empty();
    }
    String y = text(wanted, "y").orElseThrow();
    // The mistake is rather in the others than in what is drawn.
    return whole.isEmpty()
        ? tables.stream()
            .filter(table -> table.byName().containsKey(y) && !label(table).equals(TRIALS))
            .findFirst()
            .or(() -> Optional.of(tables.get(0)))
        : Optional.of(whole.get(0));
  }

  private static String label(Columns table) {
    return table.table().isEmpty() ? TRIALS : table.table();
  }

  private void check(
      Columns columns, Fields fields, Source source, Map<String, Node.Scalar> wanted) {
    wanted.forEach(
        (key, name) -> {
          Column column = columns.byName().get(name.text());
          String at = fields.path(key);
          if (column == null && nothingDrawn(fields, source, wanted) && !key.equals("y")) {
            // Of which table it must be cannot be told until there is something to draw.
            if (holding(source, name).isEmpty()) {
              List<String> allowed = List.copyOf(columns.byName().keySet());
              problems.add(missing(columns, fields, source, name, at, allowed));
            }
          } else if (column == null) {
            boolean y = key.equals("y");
            List<String> allowed =
                y && !fields.get("from").isPresent()
                    ? tables(source).stream()
                        .flatMap(table -> table.byName().values().stream())
                        .filter(Column::holdsNumbers)
                        .map(Column::name)
                        .filter(one -> !one.equals("replicate"))
                        .distinct()
                        .toList()
                    : List.copyOf(columns.byName().keySet());
            problems.add(missing(columns, fields, source, name, at, allowed));
          } else if (key.equals("y") && !column.holdsNumbers()) {
            problems.add(name.place(), at, "'" + column.name() + "' holds no numbers");
          } else if (!key.equals("x") && !key.equals("y") && single(column, source)) {
            problems.add(
                new Problem(
                    name.place(),
                    at,
                    "'" + column.name() + "' has one value in all cells",
                    List.of(),
                    source.grid().map(CellGrid::names).orElse(List.of())));
          }
        });
  }

  /** Whether no table has what is to be drawn, so that none is meant more than another. */
  private static boolean nothingDrawn(
      Fields fields, Source source, Map<String, Node.Scalar> wanted) {
    Optional<String> y = text(wanted, "y");
    return fields.get("from").isEmpty()
        && y.isPresent()
        && tables(source).stream().noneMatch(one -> one.byName().containsKey(y.get()));
  }

  /** The tables that have a column. */
  private static List<String> holding(Source source, Node.Scalar name) {
    return tables(source).stream()
        .filter(table -> table.byName().containsKey(name.text()))
        .map(PlotReader::label)
        .toList();
  }

  /** A column that the table lacks: written elsewhere, it is no slip of the pen. */
  private static Problem missing(
      Columns columns,
      Fields fields,
      Source source,
      Node.Scalar name,
      String at,
      List<String> allowed) {
    String message = "there is no column " + Texts.quoted(name.text()) + " in " + label(columns);
    List<String> others = holding(source, name);
    if (!others.isEmpty()) {
      String which = fields.get("from").isPresent() ? "which 'from' names" : "where 'y' is";
      message += ", " + which + "; it is in " + String.join(" and ", others);
      message += ", and a plot draws one table";
      return new Problem(name.place(), at, message, List.of(), allowed);
    }
    List<String> nearest = Names.nearest(name.text(), allowed).map(List::of).orElse(List.of());
    return new Problem(name.place(), at, message, nearest, allowed);
  }

  private static boolean explains(Column column, Source source) {
    return CellGrid.explainsLabel(column.name(), source.parameters());
  }

  private static boolean single(Column column, Source source) {
    return source.grid().isPresent()
        && source.parameters().contains(column)
        && !explains(column, source)
        && source.grid().get().index(column.name()) < 0;
  }

  private Optional<Set<String>> log(
      Fields fields, Optional<Columns> columns, Map<String, Node.Scalar> wanted) {
    Optional<Node> node = fields.get("log");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Set<String> axes = new HashSet<>();
    if (node.get() instanceof Node.Sequence list && list.items().isEmpty()) {
      return Optional.of(axes);
    }
    for (Node.Scalar axis : new Options(fields, problems).texts("log")) {
      if (!AXES.contains(axis.text())) {
        problems.unknown(
            axis.place(),
            fields.path("log"),
            "unknown axis " + Texts.quoted(axis.text()),
            axis.text(),
            AXES);
      } else {
        axes.add(axis.text());
        boolean text =
            text(wanted, axis.text())
                .flatMap(name -> columns.map(of -> of.byName().get(name)))
                .filter(column -> !column.holdsNumbers())
                .isPresent();
        if (text) {
          problems.add(axis.place(), fields.path("log"), "'" + axis.text() + "' holds no numbers");
        }
      }
    }
    return Optional.of(axes);
  }

  /** Names for the columns that are drawn. */
  private Map<String, String> labels(Fields fields, Map<String, Node.Scalar> wanted) {
    List<String> drawn = wanted.values().stream().map(Node.Scalar::text).distinct().toList();
    Map<String, String> labels = new LinkedHashMap<>();
    fields
        .get("labels")
        .flatMap(node -> Fields.of(node, fields.path("labels"), drawn, problems))
        .ifPresent(
            of ->
                of.keys(drawn)
                    .forEach(
                        name -> of.text(name).ifPresent(text -> labels.put(name, text.text()))));
    return labels;
  }

  private String name(Fields fields, int number) {
    Optional<Node.Scalar> given = fields.text("name");
    String name = "plot-" + given.map(Node.Scalar::text).orElse(Integer.toString(number));
    Node at = given.<Node>map(text -> text).orElse(fields.mapping());
    if (given.isPresent() && !FileNames.isHyphenated(given.get().text())) {
      problems.add(
          at.place(),
          fields.path("name"),
          "must be lower-case words joined by hyphens, got " + Texts.quoted(given.get().text()));
    } else if (!names.add(name)) {
      problems.add(at.place(), fields.path("name"), "two plots have this name");
    }
    return name;
  }
}
