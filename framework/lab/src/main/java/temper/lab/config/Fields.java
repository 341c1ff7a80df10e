package temper.lab.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the keys of a mapping whose keys are fixed, and refuses all others. */
final class Fields {

  private final Node.Mapping mapping;
  private final String path;
  private final Problems problems;

  private Fields(Node.Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /** The mapping at a place; empty, with a problem, if it is none. */
  static Optional<Fields> of(Node node, String path, List<String> allowed, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      String message = "must be a mapping, not " + node.described();
      problems.add(new Problem(node.place(), path, message, List.of(), allowed));
      return Optional.empty();
    }
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      if (!allowed.contains(key)) {
        String at = Binder.join(path, key);
        problems.unknown(entry.getValue().keyPlace(), at, "unknown key", key, allowed);
      }
    }
    return Optional.of(new Fields(mapping, path, problems));
  }

  Node.Mapping mapping() {
    return mapping;
  }

  Optional<Node> get(String key) {
    return Optional.ofNullable(mapping.get(key));
  }

  String path(String key) {
    return Binder.join(path, key);
  }

  /** A key that must be there. */
  Optional<Node> require(String key) {
    Optional<Node> node = get(key);
    if (node.isEmpty()) {
      problems.add(mapping.place(), path, "the key '" + key + "' is missing");
    }
    return node;
  }

  /** An integer within bounds; empty if it is missing or, with a problem, something else. */
  OptionalLong integer(String key, long least, long most) {
    Optional<Node> node = get(key);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    return integer(node.get(), path(key), least, most, problems);
  }

  static OptionalLong integer(Node node, String path, long least, long most, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.value().isIntegralNumber()) {
      if (scalar.value().canConvertToLong()) {
        long value = scalar.value().longValue();
        if (value >= least && value <= most) {
          return OptionalLong.of(value);
        }
      }
      String bounds =
          most == Long.MAX_VALUE
              ? ">= " + least
              : least == most ? "" + least : "from " + least + " to " + most;
      problems.add(node.place(), path, "must be " + bounds + ", got " + node.described());
    } else {
      problems.add(node.place(), path, "must be an integer, not " + node.described());
    }
    return OptionalLong.empty();
  }

  /** A text; empty if it is missing or, with a problem, something else. */
  Optional<Node.Scalar> text(String key) {
    Optional<Node> node = get(key);
    if (node.isPresent()
        && !(node.get() instanceof Node.Scalar scalar && scalar.value().isString())) {
      problems.add(node.get().place(), path(key), "must be a text, not " + node.get().described());
      return Optional.empty();
    }
    return node.map(Node.Scalar.class::cast);
  }

  /** The keys in the order of the text, without those that are not allowed. */
  Set<String> keys(List<String> allowed) {
    Set<String> keys = new LinkedHashSet<>(mapping.entries().keySet());
    keys.retainAll(allowed);
    return keys;
  }
}
