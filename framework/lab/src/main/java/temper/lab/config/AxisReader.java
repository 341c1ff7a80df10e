package temper.lab.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;

/** Reads the values that a parameter takes in a sweep, and checks each of them. */
final class AxisReader {

  static final List<String> FORMS = List.of("list", "linear", "log", "range");

  private static final int LONGEST_LABEL = 64;

  /** Generated values are kept up to this number, and made again for each cell beyond it. */
  private static final int MOST_KEPT = 1 << 16;

  private final Binder binder;
  private final Problems problems;

  AxisReader(Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
  }

  /** An axis of a grid or of a zip: a list, a spacing or labelled values. */
  Optional<Axis> read(Target target, Node node, String path, boolean distinct) {
    if (node instanceof Node.Sequence list) {
      return listed(target, list, path, distinct);
    } else if (node instanceof Node.Mapping mapping) {
      if (mapping.entries().size() == 1) {
        Map.Entry<String, Node.Entry> only = mapping.entries().entrySet().iterator().next();
        String form = only.getKey();
        if (FORMS.contains(form)) {
          Node argument = only.getValue().value();
          String at = Binder.join(path, form);
          return form.equals("list")
              ? list(target, argument, at, distinct)
              : spaced(target, form, argument, at);
        }
      }
      return labelled(target, mapping, path, distinct);
    }
    problems.add(
        new Problem(
            node.place(),
            path,
            "must be a list of values, a spacing or labelled values, not " + node.described(),
            List.of(),
            List.of("[a, b, ...]", "list", "linear", "log", "range", "label: value")));
    return Optional.empty();
  }

  /** The edit of a single value. */
  Optional<Edit> value(Target target, Node node, String path) {
    return binder.edit(node, path, target.component(), problems);
  }

  private Optional<Axis> list(Target target, Node node, String path, boolean distinct) {
    if (node instanceof Node.Sequence list) {
      return listed(target, list, path, distinct);
    }
    problems.add(node.place(), path, "must be a list, not " + node.described());
    return Optional.empty();
  }

  private Optional<Axis> listed(Target target, Node.Sequence list, String path, boolean distinct) {
    if (list.items().isEmpty()) {
      problems.add(list.place(), path, "the list is empty");
      return Optional.empty();
    }
    long before = problems.count();
    List<Optional<Edit>> edits = new ArrayList<>();
    List<CellPlaces.Origin> origins = new ArrayList<>();
    Map<Object, Place> seen = new HashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String at = path + "[" + i + "]";
      origins.add(new CellPlaces.Origin(item.place(), at));
      Optional<Edit> edit = value(target, item, at);
      edits.add(edit);
      if (distinct && edit.isPresent()) {
        refuseRepeated(seen, edit.get(), item, at);
      }
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(Axis.of(target, edits, list.place(), path).at(origins));
  }

