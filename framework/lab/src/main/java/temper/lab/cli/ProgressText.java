package temper.lab.cli;

import temper.lab.engine.RunProgress;

/** Says in a line how far a run is, how fast it goes and how long it will take. */
final class ProgressText {

  private ProgressText() {}

  static String of(RunProgress now) {
    return Printable.line(now.experiment())
        + "  "
        + now.finished()
        + "/"
        + now.trials()
        + running(now)
        + speed(now)
        + count("  diverged ", now.diverged())
        + count("  failed ", now.failed());
  }

  private static String count(String label, long count) {
    return count == 0 ? "" : label + count;
  }

  /** How far the running trials are, if they tell. */
  private static String running(RunProgress now) {
    return now.running() == 0
        ? ""
        : " + " + now.running() + " at " + Math.round(100 * now.share() / now.running()) + " %";
  }

  /** Trials a second, and how long the rest will take, or how long all took. */
  private static String speed(RunProgress now) {
    if (now.done() <= 0) {
      return "";
    }
    double seconds = now.seconds();
    double left = now.secondsLeft();
    String time =
        left > 0
            ? clock(Math.round(left)) + " left"
            : "in " + (seconds < 1 ? "less than 1 s" : clock(Math.round(seconds)));
    return "  " + rate(now.done() / Math.max(1e-3, seconds)) + "  " + time;
  }

  /** In the unit in which few trials are not none. */
  private static String rate(double perSecond) {
    if (perSecond >= 0.5) {
      return digits(perSecond) + "/s";
    }
    return perSecond * 60 >= 0.5
        ? digits(perSecond * 60) + "/min"
        : digits(perSecond * 3600) + "/h";
  }

  private static String digits(double number) {
    return number >= 10 ? "" + Math.round(number) : "" + Math.round(number * 10) / 10.0;
  }

  static String clock(long seconds) {
    long minutes = seconds / 60;
    String tail = (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    if (minutes < 60) {
      return minutes + ":" + tail;
    }
    return minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60 + ":" + tail;
  }
}
