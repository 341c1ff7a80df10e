package temper.studies.largeinitialrate.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Hypothesis;
import temper.stats.Position;
import temper.stats.Power;
import temper.stats.Region;

final class ImageClaimsTest {

  /** The level that Holm's method leaves to the first of the paper's thirteen claims. */
  private static final double LEVEL = 0.05 / 13;

  private static final List<String> ARMS =
      List.of(
          PatchParameters.LARGE,
          PatchParameters.SMALL,
          PatchParameters.NOISE,
          PatchParameters.CLEAN);

  /** Tables of one experiment. */
  private record Fixed(String experiment, Table trials, Map<String, Table> others)
      implements Tables {

    @Override
    public Set<String> experiments() {
      return Set.of(experiment);
    }

    @Override
    public Table trials(String name) {
      assertEquals(experiment, name);
      return trials;
    }

    @Override
    public Table table(String name, String table) {
      assertEquals(experiment, name);
      return others.get(table);
    }
  }

  private static List<Part> parts(String id, Tables tables) {
    Claim claim =
        ImagesPart.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    assertFalse(claim.reduced().isEmpty());
    assertEquals(List.copyOf(tables.experiments()), claim.experiments());
    return claim.evaluation().apply(tables);
  }

  private static List<Position> decided(List<Part> parts) {
    return parts.stream()
        .map(part -> new Hypothesis(part.evidence(), part.region()).decide(LEVEL))
        .toList();
  }

  /** Twelve runs of each arm about the given accuracies; a NaN is a run that diverged. */
  private static Tables arms(double[] clean, double[] learntAfter) {
    int n = 12;
    int epochs = 60;
    double[] accuracy = new double[4 * n];
    String[] arm = new String[4 * n];
    double[] anneal = new double[4 * n];
    Arrays.fill(anneal, 29);
    String[] curveArm = new String[4 * n * epochs];
    double[] replicate = new double[4 * n * epochs];
    double[] epoch = new double[4 * n * epochs];
    double[] patch = new double[4 * n * epochs];
    for (int run = 0; run < 4 * n; run++) {
      arm[run] = ARMS.get(run / n);
      accuracy[run] = clean[run / n] + 0.004 * ((run * 7) % 5 - 2);
      for (int e = 0; e < epochs; e++) {
        int at = run * epochs + e;
        curveArm[at] = arm[run];
        replicate[at] = run % n;
        epoch[at] = e + 1;
        patch[at] = e + 1 >= learntAfter[run / n] ? 0.85 : 0.2;
      }
    }
    Table trials =
        Table.builder(4 * n)
            .texts("arm", arm)
            .numbers("anneal", anneal)
            .numbers("clean_accuracy", accuracy)
            .build();
    Table curve =
        Table.builder(4 * n * epochs)
            .texts("arm", curveArm)
            .numbers("replicate", replicate)
            .numbers("epoch", epoch)
            .numbers("patch", patch)
            .build();
    return new Fixed(PatchExperiments.ARMS, trials, Map.of(PatchCurve.NAME, curve));
  }

  @Test
  void thePapersOwnNumbersReproduceTheClaimsAboutPatches() {
    Tables paper = arms(new double[] {0.876, 0.699, 0.814, 0.83}, new double[] {30, 3, 30, 99});

    assertEquals(
        List.of(Position.INSIDE, Position.INSIDE, Position.INSIDE), decided(parts("LWM-8", paper)));
    assertEquals(List.of(Position.INSIDE), decided(parts("LWM-9", paper)));
    assertEquals(List.of(Position.INSIDE), decided(parts("LWM-10", paper)));
  }

  @Test
  void armsInAnotherOrderRefuteThem() {
    Tables reversed = arms(new double[] {0.7, 0.8, 0.65, 0.8}, new double[] {29, 3, 30, 99});

    assertEquals(
        List.of(Position.OUTSIDE, Position.OUTSIDE, Position.INSIDE),
        decided(parts("LWM-8", reversed)));
    assertEquals(List.of(Position.OUTSIDE), decided(parts("LWM-9", reversed)));
    assertEquals(List.of(Position.OUTSIDE), decided(parts("LWM-10", reversed)));
  }

