package temper.lab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import temper.data.PublishedDataset;
import temper.lab.config.Description;
import temper.lab.config.Parameters;
import temper.lab.study.Claim;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Plugin;
import temper.schedule.ControllerPlugin;
import temper.schedule.SchedulePlugin;

/** What a user can know of a plug-in: source, parameters with defaults and limits, claims. */
final class PluginDescription {

  private static final int LONGEST_CELL = 24;
  private static final int MOST_CHOICES = 12;

  private final Parameters parameters;

  PluginDescription(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The description as text for people. */
  String text(Plugin plugin, int width) {
    StringBuilder out = new StringBuilder();
    paragraph(out, plugin.name() + ": " + plugin.summary(), width);
    paragraph(out, "Source: " + source(plugin), width);
    if (!plugin.aliases().isEmpty()) {
      paragraph(out, "Also called: " + String.join(", ", plugin.aliases()), width);
    }
    if (!formula(plugin).isEmpty()) {
      out.append('\n');
      paragraph(out, formula(plugin), width);
    }
    if (plugin instanceof Study study) {
      for (Experiment<?> experiment : study.experiments()) {
        out.append('\n').append(text(experiment, width));
      }
      TextTable claims = new TextTable("claim", "test", "statement");
      study.claims().forEach(claim -> claims.row(claim.id(), claim.test(), claim.statement()));
      out.append('\n').append(claims.render(width));
    }
    if (plugin instanceof ParameterizedPlugin<?> parameterized) {
      out.append('\n').append(table(parameterized.defaults(), width));
    }
    if (plugin instanceof ControllerPlugin<?> controller) {
      out.append('\n');
      paragraph(out, "In a config: " + config(controller), width);
    }
    if (plugin instanceof SchedulePlugin<?> schedule) {
      out.append('\n');
      paragraph(out, "In a config: " + config(schedule), width);
      out.append('\n').append(ExamplePlots.text(schedule, width));
    }
    if (plugin instanceof PublishedDataset dataset) {
      paragraph(out, "Licence: " + dataset.licence(), width);
      TextTable files = new TextTable("file", "size", "from");
      dataset
          .files()
          .forEach(file -> files.row(file.name(), Estimates.bytes(file.bytes()), file.url()));
      out.append('\n').append(files.render(width));
    }
    return out.toString();
  }

  private static String formula(Plugin plugin) {
    if (plugin instanceof SchedulePlugin<?> schedule) {
      return schedule.formula();
    }
    return plugin instanceof ControllerPlugin<?> controller ? controller.formula() : "";
  }

  /** The plug-in with its defaults as a config has it. */
  private String config(ParameterizedPlugin<?> plugin) {
    List<String> entries = new ArrayList<>();
    for (Description one : Description.of(parameters, plugin.defaults())) {
      entries.add(one.key() + ": " + (one.isRequired() ? "REQUIRED" : one.value()));
    }
    return "{" + plugin.name() + ": {" + String.join(", ", entries) + "}}";
  }

  /** An experiment: parameters, metrics and tables. */
  String text(Experiment<?> experiment, int width) {
    StringBuilder out = new StringBuilder();
    paragraph(out, "experiment " + experiment.name() + ": " + experiment.summary(), width);
    out.append(table(experiment.defaults(), width));
    if (!experiment.metrics().isEmpty()) {
      out.append(columns("metric", experiment.metrics(), width));
    }
    for (TableSchema schema : experiment.tables()) {
      paragraph(out, "table " + schema.name() + ": " + schema.description(), width);
      out.append(columns("column", schema.columns(), width));
    }
    return out.toString();
  }

  private static String columns(String head, List<Column> columns, int width) {
    TextTable table = new TextTable(head, "type", "unit", "meaning");
    for (Column column : columns) {
      table.row(
          column.name(),
          column.type().name().toLowerCase(Locale.ROOT),
          column.unit(),
          column.description());
    }
    return table.render(width);
  }

  private static String source(Plugin plugin) {
    return plugin.source().year() == 0
        ? plugin.source().citation()
        : plugin.source().citation() + ". " + plugin.source().title();
  }

  private static void paragraph(StringBuilder out, String text, int width) {
    TextTable.wrap(Printable.line(text), width)
        .forEach(line -> out.append(line.stripTrailing()).append('\n'));
  }

  private String table(Record defaults, int width) {
    TextTable table = new TextTable("parameter", "type", "default", "meaning");
    for (Description one : Description.of(parameters, defaults)) {
      boolean isLong = one.value().length() > LONGEST_CELL;
      String type = one.choices().isEmpty() ? one.type() : "a name";
      String value = one.isRequired() ? "required" : isLong ? "\u2026" : one.value();
      table.row(one.key(), type, value, meaning(one, isLong));
    }
    return table.render(width);
  }

  private static String meaning(Description one, boolean tellDefault) {
    List<String> meaning = new ArrayList<>();
    if (!one.doc().isEmpty()) {
      meaning.add(one.doc());
    }
    if (!one.unit().isEmpty()) {
      meaning.add("in " + one.unit());
    } else if (one.type().equals("a length")) {
      meaning.add("in steps, epochs or %");
    }
    meaning.addAll(one.constraints());
    if (one.choices().size() > MOST_CHOICES) {
      meaning.add(one.type());
    } else if (!one.choices().isEmpty()) {
      meaning.add("one of " + String.join(", ", one.choices()));
    }
    if (tellDefault) {
      meaning.add("by default " + one.value());
    }
    return String.join("; ", meaning);
  }

  /** The description as maps and lists, for JSON. */
  Map<String, Object> asMap(Plugin plugin) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", plugin.name());
    out.put("summary", plugin.summary());
    out.put("source", source(plugin));
    if (plugin instanceof Study study) {
      out.put("experiments", study.experiments().stream().map(this::asMap).toList());
      out.put("claims", study.claims().stream().map(PluginDescription::asMap).toList());
    }
    out.put("aliases", plugin.aliases());
    if (!formula(plugin).isEmpty()) {
      out.put("formula", formula(plugin));
    }
    if (plugin instanceof ParameterizedPlugin<?> parameterized) {
      out.put("parameters", parameters(parameterized.defaults()));
    }
    if (plugin instanceof PublishedDataset dataset) {
      out.put("licence", dataset.licence());
      out.put("files", dataset.files().stream().map(file -> file.url()).toList());
    }
    return out;
  }

