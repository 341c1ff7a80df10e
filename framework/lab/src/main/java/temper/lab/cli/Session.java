package temper.lab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import temper.lab.engine.StopSignal;
import temper.lab.store.OutputFolder;

/** What the commands of one call share: the console, the command line and the wish to stop. */
final class Session {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+~-]+");

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
    List<String> command = new ArrayList<>(List.of("temper"));
    arguments.forEach(argument -> command.add(quoted(argument)));
    return command;
  }

  /** An argument as a shell reads it. */
  static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** A folder for what follows from results, elsewhere than in their folder. */
  OutputFolder outputFolder(Path folder) {
    return OutputFolder.open(folder, notice -> console.message(notice.toString()));
  }

  /**
   * The signal that ends this call's work: one for all that the call does, so that a time limit is
   * one for all of it.
   */
  synchronized StopSignal stopSignal(@Nullable Duration limit) {
    StopSignal signal = stop;
    if (signal == null) {
      signal = limit == null ? StopSignal.unlimited() : StopSignal.after(limit);
      if (interrupted) {
        signal.raise(StopSignal.Reason.INTERRUPTED);
      }
      stop = signal;
    }
    return signal;
  }

  /**
   * Asks this call's work to end.
   *
   * @return whether there is work that heeds it; if not, nothing is lost by ending at once
   */
  synchronized boolean interrupt() {
    interrupted = true;
    if (stop == null) {
      return false;
    }
    stop.raise(StopSignal.Reason.INTERRUPTED);
    return true;
  }
}
