package temper.data.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.data.table.TableColumn.Use;

/** The first line of a table: its columns by name, held against what is asked for. */
final class TableHeader {

  /** A name where it stands. */
  record Name(String text, int line, int column) {}

  private final TableSource source;
  private final String file;
  private final List<Name> names;
  private final List<String> texts;
  private final List<TableProblem> problems;

  TableHeader(TableSource source, String file, List<Name> names, List<TableProblem> problems) {
    this.source = source;
    this.file = file;
    this.names = List.copyOf(names);
    this.texts = names.stream().map(Name::text).toList();
    this.problems = problems;
  }

  /** The columns of the train file; null for one that is left out. */
  List<@Nullable TableColumn> columns() {
    if (looksWrongAsAWhole()) {
      return List.of();
    }
    requireOneOutcome();
    source.label().ifPresent(name -> requireKnown("label", name));
    source.target().ifPresent(name -> requireKnown("target", name));
    source.ignore().forEach(name -> requireKnown("ignore", name));
    source.categorical().forEach(name -> requireKnown("categorical", name));
    requireNames();
    List<@Nullable TableColumn> columns = new ArrayList<>();
    int slot = 0;
    for (String name : texts) {
      Optional<Use> use = use(name);
      boolean feature = use.isPresent() && use.get() != Use.LABEL && use.get() != Use.TARGET;
      columns.add(use.map(one -> new TableColumn(name, one, -1, source.decimal())).orElse(null));
      if (feature) {
        columns.set(columns.size() - 1, new TableColumn(name, use.get(), slot++, source.decimal()));
      }
    }
    if (slot == 0 && problems.isEmpty()) {
      problems.add(
          TableProblem.of("ignore", file, "leaves no column of " + file + " as a feature", texts));
    }
    return columns;
  }

  private Optional<Use> use(String name) {
    if (source.label().filter(name::equals).isPresent()) {
      return Optional.of(Use.LABEL);
    } else if (source.target().filter(name::equals).isPresent()) {
      return Optional.of(Use.TARGET);
    } else if (source.ignore().contains(name)) {
      return Optional.empty();
    }
    return Optional.of(source.categorical().contains(name) ? Use.CATEGORY : Use.NUMBER);
  }

  /** The columns of the test file, whatever their order: those of the train file by name. */
  List<@Nullable TableColumn> matching(List<@Nullable TableColumn> train, String trainFile) {
    if (looksWrongAsAWhole()) {
      return List.of();
    }
    Map<String, TableColumn> wanted = new LinkedHashMap<>();
    for (TableColumn column : train) {
      if (column != null) {
        wanted.put(column.name(), column);
      }
    }
    List<@Nullable TableColumn> columns = new ArrayList<>();
    for (Name name : names) {
      columns.add(wanted.remove(name.text()));
    }
    requireDistinct();
    for (String missing : wanted.keySet()) {
      problems.add(
          TableProblem.in(
              file, 1, 1, missing, "there is no such column, which " + trainFile + " has"));
    }
    return columns;
  }

  private void requireOneOutcome() {
    if (source.label().isEmpty() && source.target().isEmpty()) {
      problems.add(
          TableProblem.of(
              "label",
              file,
              "name the column to be predicted: as label where its values are classes, as target"
                  + " where they are numbers",
              texts));
    }
  }

  private void requireKnown(String parameter, String name) {
    if (!texts.contains(name)) {
      problems.add(TableProblem.unknown(parameter, file, name, texts));
    }
  }

  private void requireNames() {
    requireDistinct();
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      if (name.text().isEmpty() && !source.ignore().contains("")) {
        problems.add(
            TableProblem.in(
                file,
                name.line(),
                name.column(),
                "",
                "column "
                    + (i + 1)
                    + " has no name, as where row numbers were written along: name it, or leave it"
                    + " out with ignore: [\"\"]"));
      }
    }
  }

  private void requireDistinct() {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      Integer earlier = first.putIfAbsent(name.text(), i);
      if (earlier != null && !source.ignore().contains(name.text())) {
        problems.add(
            TableProblem.in(
                file,
                name.line(),
                name.column(),
                name.text(),
                "columns " + (earlier + 1) + " and " + (i + 1) + " have the same name"));
      }
    }
  }

  /** Whether the file is no table of the form that was asked for, so that names say nothing. */
  private boolean looksWrongAsAWhole() {
    boolean known = texts.contains(source.label().or(source::target).orElse(""));
    if (known) {
      return false;
    }
    Optional<Separator> other = otherSeparator();
    if (other.isPresent()) {
      String kind = other.get().label();
      problems.add(
          TableProblem.of(
              "separator",
              file,
              "the first line of "
                  + file
                  + " has one column only and looks separated by a "
                  + kind
                  + ": say separator: "
                  + kind,
              List.of()));
      return true;
    }
    long numbers = texts.stream().filter(text -> !Double.isNaN(Decimals.parse(text, '.'))).count();
    if (2 * numbers >= texts.size()) {
      problems.add(
          TableProblem.in(
              file,
              1,
              1,
              "",
              "the first line must name the columns and looks like data ('"
                  + TableContent.shortened(String.join(", ", texts))
                  + "'): put a line of names before it"));
      return true;
    }
    return false;
  }

  private Optional<Separator> otherSeparator() {
    if (texts.size() != 1) {
      return Optional.empty();
    }
    for (Separator one : Separator.values()) {
      if (one != source.separator() && texts.get(0).indexOf(one.character()) >= 0) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
