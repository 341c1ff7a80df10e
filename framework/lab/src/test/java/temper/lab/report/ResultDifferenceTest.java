package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.study.Study;
import temper.plugin.Registry;

class ResultDifferenceTest {

  @TempDir Path left;
  @TempDir Path right;

  private void both(String file, String a, String b) throws IOException {
    for (Path folder : List.of(left, right)) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, folder.equals(left) ? a : b);
    }
  }

  private String only(String file) throws IOException {
    List<ResultDifference> all = ResultDifference.between(left, right);
    assertEquals(1, all.size(), all.toString());
    assertEquals(file, all.get(0).file());
    return all.get(0).rows() + " " + all.get(0).what();
  }

  @Test
  void whatIsVolatileOrHiddenOrPutAsideIsLeftOut() throws IOException {
    both("timings.csv", "1", "2");
    both("provenance.json", "1", "2");
    both(".temper/journal", "1", "2");
    both("walks.set-aside-1/trials.csv", "1", "2");
    both("walks/trials.csv", "same", "same");

    assertEquals(List.of(), ResultDifference.between(left, right));
  }

  @Test
  void linesOfTablesAreComparedAndTheFirstDifferenceShown() throws IOException {
    both("walks/trials.csv", "a\nb\nc\nd\n", "a\nx\nc\ny\n");

    assertEquals("2 line 2: b / x", only("walks/trials.csv"));
  }

  @Test
  void linesThatAreMissingCount() throws IOException {
    both("t.csv", "a\nb\n", "a\n");

    assertTrue(only("t.csv").startsWith("2 line 2: b / "), only("t.csv"));
  }

  @Test
  void otherFilesAreComparedByByteAndMissingOnesNamed() throws IOException {
    both("figure.svg", "abcd", "abxd");
    assertEquals("-1 differs from byte 2", only("figure.svg"));
    Files.delete(right.resolve("figure.svg"));
    assertEquals("-1 only in " + left, only("figure.svg"));
    Map<String, Object> json = ResultDifference.between(left, right).get(0).asMap();
    assertEquals("figure.svg", json.get("file"));
    assertThrows(IOException.class, () -> ResultDifference.between(left, right.resolve("nothing")));
  }

  @Test
  void anIndexLinksEveryReportAndLeavesOutWhatIsDamaged() throws IOException {
    String header = String.join(",", Publication.CLAIM_COLUMNS) + "\n";
    both("good/smoke/claims.csv", header + "C,s,t,x,1,,,,,,REPRODUCED,,exploratory,\n", "");
    both("good/smoke/report.html", "", "");
    both("bad/smoke/claims.csv", "verdict\nx\n", "");
    both("bad/smoke/report.html", "", "");
    both("unfinished/smoke/claims.csv", header, "");
    both(".hidden/smoke/claims.csv", header, "");

    Path page = IndexPage.write(left, Registry.of(Study.class));

    String html = Files.readString(page);
    assertTrue(html.contains("good/smoke/report.html"), html);
    assertFalse(html.contains("bad/smoke"), html);
    assertFalse(html.contains("unfinished"), html);
    long before = Files.getLastModifiedTime(page).toMillis();
    assertEquals(page, IndexPage.write(left, Registry.of(Study.class)));
    assertEquals(before, Files.getLastModifiedTime(page).toMillis());
    assertThrows(
        temper.lab.store.StoreException.class,
        () -> IndexPage.write(left.resolve("nowhere"), Registry.of(Study.class)));
  }

  @Test
  void numbersForReadersHaveFourDigits() {
    assertEquals("0.9557", Rounded.text(0.95566));
    assertEquals("1.2e-7", Rounded.text(1.2e-7));
    assertEquals("-0.0001235", Rounded.text(-0.00012345678));
    assertEquals("123500", Rounded.text(123456));
    assertEquals("1.235e6", Rounded.text(1234567));
    assertEquals("1000", Rounded.text(999.96));
    assertEquals("0", Rounded.text(-0.0));
    assertEquals("", Rounded.text(Double.NaN));
    assertEquals("inf", Rounded.text(Double.POSITIVE_INFINITY));
    assertEquals("-inf", Rounded.text(Double.NEGATIVE_INFINITY));
  }
}
