package temper.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training in the finished jar, with and without the vector module. */
class TrainingJarIT {

  private static final Path JAR = Path.of(System.getProperty("temper.jar"));

  @TempDir Path folder;

  private String run(String simd, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "-Dtemper.simd=" + simd,
            "-Djava.awt.headless=true",
            "-jar",
            JAR.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "a process did not end");
    assertEquals(0, process.exitValue(), Files.readString(output));
    return Files.readString(output);
  }

  @Test
  void scalarAndVectorKernelsGiveTheSameBytes() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("study.yaml"),
        """
        format: 1
        study: training
        base:
          data: {prototype-images: {train: 60, test: 20}}
          epochs: 2
          batch: 20
          optimizer: {sgd: {momentum: 0.9, weight_decay: 0.001}}
        sweep:
          grid: {model: [mlp, cnn-bn-s], precision: [float32, float64]}
        replicates: 1
        """);
    for (String simd : List.of("0", "128", "256")) {
      run(simd, "run", "study.yaml", "--out", "simd" + simd);
    }

    for (String file : List.of("trials.csv", "curve.csv")) {
      String scalar = Files.readString(folder.resolve("simd0/training").resolve(file));
      assertEquals(
          scalar, Files.readString(folder.resolve("simd128/training").resolve(file)), file);
      assertEquals(
          scalar, Files.readString(folder.resolve("simd256/training").resolve(file)), file);
    }
  }

  @Test
  void theBenchmarkPrintsALineOfJsonForEachWorkload() throws IOException, InterruptedException {
    String output =
        run("0", "bench", "--workload", "linreg", "--trials", "1", "--seconds", "0.2", "--json");

    assertTrue(output.contains("kernels: scalar"), output);
    assertTrue(
        output.matches(
            "(?s).*\\{\"workload\":\"linreg\",\"trials\":1,\"steps_per_s\":[0-9.E]+,"
                + "\"images_per_s\":[0-9.E]+,\"gflops\":[0-9.E-]+\\}\n.*"),
        output);
  }

  @Test
  void theRangeTestSuggestsRates() throws IOException, InterruptedException {
    String output =
        run("0", "lr-find", "training", "--steps", "80", "--smoothing", "0.9", "--svg", "f.svg");

    assertTrue(output.contains("V valley"), output);
    assertTrue(Files.readString(folder.resolve("f.svg")).startsWith("<?xml"), "no SVG");
    assertTrue(
        Files.readString(folder.resolve("f.csv")).startsWith("step,rate,loss,smoothed_loss"));
  }

  @Test
  void theRangeTestOfASweepSaysWhichCellItTakes() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("sweep.yaml"),
        """
        format: 1
        study: training
        base: {data: {gaussian-mixture: {train: 90, test: 40}}, epochs: 4, batch: 16}
        sweep: {grid: {batch: [16, 32], precision: [float32, float64]}}
        """);

    String output = run("0", "lr-find", "sweep.yaml", "--steps", "20");

    assertTrue(output.contains("of 4 cells the first is taken, batch=16"), output);
  }
}
