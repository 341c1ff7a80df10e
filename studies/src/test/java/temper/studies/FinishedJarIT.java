package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.studies.FinishedJar.Finished;

/** The finished jar as the launcher starts it, with what the README promises. */
class FinishedJarIT {

  private static final double LONG_TRIAL_SECONDS = 10;
  private static final double LONGEST_TRIAL_SECONDS = 60;
  private static final double VERIFY_SECONDS = 15;
  private static final Path ROOT = FinishedJar.ROOT;
  private static final Pattern TESTED =
      Pattern.compile("<!-- tested: sweep -->\n```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private Finished run(String... arguments) throws IOException, InterruptedException {
    return FinishedJar.in(folder).run(arguments);
  }

  @Test
  void theSweepOfTheReadmeRuns() throws IOException, InterruptedException {
    Matcher matcher = TESTED.matcher(Files.readString(ROOT.resolve("README.md")));
    assertTrue(matcher.find(), "the README has no tested sweep");
    Files.writeString(folder.resolve("sweep.yaml"), matcher.group(1));

    Finished plan = run("plan", "sweep.yaml");
    Finished sweep = run("run", "sweep.yaml");

    assertEquals(0, plan.exitCode(), plan.output());
    assertTrue(plan.output().contains("32"), plan.output());
    assertTrue(plan.output().contains("6400"), plan.output());
    assertEquals(0, sweep.exitCode(), sweep.output());
    Path result = folder.resolve("results/convex-linear-regression/how-large-must-the-rate-be");
    assertTrue(Files.exists(result.resolve("report.html")), sweep.output());
    try (Stream<String> lines = Files.lines(result.resolve("gaussian-sample/trials.csv"))) {
      assertEquals(6401, lines.count());
    }
  }

  @Test
  void everyVerbOfTheReadmeExists() throws IOException, InterruptedException {
    Matcher matcher =
        Pattern.compile("\\*\\*All verbs:\\*\\* `([a-z -]+)`")
            .matcher(Files.readString(ROOT.resolve("README.md")));
    assertTrue(matcher.find(), "the README lists no verbs");
    String help = run("--help").output();

    for (String verb : matcher.group(1).split(" ", -1)) {
      assertTrue(help.contains("\n  " + verb), verb + " is not in\n" + help);
    }
  }

  @Test
  @Tag("slow")
  void everyInstalledJdkGivesTheSameBytes() throws IOException, InterruptedException {
    assertEquals(
        0, run("run", "convex-linear-regression", "--profile", "smoke", "--out", "own").exitCode());
    for (Path jdk : InstalledJdks.others()) {
      String out = jdk.getFileName().toString();
      Finished other =
          FinishedJar.in(folder)
              .on(jdk)
              .run("run", "convex-linear-regression", "--profile", "smoke", "--out", out);
      assertEquals(0, other.exitCode(), other.output());

      Finished same = run("diff", "own", out);

      assertEquals(0, same.exitCode(), same.output());
    }
  }

  @Test
  @Tag("slow")
  void theCommittedReferenceResultsAreWhatThisCodeGives() throws IOException, InterruptedException {
    Path results = ROOT.resolve("results");
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(path -> path.endsWith("registration.json")).toList()) {
        Path copy = folder.resolve(results.relativize(file.getParent()));
        Files.createDirectories(copy.getParent());
        copy(file.getParent(), copy);

        Sample sample = sample(copy);
        if (sample.size() == 0) {
          assertClaimsFollowFromTables(copy);
        } else {
          assertSameBytes(copy, sample);
        }
      }
    }
  }

  private void assertSameBytes(Path result, Sample sample)
      throws IOException, InterruptedException {
    Finished verified =
        run(
            "verify",
            result.toString(),
            "--only",
            String.join(",", sample.experiments()),
            "--sample",
            Long.toString(sample.size()));

    assertEquals(0, verified.exitCode(), verified.output());
  }

  private void assertClaimsFollowFromTables(Path result) throws IOException, InterruptedException {
    Path claims = result.resolve("claims.csv");
    String committed = Files.readString(claims);
    Files.delete(claims);

    Finished report = run("report", result.toString());

    assertEquals(0, report.exitCode(), report.output());
    assertEquals(committed, Files.readString(claims));
  }

  /**
   * Which experiments are run again, and how many of their trials; 0 if all would take minutes or
   * none was run.
   */
  private record Sample(List<String> experiments, long size) {}

  /** A line of timings.csv. */
  private record Timing(String experiment, long trials, double seconds) {

    double each() {
      return seconds / trials;
    }
  }

  /**
   * As much as takes a quarter of a minute; where all trials take long, one of the shortest, or
   * none.
   */
  private static Sample sample(Path result) throws IOException {
    List<Timing> timings = timings(result);
    if (timings.isEmpty()) {
      return new Sample(List.of(), 0);
    }
    List<Timing> shorter =
        timings.stream().filter(timing -> timing.each() < LONG_TRIAL_SECONDS).toList();
    if (shorter.isEmpty()) {
      Timing shortest =
          timings.stream().min(Comparator.comparingDouble(Timing::each)).orElseThrow();
      return new Sample(
          List.of(shortest.experiment()), shortest.each() < LONGEST_TRIAL_SECONDS ? 1 : 0);
    }
    double seconds = shorter.stream().mapToDouble(Timing::seconds).sum();
    long trials = shorter.stream().mapToLong(Timing::trials).sum();
    return new Sample(
        shorter.stream().map(Timing::experiment).toList(),
        Math.max(3, Math.min(300, Math.round(VERIFY_SECONDS * trials / seconds))));
  }

  private static List<Timing> timings(Path result) throws IOException {
    return Files.readAllLines(result.resolve("timings.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> new Timing(cells[0], Long.parseLong(cells[1]), Double.parseDouble(cells[2])))
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
