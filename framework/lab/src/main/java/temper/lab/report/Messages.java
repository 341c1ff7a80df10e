package temper.lab.report;

/** What an exception says, in a line. */
final class Messages {

  private Messages() {}

  /** Returns the message of a failure, or its kind where it has none. */
  static String of(RuntimeException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ");
  }
}
