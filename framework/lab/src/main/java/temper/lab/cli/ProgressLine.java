package temper.lab.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;
import temper.lab.engine.RunListener;
import temper.lab.store.Outcome;

/**
 * Shows how far a run is: one live line on a terminal, a plain line from time to time elsewhere.
 */
final class ProgressLine implements RunListener, AutoCloseable {

  private static final int LIVE_MILLIS = 250;
  private static final int PLAIN_MILLIS = 30_000;

  private final Console console;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong divergences = new AtomicLong();
  private String experiment = "";
  private volatile @Nullable ProgressBar bar;

  ProgressLine(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void begins(String name, long trials, long kept) {
    close();
    experiment = name;
    failures.set(0);
    divergences.set(0);
    if (kept == trials) {
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setInitialMax(trials - kept)
            .setUpdateIntervalMillis(console.terminal() ? LIVE_MILLIS : PLAIN_MILLIS)
            .setRenderer((state, width) -> line(state))
            .setConsumer(console.terminal() ? new LiveLine() : new PlainLines())
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

  @Override
  public void notice(String message) {
    console.message(message);
  }

  private String line(ProgressState state) {
    Duration elapsed = state.getElapsedAfterStart();
    double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
    double rate = state.getCurrent() / seconds;
    StringBuilder out = new StringBuilder(experiment);
    out.append("  ").append(state.getCurrent()).append('/').append(state.getMax());
    if (state.getCurrent() > 0) {
      out.append("  ")
          .append(rate >= 10 ? Math.round(rate) : Math.round(rate * 10) / 10.0)
          .append("/s");
      long left = Math.round((state.getMax() - state.getCurrent()) / rate);
      out.append("  ").append(clock(left)).append(" left");
    }
    if (divergences.get() > 0) {
      out.append("  diverged ").append(divergences.get());
    }
    if (failures.get() > 0) {
      out.append("  failed ").append(failures.get());
    }
    return out.toString();
  }

  static String clock(long seconds) {
    long minutes = seconds / 60;
    String tail = (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    if (minutes < 60) {
      return minutes + ":" + tail;
    }
    return minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60 + ":" + tail;
  }

  @Override
  public synchronized void close() {
    ProgressBar current = bar;
    if (current != null) {
      bar = null;
      current.close();
    }
  }

  /** Writes one line over and over. */
  private final class LiveLine implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return console.width() - 1;
    }

    @Override
    public void accept(String line) {
      String cut = line.length() < console.width() ? line : line.substring(0, console.width() - 1);
      console.err().print("\r\u001b[K" + cut);
      console.err().flush();
    }

    @Override
    public void clear() {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }

    @Override
    public void close() {
      console.err().println();
    }
  }

  /** Writes a line each time. */
  private final class PlainLines implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return 200;
    }

    @Override
    public void accept(String line) {
      console.message(line);
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
  }
}
