package temper.studies.largeratedynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import temper.autodiff.Elementwise;
import temper.autodiff.Reductions;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.stats.Hypothesis;
import temper.stats.Position;
import temper.stats.Power;
import temper.stats.Region;
import temper.studies.FixedTables;
import temper.studies.MemoryRun;
import temper.studies.fullbatch.FullBatchLoss;

final class LargeRateDynamicsTest {

  private static final LargeRateDynamics STUDY = new LargeRateDynamics();
  private static final StreamRoot ROOT = new StreamRoot("large-rate-dynamics-test");

  /** The level that Holm's method leaves to the first of the ten claims. */
  private static final double ADJUSTED = 0.05 / 10;

  private static Tables run;

  @BeforeAll
  static void runTheStudy() {
    run = MemoryRun.of(STUDY, Profile.SMOKE, name -> null);
  }

  @Test
  void theModelFollowsItsClosedRecursion() {
    int n = 50;
    Catapult model = Catapult.start(n, ROOT.stream("catapult", 0, "init"));
    double rate = 2.7 / model.curvature();
    double f = model.output();
    double curvature = model.curvature();
    for (int step = 0; step < 30; step++) {
      model.step(rate);
      // One step of f and of the curvature, from the product rule.
      double next = f * (1 - rate * curvature + rate * rate * f * f / n);
      curvature += rate * f * f / n * (rate * curvature - 4);
      f = next;
      assertEquals(f, model.output(), 1e-9 * (1 + Math.abs(f)));
      assertEquals(curvature, model.curvature(), 1e-9 * curvature);
    }
  }

  @Test
  void phasesAreThoseOfTheRate() {
    for (Part part : parts("CAT-1", run)) {
      assertEquals(1, part.evidence().estimate(), part.quantity());
    }
    assertEquals(1, parts("CAT-2", run).get(0).evidence().estimate());
  }

  @Test
  void rungeKuttaFollowsTheExponentialToFourthOrder() {
    FullBatchLoss bowl =
        new FullBatchLoss(1, x -> Elementwise.scale(0.5, Reductions.sum(Elementwise.square(x))));
    double[] errors = new double[2];
    for (int k = 0; k < 2; k++) {
      double[] point = {1};
      int steps = 4 << k;
      for (int i = 0; i < steps; i++) {
        RungeKutta.step(bowl, point, 1.0 / steps, new double[4][1]);
      }
      errors[k] = Math.abs(point[0] - StrictMath.exp(-1));
    }
    assertTrue(errors[0] < 5e-5);
    assertEquals(16, errors[0] / errors[1], 2);
  }

  @Test
  void stepsOfTheDiagonalNetworkGoDownTheGradient() {
    double[][] inputs = {{1, -2, 0.5}, {0.3, 0.7, -1}};
    double[] targets = {1, -0.5};
    double rate = 1e-6;

    DiagonalNetwork network = new DiagonalNetwork(inputs, targets, 0.4);
    double before = network.trainLoss();
    double[] weights = network.weights();
    network.fullStep(rate, new double[3]);

    assertEquals(0, Arrays.stream(weights).map(Math::abs).sum());
    // At weights of 0 the errors are the negative targets; each u and v moves by rate 2 g 0.4.
    double fall = 0;
    for (int j = 0; j < 3; j++) {
      double g = -(targets[0] * inputs[0][j] + targets[1] * inputs[1][j]) / 2;
      fall += 2 * (2 * g * 0.4) * (2 * g * 0.4);
    }
    assertEquals(fall, (before - network.trainLoss()) / rate, 1e-4 * fall);
  }

  @Test
  void aStepOnEachOfAllExamplesIsNearlyAFullStep() {
    double[][] inputs = {{1, -2, 0.5}, {0.3, 0.7, -1}};
    double[] targets = {1, -0.5};
    DiagonalNetwork full = new DiagonalNetwork(inputs, targets, 0.4);
    DiagonalNetwork single = new DiagonalNetwork(inputs, targets, 0.4);

    full.fullStep(2e-6, new double[3]);
    single.stochasticStep(0, 1e-6);
    single.stochasticStep(1, 1e-6);

    for (int j = 0; j < 3; j++) {
      assertEquals(full.weights()[j], single.weights()[j], 1e-11);
      assertTrue(Math.abs(full.weights()[j]) > 1e-8);
    }
  }

  @Test
  void aSparseTargetHasSoManyUnits() {
    RandomStream stream = ROOT.stream("target", 0, "all");
    double[] truth = DiagonalNetwork.sparse(100, 5, stream);
    assertEquals(5, Arrays.stream(truth).map(Math::abs).sum());
    DiagonalNetwork network = new DiagonalNetwork(new double[1][100], new double[1], 0.1);
    assertEquals(5, network.testError(truth), 1e-12);
    assertEquals(0, network.oneNorm());
  }

  @Test
  void hoveringBelowTheEdgeFailsTheClaim() {
    assertTrue(holds("EOS-1", edges(2.0)));
    assertFalse(holds("EOS-1", edges(1.5)));
  }

