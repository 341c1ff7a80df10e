package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets of the page on reading results print what stands below them. With -Dpages.write they
 * are written.
 */
class ReadingResultsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("framework/docs/reading-results.md");
  private static final Pattern SNIPPET =
      Pattern.compile("```(python|r)\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
  private static final long LIMIT_SECONDS = 120;

  @TempDir Path folder;

  private record Ended(int code, String output) {}

  private Ended run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    try {
      Process process = builder.start();
      assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a snippet did not end");
      return new Ended(process.exitValue(), Files.readString(output));
    } catch (IOException notInstalled) {
      return new Ended(-1, notInstalled.getMessage());
    }
  }

  private void check(int number, String language, String... interpreter)
      throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    List<MatchResult> snippets = SNIPPET.matcher(page).results().toList();
    assertEquals(3, snippets.size());
    MatchResult snippet = snippets.get(number);
    assertEquals(language, snippet.group(1));
    Path script = Files.writeString(folder.resolve("snippet"), snippet.group(2));
    String[] command = java.util.Arrays.copyOf(interpreter, interpreter.length + 1);
    command[interpreter.length] = script.toString();

    Ended ended = run(command);

    assertEquals(0, ended.code(), ended.output());
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(
          PAGE,
          page.substring(0, snippet.start(3)) + ended.output() + page.substring(snippet.end(3)));
      return;
    }
    assertEquals(snippet.group(3), ended.output());
  }

  @Test
  void pythonReadsResultsWithoutAnyLibrary() throws IOException, InterruptedException {
    assumeTrue(run("python3", "--version").code() == 0, "python3 is not installed");
    check(0, "python", "python3");
  }

  @Test
  void pandasReadsResults() throws IOException, InterruptedException {
    assumeTrue(run("python3", "-c", "import pandas").code() == 0, "pandas is not installed");
    check(1, "python", "python3");
  }

  @Test
  void baseRReadsResults() throws IOException, InterruptedException {
    assumeTrue(run("Rscript", "--version").code() == 0, "Rscript is not installed");
    check(2, "r", "Rscript");
  }
}
