package temper.plugin;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import temper.numerics.NumberText;

/**
 * The interpreter of the constraints that stand as annotations on the components of a record:
 * {@link Positive}, {@link NonNegative}, {@link Finite}, {@link Range}, {@link OneOf} and {@link
 * Size}.
 *
 * <p>On a list, an array, a map or an optional, {@link Size} speaks of the whole and every other
 * constraint of each element. Nested records, lists of records and the parameters of a {@link
 * Choice} are checked as well; the insides of a text type are not, as its {@code parse} and its
 * constructor have checked them. A text type that stands for a quantity implements {@link
 * DoubleSupplier}, so that constraints on numbers apply to it.
 *
 * @since 0.1
 */
public final class Constraints {

  private Constraints() {}

  /**
   * A value that breaks a constraint.
   *
   * @param path path of the component, such as {@code rate.cosine.peak} or {@code parts[1].value}
   * @param value the value
   * @param message what is allowed, such as {@code must be > 0}
   * @since 0.1
   */
  public record Violation(String path, @Nullable Object value, String message) {

    /**
     * The violation as a sentence.
     *
     * @return path, what is allowed, and the value
     */
    @Override
    public String toString() {
      return path + " " + message + ", got " + (value == null ? null : withoutOptional(value));
    }

    private static Object withoutOptional(Object value) {
      if (value instanceof OptionalInt number && number.isPresent()) {
        return number.getAsInt();
      } else if (value instanceof OptionalLong number && number.isPresent()) {
        return number.getAsLong();
      } else if (value instanceof OptionalDouble number && number.isPresent()) {
        return number.getAsDouble();
      }
      return value;
    }
  }

  /**
   * All violations in a record.
   *
   * @param parameters any record
   * @return in the order of the components, depth first; empty if there are none
   */
  public static List<Violation> check(Record parameters) {
    List<Violation> found = new ArrayList<>();
    checkRecord(parameters, "", found);
    return List.copyOf(found);
  }

  /**
   * The violations of one value against the annotations of a component, before the record is made.
   *
   * @param component the component, with its annotations
   * @param path path of the component, for the violations
   * @param value the value
   * @return empty if there are none
   */
  public static List<Violation> check(
      RecordComponent component, String path, @Nullable Object value) {
    List<Violation> found = new ArrayList<>();
    checkValue(component.getAnnotations(), path, value, found);
    return List.copyOf(found);
  }

