package temper.lab.store;

import java.util.List;
import java.util.Objects;

/**
 * All that is kept of a finished trial.
 *
 * @param id first 64 bits of the SHA-256 of what the trial is; printed as 16 hexadecimal digits
 * @param outcome how it ended
 * @param reason why it diverged or failed, in one line; empty if it ended well
 * @param metrics encoded cells of the metric columns, joined by commas; empty stands for all
 *     missing
 * @param tables for each table of the layout in order, encoded lines of its own columns, each ended
 *     by a line feed; empty if there are no rows
 * @param failure text of the stack trace, empty unless the trial failed; volatile, in no file that
 *     is ever compared
 * @param nanos duration in nanoseconds; volatile as well
 * @since 0.1
 */
public record TrialRecord(
    long id,
    Outcome outcome,
    String reason,
    String metrics,
    List<String> tables,
    String failure,
    long nanos) {

  /**
   * Checks the reason.
   *
   * @throws IllegalArgumentException if the reason has more than one line
   */
  public TrialRecord {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(metrics);
    Objects.requireNonNull(failure);
    tables = List.copyOf(tables);
    if (reason.indexOf('\n') >= 0 || reason.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a reason is one line, got '" + reason + "'");
    }
  }

  /**
   * The identifier of a trial as it stands in files.
   *
   * @param id the identifier
   * @return 16 lower-case hexadecimal digits
   */
  public static String hex(long id) {
    return java.util.HexFormat.of().toHexDigits(id);
  }

  /**
   * Reads the identifier of a trial.
   *
   * @param hex 16 lower-case hexadecimal digits
   * @return the identifier
   * @throws IllegalArgumentException if the text is anything else
   */
  public static long id(String hex) {
    if (hex.length() == 16) {
      try {
        long id = Long.parseUnsignedLong(hex, 16);
        if (hex(id).equals(hex)) {
          return id;
        }
      } catch (NumberFormatException e) {
        // Falls through to the message that says what is wanted.
      }
    }
    throw new IllegalArgumentException(
        "a trial is named by 16 lower-case hexadecimal digits, not '" + hex + "'");
  }
}
