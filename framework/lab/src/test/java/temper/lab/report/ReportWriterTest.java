package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

  @Test
  void equalModelsGiveEqualPagesInEveryLocale() {
    String page = ReportWriter.html(SampleReport.model());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(page, ReportWriter.html(SampleReport.model()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyClaimHasItsVerdictNumbersAndAnchor() {
    String page = ReportWriter.html(SampleReport.model());

    assertTrue(page.contains("<tr id=\"claim-nak-2\">"));
    assertTrue(page.contains("href=\"#claim-nak-2\""));
    assertTrue(page.contains("0.1235 <span class=\"interval\">[0.1, 0.15]</span>"));
    assertTrue(page.contains("−2.5×10⁻⁷"));
    assertTrue(page.contains("[0.5, ∞]"));
    assertTrue(page.contains("How it was decided, 2 findings"));
    assertTrue(page.contains("✓</span> 1 reproduced"));
    assertTrue(page.contains("not at this scale"));
    assertTrue(page.contains("width 64 instead of 4096"));
  }

  @Test
  void anExactClaimHasNoIntervalAndItsRegionIsNotCutInsideANumber() {
    ClaimRow claim = SampleReport.model().claims().get(0);
    String page =
        ClaimsTable.html(
            List.of(
                new ClaimRow(
                    "EXACT-1",
                    claim.source(),
                    claim.statement(),
                    claim.quantity(),
                    "exact",
                    "at most 1e-11",
                    1,
                    4.5e-15,
                    4.5e-15,
                    4.5e-15,
                    Double.NaN,
                    Double.NaN,
                    "REPRODUCED",
                    "",
                    "",
                    List.of())),
            "claim-");

    assertTrue(page.contains("<td data-label=\"Estimate\">4.5×10⁻¹⁵</td>"));
    assertTrue(page.contains("at most <span class=\"whole\">1e-11</span></td>"));
  }

  @Test
  void meansOfCellsStandBelowTheExperiments() {
    String page = ReportWriter.html(SampleReport.model());

    assertTrue(page.contains("<summary>Means of gradient-descent, 2 cells, with 95 % intervals"));
    assertTrue(
        page.contains(
            "<tr><td class=\"number\">0.1</td><td class=\"number\">10</td>"
                + "<td class=\"number\">2</td><td class=\"number\">0.25"
                + " <span class=\"interval\">[0.2, 0.3]</span></td></tr>"));
    // A cell in which everything diverged has no mean.
    assertTrue(page.contains("<td class=\"number\">12</td><td class=\"number\">–</td></tr>"));
    assertFalse(page.contains("<th class=\"number\">failed</th>"));
  }

  @Test
  void everyLinkWithinThePageHasItsTarget() {
    String page = ReportWriter.html(SampleReport.model());

    Matcher links = Pattern.compile("href=\"#([^\"]*)\"").matcher(page);
    int count = 0;
    while (links.find()) {
      count++;
      assertTrue(page.contains(" id=\"" + links.group(1) + "\""), links.group(1));
    }
    assertTrue(count >= 10);
  }

  @Test
  void hostileTextStaysText() {
    String page = ReportWriter.html(SampleReport.hostile());

    assertFalse(page.contains("<script"));
    assertEquals(1, occurrences(page, "</style>"));
    assertFalse(page.contains("href=\"javascript:"));
    assertFalse(page.contains("href=\"//"));
    assertFalse(page.contains("<svg"), "a figure must not become part of the page");
    assertFalse(page.chars().anyMatch(c -> c < ' ' && c != '\n'));
    assertFalse(page.contains("\u202e"));
    // Outside of attributes and text there is nothing that an attacker wrote.
    String tags = page.replaceAll("\"[^\"]*\"", "\"\"").replaceAll(">[^<]*<", "><");
    assertFalse(tags.contains("alert"));
  }

  private static int occurrences(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void aSampleLiesInTheGalleryToBeLookedAt() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "gallery"));
    String page = ReportWriter.html(SampleReport.model());

    Files.writeString(folder.resolve("report.html"), page);

    assertEquals(2, occurrences(page, "<img "));
  }

  @Test
  void anEmptyReportIsAPageStill() {
    ReportModel empty =
        new ReportModel(
            "s",
            "",
            "",
            "",
            "smoke",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "./temper run s");

    String page = ReportWriter.html(empty);

    assertTrue(page.startsWith("<!DOCTYPE html>"));
    assertFalse(page.contains("id=\"claims\""));
    assertTrue(page.contains("./temper run s"));
  }

  @Test
  void theIndexGroupsProfilesByStudyAndCountsVerdicts() {
    String page =
        IndexWriter.html(
            List.of(
                new IndexWriter.Result(
                    "a", "First.", "quick", "a/quick/report.html", "", List.of("REPRODUCED")),
                new IndexWriter.Result(
                    "a",
                    "First.",
                    "full",
                    "a/full/report.html",
                    "exploratory",
                    List.of("REFUTED", "REPRODUCED", "REPRODUCED", "ODD"))));

    assertEquals(1, occurrences(page, "<h2>"));
    assertTrue(page.contains("href=\"a/full/report.html\""));
    assertTrue(page.indexOf("2 reproduced") < page.indexOf("1 refuted"));
    assertTrue(page.contains("1 odd"));
    assertTrue(IndexWriter.html(List.of()).contains("no results yet"));
  }
}
