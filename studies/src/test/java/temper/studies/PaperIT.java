package temper.studies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The paper of this repository, as the finished jar sets it from its results. */
@Tag("slow")
class PaperIT {

  private static final Path JAR = Path.of(System.getProperty("temper.jar"));
  private static final Path ROOT = JAR.getParent().getParent().getParent();
  private static final long LIMIT_SECONDS = 300;
  private static final Pattern MACRO =
      Pattern.compile("\\\\(claim|finding)[a-z]+(\\[[a-z]+])?\\{%s/");

  @TempDir Path folder;

  private record Finished(int exitCode, String output) {}

  private Finished run(Path jdk, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a process did not end");
    return new Finished(process.exitValue(), Files.readString(output));
  }

  private Finished paper(Path jdk, Path results, Path out)
      throws IOException, InterruptedException {
    return run(
        jdk,
        "paper",
        "--paper",
        ROOT.resolve("paper").toString(),
        "--results",
        results.toString(),
        "--out",
        out.toString(),
        "--no-pdf");
  }

  private static Path jdk() {
    return InstalledJdks.own();
  }

  @Test
  void itStandsOnTheResultsAndIsTheSameOnEveryJdk() throws IOException, InterruptedException {
    Path here = folder.resolve("here");
    Finished finished = paper(jdk(), ROOT.resolve("results"), here);
    assertEquals(0, finished.exitCode(), finished.output());

    linksLeadSomewhere(here.resolve("paper.html"));
    numbersAreThoseOfResults(Files.readString(here.resolve("paper.html")));
    for (Path other : InstalledJdks.others()) {
      Path there = folder.resolve("there-" + other.getFileName());
      assertEquals(0, paper(other, ROOT.resolve("results"), there).exitCode());
      for (String file : List.of("paper.html", "tex/temper-values.tex")) {
        assertArrayEquals(
            Files.readAllBytes(here.resolve(file)), Files.readAllBytes(there.resolve(file)), file);
      }
    }
  }

  private static void linksLeadSomewhere(Path page) throws IOException {
    String html = Files.readString(page);
    Matcher links = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(html);
    while (links.find()) {
      String link = links.group(1);
      if (link.startsWith("#")) {
        assertTrue(html.contains("id=\"" + link.substring(1) + "\""), link);
      } else if (!link.startsWith("data:") && !link.startsWith("https://")) {
        assertTrue(Files.exists(page.resolveSibling(link)), link);
      }
    }
  }

  /**
   * Without what comes from results, is given, or stands in references and formulas, paragraphs
   * have no digits left.
   */
  private static void numbersAreThoseOfResults(String html) {
    Matcher paragraphs = Pattern.compile("(?s)<(p|li)>(.*?)</\\1>").matcher(html);
    int count = 0;
    while (paragraphs.find()) {
      String rest =
          paragraphs
              .group(2)
              .replaceAll("(?s)<(a|span) .*?</\\1>", "")
              .replaceAll("(?s)<math.*?</math>", "")
              .replaceAll("<[^>]*>", "")
              .replaceAll("CIFAR-10+|&#39;", "");
      assertFalse(Pattern.compile("\\d").matcher(rest).find(), rest);
      count++;
    }
    assertTrue(count > 40, "" + count);
  }

  @Test
  void everyNumberOfAStudyIsMissedWhenItsTableOfClaimsIsGone()
      throws IOException, InterruptedException {
    Path results = folder.resolve("results");
    copy(ROOT.resolve("results"), results);
    List<String> studies = List.of("known-accuracies", "large-rate-dynamics");
    for (String study : studies) {
      Files.delete(results.resolve(study).resolve("full/claims.csv"));
    }

    Finished finished = paper(jdk(), results, folder.resolve("none"));

    assertEquals(3, finished.exitCode(), finished.output());
    assertFalse(Files.exists(folder.resolve("none")));
    for (String study : studies) {
      Path section = ROOT.resolve("paper/sections").resolve(study + ".tex");
      int line = 0;
      int macros = 0;
      for (String text : Files.readAllLines(section)) {
        line++;
        if (Pattern.compile(MACRO.pattern().formatted(study)).matcher(text).find()) {
          macros++;
          assertTrue(finished.output().contains(section + ":" + line + ":"), text);
        }
      }
      assertTrue(macros > 2, study);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path relative = from.relativize(file);
        boolean reference =
            relative.getNameCount() < 2 || relative.getName(1).toString().equals("full");
        if (!reference || relative.toString().contains(".temper")) {
          continue;
        }
        Path target = to.resolve(relative.toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
