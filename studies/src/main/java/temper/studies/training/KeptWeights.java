package temper.studies.training;

import java.util.Locale;
import java.util.Optional;
import temper.schedule.Length;

/**
 * Which of a network's weights are kept in files: {@code none}, {@code final}, or a length such as
 * {@code 10 epochs} for snapshots at that distance and the final weights.
 *
 * @param atEnd whether the final weights are kept
 * @param every distance of snapshots, which are kept beside the final weights
 * @since 0.3
 */
public record KeptWeights(boolean atEnd, Optional<Length> every) {

  /** No file is written. */
  public static final KeptWeights NONE = new KeptWeights(false, Optional.empty());

  /** The weights at the end of the run. */
  public static final KeptWeights FINAL = new KeptWeights(true, Optional.empty());

  /**
   * Checks the distance.
   *
   * @throws IllegalArgumentException if it is 0, or snapshots are kept without the final weights
   */
  public KeptWeights {
    if (every.isPresent() && !(every.get().amount() > 0)) {
      throw new IllegalArgumentException(
          "the distance of snapshots must be > 0, got " + every.get());
    }
    if (every.isPresent() && !atEnd) {
      throw new IllegalArgumentException("with snapshots the final weights are kept too");
    }
  }

  /**
   * Snapshots, and the weights at the end.
   *
   * @param distance length between two snapshots, {@code > 0}
   * @return what is kept
   */
  public static KeptWeights every(Length distance) {
    return new KeptWeights(true, Optional.of(distance));
  }

  /**
   * Reads what is kept.
   *
   * @param text {@code none}, {@code final} or a length
   * @return what is kept
   * @throws IllegalArgumentException if the text is anything else
   */
  public static KeptWeights parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "none" -> NONE;
      case "final" -> FINAL;
      default -> every(distance(text));
    };
  }

  private static Length distance(String text) {
    try {
      return Length.parse(text);
    } catch (IllegalArgumentException noLength) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' does not say which weights are kept: write none, final, or a length such as 10"
              + " epochs for snapshots",
          noLength);
    }
  }

  @Override
  public String toString() {
    return every.map(Length::toString).orElse(atEnd ? "final" : "none");
  }
}
