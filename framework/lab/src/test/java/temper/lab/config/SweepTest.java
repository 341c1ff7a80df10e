package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.config.Fixture.Constant;
import temper.lab.config.Fixture.Cosine;
import temper.lab.config.Fixture.Sgd;
import temper.lab.config.Fixture.Training;
import temper.lab.study.Column;

class SweepTest {

  private static List<Training> cells(SweptDesign<Training> swept) {
    List<Training> cells = new ArrayList<>();
    for (long i = 0; i < swept.design().cells(); i++) {
      cells.add(swept.design().cell().apply(i));
    }
    return cells;
  }

  private static List<Training> cells(String text, String... overrides) {
    return cells(Fixture.design(text, overrides));
  }

  /** Texts, as plug-ins of different loaders are different objects. */
  private static List<String> texts(List<Training> cells) {
    Parameters parameters = new Parameters(Fixture.plugins());
    return cells.stream().map(parameters::canonical).toList();
  }

  private static List<Double> temperatures(String text) {
    return cells(text).stream().map(Training::temperature).toList();
  }

  @Test
  void aGridIsEveryCombinationWithTheLastKeyFastest() {
    List<String> expected = new ArrayList<>();
    for (int epochs : new int[] {1, 2, 3}) {
      for (boolean bias : new boolean[] {true, false}) {
        for (double level : new double[] {0, 0.25, 0.5}) {
          expected.add(epochs + " " + bias + " " + level);
        }
      }
    }
    List<String> found =
        cells(
                """
                sweep:
                  grid:
                    epochs: {range: [1, 3, 1]}
                    bias: [true, false]
                    noise.level: {linear: [0, 0.5, 3]}
                """)
            .stream()
            .map(c -> c.epochs() + " " + c.bias() + " " + c.noise().level())
            .toList();
    assertEquals(expected, found);
  }

  @Test
  void spacingsGiveTheNumbersThatOneWouldWrite() {
    assertEquals(
        List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
        temperatures("sweep: {grid: {temperature: {linear: [0, 1, 11]}}}\n"));
    assertEquals(
        List.of(0.001, 0.01, 0.1, 1.0),
        temperatures("sweep: {grid: {temperature: {log: [1e-3, 1, 4]}}}\n"));
    assertEquals(
        List.of(0.1, 0.2, 0.3, 0.4),
        temperatures("sweep: {grid: {temperature: {range: [0.1, 0.45, 0.1]}}}\n"));
    assertEquals(
        List.of(3.0, 1.5, 0.0),
        temperatures("sweep: {grid: {temperature: {range: [3, 0, -1.5]}}}\n"));
    assertEquals(List.of(7.0), temperatures("sweep: {grid: {temperature: {linear: [7, 7, 1]}}}\n"));
  }

  @Test
  void anAxisTooLongToBeKeptGivesTheSameNumbers() {
    List<Double> found = temperatures("sweep: {grid: {temperature: {range: [0, 7000, 0.1]}}}\n");

    assertEquals(70_001, found.size());
    assertEquals(0.3, found.get(3));
    assertEquals(6553.7, found.get(65_537));
    assertEquals(7000.0, found.get(70_000));
  }

  @Test
  void zippedKeysMoveTogetherAndBlocksMultiplyInTheOrderWritten() {
    List<String> found =
        cells(
                """
                sweep:
                  zip: {epochs: [1, 2], limit: {list: [10, 20]}}
                  list: [{bias: false, temperature: 2}, {temperature: 3}]
                """)
            .stream()
            .map(c -> c.epochs() + " " + c.limit() + " " + c.bias() + " " + c.temperature())
            .toList();
    assertEquals(
        List.of("1 10 false 2.0", "1 10 true 3.0", "2 20 false 2.0", "2 20 true 3.0"), found);
  }

  private static final String LABELLED =
      """
      base: {optimizer: {sgd: {nesterov: true}}}
      sweep:
        grid:
          rate.cosine.peak: [0.2, 0.4]
          rate:
            flat: 0.03
            low: {constant: {value: 0.01}}
            wave: {cosine: {length: 20%}}
          optimizer.sgd.momentum: [0, 0.9]
      """;

