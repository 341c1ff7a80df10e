package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.lab.study.Column;

class CellPairsTest {

  private static List<String> levels(String... optimizers) {
    CellGrid grid =
        new CellGrid(
            List.of(
                Column.text("rate", "the rate"),
                Column.text("optimizer", "the optimiser"),
                Column.text("optimizer.momentum", "its momentum")),
            List.of(
                List.of("step", optimizers[0], "0"),
                List.of("step", optimizers[1], "0.9"),
                List.of("cosine", optimizers[2], "0"),
                List.of("cosine", optimizers[3], "0.9")));
    return CellPairs.of(grid, Map.of("rate", "step")).pairs().stream()
        .map(CellPairs.Pair::within)
        .toList();
  }

  @Test
  void aParameterThatFollowsFromItsPartsIsNotRepeated() {
    assertEquals(
        List.of("optimizer.momentum=0", "optimizer.momentum=0.9"),
        levels("sgd(0)", "sgd(.9)", "sgd(0)", "sgd(.9)"));
  }

  @Test
  void aParameterThatSaysMoreThanItsPartsIsNamed() {
    assertEquals(
        List.of("optimizer=sgd(0), optimizer.momentum=0"),
        levels("sgd(0)", "sgd(.9)", "sgd(0)", "lion(.9)"));
  }
}
