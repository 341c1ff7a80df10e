package temper.studies.annealingfolklore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Conjunction;
import temper.stats.Hypothesis;
import temper.stats.Position;
import temper.stats.Power;
import temper.studies.FixedTables;
import temper.studies.MemoryRun;

final class ClaimsTest {

  private static final AnnealingFolklore STUDY = new AnnealingFolklore();

  /** About the level that Holm's method leaves to the first of thirty claims. */
  private static final double LEVEL = 0.0017;

  private static Claim claim(String id) {
    return STUDY.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Position decide(String id, Tables tables) {
    List<Part> parts = claim(id).evaluation().apply(tables);
    return new Conjunction(
            parts.stream().map(part -> new Hypothesis(part.evidence(), part.region())).toList())
        .decide(LEVEL);
  }

  /** Accuracies of linear and constant rates whose difference at each level is given. */
  private static Table gains(String column, List<Double> levels, double[] gains) {
    int n = 20;
    int rows = 2 * n * levels.size();
    String[] law = new String[rows];
    double[] level = new double[rows];
    double[] accuracy = new double[rows];
    for (int l = 0; l < levels.size(); l++) {
      for (int i = 0; i < 2 * n; i++) {
        int row = 2 * n * l + i;
        boolean linear = i >= n;
        law[row] = linear ? "linear" : "constant";
        level[row] = levels.get(l);
        double wobble = 0.002 * ((i % n * 7 + l) % 5 - 2);
        accuracy[row] = 0.8 + (linear ? gains[l] + wobble : 0);
      }
    }
    return Table.builder(rows)
        .texts("law", law)
        .numbers(column, level)
        .numbers("test_accuracy", accuracy)
        .build();
  }

  @Test
  void theTwoReadingsOfShortTrainingCannotBothHold() {
    List<Double> epochs = NetworkExperiments.LENGTHS;
    String name = NetworkExperiments.SHORT.name();
    double[] rising = {0, 0.001, 0.008, 0.016, 0.024, 0.032, 0.04};
    double[] falling = {0.04, 0.032, 0.024, 0.016, 0.008, 0.001, 0};
    Tables folklore = new FixedTables(name, gains("epochs", epochs, rising));
    Tables budgeted = new FixedTables(name, gains("epochs", epochs, falling));

    assertEquals(Position.INSIDE, decide("FOLK-1", folklore));
    assertEquals(Position.OUTSIDE, decide("FOLK-1", budgeted));
    assertEquals(Position.INSIDE, decide("FOLK-1-B", budgeted));
    assertFalse(decide("FOLK-1-B", folklore) == Position.INSIDE);
  }

  @Test
  void aNetworkThatDivergedCountsAsAGuess() {
    Table trials =
        Table.builder(2).numbers("test_accuracy", new double[] {0.7, Double.NaN}).build();

    double[] accuracies = Accuracies.of(trials, "test_accuracy");

    assertEquals(0.7, accuracies[0]);
    assertEquals(0.1, accuracies[1]);
  }

  @Test
  void parabolasAreMeasuredByTheirSquareAlone() {
    double[] weights = ScheduleClaims.quadraticWeights();
    double constant = 0;
    double line = 0;
    double square = 0;
    for (int i = 0; i < weights.length; i++) {
      double x = StrictMath.log(-StrictMath.log(NetworkExperiments.DECAYS.get(i)));
      constant += weights[i];
      line += weights[i] * x;
      square += weights[i] * x * x;
    }

    assertEquals(0, constant, 1e-12);
    assertEquals(0, line, 1e-12);
    assertEquals(1, square, 1e-12);
  }

  private static DynamicsClaims.Combination suggesting(double... rates) {
    return new DynamicsClaims.Combination(Arrays.stream(rates).boxed().toList(), 0.1);
  }

  @Test
  void aSuggestionWithinAFactorOfThreeIsAHit() {
    assertTrue(suggesting(0.29).hit());
    assertTrue(suggesting(0.034).hit());
    assertFalse(suggesting(0.31).hit());
    assertEquals(1, suggesting(0.01).error(), 1e-12);
    assertEquals(1, suggesting(0.01, 0.1, 1).error(), 1e-12);
  }

  @Test
  void aMissingSuggestionIsAMissThatTheOthersMayOutweigh() {
    assertFalse(suggesting(Double.NaN).hit());
    assertEquals(8, suggesting(Double.NaN).error());
    assertFalse(suggesting(0.1, Double.NaN).hit());
    assertFalse(suggesting(0.1, Double.NaN, Double.NaN).hit());
    assertTrue(suggesting(0.1, 0.1, Double.NaN).hit());
    assertEquals(0.1, suggesting(0.1, Double.NaN).suggested());
  }

  @Test
  void equalGainsShareARankHoweverTheyAreRounded() {
    double[] right = {8500, 4100, 8400, 4200, 8300, 4300, 8200};
    int each = 40;
    int rows = each * right.length;
    String[] law = new String[rows];
    double[] epochs = new double[rows];
    double[] accuracy = new double[rows];
    for (int row = 0; row < rows; row++) {
      int level = row / each;
      boolean linear = row % 2 == 0;
      law[row] = linear ? "linear" : "constant";
      epochs[row] = NetworkExperiments.LENGTHS.get(level);
      accuracy[row] = (right[level] + (linear ? 12 : 0)) / 10_000;
    }
    Table trials =
        Table.builder(rows)
            .texts("law", law)
            .numbers("epochs", epochs)
            .numbers("test_accuracy", accuracy)
            .build();
    Tables tables = new FixedTables(NetworkExperiments.SHORT.name(), trials);

    Part trend = claim("FOLK-1").evaluation().apply(tables).get(2);

    assertEquals(0, trend.evidence().estimate(), 1e-12);
  }

  @Test
  void blocksThatAllDivergedLeaveTheirClaimOpen() {
    String[] law = {"falling-rate", "falling-rate", "falling-rate", "constant", "small"};
    double[] rate = {0.0125, 0.05, 0.2, 0.05, 0.05};
    double[] share = new double[rate.length];
    Arrays.fill(share, Double.NaN);
    Table trials =
        Table.builder(rate.length)
            .texts("law", law)
            .numbers("rate", rate)
            .numbers("share", share)
            .build();

    assertEquals(
        Position.UNDECIDED, decide("FOLK-14-B", new FixedTables(BatchTemperature.NAME, trials)));
  }

  @Test
  void networksThatLearntNothingOrDivergedFailed() {
    Table trials =
        Table.builder(3).numbers("train_loss", new double[] {0.1, 2.3, Double.NaN}).build();

    assertEquals(2, DynamicsClaims.failures(trials));
  }

  @Test
  void rowsWithAMissingNumberAreLeftOutOfEveryColumn() {
    double[][] kept = Pairs.present(new double[] {1, Double.NaN, 3}, new double[] {4, 5, 6});

    assertEquals(List.of(1.0, 3.0), IntStream.range(0, 2).mapToObj(i -> kept[0][i]).toList());
    assertEquals(List.of(4.0, 6.0), IntStream.range(0, 2).mapToObj(i -> kept[1][i]).toList());
  }

  /** A pair of networks on 5000 images differs by 0.6 to 0.8 points, as the specification says. */
  @Test
  void replicatesFindAPointAndShowEquivalenceWithinOne() {
    int n = Replicates.networks(Profile.FULL);

    assertTrue(Power.paired(1 / 0.8, n, LEVEL) > 0.8);
    assertTrue(Power.equivalence(0, 1 / 0.8, n, LEVEL / 2) > 0.8);
  }

  @Test
  void halfOfTheCombinationsIsExceededByFourFifthsOfThem() {
    int n = RangeTest.cells(Profile.FULL).size();

    assertEquals(24, n);
    assertTrue(Power.binomial(0.92, temper.stats.Region.above(0.5), n, LEVEL) > 0.8);
  }

  @Test
  void everyRuleOfTheListHasAClaim() {
    Set<String> ids = new HashSet<>();
    STUDY.claims().forEach(claim -> ids.add(claim.id()));

    for (int rule = 1; rule <= 13; rule++) {
      if (rule != 12) {
        assertTrue(ids.contains("FOLK-" + rule), "FOLK-" + rule);
      }
    }
    assertTrue(ids.containsAll(Set.of("CONV-1", "FOLK-12-B", "FOLK-14-B")));
  }

  @Test
  void exactClaimsHold() {
    MemoryRun run = MemoryRun.of(new Only(new NoiseFloorDrop()), Profile.SMOKE, name -> null);

    assertEquals(Position.INSIDE, decide("FOLK-12-D", run));
    Map<String, Table> laws = run.trials(NoiseFloorDrop.NAME).groupByText("law");
    assertEquals(4, laws.size());
  }
}
