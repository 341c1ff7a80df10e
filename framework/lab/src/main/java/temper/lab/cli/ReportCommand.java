package temper.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.StudyFolder;

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
    try (StudyFolder folder =
        StudyFolder.open(argument.folder, String.join(" ", session.command()))) {
      new Publication(study, CsvTables.of(argument.folder)).publish(folder);
    }
    session.console().result(argument.folder.resolve("report.html").toString());
    return ExitCode.DONE.code();
  }
}
