package temper.lab.config;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema of what a study file sweeps. */
final class SweepSchema {

  private final RecordShape shape;

  private SweepSchema(RecordShape shape) {
    this.shape = shape;
  }

  /** The schema of sweeps over the parameters of an experiment. */
  static ObjectNode of(RecordShape shape) {
    return new SweepSchema(shape).sweep();
  }

  private ObjectNode sweep() {
    ObjectNode sweep = object("Cells to run: each block multiplies their number.");
    ObjectNode blocks = sweep.putObject("properties");
    blocks.set("grid", parameters("Every combination of values.", axis()));
    blocks.set("zip", parameters("Values side by side, of equal length.", axis()));
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("type", "array").put("minItems", 1).put("description", "Single cells.");
    list.set("items", parameters("A cell.", JsonNodeFactory.instance.objectNode()));
    blocks.set("list", list);
    for (String sampled : List.of("random", "latin-hypercube", "sobol")) {
      blocks.set(sampled, sampled());
    }
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    blocks.set("when", parameters("Sweeps a parameter only where others have values.", rule));
    ObjectNode exclude = blocks.putObject("exclude");
    exclude.put("description", "Cells to leave out.").putArray("type").add("object").add("array");
    return sweep;
  }

  /** An object whose keys are parameters, or dotted paths into them. */
  private ObjectNode parameters(String description, ObjectNode value) {
    ObjectNode schema = object(description).put("minProperties", 1);
    ObjectNode properties = schema.putObject("properties");
    for (RecordShape.Component component : shape.components()) {
      ObjectNode own = value.deepCopy();
      if (!component.description().isEmpty()) {
        own.put("description", component.description());
      }
      properties.set(component.key(), own);
    }
    schema.putObject("patternProperties").set("\\.", value);
    return schema;
  }

  private static ObjectNode axis() {
    ObjectNode axis = JsonNodeFactory.instance.objectNode();
    axis.putArray("type").add("array").add("object");
    return axis;
  }

  private ObjectNode sampled() {
    ObjectNode block = object("Cells drawn at random or spread evenly.");
    block.putArray("required").add("samples").add("over");
    ObjectNode properties = block.putObject("properties");
    properties.putObject("samples").put("type", "integer").put("minimum", 1);
    properties.putObject("seed").put("type", "integer").put("minimum", 0);
    properties.set("over", parameters("Parameters and their ranges.", axis()));
    return block;
  }

  private static ObjectNode object(String description) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("additionalProperties", false);
    return schema.put("description", description);
  }
}
