package temper.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void withoutArgumentsAllWorkloadsAreComparedTwoTrialsAtATime() {
    Options options = Options.parse();

    assertEquals(List.of(), options.workloads());
    assertEquals(2, options.trials());
    assertFalse(options.json());
  }

  @Test
  void everyOptionIsRead() {
    String line =
        "--workload mlp --workload wrn --trials 4 --rounds 3 --seconds 0.5 --warm-up 2"
            + " --python py --cc gcc --openblas blas.so --json d=10 batch=7";

    Options expected =
        new Options(
            List.of("mlp", "wrn"),
            Map.of("d", 10, "batch", 7),
            4,
            3,
            0.5,
            2,
            "py",
            "gcc",
            "blas.so",
            true);

    assertEquals(expected, Options.parse(line.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "--trials 0, '--trials must be >= 1, got 0'",
    "--seconds -1, '--seconds must be > 0 and finite, got -1.0'",
    "--rounds many, '--rounds must be a number, got ''many'''",
    "--rounds, '--rounds needs a value'",
    "--fast 1, 'there is no option --fast'",
    "n=0, 'n must be >= 1, got 0'"
  })
  void mistakesNameWhatIsWrong(String line, String message) {
    IllegalArgumentException mistake =
        assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")));

    assertTrue(mistake.getMessage().startsWith(message), mistake.getMessage());
  }
}
