package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Cells of a plug-in of which two parameters are swept, each with the text of the whole. */
  private static CellGrid siblings(String whole) {
    List<List<String>> cells = new ArrayList<>();
    for (String factor : List.of("0.1", "1")) {
      for (String shape : List.of("step", "cosine", "line")) {
        cells.add(List.of(whole.formatted(factor, shape), factor, shape));
      }
    }
    return new CellGrid(
        List.of(
            Column.text("rate", "the rate"),
            Column.number("rate.scale.factor", "its size"),
            Column.text("rate.scale.schedule", "its shape")),
        cells);
  }

  private static List<String> told(CellGrid grid, String parameter, String value) {
    CellPairs pairs = CellPairs.of(grid, Map.of(parameter, value));
    assertEquals(Optional.empty(), pairs.ambiguous());
    return pairs.pairs().stream()
        .map(pair -> pair.from() + " | " + pair.to() + " | " + pair.within())
        .toList();
  }

  @Test
  void twoParametersOfOnePluginAreComparedEachAtTheOthersValues() {
    CellGrid grid = siblings("scale(%s, %s)");

    assertEquals(
        List.of(
            "rate.scale.schedule=step | rate.scale.schedule=cosine | rate.scale.factor=0.1",
            "rate.scale.schedule=step | rate.scale.schedule=line | rate.scale.factor=0.1",
            "rate.scale.schedule=step | rate.scale.schedule=cosine | rate.scale.factor=1",
            "rate.scale.schedule=step | rate.scale.schedule=line | rate.scale.factor=1"),
        told(grid, "rate.scale.schedule", "step"));
    assertEquals(
        List.of(
            "rate.scale.factor=0.1 | rate.scale.factor=1 | rate.scale.schedule=step",
            "rate.scale.factor=0.1 | rate.scale.factor=1 | rate.scale.schedule=cosine",
            "rate.scale.factor=0.1 | rate.scale.factor=1 | rate.scale.schedule=line"),
        told(grid, "rate.scale.factor", "0.1"));
  }

  @Test
  void labelsAreComparedAtEachValueOfWhatIsSweptAcrossThem() {
    CellGrid whole = siblings("%2$s");
    CellGrid labels =
        new CellGrid(
            whole.columns().subList(0, 2),
            whole.cells().stream().map(cell -> cell.subList(0, 2)).toList());

    assertEquals(
        List.of(
            "rate=step | rate=cosine | rate.scale.factor=0.1",
            "rate=step | rate=line | rate.scale.factor=0.1",
            "rate=step | rate=cosine | rate.scale.factor=1",
            "rate=step | rate=line | rate.scale.factor=1"),
        told(labels, "rate", "step"));
  }
}
