package temper.lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.RunSettings;
import temper.lab.engine.StudyRun;
import temper.lab.engine.StudyView;
import temper.lab.report.Publication;
import temper.lab.store.OutputFolder;

/** {@code temper report}. */
@Command(
    name = "report",
    description =
        "Writes claims, figures and the report of a result folder again, from its CSV files alone.")
final class ReportCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes them to this folder, and leaves the result folder untouched.")
  @Nullable Path out;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(argument);
    RunSettings settings =
        new Runner(session, new RunOptions.Execution()).settings(RunOptions.ofFolder(), study);
    Path elsewhere = out;
    if (elsewhere == null) {
      try (StudyRun run =
          StudyRun.open(study, argument.folder, settings, new Notices(session.console()))) {
        run.publish();
      }
    } else {
      try (StudyView view = StudyView.open(study, argument.folder, settings);
          OutputFolder target = session.outputFolder(elsewhere)) {
        view.publish(target);
      }
    }
    Path written = elsewhere == null ? argument.folder : elsewhere;
    session.console().result(written.resolve(Publication.REPORT).toString());
    return ExitCode.DONE.code();
  }
}
