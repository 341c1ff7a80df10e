package temper.lab.config;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.Study;

/**
 * A study file to begin with: every parameter of an experiment with its default and a comment.
 *
 * @since 0.1
 */
public final class Template {

  private Template() {}

  /**
   * The file.
   *
   * @param parameters the plug-ins that a parameter can name
   * @param study the study
   * @param experiment one of its experiments
   * @return YAML that changes nothing as it stands
   */
  public static String of(Parameters parameters, Study study, Experiment<?> experiment) {
    return of(parameters, study, experiment, List.of("study: " + study.name()));
  }

  /**
   * The file, for a study that is not named by its name alone.
   *
   * @param parameters the plug-ins that a parameter can name
   * @param study the study
   * @param experiment one of its experiments
   * @param named the lines that name the study and its code
   * @return YAML that changes nothing as it stands
   */
  public static String of(
      Parameters parameters, Study study, Experiment<?> experiment, List<String> named) {
    StringBuilder out = new StringBuilder();
    out.append("# yaml-language-server: $schema=").append(schemaFile(study)).append('\n');
    out.append("# ").append(oneLine(study.summary())).append('\n');
    out.append("format: 1\n");
    named.forEach(line -> out.append(line).append('\n'));
    out.append("name: my-").append(study.name()).append('\n');
    out.append("experiment: ").append(experiment.name());
    out.append("  # ").append(oneLine(experiment.summary())).append('\n');
    // As comments: a value in base would take the place of those that the design gives its cells.
    out.append("# base:  # the defaults; uncomment what you change\n");
    Shapes shapes = parameters.binder().shapes();
    Record defaults = experiment.defaults();
    record(shapes, shapes.of(defaults), defaults, "#   ", out);
    out.append("# sweep:  # each block multiplies the cells\n");
    sweeps(out);
    out.append("# replicates: 12\n");
    results(experiment, out);
    return out.toString();
  }

  /**
   * The name of the file with the JSON Schema of a study, to which such files point editors.
   *
   * @param study the study
   * @return a file name
   */
  public static String schemaFile(Study study) {
    return study.name() + ".schema.json";
  }

  /** One example of everything that a sweep can say. */
  private static void sweeps(StringBuilder out) {
    for (String line :
        List.of(
            "  grid: {KEY: [1, 2], KEY: {log: [0.001, 1, 4]}}  # every combination",
            "    # an axis: [values], {linear: [from, to, count]}, {log: [from, to, count]},",
            "    # {range: [from, to, step]}, or {label: value, label: value} for named values",
            "  zip: {KEY: [1, 2], KEY: [10, 20]}  # side by side, of equal length",
            "  list: [{KEY: 1, KEY: 5}, {KEY: 2}]  # single cells",
            "  random: {samples: 20, over: {KEY: {linear: [0, 1]}, KEY: {integer: [1, 9]}}}",
            "  latin-hypercube: {samples: 20, over: {KEY: {log: [0.001, 1]}}}",
            "  sobol: {samples: 32, over: {KEY: {linear: [0, 1]}}}",
            "  exclude: [{KEY: 2, KEY: '>= 0.5'}]  # cells to leave out")) {
      out.append("# ").append(line).append('\n');
    }
  }

  /** What can be made of the results; the first metric stands for any. */
  private static void results(Experiment<?> experiment, StringBuilder out) {
    List<String> metrics =
        experiment.metrics().stream().filter(Column::holdsNumbers).map(Column::name).toList();
    String metric = metrics.isEmpty() ? "METRIC" : metrics.get(0);
    for (String line :
        List.of(
            "compare:  # paired tests of all other values against one; of results: nothing runs anew",
            "  metric: " + metric + "  # or a list; one of: " + String.join(", ", metrics),
            "  baseline: {KEY: 1}  # a swept value, or a list of them",
            "  direction: lower  # which values are better: higher or lower",
            "  test: paired-t  # one of: " + String.join(", ", Comparison.tests()),
            "  divergence: excluded  # one of: " + String.join(", ", Comparison.divergences()),
            "  level: 0.05  # of the family, corrected by Holm",
            "plot:  # figures of trials or tables; of results: nothing runs anew",
            "  - {x: KEY, y: " + metric + ", color: KEY, band: ci95}",
            "    # kind: " + String.join(", ", Plot.kinds()),
            "    # band: " + String.join(", ", Plot.bands()),
            "    # facet: KEY or {rows: KEY, columns: KEY}; log: [x, y]; where: {KEY: [1, 2]};",
            "    # from: trials or a table; title: TEXT; name: of-the-file")) {
      out.append("# ").append(line).append('\n');
    }
  }

  private static void record(
      Shapes shapes, RecordShape shape, Record record, String indent, StringBuilder out) {
    for (RecordShape.Component component : shape.components()) {
      Object value = component.read(record);
      out.append(indent).append(component.key()).append(':');
      if (component.type() instanceof ValueType.Nested nested
          && !nested.shape().components().isEmpty()) {
        out.append(comment(component)).append('\n');
        record(shapes, nested.shape(), (Record) value, indent + "  ", out);
      } else {
        out.append(' ').append(new YamlWriter(shapes).flow(component.type(), value));
        out.append(comment(component)).append('\n');
      }
    }
  }

  private static String comment(RecordShape.Component component) {
    StringBuilder comment = new StringBuilder(component.description());
    add(comment, component.unit().isEmpty() ? "" : "[" + component.unit() + "]");
    List<String> constraints = temper.plugin.Constraints.describe(component.declared());
    add(comment, String.join(", ", constraints));
    List<String> names = component.type().required().names();
    add(comment, names.isEmpty() ? "" : "one of " + String.join(", ", names));
    return comment.length() == 0 ? "" : "  # " + oneLine(comment.toString());
  }

  private static void add(StringBuilder comment, String part) {
    if (!part.isEmpty()) {
      comment.append(comment.length() == 0 ? "" : "; ").append(part);
    }
  }

  private static String oneLine(String text) {
    return Texts.printable(text.replaceAll("\\s+", " ").strip());
  }
}
