package temper.lab.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.lab.engine.StopSignal;

/** What the commands of one call share: the console, the command line and the wish to stop. */
final class Session {

  private final Console console;
  private List<String> arguments = List.of();
  private @Nullable StopSignal stop;
  private boolean interrupted;

  Session(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  void arguments(String... given) {
    arguments = List.of(given);
  }

  /** The command line as a user would type it. */
  List<String> command() {
    return arguments;
  }

  /** The signal that ends this call's work. */
  synchronized StopSignal stopSignal(@Nullable Duration limit) {
    StopSignal signal = limit == null ? StopSignal.unlimited() : StopSignal.after(limit);
    if (interrupted) {
      signal.raise(StopSignal.Reason.INTERRUPTED);
    }
    stop = signal;
    return signal;
  }

  synchronized void interrupt(StopSignal.Reason reason) {
    interrupted = true;
    if (stop != null) {
      stop.raise(reason);
    }
  }
}
