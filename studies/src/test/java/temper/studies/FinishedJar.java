package temper.studies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The finished jar in a working folder, as the launcher starts it.
 *
 * @param folder the working folder
 * @param jdk the JDK that runs it
 * @param further jars behind it on the class path
 * @param data whether it sees the data sets that are here
 */
record FinishedJar(Path folder, Path jdk, List<Path> further, boolean data) {

  static final Path JAR = Path.of(System.getProperty("temper.jar"));
  static final Path ROOT = JAR.getParent().getParent().getParent();
  private static final String INCUBATOR =
      "WARNING: Using incubator modules: jdk.incubator.vector\n";
  private static final long LIMIT_SECONDS = 900;

  /** What a process printed, and its exit code. */
  record Finished(int exitCode, String output) {}

  static FinishedJar in(Path folder) {
    return new FinishedJar(folder, InstalledJdks.own(), List.of(), true);
  }

  FinishedJar on(Path otherJdk) {
    return new FinishedJar(folder, otherJdk, further, data);
  }

  FinishedJar with(Path... jars) {
    return new FinishedJar(folder, jdk, List.of(jars), data);
  }

  FinishedJar withoutData() {
    return new FinishedJar(folder, jdk, further, false);
  }

  Finished run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), "temper.lab.cli.Main"));
    command.addAll(Arrays.asList(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeAll(List.of("COLUMNS", "TEMPER_TTY", "TEMPER_TTY_OUT"));
    if (!data) {
      builder.environment().remove("TEMPER_DATA");
    }
    Process process = builder.start();
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a process did not end");
    String text = Files.readString(output);
    Files.delete(output);
    return new Finished(process.exitValue(), text.replace(INCUBATOR, ""));
  }

  private String classPath() {
    return Stream.concat(Stream.of(JAR), further.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
