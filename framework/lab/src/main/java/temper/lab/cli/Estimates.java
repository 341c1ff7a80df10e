package temper.lab.cli;

/** Times and sizes in words. */
final class Estimates {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Estimates() {}

  /** A duration in whole units; {@code ?} if it is not known. */
  static String time(double seconds) {
    if (Double.isNaN(seconds)) {
      return "?";
    }
    if (seconds < 1) {
      return "< 1 s";
    }
    if (seconds < 120) {
      return Math.round(seconds) + " s";
    }
    return seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }

  /** A size with one decimal. */
  static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1000 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return (unit == 0 || size >= 100 ? "" + Math.round(size) : "" + Math.round(size * 10) / 10.0)
        + " "
        + UNITS[unit];
  }
}
