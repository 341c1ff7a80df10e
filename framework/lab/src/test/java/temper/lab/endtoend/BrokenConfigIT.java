package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.endtoend.TemperProcess.Finished;

/** What a user sees of a broken config: where, what, what is allowed; and no stack trace. */
class BrokenConfigIT {

  private static final Pattern PLACE = Pattern.compile("study\\.yaml:[0-9]+:[0-9]+");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format: 1\nstudy: prob\n",
        "format: 1\nstudy: probe\nexperiment: walks\nbase:\n  stepz: 3\n",
        "format: 1\nstudy: probe\nexperiment: walks\nbase: {steps: -3, width: .nan}\n",
        "format: 1\nstudy: probe\nexperiment: walks\nbase: {steps: many}\n",
        "format: 1\nstudy: probe\nname: ../../etc\n",
        "format: 1\nstudy: probe\n\tname: x\n",
        "format: 1\nformat: 1\nstudy: probe\n",
        "format: 2\nstudy: probe\n",
        "study: [probe\n",
        "format: 1\nstudy: probe\nexperiment: walks\nsweep: {grid: {steps: []}}\n",
        "format: 1\nstudy: probe\nexperiment: walks\nsweep: {random: {samples: -1, over: {width: {linear: [0, 1]}}}}\n",
      })
  void aBrokenConfigIsToldWithItsPlace(String yaml) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), yaml);

    Finished finished = new TemperProcess(folder).run("run", "study.yaml");

    assertEquals(3, finished.exitCode(), finished.err());
    assertTrue(PLACE.matcher(finished.err()).find(), finished.err());
    assertFalse(finished.err().contains("\tat "), finished.err());
    assertFalse(Files.exists(folder.resolve("results")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run nothing",
        "run",
        "run probe --profile slow",
        "rnu probe",
        "run probe --shard 4/3",
        "run probe --workers 0",
        "describe nothing",
        "replay . 12",
        "claims ."
      })
  void aWrongCommandLineIsToldWithARemedy(String line) {
    Finished finished = new TemperProcess(folder).run(line.split(" "));

    assertEquals(2, finished.exitCode(), finished.err());
    assertFalse(finished.err().isBlank());
    assertFalse(finished.err().contains("\tat "), finished.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list --json",
        "describe probe",
        "schema probe",
        "doctor",
        "completion",
        "--help",
        "run --help",
        "--version"
      })
  void whatOnlyLooksWritesNothing(String line) throws IOException {
    Finished finished = new TemperProcess(folder).run(line.split(" "));

    assertEquals(0, finished.exitCode(), finished.err());
    assertFalse(finished.out().isBlank());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
