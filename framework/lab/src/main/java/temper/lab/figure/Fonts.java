package temper.lab.figure;

import temper.lab.figure.Ticks.Tick;

/**
 * The typefaces of a figure.
 *
 * @param labels axis labels, titles and legends
 * @param ticks numbers along axes
 * @param letters panel letters
 */
record Fonts(Typeface labels, Typeface ticks, Typeface letters) {

  static Fonts bundled() {
    Typeface labels = Typeface.regular(Style.TEXT_SIZE);
    return new Fonts(labels, labels.sized(Style.TICK_TEXT_SIZE), Typeface.bold(Style.TEXT_SIZE));
  }

  /** Returns the width of the widest label of an axis. */
  double widest(Ticks of) {
    double widest = 0;
    for (Tick tick : of.major()) {
      widest = Math.max(widest, ticks.width(tick.label()));
    }
    return widest;
  }

  /** Returns how much of the page the labels of a horizontal axis take below its marks. */
  double depth(Ticks of) {
    if (of.kind() == Ticks.Kind.UPRIGHT_NAMES) {
      return widest(of);
    }
    int lines = 1;
    for (Tick tick : of.major()) {
      lines = Math.max(lines, (int) tick.label().lines().count());
    }
    return ticks.capital() + (lines - 1) * Style.TICK_LINE_HEIGHT;
  }
}
