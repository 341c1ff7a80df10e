package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report that the finished jar writes, in a real browser without a network. */
@Tag("slow")
class ReportsInBrowserIT {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final long LIMIT_SECONDS = 900;

  /** Only the browser knows which images it could draw. */
  private static final String PROBE =
      "<script>addEventListener('load', () => { const bad = [...document.images].filter(i =>"
          + " !i.complete || !i.naturalWidth).length; document.body.dataset.probe = 'images=' +"
          + " document.images.length + ' bad=' + bad; });</script>";

  @TempDir Path folder;

  @Test
  void everyImageAndLinkOfEveryReportResolvesAndTheConsoleIsSilent()
      throws IOException, InterruptedException {
    String browser = browser();
    assumeTrue(!browser.isEmpty(), "no Chromium on the PATH: the reports were not seen");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "-jar",
            System.getProperty("temper.jar"),
            "reproduce",
            "--profile",
            "smoke");
    assertEquals(
        "", output(command).lines().filter(line -> line.contains("\tat ")).findAny().orElse(""));
    List<Path> pages;
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    assertTrue(pages.size() >= 2, pages.toString());
    for (Path page : pages) {
      linksResolve(page);
      imagesAreDrawn(browser, page);
    }
  }

  private static void linksResolve(Path page) throws IOException {
    String html = Files.readString(page);
    Matcher links = LINK.matcher(html);
    while (links.find()) {
      String link = links.group(1);
      if (link.startsWith("#")) {
        assertTrue(html.contains("id=\"" + link.substring(1) + "\""), page + ": " + link);
      } else if (!link.startsWith("data:") && !link.startsWith("https://arxiv.org/")) {
        assertFalse(link.contains("://"), page + " needs a network for " + link);
        String file = link.split("#", 2)[0];
        assertTrue(Files.exists(page.resolveSibling(file)), page + ": " + link);
      }
    }
  }

  private void imagesAreDrawn(String browser, Path page) throws IOException, InterruptedException {
    Path probed = page.resolveSibling("probed.html");
    // The page forbids scripts; the copy with the probe allows them.
    String html =
        Files.readString(page)
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    Files.writeString(probed, html.replace("</body>", PROBE + "</body>"));
    List<String> command =
        List.of(
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + folder.resolve("browser"),
            "--enable-logging=stderr",
            "--virtual-time-budget=10000",
            "--dump-dom",
            probed.toUri().toString());
    String text = output(command);
    Files.delete(probed);
    assertTrue(
        text.contains(" bad=0\""),
        page
            + ": "
            + text.lines().filter(line -> line.contains("probe")).findFirst().orElse("no probe"));
    assertFalse(
        text.contains("CONSOLE"),
        page + ": " + text.lines().filter(line -> line.contains("CONSOLE")).findFirst().orElse(""));
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a process did not end");
    String text = Files.readString(output);
    Files.delete(output);
    return text;
  }

  private static String browser() {
    for (String directory : System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        if (Files.isExecutable(Path.of(directory, name))) {
          return Path.of(directory, name).toString();
        }
      }
    }
    return "";
  }
}
