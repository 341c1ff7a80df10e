package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.config.Schema;
import temper.lab.config.Template;
import temper.lab.source.SourceCode;
import temper.lab.store.RelativePath;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.plugin.Names;

/** {@code temper init}. */
@Command(
    name = "init",
    description =
        "Writes a commented config file with every default of a study, and beside it the study's"
            + " JSON Schema, to which the first line of the config points editors.")
final class InitCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--experiment",
      paramLabel = "EXPERIMENT",
      description = "Name of the experiment (default: the first).")
  String experiment = "";

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file to write, such as study.yaml; must not exist.")
  Path file = Path.of("");

  @Option(
      names = "--study",
      paramLabel = "STUDY",
      description = "Name of the study, or a Java file (default: the first of `temper list`).")
  String study = "";

  @Mixin private CodeOption code = new CodeOption();

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<String> studies = Targets.studies().names();
    if (study.isEmpty() && studies.isEmpty()) {
      throw new UsageException("there are no studies on the class path");
    }
    Targets.Named named = Targets.named(study.isEmpty() ? studies.get(0) : study, code.file);
    Study chosen = named.study();
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(file + " exists already; temper never writes over a config");
    }
    String config =
        Template.of(named.loader().parameters(), chosen, experiment(chosen), naming(chosen));
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, config, StandardOpenOption.CREATE_NEW);
    Files.writeString(
        file.resolveSibling(Template.schemaFile(chosen)),
        Json.text(Schema.of(named.loader().parameters(), chosen)));
    session
        .console()
        .message(
            "Wrote "
                + file
                + ", and its JSON Schema for editors. Next: temper plan "
                + file
                + ", then temper run "
                + file);
    return ExitCode.DONE.code();
  }

  /** The lines that name a study: by its name, or by the way from the config to its Java file. */
  private List<String> naming(Study chosen) {
    boolean ofFile = study.endsWith(SourceCode.EXTENSION);
    List<String> lines = new ArrayList<>();
    lines.add("study: " + (ofFile ? fromConfig(Path.of(study)) : chosen.name()));
    if (code.file != null) {
      lines.add("code: " + fromConfig(code.file));
    }
    return lines;
  }

  private String fromConfig(Path java) {
    String way = RelativePath.between(file.toAbsolutePath().resolveSibling(""), java);
    return Json.quoted(way.startsWith(".") ? way : "./" + way);
  }

  private Experiment<?> experiment(Study chosen) {
    if (experiment.isEmpty()) {
      return chosen.experiments().get(0);
    }
    List<String> names = new ArrayList<>();
    for (Experiment<?> candidate : chosen.experiments()) {
      if (candidate.name().equals(experiment)) {
        return candidate;
      }
      names.add(candidate.name());
    }
    throw new UsageException(
        "study '"
            + chosen.name()
            + "' has no experiment '"
            + experiment
            + "'."
            + Names.suggestion(experiment, names));
  }
}
