package temper.lab.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema of what a study file asks to be made of results: {@code compare} and {@code plot}.
 */
final class ResultsSchema {

  private final List<String> experiments;
  private final Set<String> metrics = new LinkedHashSet<>();
  private final Set<String> tables = new LinkedHashSet<>(Set.of(PlotReader.TRIALS));
  private final Set<String> numbers = new LinkedHashSet<>();

  ResultsSchema(Study study) {
    experiments = study.experiments().stream().<String>map(one -> one.name()).toList();
    for (Experiment<?> experiment : study.experiments()) {
      experiment.metrics().stream()
          .filter(Column::holdsNumbers)
          .map(Column::name)
          .forEach(metrics::add);
      for (TableSchema table : experiment.tables()) {
        tables.add(table.name());
        table.columns().stream()
            .filter(Column::holdsNumbers)
            .map(Column::name)
            .forEach(numbers::add);
      }
    }
    numbers.addAll(metrics);
  }

  void addTo(ObjectNode properties) {
    properties.set("compare", oneOrMore(comparison()));
    properties.set("plot", oneOrMore(plot()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode oneOrMore(ObjectNode item) {
    ObjectNode schema = object();
    ArrayNode either = schema.putArray("anyOf");
    either.add(item);
    either.addObject().put("type", "array").put("minItems", 1).set("items", item.deepCopy());
    return schema;
  }

  private static ObjectNode names(Collection<String> names) {
    ObjectNode schema = object();
    ArrayNode allowed = schema.putArray("enum");
    names.forEach(allowed::add);
    return schema;
  }

  private static ObjectNode block(String... required) {
    ObjectNode block = object();
    block.put("type", "object").put("additionalProperties", false);
    ArrayNode keys = block.putArray("required");
    for (String key : required) {
      keys.add(key);
    }
    return block;
  }

  private static ObjectNode text(String description) {
    return object().put("type", "string").put("description", description);
  }

  private ObjectNode comparison() {
    ObjectNode block = block("metric", "baseline");
    block.put("description", "Paired tests of all other values of parameters against one.");
    ObjectNode properties = block.putObject("properties");
    properties.set("metric", oneOrMore(names(metrics)));
    ObjectNode baseline = object();
    baseline.put("type", "object").put("minProperties", 1);
    baseline.put("description", "Values of swept parameters that others are compared with.");
    properties.set("baseline", oneOrMore(baseline));
    properties.set("experiment", names(experiments));
    properties.set("test", names(Comparison.tests()));
    properties.set("direction", names(Comparison.directions()));
    properties.set("divergence", names(Comparison.divergences()));
    ObjectNode level = properties.putObject("level");
    level.put("type", "number").put("exclusiveMinimum", 0).put("exclusiveMaximum", 1);
    return block;
  }

  private ObjectNode plot() {
    ObjectNode block = block("x", "y");
    block.put("description", "A figure of the trials or of a table.");
    ObjectNode properties = block.putObject("properties");
    properties.set("x", text("Column along the horizontal axis."));
    properties.set("y", names(numbers).put("description", "Column of numbers."));
    properties.set("color", text("Column whose values are told apart by colour."));
    ObjectNode facet = properties.putObject("facet");
    ArrayNode either = facet.putArray("anyOf");
    either.add(text("Column whose values have a panel each."));
    ObjectNode two = either.addObject().put("type", "object").put("additionalProperties", false);
    PlotReader.FACETS.forEach(two.putObject("properties")::putObject);
    properties.set("kind", names(Plot.kinds()));
    properties.set("band", names(Plot.bands()));
    ObjectNode log = oneOrMore(names(PlotReader.AXES));
    ((ObjectNode) log.get("anyOf").get(1)).put("minItems", 0);
    properties.set("log", log);
    properties.putObject("where").put("type", "object").put("minProperties", 1);
    ObjectNode labels = properties.putObject("labels").put("type", "object");
    labels.put("minProperties", 1).putObject("additionalProperties").put("type", "string");
    properties.set("from", names(tables));
    properties.set("experiment", names(experiments));
    properties.set("title", text("A few words."));
    properties.set("name", text("Names the files: lower-case words joined by hyphens."));
    return block;
  }
}
