package temper.lab.report;

/**
 * What became of a claim.
 *
 * @since 0.1
 */
public enum Verdict {
  /** The whole interval lies in the region that counts as reproduced. */
  REPRODUCED,
  /** The whole interval lies outside of the region, at the paper's own scale. */
  REFUTED,
  /** The whole interval lies outside of the region, at a scale smaller than the paper's. */
  NOT_AT_THIS_SCALE,
  /** The interval lies on both sides. */
  INCONCLUSIVE,
  /**
   * The claim could not be evaluated: its experiments were not run, or some of their trials failed.
   */
  NOT_RUN
}
