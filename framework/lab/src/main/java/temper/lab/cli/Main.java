package temper.lab.cli;

/**
 * Starts the {@code temper} command.
 *
 * @since 0.1
 */
public final class Main {

  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    Session session = new Session(Console.ofProcess());
    Interruption interruption = new Interruption(session, code -> Runtime.getRuntime().halt(code));
    Signals.onEach(interruption::signalled);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::shuttingDown, "temper-shutdown"));
    int code = TemperCommand.execute(session, arguments);
    interruption.ended(code);
    System.exit(code);
  }
}
