package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.source.OwnStudy;

/** Folders and files whose names hold what names rarely hold. */
class OddNamesTest {

  private static final String ODD =
      " a b'c\"d\ne\té\u65e5\ud83d\ude00 %41&amp;<i>#?*[x]$(y)`z`\\n;|~ ";

  @TempDir Path folder;

  private Call.Ended good(String... arguments) {
    Call.Ended ended = Call.of(arguments);
    assertEquals(0, ended.code(), String.join(" ", arguments) + ": " + ended.err());
    return ended;
  }

  @Test
  void everyVerbWorksInAFolderOfAnyName() throws IOException {
    String out = folder.resolve(ODD).toString();
    String plain = folder.resolve("plain").toString();
    good("run", "probe", "--profile", "smoke", "--out", plain);

    good("run", "probe", "--profile", "smoke", "--out", out);

    assertTrue(good("verify", out, "--sample", "2").out().contains("same bytes"));
    good("claims", out);
    good("report", out);
    good("figures", out, "--out", folder.resolve("figures" + ODD).toString());
    good("diff", out, plain);
    good("merge", out, "--out", folder.resolve("merged" + ODD).toString());
    good("plan", folder.resolve(ODD).resolve("study.yaml").toString(), "--out", out);
    String id = Files.readAllLines(folder.resolve(ODD).resolve("walks/trials.csv")).get(1);
    good("replay", out, id.substring(0, 16));
    good("run", folder.resolve(ODD).resolve("study.yaml").toString(), "--out", out);
    String page = Files.readString(folder.resolve(ODD).resolve("report.html"));
    assertFalse(page.contains("&amp;<i>"), "a name became a part of the page");
  }

  @Test
  void configsJavaFilesAndDataMayLieInFoldersOfAnyName() throws IOException {
    Path odd = Files.createDirectories(folder.resolve(ODD));
    Path java = OwnStudy.write(odd);
    Path config = odd.resolve("x" + ODD + ".yaml");
    Files.writeString(
        config, "format: 1\nstudy: ./" + java.getFileName() + "\nprofile: smoke\nreplicates: 2\n");
    String out = odd.resolve("out").toString();

    good("run", config.toString(), "--out", out, "--data", odd.toString());
    good("run", java.toString(), "--profile", "smoke", "--replicates", "2", "--out", out + "2");
    good("init", odd.resolve("new.yaml").toString(), "--study", "probe");
    String own = folder.resolve("own.yaml").toString(); // Its way to the file leads through ODD.
    good("init", own, "--study", java.toString());
    good("plan", own, "--out", out + "3");
    assertEquals(2, Call.of("run", odd.resolve("gone.yaml").toString()).code());
    Call.Ended broken = Call.of("run", writeBroken(odd).toString());
    assertEquals(3, broken.code());
    assertFalse(broken.err().contains("c\"d\ne"), broken.err());
  }

  private static Path writeBroken(Path odd) throws IOException {
    return Files.writeString(odd.resolve("broken.yaml"), "format: 1\nstudy: nothing\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'../x'",
        "'a b'",
        "\"a\\nb\"",
        "\"a'b\"",
        "'é'",
        "\"\\0\"",
        "''",
        "'.'",
        "'-x'",
        "'con'",
        "'a/b'",
        "\"\\u202e\""
      })
  void namesThatBecomeFoldersAreRefusedUnlessTheyArePlain(String name) throws IOException {
    Path config = folder.resolve("study.yaml");
    Files.writeString(config, "format: 1\nstudy: probe\nname: " + name + "\n");

    Call.Ended ended = Call.of("plan", config.toString());

    assertEquals(3, ended.code(), ended.err());
    assertTrue(ended.err().contains("study.yaml:3:7 name"), ended.err());
  }

  @Test
  void pathsThatNoSystemHasAreRefusedWithTheirPlace() throws IOException {
    Path config = folder.resolve("study.yaml");
    for (String line : List.of("study: \"a\\0b.java\"", "study: probe\ncode: \"a\\0b.java\"")) {
      Files.writeString(config, "format: 1\n" + line + "\n");
      Call.Ended ended = Call.of("run", config.toString());
      assertEquals(3, ended.code(), ended.err());
      assertTrue(ended.err().contains("study.yaml:"), ended.err());
    }
    for (List<String> line :
        List.of(
            List.of("run", "probe", "--out", "a\0b"),
            List.of("run", "a\0b.yaml"),
            List.of("claims", "a\0b"),
            List.of("run", "probe", "--data", "a\0b"),
            List.of("run", "a\0b.java"))) {
      Call.Ended ended = Call.of(line.toArray(String[]::new));
      assertEquals(2, ended.code(), line + ": " + ended.err());
      assertFalse(ended.err().contains("\tat "), ended.err());
    }
  }

  @Test
  void aNameThatIsTooLongIsTold() {
    Call.Ended ended =
        Call.of(
            "run", "probe", "--profile", "smoke", "--out", folder.resolve("x".repeat(300)) + "");

    assertEquals(74, ended.code(), ended.err());
    assertFalse(ended.err().contains("\tat "), ended.err());
  }
}
