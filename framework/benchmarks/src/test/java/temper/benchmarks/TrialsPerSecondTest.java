package temper.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsPerSecondTest {

  @TempDir Path folder;

  @Test
  void eachTrialOfTheSweepStandsInTheTableWithItsSum() throws IOException {
    TrialsPerSecond.Measurement measured = TrialsPerSecond.measure(2000, 2, folder);

    Path trials =
        folder.resolve("results").resolve(EmptyTrials.Addition.NAME).resolve("trials.csv");
    List<String> lines = Files.readAllLines(trials);
    assertEquals("trial,replicate,a,b,outcome,reason,sum", lines.get(0));
    assertEquals(2001, lines.size());
    assertEquals(2000, measured.trials());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertEquals("ok", cells[4]);
      assertEquals(
          Integer.parseInt(cells[2]) + Double.parseDouble(cells[3]), Double.parseDouble(cells[6]));
    }
  }

  @Test
  void theMeasurementIsOneLineOfJson() {
    String json = new TrialsPerSecond.Measurement(3000, 1.5, 1 << 20).json();

    assertEquals(
        "{\"workload\":\"empty-trials\",\"trials\":3000,\"seconds\":1.500,\"trials_per_s\":2000,"
            + "\"peak_heap_mb\":1.0}",
        json);
  }

  @Test
  void aNumberOfTrialsThatIsNoMultipleOfTheInnerAxisIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> TrialsPerSecond.measure(1500, 1, folder));

    assertTrue(refused.getMessage().contains("got 1500"));
  }
}
