package temper.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import temper.lab.config.Schema;

/** {@code temper schema}. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of a study's config files, for editors.")
final class SchemaCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      completionCandidates = StudyNames.class,
      description = "Name of a study (see `temper list`), or a Java file.")
  String study = "";

  @Mixin private CodeOption code = new CodeOption();

  SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Targets.Named named = Targets.named(study, code.file);
    session.console().resultText(Json.text(Schema.of(named.loader().parameters(), named.study())));
    return ExitCode.DONE.code();
  }
}
