package temper.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import temper.lab.config.ConfigException;
import temper.lab.data.MissingDataException;
import temper.lab.engine.PlanException;
import temper.lab.engine.RegistrationChangedException;
import temper.lab.paper.PaperException;
import temper.lab.source.SourceCode;
import temper.lab.source.SourceException;
import temper.lab.store.LockedException;
import temper.lab.store.StoreException;
import temper.plugin.Registry;

/** Turns what a command threw into a message with a remedy, and an exit code. */
final class Failures {

  /** How near to the failure the registry stands that refuses a plug-in. */
  private static final int PLUGIN_FRAMES = 2;

  private Failures() {}

  static ExitCode report(Console console, Throwable failure) {
    ExitCode code = code(failure);
    switch (code) {
      case INTERNAL_ERROR -> console.message(internal(failure));
      case CONFIG_INVALID -> console.message(invalid(failure));
      default ->
          console.message(
              "temper: "
                  + message(failure)
                  + (isOfPlugins(failure) ? ". Look at TEMPER_CLASSPATH." : ""));
    }
    return code;
  }

  private static ExitCode code(Throwable failure) {
    if (failure instanceof ConfigException
        || failure instanceof SourceException
        || ownCode(failure) != null
        || failure instanceof RegistrationChangedException
        || failure instanceof PlanException
        || failure instanceof PaperException) {
      return ExitCode.CONFIG_INVALID;
    }
    if (failure instanceof UsageException
        || failure instanceof InvalidPathException
        || isOfPlugins(failure)) {
      return ExitCode.USAGE;
    }
    if (failure instanceof LockedException) {
      return ExitCode.LOCKED;
    }
    if (failure instanceof CancellationException) {
      return ExitCode.INTERRUPTED;
    }
    return failure instanceof StoreException
            || failure instanceof MissingDataException
            || failure instanceof IOException
            || failure instanceof UncheckedIOException
        ? ExitCode.IO_ERROR
        : ExitCode.INTERNAL_ERROR;
  }

  private static String invalid(Throwable failure) {
    if (failure instanceof PaperException paper) {
      return listed(paper.problems(), "nothing was written");
    }
    if (failure instanceof ConfigException config) {
      return listed(config.problems(), "nothing was run");
    }
    if (failure instanceof SourceException source && !source.problems().isEmpty()) {
      return listed(source.problems(), "nothing was run");
    }
    StackTraceElement own = ownCode(failure);
    return "temper: "
        + (own == null
            ? failure.getMessage()
            : own.getFileName() + ":" + own.getLineNumber() + ": " + failure);
  }

  private static String listed(List<?> problems, String consequence) {
    StringBuilder out = new StringBuilder();
    problems.forEach(problem -> out.append(problem).append('\n'));
    int count = problems.size();
    return out.append("temper: ")
        .append(count == 1 ? "1 problem" : count + " problems")
        .append("; ")
        .append(consequence)
        .append('.')
        .toString();
  }

  /** Whether plug-ins cannot be used as they are, such as two of one name or one that is broken. */
  private static boolean isOfPlugins(Throwable failure) {
    return failure instanceof IllegalStateException
        && Arrays.stream(failure.getStackTrace())
            .limit(PLUGIN_FRAMES)
            .anyMatch(frame -> frame.getClassName().equals(Registry.class.getName()));
  }

  /** Where a user's own Java file failed; null if it did not. */
  private static @Nullable StackTraceElement ownCode(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (SourceCode.LOADER.equals(frame.getClassLoaderName())) {
        return frame;
      }
    }
    return null;
  }

  /** The message of an error; the platform's own say of a file only its name. */
  private static String message(Throwable failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof UncheckedIOException && cause != null) {
      return message(cause);
    }
    if (failure instanceof InvalidPathException path) {
      return "'" + path.getInput() + "' cannot be a path: " + path.getReason();
    }
    if (failure instanceof CancellationException) { // A run that had begun ends by itself.
      return failure.getMessage() + "; nothing was run. Run the same command again.";
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission";
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + failure.getClass().getSimpleName();
    }
    return String.valueOf(failure.getMessage());
  }

  private static String internal(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "temper: internal error. This is a defect of temper; results that were finished are"
        + " safe.\nPlease report it with the command line and this trace:\n"
        + trace;
  }
}
