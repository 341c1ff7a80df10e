package temper.lab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where results and messages go: results to standard output, messages to standard error. Control
 * characters in texts are replaced; colour comes from {@link #styled(String, Style)} alone.
 */
final class Console {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 60;
  private static final int MOST_WIDTH = 1000;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Console(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
  }

  /** The console of this process. */
  static Console ofProcess() {
    return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), System.getenv());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Prints a line of a result. */
  void result(String text) {
    resultText(text + "\n");
  }

  /** Prints text of a result that brings its own line ends. */
  void resultText(String text) {
    out.print(Printable.text(text));
    out.flush();
  }

  /** Prints text made of {@link #styled(String, Style)} parts, with its own line ends. */
  void styledResult(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints a message. */
  void message(String text) {
    err.print(Printable.text(text) + "\n");
    err.flush();
  }

  PrintStream err() {
    return err;
  }

  PrintStream out() {
    return out;
  }

  /** Whether messages are seen on a terminal, where one line may be written over. */
  boolean live() {
    return is("TEMPER_TTY") && !isDumb();
  }

  /** Whether results are coloured: on a terminal, unless NO_COLOR is set. */
  boolean color() {
    return is("TEMPER_TTY_OUT") && environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
  }

  private boolean is(String variable) {
    return "1".equals(environment.get(variable));
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }

  /** One line of text for {@link #styledResult(String)}, in a style where results are coloured. */
  String styled(String text, Style style) {
    String safe = Printable.line(text);
    return color() ? style.on(safe) : safe;
  }

  /** The width of the terminal, in characters. */
  int width() {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "" + USUAL_WIDTH));
      return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, columns));
    } catch (NumberFormatException notANumber) {
      return USUAL_WIDTH;
    }
  }
}
