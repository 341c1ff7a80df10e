package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import temper.lab.study.Experiment;

/** Reads what {@code compare} and {@code plot} have in common. */
final class Options {

  private final Fields fields;
  private final Problems problems;

  Options(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** A node or the items of a list of nodes, each with its path. */
  static Map<String, Node> items(Node node, String path) {
    Map<String, Node> items = new LinkedHashMap<>();
    if (!(node instanceof Node.Sequence list) || list.items().isEmpty()) {
      items.put(path, node);
      return items;
    }
    for (int i = 0; i < list.items().size(); i++) {
      items.put(path + "[" + i + "]", list.items().get(i));
    }
    return items;
  }

  /** The place of one of several names; the first where nothing is said or it is wrong. */
  int choice(String key, List<String> allowed) {
    return stated(key, allowed).orElse(0);
  }

  /** The place of one of several names, if one is there. */
  OptionalInt stated(String key, List<String> allowed) {
    Optional<Node> node = fields.get(key);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    String text = node.get() instanceof Node.Scalar scalar ? scalar.text() : "";
    int found = allowed.indexOf(text);
    if (found < 0) {
      String what =
          node.get() instanceof Node.Scalar
              ? "unknown " + key + " " + Texts.quoted(text)
              : "must be a name, not " + node.get().described();
      problems.unknown(node.get().place(), fields.path(key), what, text, allowed);
      return OptionalInt.empty();
    }
    return OptionalInt.of(found);
  }

  /** A number between two bounds, both excluded. */
  double between(String key, double low, double high, double otherwise) {
    Optional<Node> node = fields.get(key);
    if (node.isEmpty()) {
      return otherwise;
    }
    if (node.get() instanceof Node.Scalar scalar && scalar.value().isNumber()) {
      double value = scalar.value().doubleValue();
      if (value > low && value < high) {
        return value;
      }
    }
    problems.add(
        node.get().place(),
        fields.path(key),
        "must be a number between "
            + RecordText.number(low)
            + " and "
            + RecordText.number(high)
            + ", both excluded, got "
            + node.get().described());
    return otherwise;
  }

  /** Texts: one, or a list of them, each with its place. */
  List<Node.Scalar> texts(String key) {
    List<Node.Scalar> texts = new ArrayList<>();
    fields
        .get(key)
        .ifPresent(
            node ->
                items(node, fields.path(key))
                    .forEach(
                        (path, item) -> {
                          if (item instanceof Node.Scalar scalar && !scalar.value().isNull()) {
                            texts.add(scalar);
                          } else {
                            String what = "must be a text, not " + item.described();
                            problems.add(item.place(), path, what);
                          }
                        }));
    return texts;
  }

  /** The experiment that is meant: the one that is named, or the only one that is chosen. */
  Optional<Experiment<?>> experiment(List<Experiment<?>> all, Optional<Experiment<?>> chosen) {
    List<String> names = all.stream().<String>map(one -> one.name()).toList();
    Optional<Node.Scalar> named = fields.text("experiment");
    if (named.isPresent()) {
      OptionalInt found =
          IntStream.range(0, names.size())
              .filter(i -> names.get(i).equals(named.get().text()))
              .findFirst();
      if (found.isEmpty()) {
        String message =
            "unknown experiment, or one that does not run, " + Texts.quoted(named.get().text());
        problems.unknown(
            named.get().place(), fields.path("experiment"), message, named.get().text(), names);
        return Optional.empty();
      }
      return Optional.of(all.get(found.getAsInt()));
    }
    if (chosen.isPresent() || all.size() == 1) {
      return Optional.of(chosen.orElseGet(() -> all.get(0)));
    }
    problems.add(
        new Problem(
            fields.mapping().place(),
            fields.path("experiment"),
            "the study has several experiments: say which one is meant",
            List.of(),
            names));
    return Optional.empty();
  }
}
