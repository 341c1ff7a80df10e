package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.ScalarForm;

/** Turns trees into checked edits of parameter records. */
final class Binder {

  private final Shapes shapes;
  private final Values values;

  Binder(Shapes shapes) {
    this.shapes = shapes;
    this.values = new Values(this);
  }

  Values values() {
    return values;
  }

  Shapes shapes() {
    return shapes;
  }

  /** A record that differs from its defaults in what a mapping says; empty if it has problems. */
  <P extends Record> Optional<P> bind(Node node, String path, P defaults, Problems problems) {
    return inside(node, path, shapes.of(defaults), problems)
        .flatMap(edit -> build(Draft.of(shapes, defaults).apply(edit), node, path, problems));
  }

  /** The record of a draft; a rule that it breaks becomes a problem. */
  <P extends Record> Optional<P> build(Draft draft, Node node, String path, Problems problems) {
    try {
      @SuppressWarnings("unchecked") // A draft makes a record of the class that it began with.
      P built = (P) draft.build();
      return Optional.of(built);
    } catch (Draft.Refused e) {
      problems.add(
          e.place().orElse(node.place()), e.path().isEmpty() ? path : e.path(), e.reason());
      return Optional.empty();
    }
  }

  /** The edit of one component. */
  Optional<Edit> edit(Node node, String path, RecordShape.Component component, Problems problems) {
    ValueType type = component.type();
    if (type instanceof ValueType.Nested nested) {
      return inside(node, path, nested.shape(), problems).map(inside -> inside);
    } else if (type instanceof ValueType.Chosen chosen) {
      return choose(node, path, chosen, problems);
    }
    return values
        .read(node, path, type, problems)
        .filter(value -> values.allowed(node, path, component, value, problems))
        .map(Edit.Put::new);
  }

