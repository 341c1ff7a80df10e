package temper.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.StudyRun;

/** {@code temper report}. */
@Command(
    name = "report",
    description =
        "Writes claims, figures and the report of a result folder again, from its CSV files alone.")
final class ReportCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(argument.folder);
    Runner runner = new Runner(session, new RunOptions.Execution());
    RunOptions options = new RunOptions();
    options.yes = true;
    try (StudyRun run =
        StudyRun.open(
            study, argument.folder, runner.settings(options), new Notices(session.console()))) {
      run.publish();
    }
    session.console().result(argument.folder.resolve("report.html").toString());
    return ExitCode.DONE.code();
  }
}
