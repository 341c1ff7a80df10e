package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.study.Column;
import temper.lab.study.Table;

class SummaryTest {

  private static final Layout LAYOUT =
      new Layout(
          "sum",
          List.of(Column.integer("size", "a size")),
          List.of(0),
          List.of(Column.text("note", "text"), Column.number("x", "the value").in("m")),
          List.of());

  @TempDir Path folder;

  private record Values(List<Object[]> cells) implements PlanRows {

    @Override
    public long size() {
      return cells.stream().mapToInt(cell -> cell.length).sum();
    }

    @Override
    public long id(long index) {
      return index + 1;
    }

    @Override
    public int replicate(long index) {
      long before = 0;
      for (int i = 0; i < cell(index); i++) {
        before += cells.get(i).length;
      }
      return (int) (index - before);
    }

    @Override
    public long cell(long index) {
      int cell = 0;
      for (long left = index; left >= cells.get(cell).length; cell++) {
        left -= cells.get(cell).length;
      }
      return cell;
    }

    @Override
    public List<String> parameters(long index) {
      return List.of("" + cell(index));
    }
  }

  private String summary(Object[]... cells) {
    Values plan = new Values(Arrays.asList(cells));
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(LAYOUT);
      for (long i = 0; i < plan.size(); i++) {
        Object value = cells[(int) plan.cell(i)][plan.replicate(i)];
        Outcome outcome = value instanceof Outcome other ? other : Outcome.OK;
        String metrics =
            value instanceof Double number
                ? new CsvWriter().cell("a, \"b\"").cell(number).toString()
                : ",";
        store.append(new TrialRecord(i + 1, outcome, "", metrics, List.of(), "", 0));
      }
      store.commit(plan, true);
    }
    return Fixture.text(folder.resolve("sum/summary.csv"));
  }

  @Test
  void meanAndIntervalAreThoseOfATextbook() {
    // 1..5: mean 3, s = sqrt(2.5), t(0.975, 4) = 2.7764451051977987 (tables), half 1.963243.
    String text = summary(new Object[] {1.0, 2.0, 3.0, 4.0, 5.0});
    Table table = CsvTables.of(folder).summary("sum");

    assertTrue(
        text.startsWith("size,ok,diverged,failed,incomplete,x_mean,x_ci95_low,x_ci95_high\n"));
    assertEquals(3.0, table.numbers("x_mean")[0]);
    double half = 2.7764451051977987 * StrictMath.sqrt(2.5 / 5);
    assertEquals(3 - half, table.numbers("x_ci95_low")[0], 1e-9);
    assertEquals(3 + half, table.numbers("x_ci95_high")[0], 1e-9);
  }

  @Test
  void bytesAreThoseOfEveryJavaVersion() {
    assertEquals(
        """
        size,ok,diverged,failed,incomplete,x_mean,x_ci95_low,x_ci95_high
        0,3,0,0,0,0.36666666666666664,-0.39224994004366326,1.1255832733769966
        1,12,0,0,0,1.6666666666750045e15,-8.065064870182485e14,4.1398398203682575e15
        """,
        summary(
            new Object[] {0.1, 0.7, 0.30000000000000004},
            new Object[] {1e16, 1e16 + 2, 3.0, 1e-7, 1e5, 17.25, -1.0, 2.5, 9.0, 11.0, 1.0, 8.0}));
  }

  @Test
  void divergedAndFailedTrialsAreCountedAndNotAveraged() {
    assertEquals(
        "0,2,1,2,0,1.5,"
            + summary(new Object[] {1.0, Outcome.DIVERGED, 2.0, Outcome.FAILED, Outcome.FAILED})
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", 7)[6],
        summary(new Object[] {1.0, Outcome.DIVERGED, 2.0, Outcome.FAILED, Outcome.FAILED})
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow());
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOutOfTheMeanAndCounted() {
    String row =
        summary(new Object[] {Double.NaN, 2.0, Double.POSITIVE_INFINITY})
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();

    assertEquals("0,3,0,0,2,2,,", row);
  }

  @Test
  void aCellWithoutAnyValueHasNoMean() {
    assertEquals(
        "0,0,1,0,0,,,",
        summary(new Object[] {Outcome.DIVERGED}).lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void equalValuesHaveAnIntervalOfOnePointAndHugeOnesDoNotOverflow() {
    List<String> rows =
        summary(
                new Object[] {0.1, 0.1, 0.1},
                new Object[] {1e308, 1e308, 1.5e308},
                new Object[] {3e-320, 3e-320})
            .lines()
            .skip(1)
            .toList();

    assertEquals("0,3,0,0,0,0.1,0.1,0.1", rows.get(0));
    assertTrue(rows.get(1).startsWith("1,3,0,0,0,1.16666666666666"), rows.get(1));
    assertTrue(rows.get(2).startsWith("2,2,0,0,0,3e-320,3e-320,3e-320"), rows.get(2));
  }

  private static Layout layout(String parameter, String... metrics) {
    return new Layout(
        "sum",
        List.of(Column.integer(parameter, "")),
        List.of(),
        Arrays.stream(metrics).map(name -> Column.number(name, "")).toList(),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trial",
        "replicate",
        "outcome",
        "reason",
        "ok",
        "diverged",
        "failed",
        "incomplete"
      })
  void aNameOfAColumnThatEveryExperimentHasIsRefused(String taken) {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> layout(taken, "x"))
            .getMessage()
            .startsWith("parameter '" + taken + "' of experiment 'sum' needs another name"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> layout("size", taken))
            .getMessage()
            .startsWith("metric '" + taken + "' of experiment 'sum' needs another name"));
  }

  @Test
  void namesThatMeetInTheSummaryAreRefused() {
    assertEquals(
        "summary.csv of 'sum' has two of the name 'x_mean'",
        assertThrows(IllegalArgumentException.class, () -> layout("x_mean", "x")).getMessage());
    assertThrows(IllegalArgumentException.class, () -> layout("x", "x"));
    assertEquals("n", layout("n", "x").parameters().get(0).name());
  }
}