  /**
   * Refuses a record that breaks a constraint.
   *
   * @param parameters any record
   * @param <P> its class
   * @return the record
   * @throws IllegalArgumentException with all violations in its message
   */
  public static <P extends Record> P require(P parameters) {
    List<Violation> found = check(parameters);
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", found.stream().map(Violation::toString).toList()));
    }
    return parameters;
  }

  /**
   * The constraints of a component in words, for catalogues and help.
   *
   * @param component the component, with its annotations
   * @return phrases such as {@code must be > 0}, in the order of the annotations
   */
  public static List<String> describe(RecordComponent component) {
    return Arrays.stream(component.getAnnotations())
        .map(Constraints::words)
        .flatMap(Optional::stream)
        .toList();
  }

  private static void checkRecord(Record parameters, String prefix, List<Violation> found) {
    for (RecordComponent component : parameters.getClass().getRecordComponents()) {
      Object value = read(parameters, component);
      checkValue(component.getAnnotations(), prefix + component.getName(), value, found);
    }
  }

  private static void checkValue(
      Annotation[] constraints, String path, @Nullable Object value, List<Violation> found) {
    for (Annotation constraint : constraints) {
      if (constraint instanceof Size || !isContainer(value)) {
        words(constraint)
            .filter(words -> !allows(constraint, value))
            .ifPresent(words -> found.add(new Violation(path, value, words)));
      }
    }
    Annotation[] ofElements =
        Arrays.stream(constraints).filter(c -> !(c instanceof Size)).toArray(Annotation[]::new);
    if (value instanceof Choice<?> choice) {
      checkRecord(choice.parameters(), path + "." + choice.plugin().name() + ".", found);
    } else if (value instanceof Record nested && !isTextType(nested.getClass())) {
      checkRecord(nested, path + ".", found);
    } else if (value instanceof Collection<?> elements) {
      int index = 0;
      for (Object element : elements) {
        checkValue(ofElements, path + "[" + index++ + "]", element, found);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, element) -> checkValue(ofElements, path + "." + key, element, found));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(element -> checkValue(ofElements, path, element, found));
    } else if (value != null && value.getClass().isArray()) {
      for (int index = 0; index < Array.getLength(value); index++) {
        checkValue(ofElements, path + "[" + index + "]", Array.get(value, index), found);
      }
    }
  }

  private static boolean isContainer(@Nullable Object value) {
    return value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Optional<?>
        || (value != null && value.getClass().isArray());
  }

  private static Optional<String> words(Annotation constraint) {
    if (constraint instanceof Positive) {
      return Optional.of("must be > 0 and finite");
    } else if (constraint instanceof NonNegative) {
      return Optional.of("must be >= 0 and finite");
    } else if (constraint instanceof Finite) {
      return Optional.of("must be finite");
    } else if (constraint instanceof Range range) {
      return Optional.of(wordsOf(range));
    } else if (constraint instanceof OneOf oneOf) {
      return Optional.of("must be one of " + String.join(", ", oneOf.value()));
    } else if (constraint instanceof Size size) {
      return Optional.of(wordsOf(size));
    }
    return Optional.empty();
  }

  private static String wordsOf(Range range) {
    List<String> bounds = new ArrayList<>();
    if (range.min() != Double.NEGATIVE_INFINITY) {
      bounds.add((range.minOpen() ? "> " : ">= ") + NumberText.format(range.min()));
    }
    if (range.max() != Double.POSITIVE_INFINITY) {
      bounds.add((range.maxOpen() ? "< " : "<= ") + NumberText.format(range.max()));
    }
    return bounds.isEmpty() ? "must be a number" : "must be " + String.join(" and ", bounds);
  }

  private static String wordsOf(Size size) {
    if (size.max() == Integer.MAX_VALUE) {
      return "must have a length >= " + size.min();
    }
    return size.min() == size.max()
        ? "must have the length " + size.min()
        : "must have a length from " + size.min() + " to " + size.max();
  }

  private static boolean allows(Annotation constraint, @Nullable Object value) {
    if (constraint instanceof OneOf oneOf) {
      return Arrays.asList(oneOf.value()).contains(String.valueOf(value));
    }
    if (constraint instanceof Size size) {
      int length = lengthOf(value);
      return length >= size.min() && length <= size.max();
    }
    OptionalDouble number = numberIn(value);
    if (number.isEmpty()) {
      return isEmptyOptional(value); // Anything else that is no number breaks a rule on numbers.
    }
    double x = number.getAsDouble();
    if (constraint instanceof Range range) {
      return (range.minOpen() ? x > range.min() : x >= range.min())
          && (range.maxOpen() ? x < range.max() : x <= range.max());
    }
    return Double.isFinite(x)
        && (!(constraint instanceof Positive) || x > 0)
        && (!(constraint instanceof NonNegative) || x >= 0);
  }

  private static OptionalDouble numberIn(@Nullable Object value) {
    if (value instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    } else if (value instanceof DoubleSupplier quantity) {
      return OptionalDouble.of(quantity.getAsDouble());
    } else if (value instanceof OptionalDouble optional) {
      return optional;
    } else if (value instanceof OptionalInt optional && optional.isPresent()) {
      return OptionalDouble.of(optional.getAsInt());
    } else if (value instanceof OptionalLong optional && optional.isPresent()) {
      return OptionalDouble.of((double) optional.getAsLong());
    }
    return OptionalDouble.empty();
  }

  private static boolean isEmptyOptional(@Nullable Object value) {
    return value instanceof OptionalDouble
        || value instanceof OptionalInt
        || value instanceof OptionalLong;
  }

  private static int lengthOf(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    } else if (value instanceof Collection<?> elements) {
      return elements.size();
    } else if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    return value != null && value.getClass().isArray() ? Array.getLength(value) : 0;
  }

  /**
   * Whether a class follows the convention of text types, by which its values stand as one scalar.
   *
   * @param type any class
   * @return true if it has a {@code public static} method {@code parse(String)} that returns it
   */
  public static boolean isTextType(Class<?> type) {
    try {
      Method parse = type.getMethod("parse", String.class);
      return Modifier.isStatic(parse.getModifiers())
          && type.isAssignableFrom(parse.getReturnType());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static @Nullable Object read(Record parameters, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true); // The record may be nested in a class that is not public.
      return accessor.invoke(parameters);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + component, e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e.getCause());
    }
  }
}
