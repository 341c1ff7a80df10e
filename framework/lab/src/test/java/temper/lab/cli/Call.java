package temper.lab.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Calls of the command with captured streams. */
final class Call {

  /** What a call printed, and its exit code. */
  record Ended(int code, String out, String err) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new TreeMap<>();

  Call with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Console console() {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment);
  }

  Ended run(String... arguments) {
    return run(new Session(console()), arguments);
  }

  Ended run(Session session, String... arguments) {
    int code = TemperCommand.execute(session, arguments);
    return new Ended(code, out(), err());
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  static Ended of(String... arguments) {
    return new Call().run(arguments);
  }
}
