package temper.lab.study;

import java.util.Set;

/**
 * The tables that finished experiments wrote, read back from their CSV files.
 *
 * @since 0.1
 */
public interface Tables {

  /**
   * The experiments whose tables are complete.
   *
   * @return names of experiments
   */
  Set<String> experiments();

  /**
   * The trials of an experiment: {@code trial}, {@code replicate}, a column for each parameter,
   * {@code outcome} ({@code ok}, {@code diverged} or {@code failed}), {@code reason}, and a column
   * for each metric.
   *
   * @param experiment name of the experiment
   * @return one row for each trial, in plan order
   * @throws IllegalArgumentException if the experiment is not among {@link #experiments()}
   */
  Table trials(String experiment);

  /**
   * A long-form table of an experiment: {@code trial}, {@code replicate}, the parameters that vary,
   * then the columns of its schema.
   *
   * @param experiment name of the experiment
   * @param table name of the table
   * @return rows in plan order, within a trial in the order in which they were written
   * @throws IllegalArgumentException if there is no such table
   */
  Table table(String experiment, String table);
}
