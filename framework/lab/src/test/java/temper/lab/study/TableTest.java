package temper.lab.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final Table TABLE =
      Table.builder(5)
          .numbers("rate", new double[] {0.1, 0.1, 0.2, 0.2, Double.NaN})
          .texts("outcome", new String[] {"ok", "diverged", "ok", "ok", ""})
          .numbers("loss", new double[] {1, 2, 3, 4, 5})
          .build();

  @Test
  void columnsKeepTheirOrderAndCells() {
    assertEquals(List.of("rate", "outcome", "loss"), TABLE.columns());
    assertEquals(5, TABLE.rows());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, TABLE.numbers("loss"));
    assertEquals(List.of("ok", "diverged", "ok", "ok", ""), TABLE.texts("outcome"));
  }

  @Test
  void aColumnIsACopy() {
    TABLE.numbers("loss")[0] = 99;

    assertEquals(1, TABLE.numbers("loss")[0]);
  }

  @Test
  void rowsAreSelectedByValueAndSelectionsCanBeChained() {
    Table selected = TABLE.where("rate", 0.2).where("outcome", "ok").select(row -> row == 1);

    assertArrayEquals(new double[] {4}, selected.numbers("loss"));
  }

  @Test
  void groupsStandInOrderOfFirstAppearance() {
    Map<Double, Table> byRate = TABLE.groupBy("rate");
    Map<String, Table> byOutcome = TABLE.where("rate", 0.1).groupByText("outcome");

    assertEquals(List.of(0.1, 0.2, Double.NaN), List.copyOf(byRate.keySet()));
    assertArrayEquals(new double[] {3, 4}, byRate.get(0.2).numbers("loss"));
    assertEquals(List.of("ok", "diverged"), List.copyOf(byOutcome.keySet()));
    assertArrayEquals(new double[] {2}, byOutcome.get("diverged").numbers("loss"));
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TABLE.numbers("rates")).getMessage();

    assertTrue(message.contains("'rates'") && message.contains("[rate, outcome, loss]"), message);
    assertThrows(IllegalArgumentException.class, () -> TABLE.texts("loss"));
    assertThrows(IllegalArgumentException.class, () -> TABLE.numbers("outcome"));
  }

  @Test
  void columnsMustFitTheRowsAndOneAnother() {
    Table.Builder builder = Table.builder(2).numbers("x", new double[2]);

    assertThrows(IllegalArgumentException.class, () -> builder.numbers("y", new double[3]));
    assertThrows(IllegalArgumentException.class, () -> builder.texts("x", new String[2]));
  }

  @Test
  void aWatchedTableTellsWhichRowsAreReadAndNotWhichAreChosen() {
    List<List<String>> told = new ArrayList<>();
    Table table =
        Table.builder(4)
            .texts("trial", new String[] {"a", "b", "c", "d"})
            .texts("law", new String[] {"x", "y", "x", "y"})
            .numbers("n", new double[] {1, 1, 2, 2})
            .build()
            .watched(rows -> told.add(rows.texts("trial")));

    Table chosen = table.where("law", "y").where("n", 2).select(i -> true);
    Map<Double, Table> groups = table.groupBy("n");
    table.groupByText("law");
    assertEquals(List.of(), told);

    chosen.numbers("n");
    groups.get(1.0).texts("law");
    assertEquals(List.of(List.of("d"), List.of("a", "b")), told);
  }
}
