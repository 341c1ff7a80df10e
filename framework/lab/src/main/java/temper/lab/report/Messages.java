package temper.lab.report;

import java.util.Arrays;
import java.util.List;

/** What an exception of a study's code says, in a line. */
final class Messages {

  /** Whose frames say less than those of whoever called them. */
  private static final List<String> IN_BETWEEN = List.of("java.", "temper.stats.", "temper.lab.");

  /** Whoever calls the code of studies. */
  private static final String CALLER = "temper.lab.report.";

  private Messages() {}

  /** The message of a failure and the line of the study's code that it comes from. */
  static String placed(RuntimeException failure) {
    return of(failure)
        + Arrays.stream(failure.getStackTrace())
            .takeWhile(frame -> !frame.getClassName().startsWith(CALLER))
            .filter(frame -> IN_BETWEEN.stream().noneMatch(frame.getClassName()::startsWith))
            .findFirst()
            .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
            .orElse("");
  }

  /** Returns the message of a failure, or its kind where it has none. */
  static String of(RuntimeException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ");
  }
}
