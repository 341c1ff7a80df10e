package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.report.ResultDifference;

/** {@code temper diff}. */
@Command(
    name = "diff",
    description = {
      "Compares two result folders, file by file and byte by byte.",
      "What is volatile (provenance.json, timings.csv) is left out. Exit code 7 if they differ."
    })
final class DiffCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "DIR", description = "A result folder.")
  Path left = Path.of("");

  @Parameters(index = "1", paramLabel = "DIR", description = "Another one.")
  Path right = Path.of("");

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    for (Path folder : List.of(left, right)) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException("there is no folder " + folder.toAbsolutePath());
      }
    }
    List<ResultDifference> differences = ResultDifference.between(left, right);
    Console console = session.console();
    if (json) {
      console.resultText(Json.text(differences.stream().map(ResultDifference::asMap).toList()));
    } else if (differences.isEmpty()) {
      console.result("The results are the same to the byte.");
    } else {
      TextTable table = new TextTable("file", "rows", "difference");
      for (ResultDifference difference : differences) {
        table.row(
            difference.file(),
            difference.rows() < 0 ? "" : "" + difference.rows(),
            difference.what());
      }
      console.resultText(table.render(console.width()));
    }
    return (differences.isEmpty() ? ExitCode.DONE : ExitCode.VERIFICATION_MISMATCH).code();
  }
}