  @Test
  void aSweptSubtreeIsOneColumnOfLabelsAndItsPartsApplyWhereTheyExist() {
    SweptDesign<Training> swept = Fixture.design(LABELLED);
    assertEquals(
        List.of("rate", "rate.value", "rate.cosine.peak", "optimizer.sgd.momentum"),
        swept.labelColumns().stream().map(Column::name).toList());
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < swept.design().cells(); i++) {
      Training cell = swept.design().cell().apply(i);
      Record rate = cell.rate().parameters();
      rows.add(
          String.join("|", swept.labels().apply(i))
              + " "
              + (rate instanceof Cosine.Params wave
                  ? wave.peak()
                  : ((Constant.Params) rate).value())
              + " "
              + cell.optimizer().parameters());
    }
    String plain = "Params[momentum=0.0, nesterov=true]";
    String heavy = "Params[momentum=0.9, nesterov=true]";
    assertEquals(
        List.of(
            "flat|constant(value=0.03)||0 0.03 " + plain,
            "flat|constant(value=0.03)||0.9 0.03 " + heavy,
            "low|constant(value=0.01)||0 0.01 " + plain,
            "low|constant(value=0.01)||0.9 0.01 " + heavy,
            "wave|cosine(peak=0.2,end=0,length=20%)|0.2|0 0.2 " + plain,
            "wave|cosine(peak=0.2,end=0,length=20%)|0.2|0.9 0.2 " + heavy,
            "wave|cosine(peak=0.4,end=0,length=20%)|0.4|0 0.4 " + plain,
            "wave|cosine(peak=0.4,end=0,length=20%)|0.4|0.9 0.4 " + heavy),
        rows);
    assertEquals(List.of("4 cells equal earlier ones and are left out"), swept.notices());
  }

  @Test
  void excludedCellsAreLeftOut() {
    List<Training> all = cells(LABELLED);
    List<Training> found =
        cells(
            LABELLED
                + "  exclude:\n"
                + "    - {rate: [flat, low], optimizer.sgd.momentum: '>= 0.5'}\n"
                + "    - {rate.cosine.peak: 0.4}\n");
    List<Training> expected =
        all.stream()
            .filter(
                cell -> {
                  boolean heavy = ((Sgd.Params) cell.optimizer().parameters()).momentum() >= 0.5;
                  return cell.rate().parameters() instanceof Cosine.Params wave
                      ? wave.peak() != 0.4
                      : !heavy;
                })
            .toList();
    assertEquals(4, found.size());
    assertEquals(texts(expected), texts(found));
  }

  @Test
  void aConditionKeepsTheBaseValueWhereItDoesNotHold() {
    List<String> found =
        cells(
                """
                sweep:
                  grid: {limit: [5, 6], epochs: [1, 2, 3], kind: [plain, wide], order: [in-order, shuffled]}
                  when: {limit: {epochs: '> 2', order: in-order}, order: {kind: wide}}
                """)
            .stream()
            .map(c -> c.limit() + " " + c.epochs() + " " + c.kind() + " " + c.order())
            .toList();
    Set<String> expected = new HashSet<>();
    for (int epochs = 1; epochs <= 3; epochs++) {
      expected.add((1L << 40) + " " + epochs + " plain SHUFFLED");
      expected.add((1L << 40) + " " + epochs + " wide SHUFFLED");
      for (int limit : epochs > 2 ? new int[] {5, 6} : new int[0]) {
        expected.add(limit + " " + epochs + " wide IN_ORDER");
      }
    }
    expected.add((1L << 40) + " 1 wide IN_ORDER");
    expected.add((1L << 40) + " 2 wide IN_ORDER");
    assertEquals(expected, new HashSet<>(found));
    assertEquals(expected.size(), found.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"==", "!=", "<", "<=", ">", ">="})
  void comparisonsMeanWhatTheySay(String sign) {
    List<Double> left =
        temperatures(
            "sweep: {grid: {temperature: [1, 2, 3]}, exclude: {temperature: '" + sign + " 2'}}\n");
    List<Double> expected =
        java.util.stream.Stream.of(1.0, 2.0, 3.0)
            .filter(
                x ->
                    !switch (sign) {
                      case "==" -> x == 2;
                      case "!=" -> x != 2;
                      case "<" -> x < 2;
                      case "<=" -> x <= 2;
                      case ">" -> x > 2;
                      default -> x >= 2;
                    })
            .toList();
    assertEquals(expected, left);
  }

  @Test
  void cellsFoundByIndexEqualThoseFoundInOrder() {
    SweptDesign<Training> swept =
        Fixture.design(
            """
            sweep:
              grid: {epochs: {range: [1, 40, 1]}, temperature: {linear: [0, 1, 50]}}
              exclude: {epochs: '> 17', temperature: '> 0.4'}
            """);
    List<Training> all = cells(swept);
    assertEquals(40 * 50 - 23 * 30, all.size());
    assertEquals(all.size(), new HashSet<>(all).size());
    for (int i = all.size() - 1; i >= 0; i--) {
      assertEquals(all.get(i), swept.design().cell().apply(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> swept.design().cell().apply(all.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> swept.design().cell().apply(-1));
  }

  private static String sampled(String kind, int samples, String rest) {
    return "sweep: {"
        + kind
        + ": {samples: "
        + samples
        + ", over: {temperature: {linear: [2, 4]}, limit: {integer: [-3, 3]}, noise.level: {log: [0.001, 10]}, order: {list: [in-order, shuffled]}}"
        + rest
        + "}}\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "latin-hypercube", "sobol"})
  void samplesStayWithinTheirDistributions(String kind) {
    List<Training> cells = cells(sampled(kind, 512, ""));
    assertEquals(512, cells.size());
    assertTrue(cells.stream().allMatch(c -> c.temperature() >= 2 && c.temperature() <= 4));
    assertTrue(cells.stream().allMatch(c -> c.limit() >= -3 && c.limit() <= 3));
    assertTrue(cells.stream().allMatch(c -> c.noise().level() >= 0.001 && c.noise().level() <= 10));
    assertEquals(7, cells.stream().map(Training::limit).distinct().count());
    assertEquals(2, cells.stream().map(Training::order).distinct().count());
    long low = cells.stream().filter(c -> c.noise().level() < 0.1).count();
    assertTrue(low > 190 && low < 322, "about half lies below the geometric middle: " + low);
    assertFalse(texts(cells).equals(texts(cells(sampled(kind, 512, ", seed: 1")))));
    assertEquals(texts(cells), texts(cells(sampled(kind, 512, ", seed: 0"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "latin-hypercube", "sobol"})
  void valuesToSampleFromNeedNoKeyOfTheirOwn(String kind) {
    String listed = "sweep: {" + kind + ": {samples: 9, over: {order: ";
    List<String> plain = texts(cells(listed + "[in-order, shuffled]}}}\n"));
    assertEquals(texts(cells(listed + "{list: [in-order, shuffled]}}}}\n")), plain);
    assertEquals(2, plain.stream().distinct().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "sobol"})
  void moreSamplesLeaveTheEarlierPointsAlone(String kind) {
    assertEquals(
        texts(cells(sampled(kind, 100, ""))), texts(cells(sampled(kind, 300, ""))).subList(0, 100));
  }

  @Test
  void aLatinHypercubeHasOnePointInEachStratum() {
    List<Training> cells = cells(sampled("latin-hypercube", 100, ""));
    int[] byTemperature =
        cells.stream().mapToInt(c -> (int) ((c.temperature() - 2) * 50)).sorted().toArray();
    assertTrue(Arrays.equals(IntStream.range(0, 100).toArray(), byTemperature));
    assertFalse(
        IntStream.range(1, 100)
            .allMatch(i -> cells.get(i).temperature() > cells.get(i - 1).temperature()));
  }

  @Test
  void theUnscrambledSobolSequenceIsThatOfCommonsMath() {
    Sobol sobol = new Sobol(new long[7]);
    SobolSequenceGenerator reference = new SobolSequenceGenerator(7);
    for (int i = 0; i < 5000; i++) {
      double[] point = reference.nextVector();
      for (int d = 0; d < 7; d++) {
        assertEquals(point[d], sobol.raw(i, d) * 0x1p-52);
      }
    }
  }

  @Test
  void scramblingKeepsTheSobolSequenceANet() {
    Sobol sobol = new Sobol(new long[] {11, 22});
    for (int split = 0; split <= 8; split++) { // Every elementary interval of volume 1/256.
      Set<Integer> boxes = new HashSet<>();
      for (int i = 0; i < 256; i++) {
        int x = (int) (sobol.at(i, 0) * (1 << split));
        int y = (int) (sobol.at(i, 1) * (1 << (8 - split)));
        boxes.add(x << 16 | y);
      }
      assertEquals(256, boxes.size());
    }
  }

  @Test
  void repeatedDrawsFromListsAreLeftOutWithANotice() {
    SweptDesign<Training> swept =
        Fixture.design("sweep: {random: {samples: 50, over: {epochs: {integer: [1, 3]}}}}\n");
    assertEquals(3, swept.design().cells());
    assertEquals(List.of("47 cells equal earlier ones and are left out"), swept.notices());
  }

  @Test
  void aMillionCellsNeedNoMemoryForThemselves() {
    SweptDesign<Training> swept =
        Fixture.design(
            "sweep: {grid: {temperature: {linear: [0, 1, 1000]}, noise.level: {linear: [0, 1, 1000]}}}\n");
    assertEquals(1_000_000, swept.design().cells());
    Training cell = swept.design().cell().apply(123_456);
    assertEquals(Spacing.rounded(123 / 999.0), cell.temperature());
    assertEquals(Spacing.rounded(456 / 999.0), cell.noise().level());
  }
}
