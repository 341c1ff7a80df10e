package temper.lab.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import temper.lab.engine.RunSettings;
import temper.lab.paper.Paper;
import temper.lab.store.OutputFolder;
import temper.lab.store.RelativePath;

/** {@code temper paper}. */
@Command(
    name = "paper",
    description = {
      "Sets a manuscript whose numbers, tables, verdicts and figures come from results: as one"
          + " HTML page, as TeX and, where latexmk or tectonic is found, as PDF.",
      "Refuses numbers that are missing, stale or typed by hand, names that results do not have,"
          + " and sentences whose claim no longer holds; all at once, with their places."
    })
final class PaperCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--paper",
      paramLabel = "DIR",
      description = "The folder that holds paper.tex (default: ${DEFAULT-VALUE}).")
  Path paper = Path.of("paper");

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "The folder that holds a folder for each study (default: ${DEFAULT-VALUE}).")
  Path results = Targets.RESULTS;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the paper is written (default: the folder 'generated' beside paper.tex).")
  @Nullable Path out;

  @Option(names = "--check", description = "Checks everything and writes nothing.")
  boolean check;

  @Option(names = "--no-pdf", description = "Leaves the PDF out, which takes longest.")
  boolean noPdf;

  PaperCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RunSettings settings =
        new Runner(session, new RunOptions.Execution()).settings(RunOptions.ofFolder());
    Paper read = Paper.read(paper, results, Targets.studies(), Targets::ofFolder, settings);
    read.warnings().forEach(session.console()::message);
    if (check) {
      session
          .console()
          .result(
              counted(read.values(), "value", "values")
                  + " from "
                  + counted(read.studies().size(), "study", "studies")
                  + ", all of them there and fresh");
      return ExitCode.DONE.code();
    }
    Path target = out == null ? paper.resolve("generated") : out;
    try (OutputFolder folder = session.outputFolder(target)) {
      read.writePage(folder, toResults(target));
      read.writeTex(folder);
    }
    session.console().result(target.resolve(Paper.PAGE).toString());
    // An older PDF goes in any case.
    setPdf(target, noPdf ? Map.of() : System.getenv());
    return ExitCode.DONE.code();
  }

  private void setPdf(Path target, Map<String, String> environment) {
    Optional<Path> pdf = Paper.setPdf(target, environment);
    pdf.ifPresent(file -> session.console().result(file.toString()));
    if (pdf.isEmpty() && !noPdf) {
      session
          .console()
          .message(
              "No PDF: none of "
                  + String.join(", ", Paper.pdfPrograms())
                  + " is on the PATH. What they need is in "
                  + target.resolve(Paper.TEX)
                  + ".");
    }
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** The path of the folder of results as a page in the target links it. */
  private String toResults(Path target) {
    return RelativePath.between(target, results) + "/";
  }
}
