package temper.lab.endtoend;

/** Slows trials down where a test wants to interrupt them. Results do not depend on it. */
final class Pause {

  private static final long MILLIS = Long.getLong("temper.test.pause", 0);

  private Pause() {}

  /**
   * What a trial must never do: depend on something that is not its parameters. For tests of
   * verification.
   */
  static long impurity() {
    return Long.getLong("temper.test.impurity", 0);
  }

  static void aMoment() {
    if (MILLIS > 0) {
      String marker = System.getProperty("temper.test.marker");
      if (marker != null) { // Tells whoever waits for it that a trial is under way.
        new java.io.File(marker).mkdir();
      }
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
