package temper.lab.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import temper.plugin.Choice;

/** Writes values of parameter records as YAML that reads back as the same values. */
final class YamlWriter {

  private final Shapes shapes;

  YamlWriter(Shapes shapes) {
    this.shapes = shapes;
  }

  /** A value on one line. */
  String flow(ValueType type, Object value) {
    StringBuilder out = new StringBuilder();
    flow(type, value, out);
    return out.toString();
  }

  private void flow(ValueType type, Object value, StringBuilder out) {
    if (type instanceof ValueType.Nested nested) {
      record(nested.shape(), (Record) value, out);
    } else if (type instanceof ValueType.Chosen) {
      Choice<?> choice = (Choice<?>) value;
      RecordShape shape = shapes.of(choice.parameters());
      if (shape.components().isEmpty()) {
        out.append(choice.plugin().name());
      } else {
        out.append('{').append(choice.plugin().name()).append(": ");
        record(shape, choice.parameters(), out);
        out.append('}');
      }
    } else if (type instanceof ValueType.Many many) {
      out.append('[');
      String separator = "";
      for (Object element : (List<?>) value) {
        out.append(separator);
        flow(many.element(), element, out);
        separator = ", ";
      }
      out.append(']');
    } else if (type instanceof ValueType.Maybe maybe) {
      Optional<Object> content = maybe.content(value);
      if (content.isPresent()) {
        flow(maybe.element(), content.get(), out);
      } else {
        out.append("null");
      }
    } else if (type instanceof ValueType.Real) {
      out.append(number(((Number) value).doubleValue(), value));
    } else if (type instanceof ValueType.Whole || type instanceof ValueType.Truth) {
      out.append(value);
    } else {
      String text = value instanceof Enum<?> constant ? Texts.kebab(constant) : value.toString();
      boolean mustBeText = type instanceof ValueType.Text && !YamlScalars.resolve(text).isString();
      boolean plain = text.matches("[A-Za-z0-9_.][A-Za-z0-9_.%+ -]*") && !text.endsWith(" ");
      if (plain && !mustBeText) {
        out.append(text);
      } else {
        RecordText.quote(text, out);
      }
    }
  }

  private static String number(double value, Object original) {
    if (Double.isNaN(value)) {
      return ".nan";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    String text = RecordText.scalar(original);
    return text.equals("-0") ? "-0.0" : text; // An integer would lose its sign.
  }

  private void record(RecordShape shape, Record record, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (RecordShape.Component component : shape.components()) {
      out.append(separator).append(component.key()).append(": ");
      flow(component.type(), component.read(record), out);
      separator = ", ";
    }
    out.append('}');
  }

  /** A tree on one line; JSON is YAML, but for the names of what is not a number. */
  static String flow(Node node) {
    if (node instanceof Node.Mapping mapping) {
      StringBuilder out = new StringBuilder("{");
      String separator = "";
      for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
        out.append(separator);
        RecordText.quote(entry.getKey(), out);
        out.append(": ").append(flow(entry.getValue().value()));
        separator = ", ";
      }
      return out.append('}').toString();
    } else if (node instanceof Node.Sequence sequence) {
      return "["
          + String.join(", ", sequence.items().stream().map(YamlWriter::flow).toList())
          + "]";
    }
    Node.Scalar scalar = (Node.Scalar) node;
    if (!scalar.value().isString()) {
      return scalar.text().isEmpty() ? "null" : scalar.text();
    }
    StringBuilder out = new StringBuilder();
    RecordText.quote(scalar.text(), out);
    return out.toString();
  }
}
