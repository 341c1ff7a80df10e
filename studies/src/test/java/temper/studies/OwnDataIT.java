package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the page on data of one's own print what it shows. With -Dpages.write it is
 * written.
 */
@Tag("slow")
class OwnDataIT {

  private static final Path PAGE = FinishedJar.ROOT.resolve("framework/docs/own-data.md");
  private static final Path EXAMPLES = FinishedJar.ROOT.resolve("studies/examples");
  private static final String EXAMPLE = "own-table.yaml";
  private static final String TABLE = "leaves.csv";
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- file: (\\S+) -->\n```[a-z]+\n(.*?)```|```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PROGRESS = Pattern.compile("(?m)^\\S+ +\\d+/\\d+ .*\n");
  private static final String PROMPT = "$ ./temper ";

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatThePageShows() throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    for (String name : new String[] {TABLE, EXAMPLE}) {
      Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }
    StringBuilder written = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    int from = 0;
    while (block.find()) {
      if (block.group(1) != null) {
        Files.writeString(folder.resolve(block.group(1)), block.group(2));
      } else {
        written.append(page, from, block.start(3));
        for (String line : block.group(3).split("\n", -1)) {
          if (line.startsWith(PROMPT)) {
            written.append(line).append('\n').append(output(line.substring(PROMPT.length())));
          }
        }
        from = block.end(3);
      }
    }
    written.append(page.substring(from));
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, written);
    }
    assertEquals(written.toString(), Files.readString(PAGE));
    aChangedTableIsNoticed(page);
  }

  private void aChangedTableIsNoticed(String page) throws IOException, InterruptedException {
    Path table = folder.resolve(TABLE);
    Files.writeString(table, Files.readString(table) + "8.77,9.95,0.736,8,valley,beech\n");

    String refusal = output("run " + EXAMPLE);

    assertTrue(page.contains(refusal), refusal);
  }

  private String output(String command) throws IOException, InterruptedException {
    String printed = FinishedJar.in(folder).withoutData().run(command.split(" ", -1)).output();
    return PROGRESS
        .matcher(
            printed.replace(folder.toRealPath() + "/", "FOLDER/").replace(folder + "/", "FOLDER/"))
        .replaceAll("")
        .replaceAll("(?m) +$", "");
  }
}
