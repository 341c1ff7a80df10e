package temper.studies.warmrestarts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.StableMath;
import temper.stats.Hypothesis;
import temper.stats.Position;
import temper.studies.FixedTables;

/** What claims make of runs that diverged, whose tables end early or have no row. */
class DivergenceTest {

  private static final double LEVEL = 0.05 / 15;
  private static final WarmRestarts STUDY = new WarmRestarts();

  /** The tables of the comparison of restarts. */
  private record Written(Table trials, Map<String, Table> others) implements Tables {

    @Override
    public Set<String> experiments() {
      return Set.of(RestartExperiments.RESTARTS);
    }

    @Override
    public Table trials(String experiment) {
      assertEquals(RestartExperiments.RESTARTS, experiment);
      return trials;
    }

    @Override
    public Table table(String experiment, String table) {
      assertEquals(RestartExperiments.RESTARTS, experiment);
      return others.get(table);
    }
  }

  private static List<Part> parts(String id, Tables tables) {
    return STUDY.claims().stream()
        .filter(claim -> claim.id().equals(id))
        .findFirst()
        .orElseThrow()
        .evaluation()
        .apply(tables);
  }

  /** Three replicates of three arms, each with an outcome, at a budget of 70 epochs. */
  private static Table trials(String... outcomes) {
    int n = outcomes.length;
    String[] arms = new String[n];
    double[] replicates = new double[n];
    double[] epochs = new double[n];
    Arrays.fill(epochs, 70);
    for (int i = 0; i < n; i++) {
      arms[i] = List.of(Arm.STEP, Arm.LONG_RESTARTS, Arm.SHORT_RESTARTS).get(i / 3).key();
      replicates[i] = i % 3;
    }
    return Table.builder(n)
        .texts("arm", arms)
        .numbers("replicate", replicates)
        .numbers("setting.epochs", epochs)
        .texts("outcome", outcomes)
        .build();
  }

  /** Rows of an arm, a replicate and further numbers. */
  private static Table rows(List<String> columns, Object[]... rows) {
    Table.Builder table =
        Table.builder(rows.length)
            .texts("arm", Arrays.stream(rows).map(row -> row[0]).toArray(String[]::new));
    for (int column = 0; column < columns.size(); column++) {
      int at = column + 1;
      table.numbers(
          columns.get(column),
          Arrays.stream(rows).mapToDouble(row -> ((Number) row[at]).doubleValue()).toArray());
    }
    return table.build();
  }

  private static Object[] row(Arm arm, Number... numbers) {
    Object[] row = new Object[numbers.length + 1];
    row[0] = arm.key();
    System.arraycopy(numbers, 0, row, 1, numbers.length);
    return row;
  }

  @Test
  void aRunThatDivergedReachesNoErrorInTwiceTheBudget() {
    Table curve =
        rows(
            List.of("replicate", "epoch", "test_error"),
            row(Arm.STEP, 0, 35, 0.5),
            row(Arm.STEP, 0, 70, 0.2),
            row(Arm.STEP, 1, 35, 0.4),
            row(Arm.STEP, 1, 70, 0.2),
            row(Arm.STEP, 2, 35, 0.1),
            row(Arm.LONG_RESTARTS, 0, 10, 0.15),
            row(Arm.LONG_RESTARTS, 0, 70, 0.14),
            row(Arm.LONG_RESTARTS, 1, 1, 0.1),
            row(Arm.LONG_RESTARTS, 2, 5, 0.9),
            row(Arm.LONG_RESTARTS, 2, 70, 0.2),
            row(Arm.SHORT_RESTARTS, 0, 7, 0.3),
            row(Arm.SHORT_RESTARTS, 0, 70, 0.25));
    Table trials =
        trials("ok", "ok", "diverged", "ok", "diverged", "ok", "ok", "diverged", "diverged");

    List<Part> parts = parts("SGDR-3", new Written(trials, Map.of(AnytimeTraining.CURVE, curve)));

    // Step decay needs 70, 70 and 140 epochs, the others 10, 140 and 5, or 140 each.
    double slow = 2 * StableMath.log(70) + StableMath.log(140);
    double longest = StableMath.log(10) + StableMath.log(140) + StableMath.log(5);
    assertEquals(3, parts.get(0).evidence().n());
    assertEquals((slow - longest) / 3, parts.get(0).evidence().estimate(), 1e-12);
    assertEquals(3, parts.get(1).evidence().n());
    assertEquals((slow - 3 * StableMath.log(140)) / 3, parts.get(1).evidence().estimate(), 1e-12);
  }

  @Test
  void restartsOfARunThatDivergedHaveNeitherRiseNorFall() {
    Table restarts =
        rows(
            List.of("replicate", "before", "peak", "after"),
            row(Arm.LONG_RESTARTS, 0, 1, 2, 0.5),
            row(Arm.LONG_RESTARTS, 0, 1, 2, 0.5),
            row(Arm.LONG_RESTARTS, 1, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 0, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 0, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 0, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 0, 1, 1, 0.5),
            row(Arm.SHORT_RESTARTS, 0, 1, 2, 1.5),
            row(Arm.SHORT_RESTARTS, 1, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 1, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 1, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 1, 1, 2, 0.5),
            row(Arm.SHORT_RESTARTS, 1, 1, 2, 1.5));
    Table trials = trials("ok", "ok", "ok", "ok", "diverged", "diverged", "ok", "ok", "diverged");

    Part part =
        parts("SGDR-6", new Written(trials, Map.of(AnytimeTraining.RESTARTS, restarts))).get(0);

    // Of seven restarts each, 5 in replicate 0, 4 in replicate 1 and none in replicate 2.
    assertEquals(3, part.evidence().n());
    assertEquals(4.0 / 7, part.evidence().estimate(), 1e-12);
  }

  /** Three pairs of a run at step decay and a cyclic one. */
  private static Tables snapshots(double[] correlations, double[] bumps) {
    double[] rates = new double[6];
    Arrays.fill(rates, SnapshotExperiments.LOW_RATE);
    return new FixedTables(
        SnapshotExperiments.SNAPSHOTS,
        Table.builder(6)
            .texts("arm", new String[] {"step", "step", "step", "cyclic", "cyclic", "cyclic"})
            .numbers("rate", rates)
            .numbers("late_correlation", new double[] {0.99, 0.98, 0.97, 0.9, 0.9, 0.9})
            .numbers("consecutive_correlation", correlations)
            .numbers("bump", bumps)
            .build());
  }

  @Test
  void aGuessHasNoBumpAndNoCorrelation() {
    Tables tables =
        snapshots(
            new double[] {0.9, 0.9, 0.9, 0.8, Double.NaN, 0.7},
            new double[] {0, 0, 0, 0.02, Double.NaN, 0.04});

    List<Part> parts = parts("SNAP-5", tables);

    assertEquals(2, parts.get(0).evidence().n());
    assertEquals(0.23, parts.get(0).evidence().estimate(), 1e-12);
    assertEquals(3, parts.get(1).evidence().n());
    assertEquals(0.02, parts.get(1).evidence().estimate(), 1e-12);
  }

  @Test
  void runsThatAllDivergedLeaveTheClaimOpen() {
    double[] none = {0.9, 0.9, 0.9, Double.NaN, Double.NaN, Double.NaN};

    Part part = parts("SNAP-5", snapshots(none, none)).get(0);

    assertEquals(Position.UNDECIDED, new Hypothesis(part.evidence(), part.region()).decide(LEVEL));
  }
}
