package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.cli.Call.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench} and {@code lr-find} as they are called. */
class BenchCommandTest {

  @Test
  void aLineOfJsonHasExactlyTheAgreedKeys() {
    Ended ended =
        Call.of(
            "bench", "--workload", "gemm", "--trials", "1", "--seconds", "0.02", "--json", "n=4,8");

    assertEquals(0, ended.code(), ended.err());
    String[] lines = ended.out().strip().split("\n", -1);
    assertEquals(2, lines.length);
    JsonNode line = JsonMapper.builder().build().readTree(lines[0]);
    assertEquals(
        List.of("workload", "trials", "steps_per_s", "images_per_s", "gflops"),
        new ArrayList<>(line.propertyNames()));
    assertTrue(ended.err().startsWith("kernels: "), ended.err());
  }

  @Test
  void theTableTellsSizesAndRates() {
    Ended ended =
        Call.of("bench", "--workload", "linreg", "--trials", "1", "--seconds", "0.02", "d=3");

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("n=100 d=3"), ended.out());
    assertTrue(ended.out().contains("full-batch gradient descent"), ended.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bench --workload min | there is no workload 'min'
          bench --trials 0 | --trials must be >= 1, got 0
          bench --seconds 0 | --seconds must be > 0 and finite, got 0.0
          bench --workload mlp n=4 | 'n=4' is no size of what is measured; sizes are [d, h, batch]
          bench --workload gemm n | n must be an integer >= 1, got ''
          bench --workload gemm n=0 | n must be an integer >= 1, got '0'
          bench --workload gemm n=x | n must be an integer >= 1, got 'x'
          bench --workload wrn --trials 1 --seconds 0.01 depth=11 | wrn: depth
          bench --workload mlp --trials 1 --seconds 0.01 batch=1000000 | mlp: d=784 h=256 batch=1000000 needs more memory
          bench --workload mlp --trials 1 --seconds 0.01 batch=300000000 | mlp: d=784 h=256 batch=300000000 needs more memory
          bench --workload linreg --trials 1 --seconds 0.01 d=2000000000 | linreg: n=100 d=2000000000 needs more memory
          lr-find probe --steps 2147483647 | a range test has at most 100000 steps, got 2147483647
          lr-find probe | study 'probe' trains no networks
          lr-find probe --from 2 --to 1 | the rates of a range test must be > 0 and rise, got 2.0 to 1.0
          """)
  void mistakesAreUsageErrors(String command, String problem) {
    Ended ended = Call.of(command.split(" ", -1));

    assertEquals(2, ended.code(), ended.err());
    assertTrue(ended.err().contains(problem), ended.err());
  }
}
