package temper.lab.config;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import temper.lab.study.Column;

/**
 * One parameter with the values that it takes, by row.
 *
 * @param target the parameter
 * @param rows number of values
 * @param edits the change of each row; empty where the row leaves the parameter as it is
 * @param labels texts for the rows if they are named; empty otherwise
 * @param origins where the value of each row stands; empty where values are not written one by one
 * @param place where the axis stands
 * @param path where it stands, as a path
 */
record Axis(
    Target target,
    int rows,
    IntFunction<Optional<Edit>> edits,
    List<String> labels,
    List<CellPlaces.Origin> origins,
    Place place,
    String path) {

  Axis {
    labels = List.copyOf(labels);
    origins = List.copyOf(origins);
  }

  /** An axis of a single value. */
  static Axis of(Target target, Edit edit, Place place, String path) {
    Optional<Edit> only = Optional.of(edit);
    return new Axis(target, 1, row -> only, List.of(), List.of(), place, path);
  }

  /** An axis of listed values. */
  static Axis of(Target target, List<Optional<Edit>> edits, Place place, String path) {
    List<Optional<Edit>> copy = List.copyOf(edits);
    return new Axis(target, copy.size(), copy::get, List.of(), List.of(), place, path);
  }

  Axis named(List<String> names) {
    return new Axis(target, rows, edits, names, origins, place, path);
  }

  /** The axis whose values stand at places of their own. */
  Axis at(List<CellPlaces.Origin> places) {
    return new Axis(target, rows, edits, labels, places, place, path);
  }

  /** Where the value of a row stands; the axis itself where values are not written one by one. */
  CellPlaces.Origin origin(int row) {
    return origins.isEmpty() ? new CellPlaces.Origin(place, path) : origins.get(row);
  }

  /** Two axes are the same if they stand at the same place. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Axis axis
        && target.path().equals(axis.target.path())
        && place.equals(axis.place);
  }

  @Override
  public int hashCode() {
    return target.path().hashCode();
  }

  boolean labelled() {
    return !labels.isEmpty();
  }

  /** Whether the axis needs a column of its own, beside those of the parameters. */
  boolean hasColumn() {
    return labelled() || target.throughChoice();
  }

  /**
   * Whether what a label stands for has a column beside it; the leaves of a record have theirs
   * already.
   */
  boolean hasValueColumn() {
    return labelled() && !(target.component().type() instanceof ValueType.Nested);
  }

  /** The columns of the axis, beside those of the parameters. */
  List<Column> ownColumns() {
    RecordShape.Component component = target.component();
    Column value =
        new Column(
            target.path() + CellGrid.VALUE,
            component.type().column(),
            component.unit(),
            component.description());
    return hasValueColumn() ? List.of(column(), value) : List.of(column());
  }

  private Column column() {
    RecordShape.Component component = target.component();
    return new Column(
        target.path(),
        labelled() ? Column.Type.TEXT : component.type().column(),
        labelled() ? "" : component.unit(),
        component.description());
  }
}
