package temper.lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * What becomes of a command when the process is asked to end. The first signal asks the work to
 * give way and waits until results are in order; a second one ends the process at once. Either way
 * every finished trial is safe, since it was in the journal when it finished.
 */
final class Interruption {

  private static final long SECONDS_OF_SILENCE = 2;
  private static final long SECONDS_TO_SETTLE = 60;

  private final Session session;
  private final IntConsumer halt;
  private final CountDownLatch settled = new CountDownLatch(1);
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile int code = ExitCode.INTERRUPTED.code();

  /**
   * The interruption of one command.
   *
   * @param session the command's
   * @param halt ends the process with an exit code and does nothing else
   */
  Interruption(Session session, IntConsumer halt) {
    this.session = session;
    this.halt = halt;
  }

  /** The command ended by itself or gave way. */
  void ended(int exitCode) {
    code = exitCode;
    settled.countDown();
  }

  /** A signal: returns only if it is not obeyed, as the command ended by itself meanwhile. */
  void signalled() {
    if (!asked.compareAndSet(false, true)) {
      session.console().message("temper: not waiting any longer; what was finished is safe.");
      halt.accept(ExitCode.INTERRUPTED.code());
      return;
    }
    if (!session.interrupt()) {
      session.console().message("temper: interrupted; nothing was run.");
      halt.accept(ExitCode.INTERRUPTED.code());
      return;
    }
    try {
      if (!settled.await(SECONDS_OF_SILENCE, TimeUnit.SECONDS)) {
        session
            .console()
            .message(
                "temper: waiting for the running trials to give way; interrupt again not to wait.");
      }
      if (!settled.await(SECONDS_TO_SETTLE, TimeUnit.SECONDS)) {
        session.console().message("temper: a trial did not give way; what was finished is safe.");
      }
    } catch (InterruptedException gaveUp) {
      Thread.currentThread().interrupt();
    }
    halt.accept(code);
  }

  /**
   * The platform is ending: because the command ended by itself, or by a signal of which nothing
   * else told. Left alone it would answer that with a code of its own.
   */
  void shuttingDown() {
    if (settled.getCount() > 0) {
      signalled();
    }
  }
}
