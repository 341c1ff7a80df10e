package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @TempDir Path folder;

  @Test
  void cellsAreWrittenByTheirType() {
    CsvWriter out = new CsvWriter();
    out.cell("a").cell(0.1).cell(1e300).cell(-7L).cell(true).missing().cell("").endRow();
    out.cell(Double.NaN).cell(Double.POSITIVE_INFINITY).cell(Double.NEGATIVE_INFINITY).cell(-0.0);

    assertEquals("a,0.1,1e300,-7,true,,\nNaN,Infinity,-Infinity,-0", out.toString());
    assertEquals("", out.clear().toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {2e-323, 2.0E-3, 1.0E22, 9007199254740994.0, 2.2250738585072014E-308})
  void numbersReadBackAsTheSameNumber(double value) {
    String text = new CsvWriter().cell(value).toString();

    assertEquals(value, Double.parseDouble(text));
  }

  @Test
  void onlyCellsThatNeedQuotesGetThem() {
    String text =
        new CsvWriter().row(List.of("=1+1", "a b", "a,b", "a\"b", "a\nb", "a\rb", "")).toString();

    assertEquals("=1+1,a b,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",\n", text);
  }

  @Test
  void anyTextsAreReadBack() throws IOException {
    List<List<String>> rows =
        List.of(
            List.of("a", "", "\"", "\"\"", ",", "\n", "\r\n", "ä€😀"),
            List.of("", "x".repeat(200_000), "\n\n", "a\"b", " ", "\t", "'", "z"));
    CsvWriter out = new CsvWriter();
    rows.forEach(out::row);

    List<List<String>> read = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    try (CsvReader in = open(out.toString())) {
      while (in.next()) {
        assertNull(in.problem());
        read.add(in.texts());
        lines.add(in.line());
      }
    }
    assertEquals(rows, read);
    assertEquals(List.of(1L, 4L), lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\"b,c|a quote within a cell that has none at its beginning",
        "'\"a\"b,c'|text behind a closing quote",
        "'\"a'|the file ends within a line",
      })
  void aRowThatIsNoCsvCostsOnlyItsLine(String bad, String problem) throws IOException {
    try (CsvReader in = open("x,y\n" + bad + "\n1,2\n")) {
      assertTrue(in.next());
      assertTrue(in.next());
      assertEquals(2, in.line());
      assertEquals(problem, in.problem());
      assertTrue(in.next());
      assertEquals(3, in.line());
      assertEquals(List.of("1", "2"), in.texts());
      assertFalse(in.next());
    }
  }

  @Test
  void aLastLineWithoutLineFeedIsIncomplete() throws IOException {
    try (CsvReader in = open("x,y\n1,2")) {
      assertTrue(in.next());
      assertTrue(in.next());
      assertNotNull(in.problem());
      assertFalse(in.next());
    }
  }

  @Test
  void aQuoteThatIsNeverClosedInALargeFileCostsOneLine() throws IOException {
    StringBuilder text = new StringBuilder("\"lost,1\n");
    for (int i = 0; i < 30_000; i++) {
      text.append("row ").append(i).append(",2\n");
    }
    int rows = 0;
    try (CsvReader in = open(text.toString())) {
      assertTrue(in.next());
      assertNotNull(in.problem());
      while (in.next()) {
        assertNull(in.problem());
        assertEquals("row " + rows++, in.text(0));
        assertEquals(rows + 1, in.line());
      }
    }
    assertEquals(30_000, rows);
  }

  @Test
  void anEmptyFileHasNoRows() throws IOException {
    try (CsvReader in = open("")) {
      assertFalse(in.next());
    }
  }

  private CsvReader open(String text) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, text);
    return CsvReader.open(file);
  }
}
