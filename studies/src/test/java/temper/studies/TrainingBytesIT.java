package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole training runs in the finished jar give the same bytes, final weights included, on every
 * JDK, with and without the vector module, by one worker or two, interrupted or not.
 */
@Tag("slow")
class TrainingBytesIT {

  private static final Path JAR = Path.of(System.getProperty("temper.jar"));
  private static final long LIMIT_SECONDS = 900;

  @TempDir Path folder;

  private record Finished(int exitCode, String output) {}

  @BeforeEach
  void writeTheStudy() throws IOException {
    Files.writeString(
        folder.resolve("study.yaml"),
        """
        format: 1
        study: training
        base:
          data: {prototype-images: {train: 192, test: 64}}
          batch: 32
          epochs: 2
          crop: 2
          flip: true
          keep_weights: 1 epochs
        sweep:
          grid:
            model:
              mlp: {mlp: {hidden: [48], dropout: 0.1}}
              convolutional: {cnn-bn-s: {channels: 8, noise: 0.1}}
            optimizer:
              momentum: {sgd: {momentum: 0.9, nesterov: true, weight_decay: 0.001}}
              adam: adam
              lion: lion
            rate: {cosine: {cosine: {peak: 0.01}}}
        replicates: 1
        """);
  }

  private Process start(Path jdk, String simd, List<String> jvm, Path output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(List.of("--add-modules=jdk.incubator.vector", "-Dtemper.simd=" + simd));
    command.addAll(jvm);
    command.addAll(List.of("-Djava.awt.headless=true", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private Finished run(Path jdk, String simd, List<String> jvm, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = start(jdk, simd, jvm, output, arguments);
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a process did not end");
    return new Finished(process.exitValue(), Files.readString(output));
  }

  private void runWhole(Path jdk, String simd, String workers, String out)
      throws IOException, InterruptedException {
    Finished finished =
        run(jdk, simd, List.of(), "run", "study.yaml", "--workers", workers, "--out", out);
    assertEquals(0, finished.exitCode(), finished.output());
  }

  /** Stops the run in the middle of a trial, and lets it end. */
  private void runInPieces(Path jdk, String simd, String out)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        start(
            jdk,
            simd,
            List.of("-Dtemper.checkpoint.millis=20"),
            output,
            "run",
            "study.yaml",
            "--workers",
            "2",
            "--out",
            out);
    while (process.isAlive() && !hasCheckpoint(folder.resolve(out))) {
      Thread.sleep(5);
    }
    process.destroy();
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a process did not end");
    assertEquals(130, process.exitValue(), Files.readString(output));
    assertTrue(hasCheckpoint(folder.resolve(out)), "no trial was interrupted");
    runWhole(jdk, simd, "2", out);
  }

  private static boolean hasCheckpoint(Path out) throws IOException {
    Path checkpoints = out.resolve(".temper/checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return false;
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files.findAny().isPresent();
    }
  }

  private void assertSame(String other) throws IOException, InterruptedException {
    Finished same = run(InstalledJdks.own(), "0", List.of(), "diff", "reference", other);
    assertEquals(0, same.exitCode(), same.output());
    assertEquals(
        1 + 6 * 2,
        Files.readAllLines(folder.resolve(other).resolve("training/artifacts.csv")).size());
  }

  @Test
  void everyJdkEveryKernelAnyWorkersAndInterruptionsGiveTheSameBytes()
      throws IOException, InterruptedException {
    runWhole(InstalledJdks.own(), "0", "1", "reference");
    runWhole(InstalledJdks.own(), "256", "2", "vectors");
    assertSame("vectors");
    runInPieces(InstalledJdks.own(), "256", "pieces");
    assertSame("pieces");
    for (Path jdk : InstalledJdks.others()) {
      String name = String.valueOf(jdk.getFileName());
      runWhole(jdk, "0", "2", name + "-scalar");
      assertSame(name + "-scalar");
      runWhole(jdk, "256", "1", name + "-vectors");
      assertSame(name + "-vectors");
      runInPieces(jdk, "0", name + "-pieces");
      assertSame(name + "-pieces");
    }
  }

  @Test
  void trialsThatLackMemoryBesideOthersAreTrainedAlone() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("study.yaml"),
        """
        format: 1
        study: training
        base:
          data: {gaussian-mixture: {train: 8000, test: 100}}
          model: {mlp: {hidden: [2000]}}
          batch: 8000
          epochs: 6
        replicates: 4
        """);
    Finished many =
        run(
            InstalledJdks.own(),
            "256",
            List.of("-Xmx450m"),
            "run",
            "study.yaml",
            "--workers",
            "4",
            "--out",
            "many");
    runWhole(InstalledJdks.own(), "256", "1", "one");

    assertEquals(0, many.exitCode(), many.output());
    assertTrue(many.output().contains("ran out of memory beside others"), many.output());
    Finished same = run(InstalledJdks.own(), "0", List.of(), "diff", "one", "many");
    assertEquals(0, same.exitCode(), same.output());
  }
}
