package temper.lab.report;

import java.util.List;
import temper.lab.study.Study;

/**
 * A claim of a paper and how it fell.
 *
 * @param claim its id
 * @param source where the paper makes it
 * @param statement what the paper says, in our words
 * @param quantity what is estimated
 * @param test how it is decided
 * @param region the values that count as reproduced
 * @param n number of replicates or pairs; 0 if it was not run
 * @param estimate the estimate; NaN if there is none
 * @param low lower end of the interval; NaN if there is none
 * @param high upper end of the interval; NaN if there is none
 * @param p p-value; NaN for a deterministic claim
 * @param pAdjusted p-value adjusted for the claims of the paper; NaN if there is none
 * @param verdict REPRODUCED, REFUTED, NOT_AT_THIS_SCALE, INCONCLUSIVE or NOT_RUN
 * @param reduced in which respects our scale is smaller; empty if in none
 * @param reason why it fell so, in a sentence; may be empty
 * @param parts its findings, if it has more than one
 * @since 0.1
 */
public record ClaimRow(
    String claim,
    String source,
    String statement,
    String quantity,
    String test,
    String region,
    long n,
    double estimate,
    double low,
    double high,
    double p,
    double pAdjusted,
    String verdict,
    String reduced,
    String reason,
    List<PartRow> parts) {

  /** Copies the list. */
  public ClaimRow {
    parts = List.copyOf(parts);
  }

  /**
   * The claim as a table shows it that stands below the source of its study: its own source without
   * the study's, which most claims share.
   *
   * @param study its study
   * @return the same claim, whose source is the place alone
   */
  public ClaimRow below(Study study) {
    String shared = study.source().citation() + ", ";
    return new ClaimRow(
        claim,
        source.startsWith(shared) ? source.substring(shared.length()) : source,
        statement,
        quantity,
        test,
        region,
        n,
        estimate,
        low,
        high,
        p,
        pAdjusted,
        verdict,
        reduced,
        reason,
        parts);
  }
}
