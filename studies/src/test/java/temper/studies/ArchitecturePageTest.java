package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.lab.source.SourceCode;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;
import temper.optim.Chain;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.plugin.Example;
import temper.random.StreamRoot;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/** The page for contributors. With -Dpages.write its table of rooms is written. */
class ArchitecturePageTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("framework/docs/architecture.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROOMS =
      Pattern.compile("<!-- rooms: begin -->\n(.*?)<!-- rooms: end -->", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  @TempDir Path folder;

  private Map<String, SourceCode> files() throws IOException {
    Map<String, SourceCode> files = new TreeMap<>();
    Matcher file = FILE.matcher(Files.readString(PAGE));
    while (file.find()) {
      Path java = Files.writeString(folder.resolve(file.group(1)), file.group(2));
      files.put(file.group(1), SourceCode.compile(java));
    }
    return files;
  }

  private static Schedule first(SourceCode code) {
    return scheduleOf((SchedulePlugin<?>) code.plugins().get(0));
  }

  private static <P extends Record> Schedule scheduleOf(SchedulePlugin<P> plugin) {
    Example<P> example = plugin.examples().get(1);
    return Schedule.of(plugin, example.parameters(), Horizon.ofSteps(100));
  }

  @Test
  void everyFileOfThePageCompilesAndDoesWhatItSays() throws IOException {
    Map<String, SourceCode> files = files();

    assertEquals(
        List.of("ClippedSign.java", "CoinFlips.java", "NoisyLine.java", "Sawtooth.java"),
        List.copyOf(files.keySet()));
    Schedule sawtooth = first(files.get("Sawtooth.java"));
    assertEquals(1, sawtooth.at(0));
    assertEquals(0.5, sawtooth.at(5));
    assertEquals(1, sawtooth.at(10));
    OptimizerPlugin<?> sign = (OptimizerPlugin<?>) files.get("ClippedSign.java").plugins().get(0);
    Chain chain = (Chain) OptimizerPlugin.of(Choice.ofDefaults(sign), Horizon.ofSteps(10));
    assertEquals(3, chain.transforms().size());
    DatasetPlugin<?> line = (DatasetPlugin<?>) files.get("NoisyLine.java").plugins().get(0);
    Dataset drawn =
        DatasetPlugin.of(
            Choice.ofDefaults(line),
            (purpose, indices) -> new StreamRoot("page").stream("line", 0, purpose, indices),
            name -> {
              throw new IllegalArgumentException(name);
            });
    assertEquals(100, drawn.test().rows());
    Study coins = files.get("CoinFlips.java").study().orElseThrow();
    Tables tables = MemoryRun.of(coins, Profile.SMOKE, TestData::find);
    double estimate = coins.claims().get(0).evaluation().apply(tables).get(0).evidence().estimate();
    assertEquals(0.5, estimate, 0.02); // 20,000 flips: five standard errors.
  }

  @Test
  void theTestsThatThePageNamesExist() throws IOException {
    List<String> tests;
    try (Stream<Path> all = Files.walk(ROOT)) {
      tests =
          all.map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
              .toList();
    }
    List<String> named =
        TEST.matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult one) -> one.group(1))
            .toList();

    assertTrue(named.size() > 15, named::toString);
    for (String test : named) {
      assertTrue(tests.contains(test + ".java"), test);
    }
  }

  @Test
  void theTableOfRoomsIsThatOfThePackages() throws IOException {
    String page = Files.readString(PAGE);
    Matcher table = ROOMS.matcher(page);
    assertTrue(table.find());

    String now = page.substring(0, table.start(1)) + rooms() + page.substring(table.end(1));

    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, now);
    }
    assertEquals(now, Files.readString(PAGE));
  }

  private static String rooms() throws IOException {
    StringBuilder out = new StringBuilder("| package | what is in it |\n|---|---|\n");
    for (String module :
        List.of("framework/core", "framework/simd", "framework/lab", "framework/benchmarks")) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path info :
            files.filter(file -> file.endsWith("package-info.java")).sorted().toList()) {
          String name =
              sources.relativize(info.getParent()).toString().replace('/', '.').replace('\\', '.');
          out.append("| `").append(name).append("` | ").append(firstSentence(info)).append(" |\n");
        }
      }
    }
    return out.toString();
  }

  private static String firstSentence(Path info) throws IOException {
    Matcher comment = JAVADOC.matcher(Files.readString(info));
    assertTrue(comment.find(), info + " says nothing");
    String text =
        comment
            .group(1)
            .replaceAll("(?m)^\\s*\\* ?", "")
            .replaceAll("\\{@(?:code|link) ([^}\\s]*\\.)?([^}]*)\\}", "$2")
            .replaceAll("<[^>]*>", "")
            .replaceAll("\\s+", " ")
            .strip();
    int end = text.indexOf(". ");
    return (end < 0 ? text : text.substring(0, end + 1)).replace("|", "\\|");
  }
}
