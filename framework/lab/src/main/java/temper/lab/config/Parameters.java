package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import temper.lab.study.Column;
import temper.plugin.Choice;

/**
 * Parameter records as text: canonical JSON for identities, and cells for tables. Thread-safe.
 *
 * @since 0.1
 */
public final class Parameters {

  private final Shapes shapes;
  private final Binder binder;
  private final Map<RecordShape, List<Column>> columnsByShape = new ConcurrentHashMap<>();

  /**
   * Texts of records whose choices come from given plug-ins.
   *
   * @param plugins the plug-ins
   */
  public Parameters(Plugins plugins) {
    this(new Binder(new Shapes(plugins)));
  }

  Parameters(Binder binder) {
    this.binder = binder;
    this.shapes = binder.shapes();
  }

  Binder binder() {
    return binder;
  }

  /**
   * The canonical text, the same on every machine: equal records have equal texts.
   *
   * @param parameters a record
   * @return JSON without blanks, components in the order of the record, NaN and infinities as text
   */
  public String canonical(Record parameters) {
    StringBuilder out = new StringBuilder(128);
    new RecordText(shapes, out).json(shapes.of(parameters), parameters);
    return out.toString();
  }

  /**
   * The columns in which the parameters stand in a table of trials.
   *
   * @param defaults any record of the class
   * @return a column for each leaf; nested records are dotted, a choice and a list is one column
   */
  public List<Column> columns(Record defaults) {
    RecordShape shape = shapes.of(defaults);
    return columnsByShape.computeIfAbsent(
        shape,
        key -> {
          List<Column> columns = new ArrayList<>();
          columns(key, "", columns);
          return List.copyOf(columns);
        });
  }

  /**
   * The cells of a record, one for each of {@link #columns(Record)}.
   *
   * @param parameters the record
   * @return cell texts, empty for what is missing
   */
  public List<String> cells(Record parameters) {
    List<String> cells = new ArrayList<>();
    cells(shapes.of(parameters), parameters, cells);
    return cells;
  }

  /**
   * The cells of a record by the names of their columns.
   *
   * @param parameters the record
   * @return paths and cell texts in order
   */
  public Map<String, String> flatten(Record parameters) {
    List<Column> columns = columns(parameters);
    List<String> cells = cells(parameters);
    Map<String, String> flat = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      flat.put(columns.get(i).name(), cells.get(i));
    }
    return flat;
  }

  /**
   * A record that differs in one parameter.
   *
   * @param parameters the record
   * @param path dotted path of the parameter
   * @param value the value as YAML
   * @param <P> class of the record
   * @return the changed record
   * @throws ConfigException if there is no such parameter or the value does not fit it
   */
  public <P extends Record> P with(P parameters, String path, String value) {
    Problems problems = new Problems();
    Place place = new Place(path, 1, 1);
    Optional<Target> target =
        Target.find(shapes, shapes.of(parameters), path, place, path, problems);
    Draft draft = Draft.of(shapes, parameters);
    Optional<P> changed =
        target.flatMap(
            found ->
                YamlReader.read(path, 1, value, problems)
                    .flatMap(
                        node ->
                            binder
                                .edit(node, path, found.component(), problems)
                                .flatMap(edit -> changed(draft, found, edit, node, problems))));
    problems.throwIfAny();
    return changed.orElseThrow();
  }

  private <P extends Record> Optional<P> changed(
      Draft draft, Target target, Edit edit, Node node, Problems problems) {
    if (!draft.set(target, edit, node.place(), target.path())) {
      problems.add(node.place(), target.path(), "is not a parameter here: another name is chosen");
      return Optional.empty();
    }
    return binder.build(draft, node, target.path(), problems);
  }

  /**
   * Where a value stands in a record, its nested records and the parameters of its choices.
   *
   * @param parameters the record
   * @param wanted whether a value is the one; a choice is asked for as a whole before its
   *     parameters
   * @return the path of the first such value, such as {@code data.csv.file}; that of a choice ends
   *     in the name of what is chosen
   */
  public Optional<String> find(Record parameters, Predicate<Object> wanted) {
    return find(parameters, "", wanted);
  }

  private Optional<String> find(Record record, String prefix, Predicate<Object> wanted) {
    for (RecordShape.Component component : shapes.of(record).components()) {
      Object value = component.read(record);
      boolean chosen = value instanceof Choice<?>;
      String path =
          prefix + component.key() + (chosen ? "." + ((Choice<?>) value).plugin().name() : "");
      if (wanted.test(value)) {
        return Optional.of(path);
      }
      Optional<String> within =
          value instanceof Choice<?> choice
              ? find(choice.parameters(), path + ".", wanted)
              : component.type() instanceof ValueType.Nested
                  ? find((Record) value, path + ".", wanted)
                  : Optional.empty();
      if (within.isPresent()) {
        return within;
      }
    }
    return Optional.empty();
  }

  private static void columns(RecordShape shape, String prefix, List<Column> out) {
    for (RecordShape.Component component : shape.components()) {
      String name = prefix + component.key();
      if (component.type() instanceof ValueType.Nested nested) {
        columns(nested.shape(), name + ".", out);
      } else {
        out.add(
            new Column(name, component.type().column(), component.unit(), component.description()));
      }
    }
  }

  private void cells(RecordShape shape, Record record, List<String> out) {
    for (RecordShape.Component component : shape.components()) {
      Object value = component.read(record);
      if (component.type() instanceof ValueType.Nested nested) {
        cells(nested.shape(), (Record) value, out);
      } else {
        StringBuilder cell = new StringBuilder();
        new RecordText(shapes, cell).cell(component.type(), value);
        out.add(cell.toString());
      }
    }
  }

  /** The cell of one value. */
  String cell(ValueType type, Object value) {
    StringBuilder cell = new StringBuilder();
    new RecordText(shapes, cell).cell(type, value);
    return cell.toString();
  }
}
