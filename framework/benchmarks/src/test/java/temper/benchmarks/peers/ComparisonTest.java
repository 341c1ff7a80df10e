package temper.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ComparisonTest {

  private static List<String> lines(String arguments) throws IOException, InterruptedException {
    String absent =
        " --python no-python-here --cc no-compiler-here --rounds 2 --seconds 0.001 --warm-up 0.001";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Options options = Options.parse((arguments + absent).split(" "));
    Comparison.run(options, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void withoutPeersWhatThereIsIsCompared() throws IOException, InterruptedException {
    List<String> lines = lines("--workload gemm n=8");

    assertEquals(3, lines.size());
    assertEquals("gemm n=8", lines.get(0));
    assertTrue(lines.get(1).startsWith("  temper x1 "), lines.get(1));
    assertTrue(lines.get(2).matches("  ejml x1 .* times as fast \\(.* to .*\\)"), lines.get(2));
  }

  @Test
  void trialsAtOnceAreComparedWithOne() throws IOException, InterruptedException {
    List<String> lines = lines("--workload linreg --json n=10");

    assertEquals(2, lines.size());
    assertTrue(
        lines
            .get(1)
            .startsWith(
                "{\"workload\":\"linreg\",\"sizes\":\"n=10 d=2\",\"contestant\":\"temper x1\","),
        lines.get(1));
  }

  @Test
  void aSizeThatNoWorkloadHasIsRefused() {
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> lines("--workload gemm h=8"));

    assertTrue(mistake.getMessage().contains("h is no size"), mistake.getMessage());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ratesOfProcessesThatWorkAtOnceAreAddedUp() throws IOException {
    List<String> peer = List.of("sh", "-c", "echo ready; while read s; do echo 2.5; done");
    try (Processes processes = new Processes("peer", peer, 2)) {
      assertEquals(5, processes.round(0.1));
      assertEquals(5, processes.round(0.1));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPeerThatDoesNotStartIsNamed() {
    IOException failure =
        assertThrows(IOException.class, () -> new Processes("peer", List.of("sh", "-c", ":"), 1));

    assertTrue(failure.getMessage().contains("peer did not start"), failure.getMessage());
  }
}
