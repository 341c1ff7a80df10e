package temper.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import temper.lab.config.ConfigException;
import temper.lab.engine.RegistrationChangedException;
import temper.lab.store.LockedException;
import temper.lab.store.StoreException;

/** Turns what a command threw into a message with a remedy, and an exit code. */
final class Failures {

  private Failures() {}

  static int report(Console console, Throwable failure) {
    if (failure instanceof ConfigException invalid) {
      invalid.problems().forEach(problem -> console.message(problem.toString()));
      int count = invalid.problems().size();
      console.message(
          "temper: " + (count == 1 ? "1 problem" : count + " problems") + "; nothing was run.");
      return ExitCode.CONFIG_INVALID.code();
    }
    if (failure instanceof RegistrationChangedException changed) {
      console.message("temper: " + changed.getMessage());
      return ExitCode.CONFIG_INVALID.code();
    }
    if (failure instanceof UsageException wrong) {
      console.message("temper: " + wrong.getMessage());
      return ExitCode.USAGE.code();
    }
    if (failure instanceof LockedException locked) {
      console.message("temper: " + locked.getMessage());
      return ExitCode.LOCKED.code();
    }
    if (failure instanceof StoreException
        || failure instanceof IOException
        || failure instanceof UncheckedIOException) {
      console.message("temper: " + failure.getMessage());
      return ExitCode.IO_ERROR.code();
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    console.message(
        "temper: internal error. This is a defect of temper; results that were finished are safe.\n"
            + "Please report it with the command line and this trace:\n"
            + trace);
    return ExitCode.INTERNAL_ERROR.code();
  }
}