  private static Tables edges(double product) {
    int n = 12;
    double[] rate = new double[3 * n];
    double[] products = new double[3 * n];
    String[] outcome = new String[3 * n];
    for (int i = 0; i < 3 * n; i++) {
      rate[i] = EdgeOfStability.RATES.get(i / n);
      products[i] = product + 0.01 * (i % n);
      outcome[i] = "ok";
    }
    return new FixedTables(
        EdgeOfStability.NAME,
        Table.builder(3 * n)
            .numbers("rate", rate)
            .numbers("edge_product", products)
            .texts("outcome", outcome)
            .build());
  }

  @Test
  void aRateAtWhichEveryRunDivergedLeavesTheClaimOpen() {
    int n = 6;
    double[] rate = new double[n];
    double[] value = new double[n];
    String[] outcome = new String[n];
    for (int i = 0; i < n; i++) {
      rate[i] = EdgeOfStability.RATES.get(i % 3);
      outcome[i] = i % 3 == 0 ? "diverged" : "ok";
      value[i] = i % 3 == 0 ? Double.NaN : 2 + 0.001 * i;
    }
    Tables tables =
        new FixedTables(
            EdgeOfStability.NAME,
            Table.builder(n)
                .numbers("rate", rate)
                .texts("outcome", outcome)
                .numbers("edge_product", value)
                .numbers("rising", value)
                .numbers("middle_loss", value)
                .numbers("last_loss", value)
                .build());

    assertEquals(3, parts("EOS-1", tables).size());
    assertOpen(parts("EOS-1", tables).get(0));
    assertEquals(6, parts("EOS-2", tables).size());
    assertOpen(parts("EOS-2", tables).get(0));
    assertOpen(parts("EOS-2", tables).get(1));
  }

  @Test
  void networksThatAllDivergedLeaveTheClaimOpen() {
    Table trials =
        Table.builder(3)
            .texts(
                "arm",
                new String[] {
                  BatchAgainstRate.CONSTANT,
                  BatchAgainstRate.DECAYING_RATE,
                  BatchAgainstRate.GROWING_BATCH
                })
            .numbers("test_accuracy", new double[] {0.6, 0.7, Double.NaN})
            .build();

    assertOpen(parts("BATCH-1", new FixedTables(BatchAgainstRate.NAME, trials)).get(0));
  }

  @Test
  void heightsOfNoCatapultLeaveTheClaimOpen() {
    Table trials =
        Table.builder(2)
            .texts("phase", new String[] {"divergent", "divergent"})
            .numbers("width", new double[] {64, 128})
            .numbers("highest_loss", new double[] {1e9, 1e9})
            .build();

    assertOpen(parts("CAT-3", new FixedTables(CatapultHeight.NAME, trials)).get(0));
  }

  private static void assertOpen(Part part) {
    assertEquals(
        Position.UNDECIDED, new Hypothesis(part.evidence(), part.region()).decide(ADJUSTED));
  }

  @Test
  void divergedRunsCountAsTheWorst() {
    assertTrue(holds("LLR-1", errors(-5)));
    assertFalse(holds("LLR-1", errors(Double.NaN)));
  }

  private static Tables errors(double annealed) {
    int n = 30;
    double[] duration = new double[4 * n];
    double[] error = new double[4 * n];
    String[] gradient = new String[4 * n];
    for (int i = 0; i < 4 * n; i++) {
      gradient[i] = i / n < 2 ? SparseFeatures.STOCHASTIC : SparseFeatures.FULL;
      duration[i] = i / n % 2 == 0 ? 0 : 20_000;
      error[i] = i / n == 1 ? annealed : -1 + 0.001 * (i % n);
    }
    return new FixedTables(
        SparseFeatures.NAME,
        Table.builder(4 * n)
            .texts("gradient", gradient)
            .numbers("duration", duration)
            .numbers("log_test_error", error)
            .build());
  }

  @Test
  void runsOfTheModelDecideWithThePowerThatIsAskedFor() {
    int n = Replicates.catapults(Profile.FULL);
    assertTrue(Power.binomial(0.99, Region.above(0.9), n, ADJUSTED) > 1 - 0.2 / 9);
  }

  @Test
  void edgesDecideWithThePowerThatIsAskedFor() {
    int n = Replicates.edges(Profile.FULL);
    assertTrue(Power.paired(0.2 / 0.1, n, ADJUSTED) > 0.8);
    assertTrue(Power.binomial(0.95, Region.above(0.5), n, ADJUSTED) > 0.8);
    assertTrue(Power.paired(2, Replicates.flows(Profile.FULL), ADJUSTED) > 0.8);
  }

  @Test
  void trainSetsDecideWithThePowerThatIsAskedFor() {
    int n = Replicates.sparse(Profile.FULL);
    assertTrue(Power.binomial(0.9, Region.above(0.5), n, ADJUSTED) > 0.8);
  }

  @Test
  void imagesDecideWithThePowerThatIsAskedFor() {
    int n = Replicates.images(Profile.FULL);
    assertTrue(Power.equivalence(0, BatchClaims.MARGIN / 0.01, n, ADJUSTED) > 0.8);
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
