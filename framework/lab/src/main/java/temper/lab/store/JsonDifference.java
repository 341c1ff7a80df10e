package temper.lab.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Says in which places two JSON documents differ. */
final class JsonDifference {

  private static final int MOST = 5;
  private static final int LONGEST = 80;

  private final List<String> found = new ArrayList<>();

  private JsonDifference() {}

  /** The first few differences, in one line. */
  static String between(byte[] one, byte[] other) {
    JsonDifference difference = new JsonDifference();
    try {
      ObjectMapper json = new ObjectMapper();
      difference.compare("", json.readTree(one), json.readTree(other));
    } catch (JacksonException e) {
      return "one of them is no JSON: " + e.getOriginalMessage();
    }
    if (difference.found.isEmpty()) {
      return "they differ in spaces or order only";
    }
    int more = difference.found.size() - MOST;
    return String.join("; ", difference.found.subList(0, Math.min(MOST, difference.found.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private void compare(String path, JsonNode one, JsonNode other) {
    if (one.isObject() && other.isObject()) {
      TreeSet<String> names = new TreeSet<>(one.propertyNames());
      names.addAll(other.propertyNames());
      for (String name : names) {
        compare(path.isEmpty() ? name : path + "." + name, one.path(name), other.path(name));
      }
    } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        compare(path + "[" + i + "]", one.get(i), other.get(i));
      }
    } else if (!one.equals(other)) {
      found.add(path + " is " + text(one) + " and " + text(other));
    }
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "missing";
    }
    String text = node.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
