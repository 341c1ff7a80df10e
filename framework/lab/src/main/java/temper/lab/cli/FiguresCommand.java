package temper.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.Registration;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.OutputFolder;
import temper.lab.store.StudyFolder;
import temper.plugin.Names;

/** {@code temper figures}. */
@Command(
    name = "figures",
    description = "Draws the figures of a result folder again, from its CSV files alone.")
final class FiguresCommand implements Callable<Integer> {

  private static final List<String> FORMATS = List.of("svg", "pdf", "png");

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      description = "svg, pdf or png, or several separated by commas (default: svg).")
  List<String> formats = new ArrayList<>(List.of("svg"));

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draws them in this folder, and leaves the result folder untouched.")
  @Nullable Path out;

  FiguresCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    for (String format : formats) {
      if (!FORMATS.contains(format)) {
        throw new UsageException(
            "'" + format + "' is not a format of figures." + Names.suggestion(format, FORMATS));
      }
    }
    ResolvedStudy study = Targets.ofFolder(argument);
    Registration.requireSeeds(argument.folder, study);
    Publication publication = new Publication(study, CsvTables.of(argument.folder));
    Path elsewhere = out;
    List<String> files;
    if (elsewhere == null) {
      try (StudyFolder folder =
          StudyFolder.open(argument.folder, String.join(" ", session.command()))) {
        files = publication.writeFigures(folder, formats);
      }
    } else {
      try (OutputFolder folder = session.outputFolder(elsewhere)) {
        files = publication.writeFigures(folder, formats);
      }
    }
    Path written = elsewhere == null ? argument.folder : elsewhere;
    files.forEach(file -> session.console().result(written.resolve(file).toString()));
    return ExitCode.DONE.code();
  }
}
