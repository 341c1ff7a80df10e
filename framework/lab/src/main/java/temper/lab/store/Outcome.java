package temper.lab.store;

import java.util.Optional;

/**
 * How a trial ended.
 *
 * @since 0.1
 */
public enum Outcome {
  /** It ran to its end. */
  OK("ok"),
  /** It diverged, which is a result. */
  DIVERGED("diverged"),
  /** It threw an exception, which is an error of the experiment. */
  FAILED("failed");

  private static final Outcome[] ALL = values();

  private final String label;

  Outcome(String label) {
    this.label = label;
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

  static Outcome at(int ordinal) {
    return ALL[ordinal];
  }
}
