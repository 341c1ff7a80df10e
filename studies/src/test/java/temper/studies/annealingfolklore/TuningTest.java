package temper.studies.annealingfolklore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.schedule.ControlPlugin;
import temper.schedule.Controller;
import temper.schedule.Horizon;
import temper.studies.FixedTables;

/** Base rates, and the schedules that they belong to. */
final class TuningTest {

  private static final Horizon RUN = Horizon.ofEpochs(20, 50);

  private static double[] values(Law law, double shape) {
    Controller controller = ControlPlugin.of(law.of(0.4, shape), RUN);
    double[] values = new double[1000];
    for (int step = 0; step < values.length; step++) {
      values[step] = controller.value();
      controller.observe(1);
    }
    return values;
  }

  @Test
  void sevenRatesAreAFactorOfTheRootOfTenApart() {
    assertEquals(List.of(0.001, 0.00316, 0.01, 0.0316, 0.1, 0.316, 1.0), RateGrid.sevenFrom(0.001));
  }

  @Test
  void theBestRateIsThatOfTheLargestMeanAndDivergenceIsWorst() {
    Table trials =
        Table.builder(6)
            .numbers("rate", new double[] {0.1, 0.1, 0.3, 0.3, 1, 1})
            .numbers("score", new double[] {0.5, 0.7, 0.8, 0.6, 0.99, Double.NaN})
            .build();

    assertEquals(0.3, TunedRates.largest(trials, "score").rate());
    assertEquals(0.1, TunedRates.smallest(trials, "score").rate());
  }

  @Test
  void ofEquallyGoodRatesTheSmallestIsTaken() {
    Table trials =
        Table.builder(3)
            .numbers("rate", new double[] {1, 0.1, 0.3})
            .numbers("score", new double[] {0.5, 0.5, 0.5})
            .build();

    assertEquals(0.1, TunedRates.largest(trials, "score").rate());
  }

  @Test
  void withoutTrialsThereIsNothingToChooseFrom() {
    Table none =
        Table.builder(0).numbers("rate", new double[0]).numbers("score", new double[0]).build();

    assertThrows(IllegalStateException.class, () -> TunedRates.largest(none, "score").rate());
  }

  @Test
  void aComparisonTrainsEachArmAtTheRateThatWasBestForIt() {
    TunedComparison comparison = NetworkExperiments.ADAPTIVE;
    Design<Arm> candidates = comparison.tuning().design(Profile.FULL, new FixedTables("", none()));
    int n = (int) candidates.cells();
    String[] data = new String[n];
    String[] net = new String[n];
    String[] optimizer = new String[n];
    String[] law = new String[n];
    double[][] numbers = new double[6][n];
    for (int i = 0; i < n; i++) {
      Arm arm = candidates.cell().apply(i);
      data[i] = arm.data();
      net[i] = arm.net();
      optimizer[i] = arm.optimizer();
      law[i] = arm.law();
      numbers[0][i] = arm.train();
      numbers[1][i] = arm.shape();
      numbers[2][i] = arm.rate();
      numbers[3][i] = arm.epochs();
      numbers[4][i] = arm.batch();
      // The third rate of the grid is made the best without a schedule, the fifth with one.
      int best = arm.law().equals("constant") ? 2 : 4;
      numbers[5][i] = arm.rate() == arm.grid().get(best) ? 0.9 : 0.5;
    }
    Table trials =
        Table.builder(n)
            .texts("data", data)
            .texts("net", net)
            .texts("optimizer", optimizer)
            .texts("law", law)
            .numbers("train", numbers[0])
            .numbers("shape", numbers[1])
            .numbers("rate", numbers[2])
            .numbers("epochs", numbers[3])
            .numbers("batch", numbers[4])
            .numbers("score", numbers[5])
            .build();

    Design<Arm> chosen =
        comparison
            .confirmation()
            .design(Profile.FULL, new FixedTables(comparison.tuningName(), trials));

    assertEquals(8, chosen.cells());
    for (int i = 0; i < chosen.cells(); i++) {
      Arm arm = chosen.cell().apply(i);
      int best = arm.law().equals("constant") ? 2 : 4;
      assertEquals(arm.grid().get(best), arm.rate(), arm.toString());
    }
  }

