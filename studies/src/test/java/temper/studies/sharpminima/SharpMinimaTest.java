package temper.studies.sharpminima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.autodiff.Elementwise;
import temper.autodiff.Reductions;
import temper.autodiff.Variable;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.stats.Power;
import temper.stats.Region;
import temper.studies.FixedTables;
import temper.studies.MemoryRun;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.FullBatchLoss;

final class SharpMinimaTest {

  private static final SharpMinima STUDY = new SharpMinima();
  private static final StreamRoot ROOT = new StreamRoot("sharp-minima-test");

  /** The level that Holm's method leaves to the first of the six sampled claims. */
  private static final double ADJUSTED = 0.05 / 6;

  private static Tables run;

  @BeforeAll
  static void runTheStudy() {
    run = MemoryRun.of(STUDY, Profile.SMOKE, name -> null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DIN-1", "DIN-2", "DIN-4", "DIN-5", "DIN-6", "DIN-7", "DIN-X1", "DIN-X2", "DIN-X4"
      })
  void exactClaimsHaveNoSamplingErrorAndHoldInTheSmallestProfile(String id) {
    for (Part part : parts(id, run)) {
      assertTrue(part.evidence().exact(), part.quantity());
      assertTrue(
          part.region().contains(part.evidence().estimate()),
          part.quantity() + " = " + part.evidence().estimate() + " not in " + part.region());
    }
  }

  @Test
  void scalingTransformsTheHessianByItsInverseFactors() {
    FeedForward network = FeedForward.homogeneous(3, 4, 2, 1);
    double[][] inputs = new double[9][3];
    double[][] targets = new double[9][1];
    RandomStream stream = ROOT.stream("hessian", 0, "all");
    for (int i = 0; i < 9; i++) {
      stream.fillGaussian(inputs[i]);
      targets[i][0] = stream.gaussian();
    }
    double[] point = network.initialize(stream, 2);
    FullBatchLoss loss = network.squaredError(inputs, targets);
    ScaleTransform transform = new ScaleTransform(network, new double[] {8, 0.5, 0.25});

    DMatrixRMaj predicted = transform.hessian(loss.hessian(point));
    DMatrixRMaj measured = loss.hessian(transform.apply(point));

    for (int i = 0; i < predicted.getNumElements(); i++) {
      assertEquals(predicted.data[i], measured.data[i], 1e-12 * (1 + Math.abs(predicted.data[i])));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new ScaleTransform(network, new double[] {1, 1}));
    assertThrows(
        IllegalArgumentException.class, () -> new ScaleTransform(network, new double[] {1, 1, 0}));
  }

  @Test
  void theSharpnessOfABowlIsThatOfItsSteepestDirection() {
    FullBatchLoss bowl =
        new FullBatchLoss(
            3,
            x -> {
              Variable curvatures =
                  FeedForward.given("curvatures", x, new double[][] {{10, 1, 0.1}});
              Variable squares = Elementwise.square(x);
              return Elementwise.scale(
                  0.5, Reductions.sum(Elementwise.multiply(curvatures, squares)));
            });

    double found = new Sharpness(0.1, 3, 100).of(bowl, new double[3], ROOT.stream("b", 0, "s"));

    assertEquals(10 * 0.01 / 2, found, 1e-9);
    assertEquals(0.05 / 3, new Sharpness(0.1, 1, 1).estimate(10, 2), 1e-15);
  }

  @Test
  void invariantMeasuresHaveTheValuesOfTheirFormulas() {
    FeedForward network = FeedForward.homogeneous(2, 2, 1);
    double[] point = {1, 2, -3, 4, 5, -6};

    double paths = 25 * (1 + 4) + 36 * (9 + 16);
    assertEquals(Math.sqrt(paths), InvariantMeasures.pathNorm(network, point), 1e-12);

    // By Euler's theorem the inner product of parameters and gradient is twice the output.
    double[][] inputs = {{1, 1}, {-1, 2}, {0.5, -0.5}};
    double sum = 0;
    for (double[] input : inputs) {
      double twice = 2 * network.at(point, input)[0];
      sum += twice * twice;
    }
    assertEquals(Math.sqrt(sum / 3), InvariantMeasures.fisherRao(network, point, inputs), 1e-12);

    double[] direction = InvariantMeasures.direction(network, point, ROOT.stream("d", 0, "d"));
    assertEquals(Math.sqrt(5), Minimum.length(direction, 0, 2), 1e-12);
    assertEquals(5, Minimum.length(direction, 2, 4), 1e-12);
    assertEquals(Math.sqrt(61), Minimum.length(direction, 4, 6), 1e-12);
  }

