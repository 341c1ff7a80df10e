package temper.lab.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import temper.lab.source.SourceCode;
import temper.lab.study.FileNames;
import temper.lab.study.Profile;

/**
 * A study file, read but not yet held against the study that it names.
 *
 * @param place where the file begins
 * @param study name of the study, or the Java file that declares it
 * @param code the Java file of further plug-ins
 * @param name name of the run, usually that of the study
 * @param experiment the experiment that is meant, where the study has several
 * @param base parameters that differ from their defaults
 * @param sweep parameters that are swept
 * @param replicates number of replicates of each cell
 * @param profile size of the run, where the file says it
 * @param overrides texts of the form {@code key=value}, as after {@code -S}
 * @param compare what is to be compared
 * @param plot what is to be drawn
 * @param document the whole file
 * @since 0.1
 */
public record StudySpec(
    Place place,
    Node.Scalar study,
    Optional<Node.Scalar> code,
    Optional<Node.Scalar> name,
    Optional<Node.Scalar> experiment,
    Optional<Node> base,
    Optional<Node> sweep,
    OptionalInt replicates,
    Optional<Node.Scalar> profile,
    List<Node.Scalar> overrides,
    Optional<Node> compare,
    Optional<Node> plot,
    Node document) {

  /** Copies the list. */
  public StudySpec {
    overrides = List.copyOf(overrides);
  }

  static final List<String> KEYS =
      List.of(
          "format",
          "study",
          "code",
          "profile",
          "name",
          "experiment",
          "base",
          "sweep",
          "replicates",
          "overrides",
          "compare",
          "plot");

  /** Keys that change what is made of results, and no result. */
  static final List<String> OF_RESULTS = List.of("compare", "plot");

  private static final int FORMAT = 1;
  private static final int MOST_REPLICATES = 1_000_000;
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");

  static Optional<StudySpec> read(Node root, Problems problems) {
    Optional<Fields> read = Fields.of(root, "", KEYS, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    if (fields.require("format").isPresent()) {
      OptionalLong format = fields.integer("format", FORMAT, FORMAT);
      if (format.isEmpty()) {
        return Optional.empty(); // Another format has other rules.
      }
    }
    Optional<Node.Scalar> study =
        fields.require("study").isPresent() ? fields.text("study") : Optional.empty();
    study.filter(text -> !isFile(text)).ifPresent(text -> hyphenated(text, "study", problems));
    Optional<Node.Scalar> code = fields.text("code");
    code.ifPresent(text -> javaFile(text, study.filter(StudySpec::isFile), problems));
    Optional<Node.Scalar> name = fields.text("name");
    name.ifPresent(text -> fileName(text, problems));
    Optional<Node.Scalar> experiment = fields.text("experiment");
    experiment.ifPresent(text -> hyphenated(text, "experiment", problems));
    OptionalLong replicates = fields.integer("replicates", 1, MOST_REPLICATES);
    Optional<Node.Scalar> profile = fields.text("profile");
    profile.ifPresent(text -> profile(text, problems));
    List<Node.Scalar> overrides =
        fields.get("overrides").map(node -> overrides(node, problems)).orElse(List.of());
    return study.map(
        text ->
            new StudySpec(
                root.place(),
                text,
                code,
                name,
                experiment,
                fields.get("base"),
                fields.get("sweep"),
                replicates.isPresent()
                    ? OptionalInt.of((int) replicates.getAsLong())
                    : OptionalInt.empty(),
                profile,
                overrides,
                fields.get("compare"),
                fields.get("plot"),
                root));
  }

  private static boolean isFile(Node.Scalar text) {
    return text.text().endsWith(SourceCode.EXTENSION);
  }

  /** The Java file that the config names, wherever. */
  Optional<Node.Scalar> javaFile() {
    return isFile(study) ? Optional.of(study) : code;
  }

  private static void javaFile(Node.Scalar text, Optional<Node.Scalar> study, Problems problems) {
    if (!isFile(text)) {
      String message = "must be a Java file, such as ./MySchedule.java, got ";
      problems.add(text.place(), "code", message + Texts.quoted(text.text()));
    } else if (study.isPresent()) {
      problems.add(
          text.place(), "code", "is not needed: all that a config uses stands in its study's file");
    }
  }

  private static void profile(Node.Scalar text, Problems problems) {
    List<String> labels = Arrays.stream(Profile.values()).map(Profile::label).toList();
    if (!labels.contains(text.text())) {
      String message = "unknown profile " + Texts.quoted(text.text());
      problems.unknown(text.place(), "profile", message, text.text(), labels);
    }
  }

  private static List<Node.Scalar> overrides(Node node, Problems problems) {
    List<Node.Scalar> texts = new ArrayList<>();
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(node.place(), "overrides", "must be a list of texts, not " + node.described());
      return texts;
    }
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar && scalar.value().isString()) {
        texts.add(scalar);
      } else {
        problems.add(
            item.place(), "overrides", "must be a text key=value, not " + item.described());
      }
    }
    return texts;
  }

  private static void hyphenated(Node.Scalar text, String key, Problems problems) {
    if (!FileNames.isHyphenated(text.text())) {
      problems.add(
          text.place(),
          key,
          "must be lower-case words joined by hyphens, got " + Texts.quoted(text.text()));
    }
  }

  private static void fileName(Node.Scalar text, Problems problems) {
    if (Arrays.stream(Profile.values())
        .anyMatch(one -> one.label().equalsIgnoreCase(text.text()))) {
      problems.add(
          text.place(),
          "name",
          Texts.quoted(text.text()) + " is where the study's own results lie: choose another name");
      return;
    }
    if (!FILE_NAME.matcher(text.text()).matches() || text.text().contains("..")) {
      problems.add(
          text.place(),
          "name",
          "must be a file name of letters, digits, '.', '_' and '-', at most 100 of them, got "
              + Texts.quoted(text.text()));
    } else if (!FileNames.isPortable(text.text())) {
      problems.add(
          text.place(),
          "name",
          Texts.quoted(text.text())
              + " is the name of a device on some systems, so that no folder can have it");
    }
  }
}
