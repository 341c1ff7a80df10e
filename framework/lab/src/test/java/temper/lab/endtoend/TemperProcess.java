package temper.lab.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts the command in a process of its own, together with the test studies, in a working folder.
 */
final class TemperProcess {

  /** What a finished process left behind. */
  record Finished(int exitCode, String out, String err) {}

  private static final long LIMIT_SECONDS = 300;

  private final Path folder;
  private String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final List<String> jvmOptions = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();

  TemperProcess(Path folder) {
    this.folder = folder;
    // Studies that sleep or write much are told so here, so that their results stay functions of
    // their parameters.
    environment.put("TEMPER_DATA", "");
  }

  TemperProcess java(Path command) {
    java = command.toString();
    return this;
  }

  TemperProcess jvm(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  TemperProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(
        List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("temper.lab.cli.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    try {
      builder.redirectOutput(Files.createTempFile("temper-test", ".out").toFile());
      builder.redirectError(Files.createTempFile("temper-test", ".err").toFile());
      Process process = builder.start();
      outputs.put(process.pid(), builder);
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private final Map<Long, ProcessBuilder> outputs = new TreeMap<>();

  Finished finish(Process process) {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("a process did not end within " + LIMIT_SECONDS + " s");
      }
      ProcessBuilder builder = outputs.get(process.pid());
      return new Finished(
          process.exitValue(),
          take(builder.redirectOutput().file().toPath()),
          take(builder.redirectError().file().toPath()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String take(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }

  Finished run(String... arguments) {
    return finish(start(arguments));
  }
}
