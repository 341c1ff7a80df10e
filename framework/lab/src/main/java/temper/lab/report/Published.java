package temper.lab.report;

import java.util.List;

/**
 * What came of publishing a result.
 *
 * @param claims the verdicts, one row for each claim
 * @param comparisons a line for each family of comparisons: what was compared, and how many
 *     findings of each kind there are
 * @since 0.1
 */
public record Published(List<ClaimRow> claims, List<String> comparisons) {

  /** Copies the lists. */
  public Published {
    claims = List.copyOf(claims);
    comparisons = List.copyOf(comparisons);
  }
}
