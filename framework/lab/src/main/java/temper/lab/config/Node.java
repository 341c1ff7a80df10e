package temper.lab.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree of values that knows where each of them stands.
 *
 * @since 0.1
 */
public sealed interface Node {

  /**
   * Where the value begins.
   *
   * @return the place
   */
  Place place();

  /**
   * The tree without places.
   *
   * @return a JSON tree
   */
  JsonNode toJson();

  /**
   * A key with its value.
   *
   * @param keyPlace where the key stands
   * @param value the value
   */
  record Entry(Place keyPlace, Node value) {}

  /**
   * Keys with values, in the order of the text.
   *
   * @param place where it begins
   * @param entries the values by key
   */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {

    /** Copies the entries. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    @Override
    public JsonNode toJson() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      entries.forEach((key, entry) -> json.set(key, entry.value().toJson()));
      return json;
    }
  }

  /**
   * A list of values.
   *
   * @param place where it begins
   * @param items the values
   */
  record Sequence(Place place, List<Node> items) implements Node {

    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode toJson() {
      ArrayNode json = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> json.add(item.toJson()));
      return json;
    }
  }

  /**
   * A number, text, truth value or null.
   *
   * @param place where it begins
   * @param value the value by the core schema of YAML 1.2
   * @param text the text as it was written, without quotes
   * @param plain whether it was written without quotes
   */
  record Scalar(Place place, JsonNode value, String text, boolean plain) implements Node {

    @Override
    public JsonNode toJson() {
      return value;
    }
  }

  /**
   * What the value is, for messages.
   *
   * @return for example {@code the text 'abc'} or {@code a list}
   */
  default String described() {
    if (this instanceof Mapping mapping) {
      return mapping.entries().isEmpty() ? "an empty mapping" : "a mapping";
    } else if (this instanceof Sequence sequence) {
      return sequence.items().isEmpty() ? "an empty list" : "a list";
    } else if (this instanceof Scalar scalar) {
      if (scalar.value().isString()) {
        return "the text " + Texts.quoted(scalar.text());
      }
      return scalar.value().isNull() ? "empty" : Texts.quoted(scalar.text()).replace("'", "");
    }
    throw new AssertionError(this);
  }
}
