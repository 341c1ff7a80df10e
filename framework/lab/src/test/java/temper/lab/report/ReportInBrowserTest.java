package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the report in a real browser that has no network. */
@Tag("slow")
class ReportInBrowserTest {

  private static final Pattern RELATIVE = Pattern.compile("href=\"([^\"#:,]+)\"");

  /** Looks at the page from within, as only the browser knows what it could load. */
  private static final String PROBE =
      """
      <script>
      addEventListener('load', () => {
        const bad = [];
        for (const i of document.images) if (!i.complete || !i.naturalWidth) bad.push(i.alt);
        for (const a of document.querySelectorAll('a[href^="#"]'))
          if (!document.getElementById(a.getAttribute('href').slice(1))) bad.push(a.href);
        const wide = document.documentElement.scrollWidth > innerWidth;
        document.body.dataset.probe = 'images=' + document.images.length + ' bad=' + bad.length
          + ' wide=' + wide;
      });
      </script>
      """;

  @TempDir private Path folder;
  private String browser = "";

  @BeforeEach
  void findBrowser() {
    Optional<String> found = chromium();
    assumeTrue(found.isPresent(), "no Chromium on the PATH or in CHROMIUM: the page was not seen");
    browser = found.orElseThrow();
  }

  private static Optional<String> chromium() {
    String named = System.getenv("CHROMIUM");
    if (named != null && Files.isExecutable(Path.of(named))) {
      return Optional.of(named);
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String directory : path.split(Pattern.quote(File.pathSeparator), -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome", "chrome")) {
        Path candidate = Path.of(directory, name);
        if (Files.isExecutable(candidate)) {
          return Optional.of(candidate.toString());
        }
      }
    }
    return Optional.empty();
  }

  private Path write(ReportModel model) throws IOException {
    Path page = folder.resolve("report.html");
    Files.writeString(page, ReportWriter.html(model));
    Files.writeString(folder.resolve("claims.csv"), "claim\n");
    Files.writeString(folder.resolve("comparisons.csv"), "family\n");
    for (ReportModel.FigureRow figure : model.figures()) {
      Files.createDirectories(folder.resolve("figures"));
      Files.writeString(folder.resolve(figure.svgPath()), figure.svg());
      Files.writeString(folder.resolve(figure.csvPath()), "x\n");
      Files.writeString(folder.resolve(figure.trialsPath()), "experiment,trial\n");
    }
    for (ReportModel.ExperimentRow row : model.experiments()) {
      for (String file : row.files()) {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "x\n");
      }
    }
    return page;
  }

  /** Returns what the browser wrote: its console, and the page after loading. */
  private String load(Path page, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--log-level=0"));
    command.addAll(List.of(more));
    command.add(page.toUri().toString());
    Path log = folder.resolve("browser.log");
    Path out = folder.resolve("browser.out");
    Process process =
        new ProcessBuilder(command)
            .redirectError(log.toFile())
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the browser did not end");
    return "console:\n"
        + Files.readString(log, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .reduce("", (a, b) -> a + b + "\n")
        + Files.readString(out, StandardCharsets.UTF_8);
  }

  @Test
  void thePageLoadsWithoutAMessageOnTheConsole() throws Exception {
    Path page = write(SampleReport.model());

    String out = load(page, "--dump-dom");

    assertTrue(out.contains("convex-linear-regression"), out);
    assertFalse(out.contains("CONSOLE"), out);
  }

  @Test
  void imagesAndLinksResolveOnWideScreensAndPhones() throws Exception {
    Path page = write(SampleReport.model());
    Matcher links = RELATIVE.matcher(Files.readString(page));
    int count = 0;
    while (links.find()) {
      count++;
      assertTrue(Files.exists(folder.resolve(links.group(1))), links.group(1));
    }
    assertEquals(10, count);
    String probed = probed(Files.readString(page));
    Files.writeString(page, probed);

    for (String size : List.of("1280,900", "500,800")) {
      String out = load(page, "--dump-dom", "--window-size=" + size);

      assertTrue(
          out.contains("images=2 bad=0 wide=false"),
          size
              + "\n"
              + out.lines().filter(l -> l.contains("probe") || l.contains("CONSOLE")).toList());
      assertFalse(out.contains("CONSOLE"), out);
    }
  }

  /** Lets a script run, which the page itself forbids. */
  private static String probed(String page) {
    return page.replaceFirst("<meta http-equiv[^>]*>", "").replace("</body>", PROBE + "</body>");
  }

  @Test
  void hostileTextRunsNothing() throws Exception {
    Path page = folder.resolve("hostile.html");
    String text = ReportWriter.html(SampleReport.hostile());
    String watch = "<head><script>window.alert = () => console.error('ALERT');</script>";
    Files.writeString(
        page, text.replaceFirst("<meta http-equiv[^>]*>", "").replace("<head>", watch));

    String out = load(page, "--dump-dom");

    assertTrue(out.contains("claim-style-svg-script-alert-1-script-"), out);
    assertFalse(out.contains("ALERT'") && out.contains("CONSOLE"), out);
  }
}