  @Test
  void theCourseOfTheRatesIsTheOneThatIsNamed() {
    assertEquals(0.02, RatePath.of("low").schedule(0.02, 0.2, 500).at(700));
    assertEquals(0.2, RatePath.of("high").schedule(0.02, 0.2, 500).at(700));
    assertEquals(0.11, RatePath.of("mean").schedule(0.02, 0.2, 500).at(700), 1e-15);
    assertEquals(0.2, RatePath.of("triangular").schedule(0.02, 0.2, 500).at(500), 1e-15);
    assertEquals(0.11, RatePath.of("triangular").schedule(0.02, 0.2, 500).at(750), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> RatePath.of("cosine"));
  }

  @Test
  void allRatesGoOnFromTheSameMinimum() {
    Table trials = run.trials(CyclicWidth.NAME).where("replicate", 0);
    Table found = trials.where("alpha", CyclicWidth.FOUND);
    assertEquals(1, Arrays.stream(found.numbers("start_curvature")).distinct().count());
    double narrow = trials.where("alpha", CyclicWidth.NARROW).numbers("start_curvature")[0];
    assertTrue(narrow > 2 * found.numbers("start_curvature")[0]);
  }

  @Test
  void aNarrowerMinimumFailsTheClaimsOfWidth() {
    for (String id : List.of("DIN-X5", "DIN-X6", "DIN-X7", "DIN-X8")) {
      assertTrue(holds(id, widths(0.5)), id);
      assertFalse(holds(id, widths(2)), id);
      assertFalse(holds(id, widths(Double.NaN)), id);
    }
  }

  /** Trials whose triangular runs end at so many times the curvature of the others. */
  private static Tables widths(double factor) {
    int replicates = 12;
    List<String> paths = List.of("low", "mean", "high", "triangular");
    int rows = 2 * paths.size() * replicates;
    double[] alpha = new double[rows];
    String[] path = new String[rows];
    double[] curvature = new double[rows];
    double[] width = new double[rows];
    for (int i = 0; i < rows; i++) {
      alpha[i] = i < rows / 2 ? CyclicWidth.FOUND : CyclicWidth.NARROW;
      path[i] = paths.get(i / replicates % paths.size());
      double noise = 1 + 0.01 * (i * 7 % 12);
      curvature[i] = (path[i].equals("triangular") ? factor : 1) * noise;
      width[i] = 1 / Math.sqrt(curvature[i]);
    }
    Table table =
        Table.builder(rows)
            .numbers("alpha", alpha)
            .texts("path", path)
            .numbers("curvature", curvature)
            .numbers("width", width)
            .build();
    return new FixedTables(CyclicWidth.NAME, table);
  }

  @Test
  void pairsDecideWithThePowerThatIsAskedFor() {
    int n = Replicates.pairs(Profile.FULL);
    assertTrue(Power.binomial(0.8, Region.above(0.5), n, ADJUSTED) > 0.8);
  }

  @Test
  void networksDecideAMedianWithThePowerThatIsAskedFor() {
    // A median is within a region if a sign test finds it so at each of its bounds.
    int n = Replicates.networks(Profile.FULL);
    assertTrue(Power.binomial(0.9, Region.above(0.5), n, ADJUSTED) > 0.8);
  }

  private static boolean holds(String id, Tables tables) {
    return parts(id, tables).stream()
        .allMatch(part -> part.region().contains(part.evidence().atLevel(ADJUSTED)));
  }

  private static List<Part> parts(String id, Tables tables) {
    Claim claim = STUDY.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return claim.evaluation().apply(tables);
  }
}
