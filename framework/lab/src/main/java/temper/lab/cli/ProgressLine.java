package temper.lab.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunProgress;
import temper.lab.engine.Underway;
import temper.lab.store.Outcome;

/**
 * Shows how far a run is: one live line on a terminal, a plain line from time to time elsewhere.
 */
final class ProgressLine implements RunListener, AutoCloseable {

  private static final int LIVE_MILLIS = 250;
  private static final int PLAIN_MILLIS = 30_000;

  /** How often it is looked whether a plain line is due. */
  private static final int LOOK_MILLIS = 1000;

  /** Clears from the cursor to the end of the line. */
  private static final String CLEAR_REST = "\u001b[K";

  private final Console console;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong divergences = new AtomicLong();
  private volatile @Nullable ProgressBar bar;
  private PlainLines plain = new PlainLines(0);

  private volatile Underway underway = new Underway();

  /** How much was done when the last line was made, in hundredths of trials. */
  private volatile long rendered;

  ProgressLine(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void begins(String name, long trials, long kept, Underway running) {
    close();
    underway = running;
    failures.set(0);
    divergences.set(0);
    if (kept == trials) {
      return;
    }
    plain = new PlainLines(kept);
    bar =
        new ProgressBarBuilder()
            .startsFrom(kept, Duration.ZERO)
            .setInitialMax(trials)
            .setUpdateIntervalMillis(console.live() ? LIVE_MILLIS : LOOK_MILLIS)
            .continuousUpdate() // Trials that take hours tell how far they are before one ends.
            .setRenderer((state, width) -> line(name, state))
            .setConsumer(console.live() ? new LiveLine() : plain)
            .build();
  }

  @Override
  public void finished(Outcome outcome, long nanos) {
    if (outcome == Outcome.FAILED) {
      failures.incrementAndGet();
    } else if (outcome == Outcome.DIVERGED) {
      divergences.incrementAndGet();
    }
    ProgressBar current = bar;
    if (current != null) {
      current.step();
    }
  }

  @Override
  public void ends(String name) {
    close();
  }

  /** A message goes above the live line, which is drawn again at its next turn. */
  @Override
  public void notice(String message) {
    if (console.live() && bar != null) {
      console.err().print("\r" + CLEAR_REST);
    }
    console.message(message);
  }

  private String line(String name, ProgressState state) {
    long done = state.getCurrent();
    Underway.Snapshot now = underway.now();
    rendered = Math.round(100 * (done + now.done()));
    return ProgressText.of(
        new RunProgress(
            name,
            state.getMax(),
            state.getStart(),
            done - state.getStart(),
            divergences.get(),
            failures.get(),
            now.trials(),
            now.done(),
            now.inherited(),
            state.getElapsedAfterStart().toNanos() / 1e9));
  }

  @Override
  public synchronized void close() {
    ProgressBar current = bar;
    if (current != null) {
      bar = null;
      current.close();
      if (console.live()) { // The bar itself ends its line only if there was time for a second one.
        console.err().print("\n");
        console.err().flush();
      } else {
        plain.tell();
      }
    }
  }

  /**
   * Writes one line over and over. The new text goes over the old one before what is left of that
   * is cleared, so that the line is never empty.
   */
  private final class LiveLine implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return console.width() - 1;
    }

    @Override
    public void accept(String line) {
      int room = console.width() - 1;
      print("\r" + (line.length() > room ? line.substring(0, room) : line) + CLEAR_REST);
    }

    @Override
    public void clear() {
      print("\r" + CLEAR_REST);
    }

    @Override
    public void close() {}

    private void print(String text) {
      console.err().print(text);
      console.err().flush();
    }
  }

  /**
   * Writes a line when one is due and more is done, and one at the end: the bar also draws when
   * nothing has changed, and twice in a row when it is closed.
   */
  private final class PlainLines implements ProgressBarConsumer {

    private long told;
    private long due = System.nanoTime() + PLAIN_MILLIS * 1_000_000L;
    private String line = "";

    PlainLines(long kept) {
      told = 100 * kept;
    }

    @Override
    public int getMaxRenderedLength() {
      return Integer.MAX_VALUE;
    }

    @Override
    public synchronized void accept(String newest) {
      line = newest;
      if (System.nanoTime() - due >= 0) {
        due = System.nanoTime() + PLAIN_MILLIS * 1_000_000L;
        tell();
      }
    }

    synchronized void tell() {
      if (rendered != told) {
        told = rendered;
        console.message(line);
      }
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
  }
}
