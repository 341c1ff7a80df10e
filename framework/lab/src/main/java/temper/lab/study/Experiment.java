package temper.lab.study;

import java.util.List;
import java.util.Optional;
import temper.data.DatasetPlugin;
import temper.data.FileData;

/**
 * A design of cells over one record of parameters, and what is done in each trial.
 *
 * <p>An experiment is pure: it has no threads, files, clocks or global state. All that varies
 * between trials comes in through the parameters and the {@link Trial}, and all that it finds goes
 * out through the trial.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public interface Experiment<P extends Record> {

  /**
   * The name, unique within its study.
   *
   * @return lower-case words joined by hyphens; names the folder of its results
   */
  String name();

  /**
   * What the experiment asks, in one line.
   *
   * @return a sentence without line breaks
   */
  String summary();

  /**
   * The one place of every default.
   *
   * @return parameters that satisfy their own constraints
   */
  P defaults();

  /**
   * The one-number results of a trial, which stand in {@code trials.csv} in this order.
   *
   * @return columns, possibly none
   */
  List<Column> metrics();

  /**
   * The long-form tables that a trial writes.
   *
   * @return schemas, possibly none
   */
  default List<TableSchema> tables() {
    return List.of();
  }

  /**
   * Earlier experiments of the study whose tables decide this one's cells.
   *
   * @return names of experiments that stand before this one, usually none
   */
  default List<String> decidedBy() {
    return List.of();
  }

  /**
   * The data sets without which the experiment cannot run. Where one is missing, the experiment is
   * skipped and its claims stand as not run.
   *
   * @return names of data sets, usually none
   */
  default List<String> datasets() {
    return List.of();
  }

  /**
   * The data sets that one cell needs beside those of all cells, such as the one that its
   * parameters name. Where one is missing nothing is run: who names a data set wants it. A pure
   * function.
   *
   * @param parameters the cell
   * @return names of data sets, usually none
   */
  default List<String> datasets(P parameters) {
    return List.of();
  }

  /**
   * The files of the user's own that one cell reads. Where one is missing or does not hold what it
   * should nothing is run. A pure function.
   *
   * @param parameters the cell
   * @return files and how they are read, usually none
   */
  default List<FileData> files(P parameters) {
    return List.of();
  }

  /**
   * The largest number of trials that the design can ask for, for an experiment that is decided by
   * earlier ones.
   *
   * @param profile size of the run
   * @return an upper bound, or -1 where the design is not decided by earlier experiments
   */
  default long mostTrials(Profile profile) {
    return -1;
  }

  /**
   * The cells and replicates. A pure function of its arguments.
   *
   * @param profile size of the run
   * @param earlier tables of the experiments named by {@link #decidedBy()}, and no others
   * @return the design
   */
  Design<P> design(Profile profile, Tables earlier);

  /**
   * A check of cells before any of them runs. Of published data sets it reads no files: what it
   * cannot know without them is left to the trial.
   *
   * @param library gives the files of the user's own that {@link #files} names
   * @return a new object for one pass over cells; empty where constraints on parameters say all
   */
  default Optional<CellCheck<P>> check(DatasetPlugin.Library library) {
    return Optional.empty();
  }

  /**
   * Runs one trial. A pure function of its arguments: the same parameters and streams give the same
   * rows and metrics.
   *
   * @param parameters the cell
   * @param trial streams in, rows and metrics out
   * @throws DivergedException if the trial diverges, which is an outcome and not an error
   */
  void run(P parameters, Trial trial);
}
