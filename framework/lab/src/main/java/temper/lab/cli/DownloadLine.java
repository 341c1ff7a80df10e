package temper.lab.cli;

import java.util.function.LongSupplier;
import temper.data.DataFile;
import temper.lab.data.Downloader;

/** Shows how far a download is: one live line on a terminal, a plain line in tens of seconds. */
final class DownloadLine implements Downloader.Progress, AutoCloseable {

  private static final long LIVE_NANOS = 250_000_000L;
  private static final long PLAIN_NANOS = 30_000_000_000L;
  private static final String CLEAR_REST = "\u001b[K";

  private final Console console;
  private final LongSupplier clock;
  private String name = "";
  private long began;
  private long first;
  private long told;
  private boolean open;

  DownloadLine(Console console, LongSupplier clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public void at(DataFile file, long done) {
    long now = clock.getAsLong();
    boolean fresh = !file.name().equals(name);
    if (fresh) {
      endLine();
      name = file.name();
      began = now;
      first = done;
    }
    long due = console.live() ? LIVE_NANOS : PLAIN_NANOS;
    if (fresh || now - told >= due || done == file.bytes()) {
      told = now;
      show(text(file, done, (now - began) / 1e9));
    }
  }

  private String text(DataFile file, long done, double seconds) {
    StringBuilder text = new StringBuilder(file.name());
    text.append("  ").append(Estimates.bytes(done)).append(" of ");
    text.append(Estimates.bytes(file.bytes()));
    text.append(" (").append(100 * done / file.bytes()).append(" %)");
    if (seconds > 1 && done > first) {
      double rate = (done - first) / seconds;
      text.append("  ").append(Estimates.bytes(Math.round(rate))).append("/s");
      if (done < file.bytes()) {
        text.append("  ").append(Estimates.time((file.bytes() - done) / rate)).append(" left");
      }
    }
    return text.toString();
  }

  private void show(String text) {
    if (console.live()) {
      int room = console.width() - 1;
      String shown = Printable.line(text);
      console.err().print("\r" + shown.substring(0, Math.min(room, shown.length())) + CLEAR_REST);
      console.err().flush();
      open = true;
    } else {
      console.message(text);
    }
  }

  private void endLine() {
    if (open) {
      console.err().print("\n");
      console.err().flush();
      open = false;
    }
  }

  @Override
  public void close() {
    endLine();
  }
}
