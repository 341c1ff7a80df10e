package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.studies.FinishedJar.Finished;

/** Code of a user in the finished jar: a Java file, and a jar beside it. */
class OwnCodeIT {

  private static final Pattern STUDY =
      Pattern.compile("<!-- tested: study -->\n```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private void writeTheStudyOfTheReadme() throws IOException {
    Matcher matcher = STUDY.matcher(Files.readString(FinishedJar.ROOT.resolve("README.md")));
    assertTrue(matcher.find(), "the README has no tested study");
    Files.writeString(folder.resolve("NoisyDescent.java"), matcher.group(1));
  }

  @Test
  void theStudyOfTheReadmeRuns() throws IOException, InterruptedException {
    writeTheStudyOfTheReadme();

    Finished run = FinishedJar.in(folder).run("run", "NoisyDescent.java");

    assertEquals(0, run.exitCode(), run.output());
    assertTrue(run.output().contains("1 REPRODUCED"), run.output());
    Path result = folder.resolve("results/noisy-descent/quick");
    assertTrue(Files.exists(result.resolve("report.html")), run.output());
    assertTrue(Files.exists(result.resolve("figures/losses.svg")), run.output());
  }

  @Test
  void aJarOnTheClassPathBringsItsStudiesAndTheirCodeIsKnown()
      throws IOException, InterruptedException {
    FinishedJar temper = FinishedJar.in(folder).with(OwnJar.build(folder, 2));

    Finished list = temper.run("list", "studies");
    Finished first = temper.run("run", "of-a-jar", "--out", "result");
    OwnJar.build(folder, 3);
    Finished changed = temper.run("run", "of-a-jar", "--out", "result");

    assertTrue(list.output().contains("of-a-jar"), list.output());
    assertTrue(list.output().contains("convex-linear-regression"), list.output());
    assertEquals(0, first.exitCode(), first.output());
    assertEquals(3, changed.exitCode(), changed.output());
    assertTrue(changed.output().contains("experiment draw: code changed"), changed.output());
  }

  @Test
  void aJarThatCannotBeUsedIsRefusedWithoutATrace() throws IOException, InterruptedException {
    Path services = folder.resolve("broken/META-INF/services/temper.lab.study.Study");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "no.such.Study\n");

    Finished list = FinishedJar.in(folder).with(folder.resolve("broken")).run("list", "studies");

    assertEquals(2, list.exitCode(), list.output());
    assertTrue(list.output().contains("no.such.Study not found"), list.output());
    assertTrue(list.output().contains("TEMPER_CLASSPATH"), list.output());
    assertEquals(1, list.output().lines().count(), list.output());
  }

  /** Compilers translate switches, lambdas and inner classes in different ways. */
  @Test
  @Tag("slow")
  void everyInstalledJdkCompilesTheSameStudy() throws IOException, InterruptedException {
    writeTheStudyOfTheReadme();
    Path file = folder.resolve("NoisyDescent.java");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "trial.metric(\"loss\", x * x / 2);",
                """
                enum Half { LOW, HIGH }
                Half half = run.steps() % 2 == 0 ? Half.LOW : Half.HIGH;
                double factor = switch (half) { case LOW -> 1; case HIGH -> 2; };
                switch (name()) { case "descent": factor += 1; break; default: }
                Object any = summary();
                if (any instanceof String text && !text.isEmpty()) factor += text.length();
                java.util.function.DoubleUnaryOperator loss = y -> y * y / 2;
                class Scaled { double at(double y) { return loss.applyAsDouble(y); } }
                trial.metric("loss", factor * new Scaled().at(x));
                """));
    Finished own = FinishedJar.in(folder).run("run", "NoisyDescent.java", "--out", "own");
    assertEquals(0, own.exitCode(), own.output());

    for (Path jdk : InstalledJdks.others()) {
      FinishedJar other = FinishedJar.in(folder).on(jdk);
      String out = jdk.getFileName().toString();
      Finished run = other.run("run", "NoisyDescent.java", "--out", out);
      assertEquals(0, run.exitCode(), run.output());
      Finished same = other.run("diff", "own", out);
      assertEquals(0, same.exitCode(), same.output());
      Finished verified = other.run("verify", "own", "--code", "own/NoisyDescent.java");
      assertEquals(0, verified.exitCode(), verified.output());
    }
  }
}
