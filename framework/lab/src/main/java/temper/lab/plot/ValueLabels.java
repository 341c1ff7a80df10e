package temper.lab.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Short labels of values that differ: of {@code sgd(momentum=0,nesterov=false)} and {@code
 * sgd(momentum=0.9,nesterov=false)} what is not the same, of {@code adam(...)} beside them its
 * name; of a constant its value. Different values have different labels.
 *
 * @since 0.3
 */
public final class ValueLabels {

  private static final int MOST_LETTERS = 48;
  private static final Pattern CONSTANT = Pattern.compile("constant\\(value=([^()]*)\\)");

  private ValueLabels() {}

  /** A choice with its parameters, or a plain value without. */
  private record Value(String name, Map<String, String> parameters) {}

  /**
   * A label for each of the values.
   *
   * @param values as they stand in tables
   * @return labels by value, in the order in which values first appear
   */
  public static Map<String, String> of(Iterable<String> values) {
    Map<String, Value> parsed = new LinkedHashMap<>();
    Map<String, List<Value>> alike = new LinkedHashMap<>();
    for (String text : values) {
      if (!parsed.containsKey(text)) {
        Value value = parse(CONSTANT.matcher(text).replaceAll("$1"));
        parsed.put(text, value);
        alike.computeIfAbsent(value.name(), name -> new ArrayList<>()).add(value);
      }
    }
    Map<String, String> labels = new LinkedHashMap<>();
    parsed.forEach(
        (text, value) ->
            labels.put(text, label(value, alike.getOrDefault(value.name(), List.of()))));
    Set<String> cut = new LinkedHashSet<>();
    labels.values().forEach(label -> cut.add(cut(label)));
    if (cut.size() == labels.size()) {
      labels.replaceAll((text, label) -> cut(label));
    }
    return labels;
  }

  private static String label(Value value, List<Value> alike) {
    List<String> different = new ArrayList<>();
    value
        .parameters()
        .forEach(
            (key, text) -> {
              if (alike.stream().anyMatch(other -> !text.equals(other.parameters().get(key)))) {
                different.add(key.isEmpty() ? text : key + "=" + text);
              }
            });
    return different.isEmpty()
        ? value.name()
        : value.name() + "(" + String.join(", ", different) + ")";
  }

  private static Value parse(String text) {
    int open = text.indexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      return new Value(text, Map.of());
    }
    Map<String, String> parameters = new TreeMap<>();
    for (String part : split(text.substring(open + 1, text.length() - 1))) {
      int equals = part.indexOf('=');
      parameters.merge(
          part.substring(0, Math.max(0, equals)),
          part.substring(equals + 1),
          (a, b) -> a + "," + b);
    }
    return new Value(text.substring(0, open), parameters);
  }

  /** The parts between commas outside all brackets. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String cut(String label) {
    return label.length() <= MOST_LETTERS ? label : label.substring(0, MOST_LETTERS - 3) + "...";
  }
}
