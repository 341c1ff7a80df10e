package temper.lab.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import temper.lab.source.SourceReach;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.plugin.Finite;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Size;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (draft 2020-12) of the study files of a study, for editors. The loader is stricter:
 * it also knows the rules between parameters and checks what is swept.
 *
 * @since 0.1
 */
public final class Schema {

  private final Shapes shapes;
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();
  private final Set<String> begun = new HashSet<>();

  private Schema(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * The schema of a study's files.
   *
   * @param parameters the plug-ins that a parameter can name
   * @param study the study
   * @return a schema that stands on its own
   */
  public static ObjectNode of(Parameters parameters, Study study) {
    return new Schema(parameters.binder().shapes()).file(study);
  }

  private ObjectNode file(Study study) {
    ObjectNode schema = object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "study file of " + study.name());
    schema.put("type", "object").put("additionalProperties", false);
    schema.putArray("required").add("format").add("study");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("format").put("const", 1);
    if (SourceReach.of(study.getClass()).isPresent()) {
      properties.putObject("study").put("type", "string").put("pattern", "\\.java$");
    } else {
      properties.putObject("study").put("const", study.name());
    }
    ObjectNode code = properties.putObject("code").put("type", "string").put("pattern", "\\.java$");
    code.put("description", "A Java file with plug-ins of your own, such as a schedule.");
    properties.putObject("name").put("type", "string").put("maxLength", 100);
    experiments(study, schema, properties);
    properties.putObject("replicates").put("type", "integer").put("minimum", 1);
    ArrayNode profiles = properties.putObject("profile").putArray("enum");
    for (Profile profile : Profile.values()) {
      profiles.add(profile.label());
    }
    properties.putObject("overrides").put("type", "array").putObject("items").put("type", "string");
    new ResultsSchema(study).addTo(properties);
    schema.set("$defs", definitions);
    return schema;
  }

  /** What base and sweep hold depends on the experiment that the file names. */
  private void experiments(Study study, ObjectNode schema, ObjectNode properties) {
    ArrayNode names = properties.putObject("experiment").putArray("enum");
    properties.putObject("base").put("type", "object");
    properties.putObject("sweep").put("type", "object");
    boolean several = study.experiments().size() > 1;
    for (Experiment<?> experiment : study.experiments()) {
      names.add(experiment.name());
      RecordShape shape = shapes.of(experiment.defaults());
      ObjectNode base = record(shape);
      // A parameter of a chosen plug-in may be set by its dotted path.
      base.putObject("patternProperties").putObject("\\.");
      ObjectNode its = properties;
      if (several) {
        ObjectNode rule = schema.withArray("allOf").addObject();
        ObjectNode named = rule.putObject("if");
        named.putObject("properties").putObject("experiment").put("const", experiment.name());
        named.putArray("required").add("experiment");
        its = rule.putObject("then").putObject("properties");
      }
      its.set("base", base.put("description", "Parameters that differ from their defaults."));
      its.set("sweep", SweepSchema.of(shape));
    }
    if (several) {
      ObjectNode required = schema.putObject("dependentRequired");
      required.putArray("base").add("experiment");
      required.putArray("sweep").add("experiment");
    }
  }

  private ObjectNode record(RecordShape shape) {
    ObjectNode schema = object();
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    for (RecordShape.Component component : shape.components()) {
      ObjectNode property = type(component.type());
      constrain(property, component);
      String unit = component.unit().isEmpty() ? "" : " [" + component.unit() + "]";
      if (!component.description().isEmpty() || !unit.isEmpty()) {
        property.put("description", (component.description() + unit).strip());
      }
      properties.set(component.key(), property);
    }
    return schema;
  }

