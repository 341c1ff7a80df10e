package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

class TrialOutputTest {

  private static final List<Column> METRICS =
      List.of(
          Column.number("loss", ""),
          Column.integer("steps", ""),
          Column.truth("stable", ""),
          Column.text("note", ""));
  private static final List<TableSchema> TABLES =
      List.of(
          new TableSchema("curve", "", METRICS),
          new TableSchema("marks", "", List.of(Column.text("mark", ""))));

  private final TrialOutput output = new TrialOutput(METRICS, TABLES);

  private static void row(TrialOutput output, String table, @Nullable Object... cells) {
    output.row(table, cells);
  }

  private String refused(Runnable write) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, write::run).getMessage());
  }

  @Test
  void metricsStandInTheOrderOfTheirColumnsWhateverTheOrderOfWriting() {
    output.metric("note", "a, \"b\"");
    output.metric("stable", true);
    output.metric("loss", 0.1);
    assertEquals(List.of("steps"), output.missingMetrics());

    output.metric("steps", 7L);

    assertEquals(List.of(), output.missingMetrics());
    assertEquals("0.1,7,true,\"a, \"\"b\"\"\"", output.metricsCsv());
  }

  @Test
  void numbersAreWrittenInTheShortestFormAndEverySpecialValueIsSpelled() {
    row(output, "curve", 0.1, 1, false, "x");
    row(output, "curve", Double.NaN, 2L, true, null);
    row(output, "curve", Double.NEGATIVE_INFINITY, null, null, "");
    row(output, "curve", 3, 4, true, "line\nbreak");
    row(output, "curve", 0.1f, 4, true, "");

    assertEquals(
        """
        0.1,1,false,x
        NaN,2,true,
        -Infinity,,,
        3,4,true,"line
        break"
        0.1,4,true,
        """,
        output.tablesCsv().get(0));
    assertEquals("", output.tablesCsv().get(1));
  }

  @Test
  void valuesOfAnotherTypeAreRefusedWithColumnTypeAndValue() {
    assertEquals(
        "column 'steps' of table 'curve' holds INTEGER, got Double 1.5",
        refused(() -> row(output, "curve", 1.0, 1.5, true, "x")));
    assertTrue(refused(() -> row(output, "curve", "1", 1, true, "x")).contains("NUMBER"));
    assertTrue(refused(() -> row(output, "curve", 1.0, 1, "true", "x")).contains("BOOLEAN"));
    assertTrue(refused(() -> row(output, "curve", 1.0, 1, true, 5)).contains("TEXT"));
    assertEquals(
        "metric 'steps' is declared as INTEGER, not NUMBER",
        refused(() -> output.metric("steps", 1.0)));
  }

  @Test
  void aRowThatIsRefusedLeavesNoHalfLine() {
    row(output, "curve", 1.0, 1, true, "x");
    refused(() -> row(output, "curve", 2.0, 2, true, 5));

    assertEquals("1,1,true,x\n", output.tablesCsv().get(0));
  }

  @Test
  void unknownNamesAreRefusedWithASuggestion() {
    assertEquals(
        "metric 'los' is not declared. Did you mean 'loss'?",
        refused(() -> output.metric("los", 1.0)));
    assertEquals(
        "table 'curv' is not declared. Did you mean 'curve'?",
        refused(() -> row(output, "curv", 1.0)));
    assertEquals(
        "table 'curve' has 4 columns, got 1 cells", refused(() -> row(output, "curve", 1.0)));
  }

  @Test
  void aMetricIsSetOnce() {
    output.metric("loss", 1.0);

    assertEquals("metric 'loss' was set before", refused(() -> output.metric("loss", 1.0)));
  }

  @Test
  void aSavedStateIsRestoredWhole() throws IOException {
    output.metric("note", "saved");
    row(output, "marks", "first");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    output.writeState(new DataOutputStream(bytes));
    TrialOutput other = new TrialOutput(METRICS, TABLES);
    other.metric("loss", 5.0);
    row(other, "curve", 1.0, 1, true, "x");

    other.restore(
        other.readState(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));

    assertEquals(output.metricsCsv(), other.metricsCsv());
    assertEquals(output.tablesCsv(), other.tablesCsv());
    byte[] negative = {0, 0, 0, 0, -1, -1, -1, -1};
    assertThrows(
        IOException.class,
        () -> other.readState(new DataInputStream(new ByteArrayInputStream(negative))));
  }
}
