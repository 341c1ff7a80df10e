package temper.lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts the {@code temper} command.
 *
 * @since 0.1
 */
public final class Main {

  private static final long SECONDS_OF_SILENCE = 2;
  private static final long SECONDS_TO_SETTLE = 60;

  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    Session session = new Session(Console.ofProcess());
    CountDownLatch settled = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupt(session, settled), "interrupt"));
    int code = TemperCommand.execute(session, arguments);
    settled.countDown();
    System.exit(code);
  }

  /**
   * On a signal from outside: asks the run to stop and waits until it has put its results in order.
   */
  private static void interrupt(Session session, CountDownLatch settled) {
    session.interrupt();
    try {
      if (!settled.await(SECONDS_OF_SILENCE, TimeUnit.SECONDS)) {
        session.console().message("temper: waiting for the running trials to give way ...");
      }
      if (!settled.await(SECONDS_TO_SETTLE, TimeUnit.SECONDS)) {
        session.console().message("temper: a trial did not give way; what was finished is safe.");
      }
    } catch (InterruptedException gaveUp) {
      Thread.currentThread().interrupt();
    }
  }
}
