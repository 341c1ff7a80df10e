package temper.studies.cyclicalrates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Design;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Interval;
import temper.stats.Power;
import temper.stats.Region;

final class CyclicalRatesTest {

  private static final CyclicalRates STUDY = new CyclicalRates();

  private static List<Part> parts(String id, Tables tables) {
    return claim(id).evaluation().apply(tables);
  }

  private static Claim claim(String id) {
    return STUDY.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  /** The tables of one experiment. */
  private record Fixed(Table trials, Table curve) implements Tables {

    @Override
    public Set<String> experiments() {
      return Set.of();
    }

    @Override
    public Table trials(String experiment) {
      return trials;
    }

    @Override
    public Table table(String experiment, String table) {
      return curve;
    }
  }

  @Test
  void everyClaimOfTheSpecificationIsRegistered() {
    Set<String> ids = new HashSet<>();
    STUDY.claims().forEach(claim -> ids.add(claim.id()));

    for (int i = 1; i <= 10; i++) {
      assertTrue(ids.contains("CLR-" + i), "CLR-" + i);
    }
    assertTrue(
        ids.containsAll(List.of("CLR-2b", "CLR-X1", "CLR-1F", "SC-1", "SC-2", "SC-3")),
        ids.toString());
  }

  @Test
  void smallProfilesNeedNoDataAndTheFullOneNamesIts() {
    STUDY
        .experiments()
        .forEach(
            experiment -> {
              assertTrue(datasets(experiment, Profile.QUICK).isEmpty(), experiment.name());
              assertEquals(1, datasets(experiment, Profile.FULL).size(), experiment.name());
            });
  }

  private static <P extends Record> Set<String> datasets(
      temper.lab.study.Experiment<P> experiment, Profile profile) {
    Design<P> design = experiment.design(profile, NoTables.INSTANCE);
    Set<String> names = new HashSet<>();
    for (long cell = 0; cell < design.cells(); cell++) {
      names.addAll(experiment.datasets(design.cell().apply(cell)));
    }
    return names;
  }

  @Test
  void differencesArePairedAndDivergedRunsCountAsChance() {
    Table trials =
        Table.builder(6)
            .texts(
                "policy",
                new String[] {
                  "triangular2", "triangular2", "triangular2", "decay", "decay", "decay"
                })
            .numbers("replicate", new double[] {0, 1, 2, 0, 1, 2})
            .numbers("test_accuracy", new double[] {0.68, 0.67, 0.69, 0.65, 0.66, Double.NaN})
            .build();

    Part part = parts("CLR-2", new Fixed(trials, trials)).get(0);

    assertEquals((0.03 + 0.01 + 0.59) / 3, part.evidence().estimate(), 1e-12);
    assertEquals(3, part.evidence().n());
    assertEquals(Region.above(0.01), part.region());
  }

  @Test
  void accuracyAtEndsIsComparedWithThatAtPeaksOfTheSameRun() {
    Tables high = course((iteration, end) -> end ? 0.6 : 0.5);

    assertEquals(1, parts("CLR-4", high).get(0).evidence().estimate());
    assertEquals(0.1, parts("CLR-4", high).get(1).evidence().estimate(), 1e-12);
    assertEquals(0.1, parts("CLR-4b", high).get(1).evidence().estimate(), 1e-12);
  }

  @Test
  void aMereTrendIsNoPeakAtTheEndsOfCycles() {
    Tables rising = course((iteration, end) -> 1e-5 * iteration);

    // Peaks come 2000, 1000 and 500 iterations before their ends in 4, 3 and 3 cycles.
    assertEquals(
        1e-5 * (4 * 2000 + 3 * 1000 + 3 * 500) / 10,
        parts("CLR-4", rising).get(1).evidence().estimate(),
        1e-12);
    assertEquals(0, parts("CLR-4b", rising).get(1).evidence().estimate(), 1e-12);
  }

  private interface Accuracy {

    double at(double iteration, boolean end);
  }

  /** Two equal reduced runs that are measured every hundred steps. */
  private static Tables course(Accuracy accuracy) {
    Set<Double> ends = new HashSet<>();
    Policy.STAGES.forEach(
        stage -> {
          for (double end : stage.ends()) {
            ends.add(end);
          }
        });
    int rows = 50;
    double[] replicates = new double[2 * rows];
    double[] steps = new double[2 * rows];
    double[] accuracies = new double[2 * rows];
    String[] policies = new String[2 * rows];
    for (int i = 0; i < 2 * rows; i++) {
      replicates[i] = Math.floorDiv(i, rows);
      steps[i] = 100.0 * (i % rows + 1);
      accuracies[i] = accuracy.at(5 * steps[i], ends.contains(5 * steps[i]));
      policies[i] = "triangular2";
    }
    Table curve =
        Table.builder(2 * rows)
            .texts("policy", policies)
            .numbers("replicate", replicates)
            .numbers("step", steps)
            .numbers("accuracy", accuracies)
            .build();
    Table trials =
        Table.builder(2)
            .texts("policy", new String[] {"triangular2", "triangular2"})
            .numbers("replicate", new double[] {0, 1})
            .numbers("completed", new double[] {5000, 5000})
            .build();
    return new Fixed(trials, curve);
  }

  @Test
  void theBestRateIsTheVertexOfAParabolaOverTheLogarithm() {
    double[] rates = new double[9];
    double[] accuracies = new double[9];
    double vertex = -2.2; // log10 of the rate
    for (int i = 0; i < 9; i++) {
      double x = -5 + i / 2.0;
      rates[i] = Math.exp(x * Math.log(10));
      accuracies[i] = 0.7 - 0.05 * (x - vertex) * (x - vertex);
    }

    double best = RangeClaims.bestRate(rates, accuracies);

    assertEquals(vertex, Math.log10(best), 1e-9);
    assertEquals(rates[8], RangeClaims.bestRate(rates, rates), "rising to the end of the grid");
  }

  @Test
  void aRangeTestWithoutABoundDecidesNothing() {
    Table trials =
        Table.builder(2)
            .numbers("replicate", new double[] {0, 1})
            .numbers("rate", new double[] {0.01, 0.01})
            .numbers("test_accuracy", new double[] {0.5, 0.6})
            .numbers("max_rate", new double[] {0.01, Double.NaN})
            .build();

    Part part = parts("CLR-6b", new Fixed(trials, trials)).get(0);

    assertEquals(Interval.UNBOUNDED, part.evidence().atLevel(0.05));
  }

  @Test
  void boundsOfTheRangeTestAreReadFromSmoothedAccuracies() {
    double[] rates = {0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008};
    double[] accuracies = {0.1, 0.1, 0.1, 0.4, 0.7, 0.7, 0.7, 0.2};

    RangeBounds bounds = RangeBounds.of(rates, accuracies);

    // Smoothed: 0.1, 0.1, 0.2, 0.4, 0.6, 0.7, 0.533..., 0.45.
    assertEquals(0.006, bounds.max());
    assertEquals(0.003, bounds.base());
    assertTrue(Double.isNaN(RangeBounds.of(new double[0], new double[0]).max()));
  }

  @Test
  void replicatesGiveThePowerThatIsStated() {
    double level = 0.05 / STUDY.claims().size();
    int n = Replicates.of(Profile.FULL);

    assertTrue(Power.equivalence(0, 0.01 / 0.006, n, level / 2) > 0.85);
    assertTrue(Power.paired((0.029 - 0.01) / 0.01, n, level) > 0.95);
    assertEquals(1, Power.binomial(1, Region.above(0.5), n, level), 1e-12);
    assertTrue(
        Power.binomial(0.97, Region.atLeast(0.8), Replicates.perceptrons(Profile.FULL), level)
            > 0.85);
  }

  @Test
  void allStepSizesEndWithACycleAndAreMeasuredThere() {
    for (double half : Cycles.SIZES) {
      assertEquals(0, Cycles.SIZES_EPOCHS % (2 * half), "step size " + half);
    }
    assertArrayEquals(new double[] {0.0005, 0.002}, Optimizers.bounds(Optimizers.ADAM), "table 3");
  }
}
