package temper.studies.annealingfolklore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.LogRank;

/** What claims make of networks that diverged, whose course ends early or has no row. */
final class DivergenceTest {

  private static final AnnealingFolklore STUDY = new AnnealingFolklore();

  /** Tables of some experiments. */
  private record Written(Map<String, Table> trials, Map<String, Table> courses) implements Tables {

    @Override
    public Set<String> experiments() {
      return trials.keySet();
    }

    @Override
    public Table trials(String experiment) {
      return trials.get(experiment);
    }

    @Override
    public Table table(String experiment, String table) {
      assertEquals(ArmTraining.COURSE, table);
      return courses.get(experiment);
    }
  }

  /**
   * A network.
   *
   * @param measured train losses, and accuracies as well, after each epoch that it was trained
   */
  private record Run(Law law, double replicate, boolean diverged, List<Double> measured) {

    static Run ended(Law law, double replicate, Double... measured) {
      return new Run(law, replicate, false, List.of(measured));
    }

    static Run broken(Law law, double replicate, Double... measured) {
      return new Run(law, replicate, true, List.of(measured));
    }

    String trial() {
      return law.label() + " " + replicate;
    }

    double last() {
      return diverged ? Double.NaN : measured.get(measured.size() - 1);
    }
  }

  /** Runs of four cycles, where a law has cycles, over some epochs. */
  private static Tables followed(String experiment, double epochs, List<Run> runs) {
    int n = runs.size();
    Table trials =
        Table.builder(n)
            .texts("trial", texts(runs.stream().map(Run::trial).toList()))
            .numbers("replicate", numbers(runs.stream().map(Run::replicate).toList()))
            .texts("law", texts(runs.stream().map(run -> run.law().label()).toList()))
            .numbers("shape", constant(n, NetworkExperiments.FOLLOWED_CYCLES))
            .numbers("epochs", constant(n, epochs))
            .texts(
                "outcome",
                texts(runs.stream().map(run -> run.diverged() ? "diverged" : "ok").toList()))
            .numbers("score", numbers(runs.stream().map(Run::last).toList()))
            .build();
    List<Run> rows =
        runs.stream()
            .flatMap(run -> Collections.nCopies(run.measured().size(), run).stream())
            .toList();
    double[] measured = numbers(runs.stream().flatMap(run -> run.measured().stream()).toList());
    double[] epoch = new double[measured.length];
    for (int row = 0; row < epoch.length; row++) {
      epoch[row] = row - rows.indexOf(rows.get(row)) + 1;
    }
    Table course =
        Table.builder(measured.length)
            .texts("trial", texts(rows.stream().map(Run::trial).toList()))
            .texts("law", texts(rows.stream().map(run -> run.law().label()).toList()))
            .numbers("shape", constant(measured.length, NetworkExperiments.FOLLOWED_CYCLES))
            .numbers("epoch", epoch)
            .numbers("train_loss", measured)
            .numbers("accuracy", measured)
            .build();
    return new Written(Map.of(experiment, trials), Map.of(experiment, course));
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String[] texts(List<String> values) {
    return values.toArray(String[]::new);
  }

  private static double[] constant(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  private static List<Part> parts(String id, Tables tables) {
    return STUDY.claims().stream()
        .filter(claim -> claim.id().equals(id))
        .findFirst()
        .orElseThrow()
        .evaluation()
        .apply(tables);
  }

  @Test
  void aDropIsHeldAgainstTheControlOfItsReplicateAndDivergenceIsNoChange() {
    Tables tables =
        followed(
            NetworkExperiments.DROPS,
            4,
            List.of(
                Run.ended(Law.STEP, 0, 2.0, 1.0, 0.5, 0.4),
                Run.broken(Law.STEP, 1),
                Run.ended(Law.STEP, 2, 2.0, 1.0, 0.1, 0.1),
                Run.broken(Law.CONSTANT, 2, 2.0, 1.0, 5.0),
                Run.ended(Law.CONSTANT, 1, 2.0, 1.0, 0.8, 0.7),
                Run.ended(Law.CONSTANT, 0, 2.0, 1.0, 0.9, 0.8)));

    Part part = parts("FOLK-4", tables).get(0);

    // Of replicate 0 it is -0.5 less -0.1, of 1 it is 0 less -0.2, of 2 it is -0.9 less 0.
    assertEquals(3, part.evidence().n());
    assertEquals(-0.4, part.evidence().estimate(), 1e-12);
  }

  @Test
  void cyclesEndWhereTheBudgetSaysAndDivergenceIsNoChange() {
    Tables tables =
        followed(
            NetworkExperiments.RESTARTS.name(),
            8,
            List.of(
                Run.ended(Law.WARM_RESTARTS, 0, 2.0, 1.0, 1.5, 0.8, 1.2, 0.6, 0.9, 0.5),
                Run.broken(Law.WARM_RESTARTS, 1, 2.0, 1.0, 9.0),
                Run.broken(Law.WARM_RESTARTS, 2)));

    List<Part> parts = parts("FOLK-13", tables);

    // Jumps of 0.5, 0.4 and 0.3, falls of 0.2, 0.2 and 0.1 over a cycle, in one of three runs.
    assertEquals(3, parts.get(0).evidence().n());
    assertEquals(0.4 / 3, parts.get(0).evidence().estimate(), 1e-12);
    assertEquals(-0.5 / 9, parts.get(1).evidence().estimate(), 1e-12);
  }

  @Test
  void aRunReachesItsTargetWhenItFirstDoesOrNotAtAll() {
    Tables tables =
        followed(
            NetworkExperiments.SPEED,
            3,
            List.of(Run.ended(Law.STEP, 0, 0.5, 0.8, 0.7), Run.ended(Law.STEP, 1, 0.5, 0.6, 0.7)));

    assertEquals(0.7 - ScheduleClaims.TARGET_BELOW, ScheduleClaims.target(tables), 1e-12);
    assertTimes(new double[] {2, 3}, new boolean[] {true, false}, tables, 0.75);
  }

  @Test
  void aRunThatDivergedNeverReachesTheTargetAndIsWatchedToTheEnd() {
    Tables tables =
        followed(
            NetworkExperiments.SPEED,
            4,
            List.of(Run.ended(Law.STEP, 0, 0.5, 0.7, 0.8, 0.8), Run.broken(Law.STEP, 1, 0.5, 0.9)));

    // The final accuracy of the second is that of a guess, 0.1.
    assertEquals(0.45 - ScheduleClaims.TARGET_BELOW, ScheduleClaims.target(tables), 1e-12);
    assertTimes(new double[] {2, 4}, new boolean[] {true, false}, tables, 0.7);
  }

  /** A group is known by how it fares against another. */
  private static void assertTimes(double[] times, boolean[] reached, Tables tables, double target) {
    LogRank.Group other = new LogRank.Group(new double[] {3}, new boolean[] {true});
    assertEquals(
        LogRank.of(new LogRank.Group(times, reached), other).estimate(),
        LogRank.of(ScheduleClaims.times(tables, Law.STEP, target), other).estimate());
  }

  @Test
  void oneSuggestionOfTenMakesNoHit() {
    int n = 10;
    double[] suggested = constant(n, Double.NaN);
    suggested[3] = 0.1;
    Table tests =
        combination(n)
            .texts("rise", texts(Collections.nCopies(n, RangeTest.EXPONENTIAL)))
            .numbers("minimum_over_ten", constant(n, 0.1))
            .numbers("steepest", suggested)
            .build();
    Table grid =
        combination(1).numbers("rate", constant(1, 0.1)).numbers("score", constant(1, 0.8)).build();
    Tables tables = new Written(Map.of(RangeTest.NAME, tests, RangeTest.GRID, grid), Map.of());

    List<Part> parts = parts("FOLK-9", tables);

    assertEquals(1, parts.get(0).evidence().estimate());
    assertEquals(0, parts.get(1).evidence().estimate());
  }

  private static Table.Builder combination(int rows) {
    return Table.builder(rows)
        .texts("data", texts(Collections.nCopies(rows, "mnist")))
        .texts("net", texts(Collections.nCopies(rows, Arm.SMALL)))
        .texts("optimizer", texts(Collections.nCopies(rows, "sgd")))
        .numbers("batch", constant(rows, 32));
  }
}
