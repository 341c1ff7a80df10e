package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.cli.Call.Ended;

/** Commands that look at a result, and what they say of one that nothing checks. */
class LookingTest {

  @TempDir Path folder;

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static Ended good(String... line) {
    Ended ended = Call.of(line);
    assertEquals(0, ended.code(), () -> String.join(" ", line) + ": " + ended.err() + ended.out());
    return ended;
  }

  private Ended run() {
    return good("run", "probe", "--profile", "smoke", "--out", at("out"));
  }

  @BeforeEach
  void makeAResultOfTablesAlone() throws IOException {
    run();
    deleteHidden();
  }

  private void deleteHidden() throws IOException {
    try (var files = Files.walk(folder.resolve("out/.temper"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Map<String, String> traces() throws IOException {
    Map<String, String> traces = new TreeMap<>();
    try (var files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.toList()) {
        traces.put(file.toString(), Files.readAttributes(file, "unix:ino,ctime,size").toString());
      }
    }
    return traces;
  }

  @Test
  void whoeverLooksLeavesNoTrace() throws IOException {
    Map<String, String> before = traces();
    String id = Files.readAllLines(folder.resolve("out/walks/trials.csv")).get(1).substring(0, 16);

    good("verify", at("out"), "--sample", "5");
    good("claims", at("out"));
    good("status", at("out"));
    good("replay", at("out"), id);
    good("report", at("out"), "--out", at("elsewhere"));
    good("figures", at("out"), "--out", at("elsewhere"));
    good("merge", at("out"), "--out", at("merged"));
    good("diff", at("out"), at("merged"));

    assertEquals(before, traces());
    for (String file : new String[] {"claims.csv", "report.html", "figures/ends.svg"}) {
      Path ours = folder.resolve("out").resolve(file);
      assertEquals(-1, Files.mismatch(ours, folder.resolve("elsewhere").resolve(file)), file);
    }
  }

  @Test
  void aPlanThatCannotBeRegisteredIsShown() {
    // Nobody can write there, root included.
    Ended plan = good("plan", "probe", "--profile", "smoke", "--out", "/proc/1/out");

    assertTrue(plan.out().contains("not registered, as /proc/1/out cannot be written"), plan.out());
  }

  @Test
  void trialsThatNothingChecksAreToldUntilTheyAreVerified() throws IOException {
    Files.delete(folder.resolve("out/walks/checksums.csv"));
    final String claims = Files.readString(folder.resolve("out/claims.csv"));
    assertTrue(good("claims", at("out")).err().contains("UNCHECKED  walks: 60 trials"));

    assertTrue(run().err().contains("60 trials are taken from the other files unchecked"));

    assertTrue(Files.readString(folder.resolve("out/claims.csv")).contains(",unchecked,"));
    assertTrue(Files.readString(folder.resolve("out/report.html")).contains("without checksums"));
    assertTrue(good("claims", at("out")).err().contains("UNCHECKED  walks: 60 trials"));
    Ended some = good("verify", at("out"), "--sample", "5");
    assertTrue(some.out().contains("UNCHECKED  walks: "), some.out());
    Ended all = good("verify", at("out"), "--sample", "1000");
    assertFalse(all.out().contains("UNCHECKED"), all.out());
    assertFalse(Files.exists(folder.resolve("out/walks/unchecked.csv")));
    assertEquals("", good("claims", at("out")).err());
    assertEquals(claims, Files.readString(folder.resolve("out/claims.csv")));
  }

  /** Changes a number of an experiment in a way that nothing but verification can notice. */
  private void editUnchecked(String experiment) throws IOException {
    Path tables = folder.resolve("out").resolve(experiment);
    Files.delete(tables.resolve("checksums.csv"));
    Path trials = tables.resolve("trials.csv");
    Files.writeString(trials, Files.readString(trials).replaceFirst(",ok,,-?[0-9]", ",ok,,99"));
    run();
  }

  @Test
  void anEditThatNothingCheckedIsFoundByVerification() throws IOException {
    editUnchecked("walks");

    Ended verified = Call.of("verify", at("out"), "--sample", "1000");

    assertEquals(7, verified.code());
    assertTrue(verified.out().contains("DIFFERS  walks "), verified.out());
    assertTrue(verified.out().contains("UNCHECKED  walks: 1 "), verified.out());
  }

  @Test
  void resultsOfOtherCodeAreComparedWithWhatThisCodeGives() throws IOException {
    Path file = folder.resolve("out/registration.json");
    String registration = Files.readString(file);
    Files.writeString(
        file, registration.replaceAll("\"code\" : \"[0-9a-f]{8}", "\"code\" : \"00000000"));

    Ended same = good("verify", at("out"), "--sample", "5");
    Files.writeString(file, registration.replace("\"root\" : \"", "\"root\" : \"other-"));
    Ended otherSeeds = Call.of("verify", at("out"), "--sample", "5");

    assertTrue(same.err().contains("experiment walks: code changed"), same.err());
    assertTrue(same.out().contains("5 gave the same bytes, 0 did not"), same.out());
    assertEquals(3, otherSeeds.code(), otherSeeds.err());
  }

  @Test
  void verificationOfSomeExperimentsSaysNothingOfOthers() throws IOException {
    editUnchecked("confirmed");

    Ended other = good("verify", at("out"), "--sample", "1000", "--only", "walks");
    Ended damaged = Call.of("verify", at("out"), "--sample", "1000", "--only", "confirmed");
    Ended unknown = Call.of("verify", at("out"), "--only", "walk");

    assertFalse(other.out().contains("confirmed"), other.out());
    assertEquals(7, damaged.code());
    assertTrue(damaged.out().contains("20 of 20 trials were run again: 19 gave"), damaged.out());
    assertEquals(3, unknown.code());
    assertTrue(unknown.err().contains("walks, confirmed"), unknown.err());
  }
}