  private static Table none() {
    return Table.builder(0).build();
  }

  @Test
  void decidedExperimentsAskForNoMoreTrialsThanTheySay() {
    for (Profile profile : Profile.values()) {
      assertEquals(
          8L * Replicates.networks(profile),
          NetworkExperiments.ADAPTIVE.confirmation().mostTrials(profile));
    }
  }

  @Test
  void fixedUpdatesAndFixedEpochsShareTheRunsOfTheUsualSize() {
    Design<Arm> design =
        NetworkExperiments.SMALL_DATA.tuning().design(Profile.FULL, new FixedTables("", none()));
    Set<Arm> cells = new HashSet<>();
    for (int i = 0; i < design.cells(); i++) {
      Arm arm = design.cell().apply(i);
      assertTrue(cells.add(arm), arm.toString());
      boolean epochs = arm.epochs() == 20;
      boolean updates = Math.abs(arm.epochs() * arm.train() - 100_000) < 1e-6;
      assertTrue(epochs || updates, arm.toString());
    }
    // Six sizes, two readings of which one size has one in common, two laws, seven rates.
    assertEquals((2 * 6 - 1) * 2 * 7, cells.size());
  }

  @Test
  void labelsNameLaws() {
    for (Law law : Law.values()) {
      assertEquals(law, Law.named(law.label()));
    }
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Law.named("lineal"));
    assertTrue(error.getMessage().contains("lineal"));
  }

  @Test
  void lawsThatEndAtZeroDoAndOthersEndWhereTheySay() {
    for (Law law : List.of(Law.LINEAR, Law.COSINE, Law.STABLE_DECAY, Law.ONE_CYCLE)) {
      assertTrue(values(law, 0)[999] < 0.005, law.label());
    }
    assertEquals(0.4, values(Law.CONSTANT, 0)[999]);
    assertEquals(0.004, values(Law.EXPONENTIAL, 0)[999], 1e-4);
    assertEquals(0.4 / Math.sqrt(1 + 999 / 78.0), values(Law.INVERSE_SQUARE_ROOT, 78)[999], 1e-12);
  }

  @Test
  void stepDecayDropsByTenAtHalfAndThreeQuarters() {
    double[] values = values(Law.STEP, 0);

    assertEquals(0.4, values[499], 1e-12);
    assertEquals(0.04, values[500], 1e-12);
    assertEquals(0.04, values[749], 1e-12);
    assertEquals(0.004, values[750], 1e-12);
  }

  @Test
  void aCooldownTakesTheLastFifth() {
    double[] values = values(Law.STABLE_DECAY, 0);

    assertEquals(0.4, values[799], 1e-12);
    assertEquals(0.2, values[900], 1e-3);
  }

  @Test
  void exponentialDecayHasItsFactorEachEpoch() {
    double[] values = values(Law.EXPONENTIAL_PER_EPOCH, 0.9);

    assertEquals(0.4 * 0.9, values[50], 1e-12);
    assertEquals(0.4 * 0.81, values[100], 1e-12);
  }

  @Test
  void restartsComeAsOftenAsTheyAreAskedFor() {
    double[] values = values(Law.WARM_RESTARTS, 4);

    long atPeak = Arrays.stream(values).filter(value -> value == 0.4).count();
    assertEquals(4, atPeak);
    assertEquals(0.4, values[250]);
    assertTrue(values[249] < 1e-4);
  }

  @Test
  void aWarmUpTakesItsShareOfTheRun() {
    double[] values = values(Law.WARM_UP, 0.05);

    assertTrue(values[0] < 0.05 * 0.4);
    assertEquals(0.2, values[25], 0.01);
    assertEquals(0.4, values[50], 1e-9);
    assertEquals(0.4, values[999], 1e-9);
  }

  @Test
  void aPlateauReducesAfterMoreObservationsThanItsPatience() {
    double[] values = values(Law.PLATEAU, 5);

    // The first observation is the best so far; six more are not better.
    assertEquals(0.4, values[6], 1e-12);
    assertEquals(0.04, values[7], 1e-12);
  }
}
