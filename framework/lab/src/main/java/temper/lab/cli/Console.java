package temper.lab.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where results and messages go: results to standard output, messages to standard error. */
final class Console {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 60;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final boolean terminal;

  Console(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.terminal = terminal;
  }

  /** The console of this process. */
  static Console ofProcess() {
    return new Console(
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv(),
        "1".equals(System.getenv("TEMPER_TTY")));
  }

  /** Prints a line of a result. */
  void result(String text) {
    out.println(text);
  }

  /** Prints text of a result that brings its own line ends. */
  void resultText(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints a message. */
  void message(String text) {
    err.println(text);
  }

  PrintStream err() {
    return err;
  }

  PrintStream out() {
    return out;
  }

  /** Whether messages are seen on a terminal, where one line may be written over. */
  boolean terminal() {
    return terminal;
  }

  /** Whether colour is wanted: on a terminal, unless NO_COLOR is set. */
  boolean color() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The width of the terminal, in characters. */
  int width() {
    try {
      return Math.max(
          LEAST_WIDTH, Integer.parseInt(environment.getOrDefault("COLUMNS", "" + USUAL_WIDTH)));
    } catch (NumberFormatException notANumber) {
      return USUAL_WIDTH;
    }
  }
}
