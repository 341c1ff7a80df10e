package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import temper.plugin.Constraints;

/**
 * What is known of one parameter, for people.
 *
 * @param key dotted key in a config
 * @param type what it holds, in words
 * @param value its default, as it would be written in a config; empty if it must be given
 * @param constraints what is allowed, in words; empty for anything of the type
 * @param choices names that it may have, where it is a choice among names
 * @param unit its unit; empty where it has none
 * @param doc what it is; empty where nobody said
 * @since 0.1
 */
public record Description(
    String key,
    String type,
    String value,
    List<String> constraints,
    List<String> choices,
    String unit,
    String doc) {

  /** Copies the lists. */
  public Description {
    constraints = List.copyOf(constraints);
    choices = List.copyOf(choices);
  }

  /**
   * The parameters of a record.
   *
   * @param parameters the plug-ins that a parameter can name
   * @param defaults the record
   * @return a description of each leaf in order
   */
  public static List<Description> of(Parameters parameters, Record defaults) {
    List<Description> out = new ArrayList<>();
    Shapes shapes = parameters.binder().shapes();
    add(shapes, shapes.of(defaults), defaults, "", out);
    return List.copyOf(out);
  }

  private static void add(
      Shapes shapes, RecordShape shape, Record record, String prefix, List<Description> out) {
    for (RecordShape.Component component : shape.components()) {
      String key = prefix + component.key();
      Object value = component.read(record);
      if (component.type() instanceof ValueType.Nested nested) {
        add(shapes, nested.shape(), (Record) value, key + ".", out);
      } else {
        out.add(
            new Description(
                key,
                component.type().words(),
                isAllowed(component, value)
                    ? new YamlWriter(shapes).flow(component.type(), value)
                    : "",
                Constraints.describe(component.declared()),
                component.type().required().names(),
                component.unit(),
                component.description()));
      }
    }
  }

  /** A default that breaks its own constraints says that there is none. */
  private static boolean isAllowed(RecordShape.Component component, Object value) {
    return Constraints.check(component.declared(), component.key(), value).isEmpty();
  }

  /**
   * Whether a config must give it a value.
   *
   * @return true if it has no default
   */
  public boolean isRequired() {
    return value.isEmpty();
  }
}
