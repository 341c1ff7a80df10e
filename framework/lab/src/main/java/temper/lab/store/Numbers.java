package temper.lab.store;

import tools.jackson.core.io.schubfach.DoubleToDecimal;

/** The one place where numbers become text. */
final class Numbers {

  private Numbers() {}

  /** The shortest text that reads back as the same number, equal on every JDK. */
  static String text(double value) {
    return DoubleToDecimal.toString(value);
  }
}
