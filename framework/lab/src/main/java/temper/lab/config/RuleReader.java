package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import temper.plugin.Choice;
import temper.plugin.ParameterizedPlugin;
import tools.jackson.databind.JsonNode;

/** Reads the rules of {@code when} and {@code exclude}. */
final class RuleReader {

  private final Binder binder;
  private final RecordShape shape;
  private final Function<String, Optional<Axis>> axes;
  private final Problems problems;

  /** A reader of rules on parameters of a shape, some of them swept by axes. */
  RuleReader(
      Binder binder, RecordShape shape, Function<String, Optional<Axis>> axes, Problems problems) {
    this.binder = binder;
    this.shape = shape;
    this.axes = axes;
    this.problems = problems;
  }

  Optional<Rule> read(Node node, String path) {
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(node.place(), path, "must map parameters to values, not " + node.described());
      return Optional.empty();
    }
    List<Rule.Term> terms = new ArrayList<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String at = Binder.join(path, entry.getKey());
      term(entry.getKey(), entry.getValue(), at).ifPresent(terms::add);
    }
    return terms.size() == mapping.entries().size()
        ? Optional.of(new Rule(terms))
        : Optional.empty();
  }

  private Optional<Rule.Term> term(String key, Node.Entry entry, String path) {
    Optional<Target> target =
        Target.find(binder.shapes(), shape, key, entry.keyPlace(), path, problems);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<Axis> labelled = axes.apply(key).filter(Axis::labelled);
    if (labelled.isPresent()) {
      return labels(labelled.get(), entry.value(), path);
    }
    return test(target.get(), entry.value(), path)
        .map(test -> new Rule.ValueTerm(target.get(), test));
  }

  private Optional<Rule.Term> labels(Axis axis, Node node, String path) {
    List<String> wanted = new ArrayList<>();
    long before = problems.count();
    for (Node item : alternatives(node)) {
      String label = item instanceof Node.Scalar scalar ? scalar.text() : "";
      if (!axis.labels().contains(label)) {
        problems.unknown(
            item.place(), path, "unknown label " + Texts.quoted(label), label, axis.labels());
      }
      wanted.add(label);
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new Rule.LabelTerm(axis, wanted));
  }

  private static List<Node> alternatives(Node node) {
    return node instanceof Node.Sequence list && !list.items().isEmpty()
        ? list.items()
        : List.of(node);
  }

  private Optional<Predicate<Object>> test(Target target, Node node, String path) {
    ValueType type = target.component().type();
    Predicate<Object> any = value -> false;
    // A list is a set of alternatives, unless the parameter is itself a list.
    List<Node> items = type instanceof ValueType.Many ? List.of(node) : alternatives(node);
    for (Node item : items) {
      Optional<Predicate<Object>> one = single(type, item, path);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      any = any.or(one.get());
    }
    if (type instanceof ValueType.Maybe maybe) {
      Predicate<Object> content = any;
      return Optional.of(value -> maybe.content(value).filter(content).isPresent());
    }
    return Optional.of(any);
  }

  private Optional<Predicate<Object>> single(ValueType declared, Node node, String path) {
    ValueType type = declared.required();
    if (type instanceof ValueType.Chosen chosen) {
      return chosen(chosen, node, path);
    }
    boolean number = type instanceof ValueType.Real || type instanceof ValueType.Whole;
    if (number && node instanceof Node.Scalar scalar && scalar.value().isString()) {
      Matcher comparison = FilterReader.COMPARISON.matcher(scalar.text());
      if (comparison.matches()) {
        return comparison(comparison, scalar, path);
      }
    }
    return binder
        .values()
        .read(node, path, type, problems)
        .map(wanted -> value -> value.equals(wanted));
  }

  private Optional<Predicate<Object>> chosen(ValueType.Chosen type, Node node, String path) {
    String name = node instanceof Node.Scalar scalar ? scalar.text() : "";
    Optional<ParameterizedPlugin<?>> plugin = type.registry().find(name);
    if (plugin.isEmpty()) {
      String message = "unknown " + type.registry().label() + " " + Texts.quoted(name);
      problems.unknown(node.place(), path, message, name, type.registry().names());
      return Optional.empty();
    }
    String wanted = plugin.get().name();
    return Optional.of(value -> ((Choice<?>) value).plugin().name().equals(wanted));
  }

  private Optional<Predicate<Object>> comparison(
      Matcher comparison, Node.Scalar scalar, String path) {
    JsonNode number = YamlScalars.resolve(comparison.group(2).strip());
    if (!number.isNumber()) {
      problems.add(scalar.place(), path, "must compare with a number, not " + scalar.described());
      return Optional.empty();
    }
    RowFilter.Test test = new RowFilter.Test(comparison.group(1), number.doubleValue(), "");
    return Optional.of(value -> test.passes(((Number) value).doubleValue()));
  }
}
