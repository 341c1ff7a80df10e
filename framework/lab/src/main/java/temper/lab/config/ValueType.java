package temper.lab.config;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import temper.lab.study.Column;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Registry;

/** What a component of a parameter record can hold. */
sealed interface ValueType {

  /** What a user has to write, for messages. */
  String words();

  /** The type of the column in a table of trials. */
  default Column.Type column() {
    return Column.Type.TEXT;
  }

  /** A double, or a float if {@code single}. */
  record Real(boolean single) implements ValueType {
    @Override
    public String words() {
      return "a number";
    }

    @Override
    public Column.Type column() {
      return Column.Type.NUMBER;
    }

    Object of(double value) {
      if (single) {
        return (float) value;
      }
      return value;
    }
  }

  /** A long, or an int if {@code narrow}. */
  record Whole(boolean narrow) implements ValueType {
    @Override
    public String words() {
      return "an integer";
    }

    @Override
    public Column.Type column() {
      return Column.Type.INTEGER;
    }

    boolean fits(long value) {
      return !narrow || value == (int) value;
    }

    Object of(long value) {
      if (narrow) {
        return Math.toIntExact(value);
      }
      return value;
    }
  }

  /** A boolean. */
  record Truth() implements ValueType {
    @Override
    public String words() {
      return "true or false";
    }

    @Override
    public Column.Type column() {
      return Column.Type.BOOLEAN;
    }
  }

  /** A String. */
  record Text() implements ValueType {
    @Override
    public String words() {
      return "a text";
    }
  }

  /** An enum, its constants by their names in lower-kebab form. */
  record Named(Class<?> type, Map<String, Object> constants) implements ValueType {
    @Override
    public String words() {
      return "one of " + String.join(", ", constants.keySet());
    }
  }

  /** A class with {@code public static T parse(String)}, written as one scalar. */
  record Parsed(Class<?> type, MethodHandle parse) implements ValueType {
    @Override
    public String words() {
      return "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  /** A nested record. */
  record Nested(RecordShape shape) implements ValueType {
    @Override
    public String words() {
      return "a mapping of parameters";
    }
  }

  /** A plug-in with its parameters. */
  record Chosen(Registry<ParameterizedPlugin<?>> registry) implements ValueType {
    @Override
    public String words() {
      String label = registry.label();
      String article = "aeiou".indexOf(label.charAt(0)) < 0 ? "a " : "an ";
      return "the name of " + article + label + ", alone or with its parameters";
    }
  }

  /** A list of values of one type. */
  record Many(ValueType element) implements ValueType {
    @Override
    public String words() {
      return "a list";
    }
  }

  /** A value that may be missing, in the container of a component. */
  record Maybe(ValueType element, Class<?> container) implements ValueType {
    @Override
    public String words() {
      return element.words() + " or null";
    }

    @Override
    public Column.Type column() {
      return element.column();
    }

    Object of(Object value) {
      if (container == OptionalDouble.class) {
        return OptionalDouble.of((double) value);
      } else if (container == OptionalInt.class) {
        return OptionalInt.of((int) value);
      } else if (container == OptionalLong.class) {
        return OptionalLong.of((long) value);
      }
      return Optional.of(value);
    }

    Object empty() {
      if (container == OptionalDouble.class) {
        return OptionalDouble.empty();
      } else if (container == OptionalInt.class) {
        return OptionalInt.empty();
      } else if (container == OptionalLong.class) {
        return OptionalLong.empty();
      }
      return Optional.empty();
    }

    Optional<Object> content(Object value) {
      if (value instanceof Optional<?> optional) {
        return optional.map(content -> content);
      } else if (value instanceof OptionalDouble optional) {
        return optional.isPresent() ? Optional.of(optional.getAsDouble()) : Optional.empty();
      } else if (value instanceof OptionalInt optional) {
        return optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
      }
      OptionalLong optional = (OptionalLong) value;
      return optional.isPresent() ? Optional.of(optional.getAsLong()) : Optional.empty();
    }
  }

  /** The type without the possibility that a value is missing. */
  default ValueType required() {
    return this instanceof Maybe maybe ? maybe.element() : this;
  }

  /** Names that a text of this type may have; empty where they are not a short list. */
  default List<String> names() {
    if (this instanceof Named named) {
      return List.copyOf(named.constants().keySet());
    }
    return this instanceof Chosen chosen ? chosen.registry().names() : List.of();
  }
}