  private Optional<Axis> labelled(
      Target target, Node.Mapping mapping, String path, boolean distinct) {
    if (mapping.entries().isEmpty()) {
      problems.add(mapping.place(), path, "there are no values");
      return Optional.empty();
    }
    long before = problems.count();
    List<Optional<Edit>> edits = new ArrayList<>();
    List<CellPlaces.Origin> origins = new ArrayList<>();
    Map<Object, Place> seen = new HashMap<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String label = entry.getKey();
      Node value = entry.getValue().value();
      String at = Binder.join(path, label);
      origins.add(new CellPlaces.Origin(value.place(), at));
      if (label.isBlank() || label.length() > LONGEST_LABEL) {
        problems.add(
            entry.getValue().keyPlace(), at, "a label has 1 to " + LONGEST_LABEL + " characters");
      }
      Optional<Edit> edit = value(target, value, at);
      edits.add(edit);
      if (distinct && edit.isPresent()) {
        refuseRepeated(seen, edit.get(), value, at);
      }
    }
    List<String> labels = List.copyOf(mapping.entries().keySet());
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(Axis.of(target, edits, mapping.place(), path).named(labels).at(origins));
  }

  private void refuseRepeated(Map<Object, Place> seen, Edit edit, Node node, String path) {
    Object identity = edit instanceof Edit.Put put ? put.value() : node.toJson();
    Place first = seen.putIfAbsent(identity, node.place());
    if (first != null) {
      problems.add(
          node.place(),
          path,
          "the value stands twice, first at line " + first.line() + " column " + first.column());
    }
  }

  private Optional<Axis> spaced(Target target, String form, Node node, String path) {
    Optional<double[]> numbers = numbers(node, path, 3);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    double first = numbers.get()[0];
    double last = numbers.get()[1];
    List<Node> items = ((Node.Sequence) node).items();
    if (form.equals("range")) {
      return range(target, numbers.get(), node, path);
    }
    OptionalLong count =
        Fields.integer(items.get(2), path + "[2]", 1, DesignBuilder.MOST_CELLS, problems);
    boolean logarithmic = form.equals("log");
    if (logarithmic && !positive(numbers.get(), items, path)) {
      return Optional.empty();
    }
    if (count.isEmpty()) {
      return Optional.empty();
    }
    int points = (int) count.getAsLong();
    if (points == 1 ? first != last : first == last) {
      String message =
          points == 1
              ? "a single value cannot reach from " + first + " to " + last
              : points + " values cannot lie between two equal ends";
      problems.add(items.get(2).place(), path + "[2]", message);
      return Optional.empty();
    }
    return generated(
        target, new Spacing(logarithmic, first, last, points)::value, points, node, path);
  }

  private Optional<Axis> range(Target target, double[] numbers, Node node, String path) {
    double first = numbers[0];
    double last = numbers[1];
    double step = numbers[2];
    if (step == 0 || (last - first) / step < 0) {
      problems.add(
          ((Node.Sequence) node).items().get(2).place(),
          path + "[2]",
          "steps of "
              + RecordText.number(step)
              + " never lead from "
              + RecordText.number(first)
              + " to "
              + RecordText.number(last));
      return Optional.empty();
    }
    BigDecimal from = exact(first);
    BigDecimal by = exact(step);
    BigDecimal steps = exact(last).subtract(from).divide(by, 0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(DesignBuilder.MOST_CELLS)) >= 0) {
      problems.add(
          node.place(), path, "the range has more than " + DesignBuilder.MOST_CELLS + " values");
      return Optional.empty();
    }
    int count = steps.intValueExact() + 1;
    return generated(
        target, i -> from.add(by.multiply(BigDecimal.valueOf(i))).doubleValue(), count, node, path);
  }

  /** The decimal number that a user wrote, and not the binary one next to it. */
  private static BigDecimal exact(double value) {
    return new BigDecimal(RecordText.number(value));
  }

  private Optional<Axis> generated(
      Target target, IntToDoubleFunction values, int count, Node node, String path) {
    Optional<NumberSlot> slot = NumberSlot.of(target, node, path, problems);
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    boolean keep = count <= MOST_KEPT;
    List<Optional<Edit>> kept = new ArrayList<>(keep ? count : 0);
    Object earlier = null;
    for (int i = 0; i < count; i++) {
      Optional<Object> value = slot.get().checked(binder, values.applyAsDouble(i), problems);
      if (value.isEmpty()) {
        return Optional.empty(); // One of generated values speaks for all.
      }
      if (value.get().equals(earlier)) {
        problems.add(node.place(), path, "two of the " + count + " values are equal: " + earlier);
        return Optional.empty();
      }
      earlier = value.get();
      if (keep) {
        kept.add(Optional.of(new Edit.Put(value.get())));
      }
    }
    if (keep) {
      return Optional.of(Axis.of(target, kept, node.place(), path));
    }
    NumberSlot checked = slot.get();
    return Optional.of(
        new Axis(
            target,
            count,
            row -> Optional.of(new Edit.Put(checked.of(values.applyAsDouble(row)))),
            List.of(),
            List.of(),
            node.place(),
            path));
  }

  /** A list of finite numbers of a length. */
  Optional<double[]> numbers(Node node, String path, int length) {
    if (!(node instanceof Node.Sequence list) || list.items().size() != length) {
      String found =
          node instanceof Node.Sequence other
              ? "a list of " + other.items().size()
              : node.described();
      problems.add(node.place(), path, "must be a list of " + length + " numbers, not " + found);
      return Optional.empty();
    }
    double[] numbers = new double[length];
    boolean good = true;
    for (int i = 0; i < length; i++) {
      Node item = list.items().get(i);
      if (item instanceof Node.Scalar scalar
          && scalar.value().isNumber()
          && Double.isFinite(scalar.value().doubleValue())) {
        numbers[i] = scalar.value().doubleValue();
      } else {
        String hint = item instanceof Node.Scalar scalar ? YamlScalars.trap(scalar, false) : "";
        problems.add(
            item.place(),
            path + "[" + i + "]",
            "must be a finite number, not " + item.described() + hint);
        good = false;
      }
    }
    return good ? Optional.of(numbers) : Optional.empty();
  }

  boolean positive(double[] numbers, List<Node> items, String path) {
    boolean good = true;
    for (int i = 0; i < 2; i++) {
      if (numbers[i] <= 0) {
        problems.add(
            items.get(i).place(),
            path + "[" + i + "]",
            "must be > 0 on a logarithmic scale, got " + items.get(i).described());
        good = false;
      }
    }
    return good;
  }
}
