package temper.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The peers that this machine has, looked for when they are wanted. */
final class Peers {

  private static final int PROBE_SECONDS = 60;

  private final Path folder;
  private final Optional<List<String>> pytorch;
  private final Optional<List<String>> openBlas;

  /** Looks for the peers; tells what is used and what is not there. */
  Peers(Options options, Path folder, Consumer<String> messages)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.pytorch = findPyTorch(options.python(), messages);
    this.openBlas = findOpenBlas(options, messages);
  }

  private Optional<List<String>> findPyTorch(String python, Consumer<String> messages)
      throws IOException, InterruptedException {
    Optional<String> version = answer(python, "-c", "import torch; print(torch.__version__)");
    if (version.isEmpty()) {
      messages.accept("PyTorch: " + python + " has none; name another Python with --python");
      return Optional.empty();
    }
    messages.accept("PyTorch: " + version.get() + " by " + python);
    return Optional.of(List.of(python, resource("pytorch_peer.py").toString()));
  }

  private Optional<List<String>> findOpenBlas(Options options, Consumer<String> messages)
      throws IOException, InterruptedException {
    Path program = folder.resolve("openblas_peer");
    String source = resource("openblas_peer.c").toString();
    if (answer(options.compiler(), "-O2", "-o", program.toString(), source, "-ldl").isEmpty()) {
      messages.accept(
          "OpenBLAS: not measured, as %s cannot compile the program for it; name another with --cc"
              .formatted(options.compiler()));
      return Optional.empty();
    }
    if (answer(program.toString(), "64", options.openBlas(), "0").isEmpty()) {
      messages.accept(
          "OpenBLAS: %s is not there; name another with --openblas".formatted(options.openBlas()));
      return Optional.empty();
    }
    messages.accept("OpenBLAS: " + options.openBlas());
    return Optional.of(List.of(program.toString(), options.openBlas()));
  }

  /** What a command prints; empty if it cannot be started, fails or takes too long. */
  static Optional<String> answer(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(false)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException notThere) {
      return Optional.empty();
    }
    process.getOutputStream().close();
    if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return Optional.empty();
    }
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
  }

  private Path resource(String name) throws IOException {
    try (InputStream in = Peers.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      Path file = folder.resolve(name);
      Files.write(file, in.readAllBytes());
      return file;
    }
  }

  /** PyTorch as processes with some threads each; empty if there is none. */
  Optional<Contestant> pyTorch(
      String workload, Map<String, Integer> sizes, int processes, int threads, double warmUp)
      throws IOException {
    if (pytorch.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(pytorch.get());
    command.addAll(List.of(workload, "" + threads, "" + warmUp));
    sizes.forEach((name, value) -> command.add(name + "=" + value));
    return Optional.of(
        new Processes("pytorch %dx%d".formatted(processes, threads), command, processes));
  }

  /** OpenBLAS on one thread; empty if there is none. */
  Optional<Contestant> openBlas(int n, double warmUp) throws IOException {
    if (openBlas.isEmpty()) {
      return Optional.empty();
    }
    List<String> found = openBlas.get();
    return Optional.of(
        new Processes("openblas", List.of(found.get(0), "" + n, found.get(1), "" + warmUp), 1));
  }
}
