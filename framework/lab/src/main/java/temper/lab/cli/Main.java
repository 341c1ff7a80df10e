package temper.lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
    AtomicInteger code = new AtomicInteger(ExitCode.INTERRUPTED.code());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupt(session, settled, code), "interrupt"));
    code.set(TemperCommand.execute(session, arguments));
    settled.countDown();
    System.exit(code.get());
  }

  /**
   * On a signal from outside: asks the run to stop, waits until it has put its results in order,
   * and ends with the exit code of the command. Left alone the platform would answer each signal
   * with a code of its own.
   */
  private static void interrupt(Session session, CountDownLatch settled, AtomicInteger code) {
    if (settled.getCount() == 0) {
      return; // The command ended by itself.
    }
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
    Runtime.getRuntime().halt(code.get());
  }
}
