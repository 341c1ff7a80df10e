package temper.lab.cli;

/** A command line that names something that does not exist or does not fit together. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