  @Test
  void patchesThatNobodyLearnsAreNotLearntBeforeTheAnnealing() {
    Tables never = arms(new double[] {0.8, 0.7, 0.75, 0.8}, new double[] {99, 99, 99, 99});
    assertEquals(0, parts("LWM-9", never).get(0).evidence().estimate());
  }

  @Test
  void patchesThatTheLargeRateNeverLearnsAreNotLearntAfterTheAnnealing() {
    Tables never = arms(new double[] {0.8, 0.7, 0.75, 0.8}, new double[] {99, 3, 30, 99});
    assertEquals(0, parts("LWM-9", never).get(0).evidence().estimate());
  }

  @Test
  void aRunThatDivergedCountsAsAGuess() {
    Table trials =
        Table.builder(2).numbers("clean_accuracy", new double[] {0.5, Double.NaN}).build();
    assertArrayEquals(new double[] {0.5, 0.1}, Accuracies.of(trials, "clean_accuracy"));
  }

  @Test
  void theLevelOfTheNoiseIsChosenOnTheOtherReplicates() {
    // Without its own luck, replicate 0 would take the first level; the others take the second.
    List<double[]> levels = List.of(new double[] {0.2, 0.8, 0.8}, new double[] {0.95, 0.75, 0.75});
    assertArrayEquals(new double[] {0.2, 0.75, 0.75}, RateClaims.chosenOnOthers(levels));
  }

  @Test
  void theClaimsAboutRatesAreDecidedByTheirCells() {
    int n = 12;
    double[][] cells = {
      {0.1, 0, 0.60, 0.62, 0.904},
      {0.01, 0, 0.70, 0.75, 0.849},
      {0.01, 0.1, 0.7, 0.75, 0.86},
      {0.01, 0.2, 0.7, 0.75, 0.903},
      {0.01, 0.3, 0.7, 0.75, 0.88},
      {0.01, 0.4, 0.7, 0.75, 0.87}
    };
    double[][] columns = new double[5][cells.length * n];
    for (int row = 0; row < cells.length * n; row++) {
      for (int column = 0; column < 5; column++) {
        double jitter = column < 2 ? 0 : 0.003 * ((row * 7 + column) % 5 - 2);
        columns[column][row] = cells[row / n][column] + jitter;
      }
    }
    Table trials =
        Table.builder(cells.length * n)
            .numbers("rate", columns[0])
            .numbers("noise", columns[1])
            .numbers("test_before", columns[2])
            .numbers("train_before", columns[3])
            .numbers("test_accuracy", columns[4])
            .build();
    Tables tables = new Fixed(RateTraining.NAME, trials, Map.of());

    assertEquals(
        List.of(Position.INSIDE, Position.INSIDE, Position.INSIDE),
        decided(parts("LWM-6", tables)));
    assertEquals(List.of(Position.INSIDE, Position.INSIDE), decided(parts("LWM-7", tables)));
  }

  @Test
  void twelveReplicatesDecideDifferencesOfThePapersSize() {
    double spread = 0.01; // Of a difference of two runs on 10,000 images.
    int n = Sizes.replicates(Profile.FULL);
    assertTrue(Power.paired((0.177 - PatchClaims.ADVANTAGE) / spread, n, LEVEL) > 0.99);
    assertTrue(Power.paired((0.13 - PatchClaims.LOSS) / spread, n, LEVEL) > 0.99);
    assertTrue(Power.paired(0.0548 / spread, n, LEVEL) > 0.99);
    assertTrue(Power.binomial(0.99, Region.above(0.5), n, LEVEL) > 0.8);
    // The large rate's accuracy moves by some points from epoch to epoch before it is annealed.
    assertTrue(Power.paired(0.06 / 0.04, n, LEVEL) > 0.8);
  }

  @Test
  void equivalenceOfBatchesHasAsManyReplicatesAsItNeeds() {
    OptionalInt needed =
        Power.replicates(
            0.8, 100, n -> Power.equivalence(0, PatchClaims.MARGIN / 0.01, n, LEVEL / 2));
    long replicates =
        PatchExperiments.all().stream()
            .filter(experiment -> experiment.name().equals(PatchExperiments.BATCH))
            .findFirst()
            .orElseThrow()
            .design(Profile.FULL, NoTables.INSTANCE)
            .replicates();
    assertEquals(needed.orElseThrow(), replicates);
  }
}
