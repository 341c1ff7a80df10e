package temper.lab.engine;

import java.util.List;
import temper.lab.report.ClaimRow;

/**
 * What came of a run.
 *
 * @param ran number of trials that were run now
 * @param kept number of trials that had been finished before
 * @param diverged number of trials of the whole result that diverged
 * @param failed number of trials of the whole result that failed
 * @param complete whether every trial of every experiment that can be run is finished
 * @param claims the verdicts; empty where the run is not complete
 * @param comparisons a line for each family of comparisons; empty where the run is not complete
 * @param skipped experiments that could not be run, each with its reason
 * @since 0.1
 */
public record RunSummary(
    long ran,
    long kept,
    long diverged,
    long failed,
    boolean complete,
    List<ClaimRow> claims,
    List<String> comparisons,
    List<String> skipped) {

  /** Copies the lists. */
  public RunSummary {
    claims = List.copyOf(claims);
    comparisons = List.copyOf(comparisons);
    skipped = List.copyOf(skipped);
  }
}
