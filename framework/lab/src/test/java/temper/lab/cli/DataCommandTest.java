package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.data.DataFile;
import temper.lab.cli.Call.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DataCommandTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;

  @Test
  void listSaysOfEachDataSetWhatItIsItsLicenceAndHowToGetIt() {
    Ended ended = Call.of("data", "list", "--data", folder.toString());

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("cifar-10 (170 MB)"), ended.out());
    assertTrue(ended.out().contains("Licence: MIT"), ended.out());
    assertTrue(
        ended.out().replaceAll("\\s+", " ").contains("`temper data get fashion-mnist` gets it"),
        ended.out());
  }

  @Test
  void jsonTellsTheSame() {
    Ended ended = Call.of("data", "list", "--json", "--data", folder.toString());

    JsonNode rows = JsonMapper.builder().build().readTree(ended.out());
    assertEquals("breast-cancer-wisconsin", rows.get(0).path("name").asString());
    assertEquals(124_103, rows.get(0).path("bytes").asLong());
    assertEquals(0, rows.get(0).path("found").size());
    assertTrue(rows.get(0).path("problem").asString().contains("wdbc.data"));
  }

  @Test
  void namesAreCheckedBeforeAnythingIsDownloaded() {
    Ended ended = Call.of("data", "get", "fashion-mnits", "--data", folder.toString());

    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("'fashion-mnist'"), ended.err());
    assertEquals(2, Call.of("data", "get", "spirals", "--data", folder.toString()).code());
    assertEquals(2, Call.of("data", "get").code());
    assertTrue(Call.of("data").out().startsWith("Usage: temper data"));
  }

  @Test
  void aDataSetOfTheUsersOwnIsListedAndCheckedLikeThoseThatShip() throws IOException {
    Path code = folder.resolve("Letters.java");
    Files.writeString(
        code,
        """
        import java.io.IOException;
        import java.util.List;
        import temper.data.*;
        import temper.plugin.Source;

        final class Letters implements PublishedDataset {
          public String name() { return "letters"; }
          public String summary() { return "One letter."; }
          public Source source() { return Source.FOLKLORE; }
          public String licence() { return "ours"; }
          public List<DataFile> files() {
            return List.of(new DataFile("letters.txt", "https://example.org/letters.txt", 1,
                "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"));
          }
          public Dataset parse(Files files) throws IOException {
            Examples all = Examples.ofNumbers(new double[] {1}, new int[] {0}, 1);
            return new Dataset(name(), all, Examples.none(all.shape()), List.of("a"));
          }
        }
        """);
    Path file = Files.createDirectories(folder.resolve("letters")).resolve("letters.txt");
    Files.writeString(file, "a");
    String[] own = {"--code", code.toString(), "--data", folder.toString()};

    Ended listed = Call.of("data", "list", own[0], own[1], own[2], own[3]);
    Ended got = Call.of("data", "get", "letters", own[0], own[1], own[2], own[3]);
    Files.writeString(file, "b");
    Ended damaged = Call.of("data", "get", "letters", own[0], own[1], own[2], own[3]);

    assertTrue(listed.out().contains("letters (1 B)"), listed.out() + listed.err());
    assertTrue(listed.out().contains("fashion-mnist"), listed.out());
    assertEquals(file + "\n", got.out(), got.err());
    assertTrue(damaged.code() != 0 && damaged.err().contains("checksum"), damaged.err());
    assertEquals(2, Call.of("data", "get", "letters", own[2], own[3]).code());
  }

  @Test
  void plainProgressIsToldAtTheStartFromTimeToTimeAndAtTheEnd() {
    DataFile file = new DataFile("x.gz", "https://example.org/x.gz", 1_000_000, "a".repeat(64));
    Call call = new Call();
    AtomicLong clock = new AtomicLong();
    try (DownloadLine line = new DownloadLine(call.console(), clock::get)) {
      line.at(file, 1000);
      clock.set(5 * SECOND);
      line.at(file, 100_000);
      clock.set(31 * SECOND);
      line.at(file, 311_000);
      clock.set(40 * SECOND);
      line.at(file, 1_000_000);
    }

    assertEquals(
        List.of(
            "x.gz  1.0 kB of 1.0 MB (0 %)",
            "x.gz  311 kB of 1.0 MB (31 %)  10.0 kB/s  69 s left",
            "x.gz  1.0 MB of 1.0 MB (100 %)  25.0 kB/s"),
        call.err().lines().toList());
  }

  @Test
  void onATerminalOneLineIsWrittenOverForEachFile() {
    Call call = new Call().with("TEMPER_TTY", "1");
    try (DownloadLine line = new DownloadLine(call.console(), () -> 0)) {
      line.at(new DataFile("x.gz", "https://example.org/x.gz", 10, "a".repeat(64)), 5);
      line.at(new DataFile("y.gz", "https://example.org/y.gz", 10, "a".repeat(64)), 10);
    }

    assertEquals(
        "\rx.gz  5 B of 10 B (50 %)\u001b[K\n\ry.gz  10 B of 10 B (100 %)\u001b[K\n", call.err());
  }
}
