package temper.lab.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import temper.numerics.NumberText;
import temper.plugin.Choice;

/** Writes values as canonical JSON and as cells of a table. */
final class RecordText {

  private final Shapes shapes;
  private final StringBuilder out;

  RecordText(Shapes shapes, StringBuilder out) {
    this.shapes = shapes;
    this.out = out;
  }

  void json(RecordShape shape, Record record) {
    out.append('{');
    for (int i = 0; i < shape.components().size(); i++) {
      RecordShape.Component component = shape.component(i);
      out.append(i == 0 ? "" : ",").append('"').append(component.key()).append("\":");
      json(component.type(), component.read(record));
    }
    out.append('}');
  }

  void json(ValueType type, Object value) {
    if (type instanceof ValueType.Nested nested) {
      json(nested.shape(), (Record) value);
    } else if (type instanceof ValueType.Chosen) {
      Choice<?> choice = (Choice<?>) value;
      out.append("{\"").append(choice.plugin().name()).append("\":");
      json(shapes.of(choice.parameters()), choice.parameters());
      out.append('}');
    } else if (type instanceof ValueType.Many many) {
      String separator = "[";
      for (Object element : (List<?>) value) {
        out.append(separator);
        json(many.element(), element);
        separator = ",";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (type instanceof ValueType.Maybe maybe) {
      Optional<Object> content = maybe.content(value);
      if (content.isPresent()) {
        json(maybe.element(), content.get());
      } else {
        out.append("null");
      }
    } else {
      boolean bare =
          type instanceof ValueType.Whole
              || type instanceof ValueType.Truth
              || (type instanceof ValueType.Real
                  && Double.isFinite(((Number) value).doubleValue()));
      if (bare) {
        out.append(scalar(value));
      } else {
        quote(scalar(value));
      }
    }
  }

  /** The cell of a table: scalars bare, a choice as {@code name(a=1,b=2)}, a list as JSON. */
  void cell(ValueType type, Object value) {
    if (type instanceof ValueType.Maybe maybe) {
      maybe.content(value).ifPresent(content -> cell(maybe.element(), content));
    } else if (type instanceof ValueType.Many) {
      json(type, value);
    } else if (type instanceof ValueType.Chosen || type instanceof ValueType.Nested) {
      compact(type, value);
    } else {
      out.append(scalar(value));
    }
  }

  private void compact(ValueType type, Object value) {
    if (type instanceof ValueType.Chosen) {
      Choice<?> choice = (Choice<?>) value;
      RecordShape shape = shapes.of(choice.parameters());
      out.append(choice.plugin().name());
      if (!shape.components().isEmpty()) {
        components(shape, choice.parameters());
      }
    } else if (type instanceof ValueType.Nested nested) {
      components(nested.shape(), (Record) value);
    } else if (type instanceof ValueType.Many many) {
      String separator = "[";
      for (Object element : (List<?>) value) {
        out.append(separator);
        compact(many.element(), element);
        separator = ",";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (type instanceof ValueType.Maybe maybe) {
      maybe.content(value).ifPresent(content -> compact(maybe.element(), content));
    } else {
      String text = scalar(value);
      if (type instanceof ValueType.Text && !text.matches("[A-Za-z0-9_.%+ -]*")) {
        quote(text);
      } else {
        out.append(text);
      }
    }
  }

  private void components(RecordShape shape, Record record) {
    out.append('(');
    for (int i = 0; i < shape.components().size(); i++) {
      RecordShape.Component component = shape.component(i);
      out.append(i == 0 ? "" : ",").append(component.key()).append('=');
      compact(component.type(), component.read(record));
    }
    out.append(')');
  }

  static String scalar(Object value) {
    if (value instanceof Double number) {
      return number(number);
    } else if (value instanceof Float number) {
      return NumberText.format(number);
    } else if (value instanceof Enum<?> constant) {
      return Texts.kebab(constant);
    }
    return value.toString();
  }

  static String number(double value) {
    return NumberText.format(value);
  }

  private void quote(String text) {
    quote(text, out);
  }

  /** Appends a text as a JSON string, which is a YAML scalar as well. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
