package temper.lab.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import temper.numerics.NumberText;
import temper.plugin.Constraints;
import tools.jackson.databind.JsonNode;

/** Reads single values strictly: no text becomes a number, no number an integer by rounding. */
final class Values {

  /** Of classes that read texts some take long for long ones. */
  private static final int LONGEST_PARSED = 1000;

  private final Binder binder;

  Values(Binder binder) {
    this.binder = binder;
  }

  /** The value of a node, without regard to constraints; empty if it is not of the type. */
  Optional<Object> read(Node node, String path, ValueType type, Problems problems) {
    if (type instanceof ValueType.Nested nested) {
      return binder.record(node, path, nested.shape(), problems);
    } else if (type instanceof ValueType.Many many) {
      return list(node, path, many, problems);
    } else if (type instanceof ValueType.Chosen chosen) {
      return binder.choice(node, path, chosen, problems);
    } else if (type instanceof ValueType.Maybe maybe) {
      if (node instanceof Node.Scalar scalar && scalar.value().isNull()) {
        return Optional.of(maybe.empty());
      }
      return read(node, path, maybe.element(), problems).map(maybe::of);
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.value().isNull()) {
      problems.add(
          new Problem(
              node.place(),
              path,
              "must be " + type.words() + ", not " + node.described(),
              List.of(),
              List.of()));
      return Optional.empty();
    }
    return Optional.ofNullable(scalar(scalar, path, type, problems));
  }

  /** Whether a value keeps the constraints of a component. */
  boolean allowed(
      Node node, String path, RecordShape.Component component, Object value, Problems problems) {
    List<Constraints.Violation> violations = Constraints.check(component.declared(), path, value);
    for (Constraints.Violation violation : violations) {
      problems.add(
          placeOf(node, path, violation.path()),
          violation.path(),
          violation.message() + ", got " + shown(violation.value()));
    }
    return violations.isEmpty();
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return Texts.quoted(text.toString());
    } else if (value instanceof List<?> list) {
      return "a list of length " + list.size();
    }
    return value instanceof Double number ? NumberText.format(number) : String.valueOf(value);
  }

  /** The place of an element that a violation names by {@code path[index]}. */
  private static Place placeOf(Node node, String path, String violating) {
    String rest = violating.startsWith(path) ? violating.substring(path.length()) : "";
    if (node instanceof Node.Sequence sequence && rest.startsWith("[")) {
      int index = Integer.parseInt(rest.substring(1, rest.indexOf(']')));
      return sequence.items().get(index).place();
    }
    return node.place();
  }

  private Optional<Object> list(Node node, String path, ValueType.Many many, Problems problems) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(node.place(), path, "must be a list, not " + node.described());
      return Optional.empty();
    }
    List<Object> elements = new ArrayList<>();
    long before = problems.count();
    for (int i = 0; i < sequence.items().size(); i++) {
      read(sequence.items().get(i), path + "[" + i + "]", many.element(), problems)
          .ifPresent(elements::add);
    }
    return problems.count() == before ? Optional.of(List.copyOf(elements)) : Optional.empty();
  }

  private @Nullable Object scalar(
      Node.Scalar scalar, String path, ValueType type, Problems problems) {
    JsonNode value = scalar.value();
    if (type instanceof ValueType.Real real && value.isNumber()) {
      return real(scalar, path, real, problems);
    } else if (type instanceof ValueType.Whole whole && value.isNumber()) {
      return whole(scalar, path, whole, problems);
    } else if (type instanceof ValueType.Truth && value.isBoolean()) {
      return value.booleanValue();
    } else if (type instanceof ValueType.Text && value.isString()) {
      return scalar.text();
    } else if (type instanceof ValueType.Named named) {
      return named(scalar, path, named, problems);
    } else if (type instanceof ValueType.Parsed parsed) {
      return parsed(scalar, path, parsed, problems);
    }
    String hint = "";
    if (type instanceof ValueType.Text) {
      hint = "; put it in quotes if it is meant as text";
    } else if (value.isString()) {
      hint = YamlScalars.trap(scalar, type instanceof ValueType.Truth);
    }
    problems.add(
        scalar.place(), path, "must be " + type.words() + ", not " + scalar.described() + hint);
    return null;
  }

  private static @Nullable Object real(
      Node.Scalar scalar, String path, ValueType.Real type, Problems problems) {
    double value = scalar.value().doubleValue();
    boolean spelledOut = scalar.text().contains("i") || scalar.text().contains("I");
    boolean overflows = Double.isInfinite(type.single() ? (float) value : value) && !spelledOut;
    if (overflows) {
      String range = type.single() ? "32-bit" : "64-bit";
      problems.add(
          scalar.place(),
          path,
          Texts.quoted(scalar.text()) + " is too large for a " + range + " number");
      return null;
    }
    return type.of(value);
  }

  private static @Nullable Object whole(
      Node.Scalar scalar, String path, ValueType.Whole type, Problems problems) {
    JsonNode value = scalar.value();
    if (!value.isIntegralNumber()) {
      double real = value.doubleValue();
      boolean integral = real == Math.rint(real) && Math.abs(real) < 1e15;
      String hint = integral ? "; write " + new BigDecimal(real).toBigInteger() : "";
      problems.add(scalar.place(), path, "must be an integer, not " + scalar.described() + hint);
      return null;
    }
    if (!value.canConvertToLong() || !type.fits(value.longValue())) {
      String range =
          type.narrow()
              ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : Long.MIN_VALUE + " to " + Long.MAX_VALUE;
      problems.add(scalar.place(), path, "must lie in " + range + ", got " + scalar.described());
      return null;
    }
    return type.of(value.longValue());
  }

  private static @Nullable Object named(
      Node.Scalar scalar, String path, ValueType.Named type, Problems problems) {
    Object constant = type.constants().get(scalar.text());
    if (constant == null) {
      problems.unknown(
          scalar.place(),
          path,
          "unknown name " + Texts.quoted(scalar.text()),
          scalar.text(),
          type.constants().keySet());
    }
    return constant;
  }

  /** Refuses a text that no class should be asked to read. */
  static boolean isTooLong(Node.Scalar scalar, String path, String wanted, Problems problems) {
    boolean tooLong = scalar.text().length() > LONGEST_PARSED;
    if (tooLong) {
      String message = Texts.quoted(scalar.text()) + " is too long for " + wanted;
      problems.add(scalar.place(), path, message);
    }
    return tooLong;
  }

  private static @Nullable Object parsed(
      Node.Scalar scalar, String path, ValueType.Parsed type, Problems problems) {
    if (isTooLong(scalar, path, type.words(), problems)) {
      return null;
    }
    try {
      return type.parse().invokeExact(scalar.text());
    } catch (Error e) {
      throw e;
    } catch (Throwable e) { // Whatever the class throws, it refuses the text.
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      problems.add(scalar.place(), path, reason);
      return null;
    }
  }
}