  private ObjectNode type(ValueType type) {
    ObjectNode schema = object();
    if (type instanceof ValueType.Real) {
      return schema.put("type", "number");
    } else if (type instanceof ValueType.Whole) {
      return schema.put("type", "integer");
    } else if (type instanceof ValueType.Truth) {
      return schema.put("type", "boolean");
    } else if (type instanceof ValueType.Text) {
      return schema.put("type", "string");
    } else if (type instanceof ValueType.Parsed) {
      ArrayNode either = schema.putArray("anyOf");
      List.of("number", "string", "boolean").forEach(one -> either.addObject().put("type", one));
      return schema;
    } else if (type instanceof ValueType.Named named) {
      named.constants().keySet().forEach(schema.putArray("enum")::add);
      return schema;
    } else if (type instanceof ValueType.Nested nested) {
      return record(nested.shape());
    } else if (type instanceof ValueType.Many many) {
      schema.put("type", "array").set("items", type(many.element()));
      return schema;
    } else if (type instanceof ValueType.Maybe maybe) {
      ArrayNode either = schema.putArray("anyOf");
      either.add(type(maybe.element()));
      either.addObject().put("type", "null");
      return schema;
    }
    return schema.put("$ref", "#/$defs/" + kind((ValueType.Chosen) type));
  }

  /** A kind is defined once, as its plug-ins may hold choices of the same kind. */
  private String kind(ValueType.Chosen chosen) {
    String kind = chosen.registry().label().replace(' ', '-');
    if (begun.add(kind)) {
      ObjectNode definition = definitions.putObject(kind);
      ArrayNode either = definition.putArray("anyOf");
      ArrayNode names = either.addObject().putArray("enum");
      for (ParameterizedPlugin<?> plugin : chosen.registry().all()) {
        names.add(plugin.name());
        plugin.aliases().forEach(names::add);
        ObjectNode form = either.addObject();
        form.put("type", "object").put("additionalProperties", false);
        form.put("minProperties", 1).put("maxProperties", 1);
        form.put("description", plugin.summary());
        ObjectNode named = form.putObject("properties");
        named.set(plugin.name(), record(shapes.of(plugin.defaults())));
        for (String alias : plugin.aliases()) {
          named.set(alias, record(shapes.of(plugin.defaults())));
        }
      }
      if (chosen.registry().scalarForm().isPresent()) {
        either.addObject().putArray("type").add("number").add("string");
      }
    }
    return kind;
  }

  private static void constrain(ObjectNode property, RecordShape.Component component) {
    ObjectNode target = property;
    Object element =
        property.has("items")
            ? property.get("items")
            : property.has("anyOf") ? property.get("anyOf").get(0) : property;
    ObjectNode numbers = element instanceof ObjectNode object ? object : property;
    if (component.declared().isAnnotationPresent(Positive.class)) {
      numbers.put("exclusiveMinimum", 0);
    }
    if (component.declared().isAnnotationPresent(NonNegative.class)) {
      numbers.put("minimum", 0);
    }
    Range range = component.declared().getAnnotation(Range.class);
    if (range != null) {
      bound(numbers, range.min(), range.minOpen() ? "exclusiveMinimum" : "minimum");
      bound(numbers, range.max(), range.maxOpen() ? "exclusiveMaximum" : "maximum");
    }
    OneOf oneOf = component.declared().getAnnotation(OneOf.class);
    if (oneOf != null) {
      List.of(oneOf.value()).forEach(numbers.putArray("enum")::add);
    }
    Size size = component.declared().getAnnotation(Size.class);
    if (size != null) {
      boolean list = target.has("items");
      target.put(list ? "minItems" : "minLength", size.min());
      if (size.max() < Integer.MAX_VALUE) {
        target.put(list ? "maxItems" : "maxLength", size.max());
      }
    }
    if (component.declared().isAnnotationPresent(Finite.class)) {
      numbers.put("$comment", "finite");
    }
  }

  private static void bound(ObjectNode schema, double bound, String keyword) {
    if (!Double.isInfinite(bound)) {
      schema.put(keyword, bound);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
