package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import temper.lab.study.Experiment;

/**
 * Reads {@code -S key=value}, and texts of that form in a study file, for the experiments of a
 * study.
 */
final class Overrides {

  private final Binder binder;
  private final List<Experiment<?>> experiments;
  private final Problems problems;
  private final Map<String, List<Setting>> settings = new LinkedHashMap<>();
  private final Map<String, Given> seen = new LinkedHashMap<>();

  Overrides(Binder binder, List<Experiment<?>> experiments, Problems problems) {
    this.binder = binder;
    this.experiments = List.copyOf(experiments);
    this.problems = problems;
  }

  /**
   * A text of the form {@code key=value}.
   *
   * @param start where it is told to stand
   * @param first where its first character stands
   * @param path what the key stands in, as a path
   * @param name how another one of the same key names it
   */
  private record Given(Place start, Place first, String path, String name, String text) {

    static Given ofCommandLine(int number, String text) {
      Place start = new Place("-S #" + number, 1, 1);
      return new Given(start, start, "", "by " + start.file(), text);
    }

    static Given ofFile(int index, Node.Scalar scalar) {
      Place start = scalar.place();
      Place first =
          new Place(start.file(), start.line(), start.column() + (scalar.plain() ? 0 : 1));
      String name = "at line " + start.line() + " column " + start.column();
      return new Given(start, first, "overrides[" + index + "]", name, scalar.text());
    }
  }

  /** Whether the command line has an override of the same key. */
  static boolean isReplaced(String ofFile, List<String> ofCommandLine) {
    return ofFile.indexOf('=') > 0
        && ofCommandLine.stream().anyMatch(text -> key(text).equals(key(ofFile)));
  }

  private static String key(String text) {
    return text.substring(0, Math.max(0, text.indexOf('='))).strip();
  }

  /**
   * Settings by name of experiment.
   *
   * @param ofFile what a study file says
   * @param ofCommandLine what takes the place of it where the key is the same
   */
  Map<String, List<Setting>> read(List<Node.Scalar> ofFile, List<String> ofCommandLine) {
    for (int i = 0; i < ofFile.size(); i++) {
      if (!isReplaced(ofFile.get(i).text(), ofCommandLine)) {
        read(Given.ofFile(i, ofFile.get(i)));
      }
    }
    for (int i = 0; i < ofCommandLine.size(); i++) {
      read(Given.ofCommandLine(i + 1, ofCommandLine.get(i)));
    }
    return settings;
  }

  private void read(Given given) {
    Place start = given.start();
    String text = given.text();
    int equals = text.indexOf('=');
    if (equals <= 0) {
      problems.add(start, given.path(), "must have the form key=value, got " + Texts.quoted(text));
      return;
    }
    String key = key(text);
    String at = Binder.join(given.path(), key);
    Given twice = seen.putIfAbsent(key, given);
    if (twice != null) {
      problems.add(start, at, "is set twice, first " + twice.name());
      return;
    }
    Place first = given.first();
    int column = first.column() + text.codePointCount(0, equals + 1);
    Optional<Node> node =
        value(new Place(first.file(), first.line(), column), text.substring(equals + 1));
    Map<Experiment<?>, Target> targets = targets(key);
    if (targets.isEmpty()) {
      unknown(key, start, at);
    }
    if (node.isEmpty()) {
      return;
    }
    targets.forEach(
        (experiment, target) ->
            binder
                .edit(node.get(), at, target.component(), problems)
                .ifPresent(
                    edit ->
                        settings
                            .computeIfAbsent(experiment.name(), name -> new ArrayList<>())
                            .add(
                                new Setting(
                                    Axis.of(target, edit, start, at), true, targets.size() > 1))));
  }

  private Optional<Node> value(Place place, String text) {
    return text.isBlank()
        ? Optional.of(new Node.Scalar(place, YamlScalars.resolve(""), "", true))
        : YamlReader.read(place, text, problems);
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
  private void unknown(String key, Place place, String at) {
    String first = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    Set<String> known = new LinkedHashSet<>();
    for (Experiment<?> experiment : experiments) {
      RecordShape shape = shape(experiment);
      if (first.equals(experiment.name()) && key.contains(".")) {
        String rest = key.substring(key.indexOf('.') + 1);
        Target.find(binder.shapes(), shape, rest, place, at, problems);
        return;
      } else if (shape.index(first) >= 0) {
        Target.find(binder.shapes(), shape, key, place, at, problems);
        return;
      }
      known.addAll(shape.keys());
    }
    problems.unknown(place, at, "unknown parameter " + Texts.quoted(first), first, known);
  }
}