  Map<String, Object> asMap(Experiment<?> experiment) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", experiment.name());
    out.put("summary", experiment.summary());
    out.put("parameters", parameters(experiment.defaults()));
    out.put("metrics", columns(experiment.metrics()));
    List<Map<String, Object>> tables = new ArrayList<>();
    for (TableSchema schema : experiment.tables()) {
      Map<String, Object> table = new LinkedHashMap<>();
      table.put("table", schema.name());
      table.put("description", schema.description());
      table.put("columns", columns(schema.columns()));
      tables.add(table);
    }
    out.put("tables", tables);
    out.put("datasets", experiment.datasets());
    out.put("decided_by", experiment.decidedBy());
    return out;
  }

  private static List<Map<String, Object>> columns(List<Column> columns) {
    List<Map<String, Object>> out = new ArrayList<>();
    for (Column column : columns) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("column", column.name());
      row.put("type", column.type().name().toLowerCase(Locale.ROOT));
      row.put("unit", column.unit());
      row.put("description", column.description());
      out.add(row);
    }
    return out;
  }

  private static Map<String, Object> asMap(Claim claim) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("claim", claim.id());
    out.put("place", claim.place());
    out.put("statement", claim.statement());
    out.put("quantity", claim.quantity());
    out.put("test", claim.test());
    out.put("region", claim.region());
    out.put("divergence", claim.divergence());
    out.put("reduced", claim.reduced());
    return out;
  }

  private List<Map<String, Object>> parameters(Record defaults) {
    List<Map<String, Object>> out = new ArrayList<>();
    for (Description one : Description.of(parameters, defaults)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("key", one.key());
      row.put("type", one.type());
      row.put("default", one.isRequired() ? null : one.value());
      row.put("constraints", one.constraints());
      row.put("choices", one.choices());
      row.put("unit", one.unit());
      row.put("doc", one.doc());
      out.add(row);
    }
    return out;
  }
}
