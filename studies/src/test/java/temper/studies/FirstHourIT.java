package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the first hour print what the page shows. With -Dpages.write it is written. */
@Tag("slow")
class FirstHourIT {

  private static final Path PAGE = FinishedJar.ROOT.resolve("framework/docs/first-hour.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- file: (\\S+) -->\n```yaml\n(.*?)```|```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PROGRESS = Pattern.compile("(?m)^\\S+ +\\d+/\\d+ .*\n");
  private static final String PROMPT = "$ ./temper ";

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatThePageShows() throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
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
  }

  private String output(String command) throws IOException, InterruptedException {
    String printed = FinishedJar.in(folder).run(command.split(" ", -1)).output();
    return PROGRESS.matcher(printed).replaceAll("").replaceAll("(?m) +$", "");
  }
}
