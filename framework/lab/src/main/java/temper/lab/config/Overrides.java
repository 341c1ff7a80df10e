package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import temper.lab.study.Experiment;

/** Reads {@code -S key=value} for the experiments of a study. */
final class Overrides {

  private final Binder binder;
  private final List<Experiment<?>> experiments;
  private final Problems problems;
  private final Map<String, List<Setting>> settings = new LinkedHashMap<>();
  private final Map<String, Place> seen = new LinkedHashMap<>();

  Overrides(Binder binder, List<Experiment<?>> experiments, Problems problems) {
    this.binder = binder;
    this.experiments = List.copyOf(experiments);
    this.problems = problems;
  }

  /** Settings by name of experiment. */
  Map<String, List<Setting>> read(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      read("-S #" + (i + 1), texts.get(i));
    }
    return settings;
  }

  private void read(String source, String text) {
    Place start = new Place(source, 1, 1);
    int equals = text.indexOf('=');
    if (equals <= 0) {
      problems.add(start, "", "must have the form key=value, got " + Texts.quoted(text));
      return;
    }
    String key = text.substring(0, equals).strip();
    int column = text.codePointCount(0, equals + 1) + 1;
    Place twice = seen.putIfAbsent(key, start);
    if (twice != null) {
      problems.add(start, key, "is set twice, first by " + twice.file());
      return;
    }
    String value = text.substring(equals + 1);
    Optional<Node> node =
        value.isBlank()
            ? Optional.of(nothing(source, column))
            : YamlReader.read(source, column, value, problems);
    Map<Experiment<?>, Target> targets = targets(key);
    if (targets.isEmpty()) {
      unknown(key, start);
    }
    if (node.isEmpty()) {
      return;
    }
    targets.forEach(
        (experiment, target) ->
            binder
                .edit(node.get(), key, target.component(), problems)
                .ifPresent(
                    edit ->
                        settings
                            .computeIfAbsent(experiment.name(), name -> new ArrayList<>())
                            .add(
                                new Setting(
                                    Axis.of(target, edit, start, key), targets.size() > 1))));
  }

  private static Node nothing(String source, int column) {
    return new Node.Scalar(new Place(source, 1, column), YamlScalars.resolve(""), "", true);
  }

  /** The experiments that a key means: the one that it names, or all that have the parameter. */
  private Map<Experiment<?>, Target> targets(String key) {
    Map<Experiment<?>, Target> targets = new LinkedHashMap<>();
    for (Experiment<?> experiment : experiments) {
      String prefix = experiment.name() + ".";
      if (key.startsWith(prefix)) {
        find(experiment, key.substring(prefix.length())).ifPresent(t -> targets.put(experiment, t));
      }
    }
    if (targets.isEmpty()) {
      for (Experiment<?> experiment : experiments) {
        find(experiment, key).ifPresent(target -> targets.put(experiment, target));
      }
    }
    return targets;
  }

  private Optional<Target> find(Experiment<?> experiment, String path) {
    return Target.find(binder.shapes(), shape(experiment), path);
  }

  private RecordShape shape(Experiment<?> experiment) {
    return binder.shapes().of(experiment.defaults());
  }

  /** Says what is wrong where the path leads farthest, or names all that could begin it. */
  private void unknown(String key, Place place) {
    String first = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    Set<String> known = new LinkedHashSet<>();
    for (Experiment<?> experiment : experiments) {
      RecordShape shape = shape(experiment);
      if (first.equals(experiment.name()) && key.contains(".")) {
        String rest = key.substring(key.indexOf('.') + 1);
        Target.find(binder.shapes(), shape, rest, place, key, problems);
        return;
      } else if (shape.index(first) >= 0) {
        Target.find(binder.shapes(), shape, key, place, key, problems);
        return;
      }
      known.addAll(shape.keys());
    }
    problems.unknown(place, key, "unknown parameter " + Texts.quoted(first), first, known);
  }
}
