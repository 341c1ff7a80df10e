package temper.lab.store;

import java.util.Optional;

/**
 * How a trial ended.
 *
 * @since 0.1
 */
public enum Outcome {
  /** It ran to its end. */
  OK("ok", 0),
  /** It diverged, which is a result. */
  DIVERGED("diverged", 1),
  /** It threw an exception, which is an error of the experiment. */
  FAILED("failed", 2);

  private static final Outcome[] ALL = values();

  private final String label;
  private final int code;

  Outcome(String label, int code) {
    this.label = label;
    this.code = code;
  }

  /**
   * The text in the column {@code outcome}.
   *
   * @return {@code ok}, {@code diverged} or {@code failed}
   */
  public String label() {
    return label;
  }

  /**
   * The outcome with a label.
   *
   * @param label text of a cell
   * @return the outcome, empty if there is none with this label
   */
  public static Optional<Outcome> of(String label) {
    for (Outcome outcome : ALL) {
      if (outcome.label.equals(label)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  /** The number that stands for the outcome in journals. */
  int code() {
    return code;
  }

  /** The outcome of a number. */
  static Outcome at(int code) {
    return ALL[code];
  }
}