  /** The edit of a record by a mapping. */
  Optional<Edit.Inside> inside(Node node, String path, RecordShape shape, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      String message = "must be a mapping of parameters, not " + node.described();
      problems.add(new Problem(node.place(), path, message, List.of(), shape.keys()));
      return Optional.empty();
    }
    long before = problems.count();
    List<Edit.At> edits = new ArrayList<>();
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      String at = join(path, key);
      int index = shape.index(key);
      if (index < 0) {
        problems.unknown(entry.getValue().keyPlace(), at, "unknown key", key, shape.keys());
        continue;
      }
      edit(entry.getValue().value(), at, shape.component(index), problems)
          .ifPresent(edit -> edits.add(new Edit.At(index, edit)));
    }
    return problems.count() == before
        ? Optional.of(new Edit.Inside(shape, edits, node.place(), path))
        : Optional.empty();
  }

  /** A complete record for which there are no defaults but those of its own class. */
  Optional<Object> record(Node node, String path, RecordShape shape, Problems problems) {
    Optional<Edit.Inside> edit = inside(node, path, shape, problems);
    if (edit.isEmpty()) {
      return Optional.empty();
    }
    if (shape.ownDefaults().isPresent()) {
      Draft draft = Draft.of(shapes, shape.ownDefaults().get()).apply(edit.get());
      return build(draft, node, path, problems).map(record -> record);
    }
    long before = problems.count();
    Set<String> missing = new LinkedHashSet<>();
    Object[] made = new Object[shape.components().size()];
    for (int i = 0; i < made.length; i++) {
      RecordShape.Component component = shape.component(i);
      Node given = ((Node.Mapping) node).get(component.key());
      if (given != null) {
        Optional<Object> value =
            values.read(given, join(path, component.key()), component.type(), problems);
        if (value.isPresent()) {
          made[i] = value.get();
        }
      } else if (component.type() instanceof ValueType.Maybe maybe) {
        made[i] = maybe.empty();
      } else {
        missing.add(component.key());
      }
    }
    if (!missing.isEmpty()) {
      problems.add(node.place(), path, "missing: " + String.join(", ", missing));
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(shape.create(made));
    } catch (RuntimeException e) { // Whatever a constructor throws, it refuses these values.
      problems.add(node.place(), path, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A choice for which there is no default, so that its parameters begin with the plug-in's. */
  Optional<Object> choice(Node node, String path, ValueType.Chosen chosen, Problems problems) {
    return choose(node, path, chosen, problems)
        .flatMap(
            edit -> {
              try {
                return Optional.of(Draft.of(shapes, (Edit.Choose) edit).build());
              } catch (Draft.Refused e) {
                problems.add(e.place().orElse(node.place()), e.path(), e.reason());
                return Optional.empty();
              }
            });
  }

  private Optional<Edit> choose(
      Node node, String path, ValueType.Chosen chosen, Problems problems) {
    List<String> names = chosen.registry().names();
    String label = chosen.registry().label();
    if (node instanceof Node.Scalar scalar && !scalar.value().isNull()) {
      Optional<ParameterizedPlugin<?>> plugin = chosen.registry().find(scalar.text());
      if (plugin.isPresent()) {
        return plugin.map(found -> untouched(found, node.place(), path));
      }
      Optional<ScalarForm<?>> form = chosen.registry().scalarForm();
      if (form.isPresent()) {
        return scalarForm(form.get(), scalar, path, names, problems);
      }
      String message = "unknown " + label + " " + Texts.quoted(scalar.text());
      problems.unknown(node.place(), path, message, scalar.text(), names);
      return Optional.empty();
    }
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
      String found =
          node instanceof Node.Mapping several && several.entries().size() > 1
              ? String.join(", ", several.entries().keySet())
              : node.described();
      problems.add(
          new Problem(
              node.place(), path, "must name one " + label + ", not " + found, List.of(), names));
      return Optional.empty();
    }
    Map.Entry<String, Node.Entry> entry = mapping.entries().entrySet().iterator().next();
    String name = entry.getKey();
    Optional<ParameterizedPlugin<?>> plugin = chosen.registry().find(name);
    if (plugin.isEmpty()) {
      String message = "unknown " + label + " " + Texts.quoted(name);
      problems.unknown(entry.getValue().keyPlace(), path, message, name, names);
      return Optional.empty();
    }
    Node parameters = entry.getValue().value();
    if (parameters instanceof Node.Scalar scalar && scalar.value().isNull()) {
      return plugin.map(found -> untouched(found, node.place(), path)); // As in 'constant:'.
    }
    RecordShape shape = shapes.of(plugin.get().defaults());
    return inside(parameters, join(path, name), shape, problems)
        .map(inside -> new Edit.Choose(plugin.get(), inside));
  }

  private Edit untouched(ParameterizedPlugin<?> plugin, Place place, String path) {
    RecordShape shape = shapes.of(plugin.defaults());
    return new Edit.Choose(plugin, new Edit.Inside(shape, List.of(), place, path));
  }

  private Optional<Edit> scalarForm(
      ScalarForm<?> form, Node.Scalar scalar, String path, List<String> names, Problems problems) {
    if (Values.isTooLong(scalar, path, "a " + form.name(), problems)) {
      return Optional.empty();
    }
    try {
      Record parameters = form.parseScalar(scalar.text());
      RecordShape shape = shapes.of(parameters);
      Object[] given = shape.values(parameters);
      List<Edit.At> edits = new ArrayList<>();
      long before = problems.count();
      for (int i = 0; i < given.length; i++) {
        values.allowed(scalar, path, shape.component(i), given[i], problems);
        edits.add(new Edit.At(i, new Edit.Put(given[i])));
      }
      return problems.count() > before
          ? Optional.empty()
          : Optional.of(new Edit.Choose(form, new Edit.Inside(shape, edits, scalar.place(), path)));
    } catch (IllegalArgumentException e) {
      problems.unknown(scalar.place(), path, String.valueOf(e.getMessage()), scalar.text(), names);
      return Optional.empty();
    }
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
