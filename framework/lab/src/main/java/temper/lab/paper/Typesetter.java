package temper.lab.paper;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import temper.lab.store.StoreException;

/** Sets a folder of TeX files as PDF, by a program that is found on the path. */
final class Typesetter {

  private static final long MINUTES = 10;
  private static final int LOG_LINES = 12;

  /** The programs that can do it, each with how it is called, the best one first. */
  private static final List<List<String>> PROGRAMS =
      List.of(
          List.of(
              "latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error"),
          List.of("tectonic", "--keep-logs"));

  private final List<String> command;

  private Typesetter(List<String> command) {
    this.command = command;
  }

  /** The names of the programs that are looked for. */
  static List<String> programs() {
    return PROGRAMS.stream().map(program -> program.get(0)).toList();
  }

  /** The first program that is there. */
  static Optional<Typesetter> find(Map<String, String> environment) {
    for (List<String> program : PROGRAMS) {
      for (String folder :
          environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
        Path file = Path.of(folder.isEmpty() ? "." : folder, program.get(0));
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          List<String> command = new ArrayList<>(program);
          command.set(0, file.toAbsolutePath().toString());
          return Optional.of(new Typesetter(command));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Sets a document. Its bytes do not depend on the clock.
   *
   * @param folder folder of the document and all that it needs
   * @param document name of the document, ending in {@code .tex}
   * @return the PDF
   * @throws StoreException if it cannot be set, with what the program said last
   */
  Path set(Path folder, String document) {
    Path log = folder.resolve("typesetting.log");
    List<String> call = new ArrayList<>(command);
    call.add(document);
    ProcessBuilder builder =
        new ProcessBuilder(call)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SOURCE_DATE_EPOCH", "0");
    builder.environment().put("FORCE_SOURCE_DATE", "1");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new StoreException(command.get(0) + " did not end within " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new StoreException(
            command.get(0) + " failed; all of it is in " + log + ". It ends:\n" + end(log));
      }
      return folder.resolve(document.replaceFirst("\\.tex$", ".pdf"));
    } catch (IOException failed) {
      throw new StoreException("cannot run " + command.get(0), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreException("typesetting was interrupted", stopped);
    }
  }

  /** The lines of a log that tell an error, else its last ones. */
  private static String end(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    List<String> errors =
        lines.stream()
            .filter(
                line ->
                    line.startsWith("!")
                        || line.toLowerCase(Locale.ROOT).matches("\\S+\\.(tex|sty):\\d+: .*"))
            .toList();
    List<String> told =
        errors.isEmpty()
            ? lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
            : errors;
    return String.join("\n", told);
  }
}
