package temper.lab.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.compare.Lab;
import temper.lab.importance.Importance.Parameter;
import temper.lab.store.CsvTables;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Layer;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** Importance where it is known what matters. */
class ImportanceTest {

  private static final List<String> NAMES = List.of("strong", "none", "left", "right");

  @TempDir private Path folder;

  private static RandomStream stream(String purpose) {
    return new StreamRoot("importance-test").stream("test", 0, purpose);
  }

  private static double[][] uniform(int rows, int columns) {
    RandomStream stream = stream("x");
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      stream.fillUniform(row);
    }
    return x;
  }

  private static Features features(double[][] x, double[] y) {
    List<String> names = NAMES.subList(0, x[0].length);
    return new Features(names, x, y, Collections.nCopies(names.size(), List.of()), 0);
  }

  /** 4 strong, nothing of none, and the product of signs of left and right. */
  private static Features known() {
    double[][] x = uniform(600, 4);
    RandomStream noise = stream("noise");
    double[] y =
        Arrays.stream(x)
            .mapToDouble(
                row ->
                    4 * row[0]
                        + ((row[2] > 0.5) == (row[3] > 0.5) ? 1 : -1)
                        + 0.05 * noise.gaussian())
            .toArray();
    return features(x, y);
  }

  private static Parameter named(Importance importance, String name) {
    return importance.parameters().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatMattersIsRankedBeforeWhatDoesNot() {
    Importance importance = Importance.of("e", "m", false, known());

    assertTrue(importance.ranked());
    assertTrue(importance.explained() > 0.8, "R2 " + importance.explained());
    assertEquals("strong", importance.parameters().get(0).name());
    assertEquals("none", importance.parameters().get(3).name());
    // An interaction without main effects is seen in both of its parameters.
    assertTrue(named(importance, "left").share() > 0.1);
    assertTrue(named(importance, "right").share() > 0.1);
    assertTrue(named(importance, "none").share() < 0.05);
    assertTrue(named(importance, "strong").permutation() > 0.3);
    assertEquals(0, named(importance, "none").permutation(), 0.02);
    assertTrue(named(importance, "strong").trend() > 0.9);
    assertEquals(1, importance.parameters().stream().mapToDouble(Parameter::share).sum(), 1e-12);
  }

  @Test
  void theSameTrialsGiveTheSameImportance() {
    assertEquals(Importance.of("e", "m", false, known()), Importance.of("e", "m", false, known()));
  }

  @Test
  void contributionsAddUpToThePrediction() {
    Features features = known();
    Forest forest = Forest.fit(features.x(), features.y(), 50, stream("forest"));
    double[][] some = features.distinct(20);

    double[][] shap = forest.shap(some);
    double[] predicted = forest.predict(some);

    double base = predicted[0] - Arrays.stream(shap[0]).sum();
    for (int i = 0; i < some.length; i++) {
      assertEquals(base, predicted[i] - Arrays.stream(shap[i]).sum(), 1e-6);
    }
  }

  @Test
  void ofPureNoiseNothingIsRanked() {
    RandomStream noise = stream("pure");
    double[] y = IntStream.range(0, 300).mapToDouble(i -> noise.gaussian()).toArray();

    Importance importance = Importance.of("e", "m", false, features(uniform(300, 3), y));

    assertFalse(importance.ranked(), "R2 " + importance.explained());
    String csv = new String(ImportanceCsv.of(List.of(importance)), StandardCharsets.UTF_8);
    assertEquals(2, csv.lines().count());
    assertTrue(csv.lines().toList().get(1).endsWith(",,,,,,"), csv);
  }

  @Test
  void aSweepIsRankedWithItsParametersOfWords() {
    CsvTables tables =
        new Lab(folder)
            .tables(
                "replicates: 8\nsweep: {grid: {gain: [0, 10, 20, 40, 99], rate: {low: constant,"
                    + " falling: cosine}}}\n");

    Importance score = Importance.of(tables, "gains", "score");
    assertEquals(
        List.of("gain", "rate"), score.parameters().stream().map(Parameter::name).toList());
    assertTrue(score.leftOut() > 0);
    assertEquals(80, score.rows() + score.leftOut());
    assertTrue(Double.isNaN(named(score, "rate").trend()));
    String csv = new String(ImportanceCsv.of(List.of(score)), StandardCharsets.UTF_8);
    assertTrue(csv.contains(",1,gain,"), csv);
    assertTrue(csv.lines().toList().get(2).endsWith(","), csv);

    Chart chart = ImportanceFigure.of(score);
    assertEquals(2, chart.panels().size());
    assertEquals(
        20,
        chart.panels().get(1).layers().stream()
            .filter(Layer.Points.class::isInstance)
            .mapToInt(layer -> ((Layer.Points) layer).x().length)
            .sum());
  }

  @Test
  void whatSpansDecadesIsLearnedByItsLogarithm() {
    CsvTables tables =
        new Lab(folder)
            .tables(
                "replicates: 3\nsweep: {grid: {width: [1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000]}}\n");

    Importance steps = Importance.of(tables, "gains", "steps");

    assertTrue(steps.logarithmic());
    assertTrue(steps.explained() > 0.5);
    assertTrue(named(steps, "width").trend() > 0.7);
  }

  @Test
  void ofManyTrialsThoseThatAreLearnedFromHaveAllValuesOfEveryParameter() {
    boolean[] chosen = Features.chosen(2 * 15_000, "grid");

    int[] ofTheLast = new int[2];
    IntStream.range(0, chosen.length).filter(row -> chosen[row]).forEach(i -> ofTheLast[i % 2]++);
    assertEquals(Features.MOST_ROWS, ofTheLast[0] + ofTheLast[1]);
    assertEquals(10_000, ofTheLast[0], 500);
    assertEquals(100, IntStream.range(0, 100).filter(i -> Features.chosen(100, "e")[i]).count());
  }

  @Test
  void tooLittleIsRefused() {
    CsvTables few = tables("few", "[1, 2]", 3);
    IllegalArgumentException trials =
        assertThrows(IllegalArgumentException.class, () -> Importance.of(few, "gains", "score"));
    assertEquals(
        "only 6 trials of 'gains' have a value of 'score'; a forest needs at least 20",
        trials.getMessage());

    CsvTables one = tables("one", "[1]", 30);
    IllegalArgumentException cells =
        assertThrows(IllegalArgumentException.class, () -> Importance.of(one, "gains", "score"));
    assertEquals("no parameter of 'gains' differs between cells", cells.getMessage());
  }

  private CsvTables tables(String name, String gains, int replicates) {
    Path own = folder.resolve(name);
    assertTrue(own.toFile().mkdirs());
    return new Lab(own)
        .tables("replicates: " + replicates + "\nsweep: {grid: {gain: " + gains + "}}\n");
  }
}
