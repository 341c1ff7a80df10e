package temper.lab.engine;

import java.util.List;

/**
 * What a run would do.
 *
 * @param rows one row for each experiment
 * @since 0.1
 */
public record PlanSummary(List<Row> rows) {

  /** Copies the list. */
  public PlanSummary {
    rows = List.copyOf(rows);
  }

  /**
   * What a run would do with one experiment.
   *
   * @param experiment name of the experiment
   * @param cells number of cells; -1 if not known yet
   * @param replicates number of replicates; -1 if not known yet
   * @param trials number of trials, or the largest number possible if not known yet
   * @param kept number of trials that are finished
   * @param toRun number of trials that would be run by this shard
   * @param seconds estimated time; NaN if nothing is known
   * @param bytes estimated size of the tables on disk
   * @param why why they would be run, or are not
   */
  public record Row(
      String experiment,
      long cells,
      int replicates,
      long trials,
      long kept,
      long toRun,
      double seconds,
      long bytes,
      String why) {}

  /**
   * The number of trials that would be run.
   *
   * @return trials of all experiments that are known by now
   */
  public long trialsToRun() {
    return rows.stream().mapToLong(Row::toRun).sum();
  }
}
