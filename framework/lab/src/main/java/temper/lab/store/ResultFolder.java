package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result folder of a study, as it can be read: held for writing by {@link StudyFolder}, or only
 * looked at by {@link FolderView}.
 *
 * <p>Results lie open in the folder; the journal of each experiment, checkpoints and the lock lie
 * in {@code .temper/}, which can be deleted without loss once all experiments are committed and no
 * run is going on. Safe for use by several threads.
 *
 * @since 0.1
 */
public sealed interface ResultFolder extends AutoCloseable permits StudyFolder, FolderView {

  /** The name of the folder for what is not a result. */
  String HIDDEN = ".temper";

  /** Stands in the name of what was set aside, before its number. */
  String SET_ASIDE = ".set-aside-";

  /**
   * Where the results are.
   *
   * @return the folder
   */
  Path path();

  /**
   * The results of an experiment. Finished trials are recovered from its journal and, those that
   * are not there, from its CSV files.
   *
   * @param layout what its files look like
   * @return the store, closed with this folder; the same one when asked again
   * @throws IllegalStateException if it is open with another layout
   * @throws StoreException if it cannot be read or written
   */
  ExperimentStore experiment(Layout layout);

  /**
   * What the user should know: of the folder, and of every experiment opened so far.
   *
   * @return notices in the order in which they arose, those of the folder first
   */
  List<Notice> notices();

  @Override
  void close();

  /**
   * Reads a file as a whole.
   *
   * @param relativePath path within the folder, with {@code /}
   * @return the content, empty if there is no such file
   * @throws IllegalArgumentException if the path leads out of the folder
   * @throws StoreException if it cannot be read
   */
  default Optional<byte[]> read(String relativePath) {
    Path file = Inside.of(path(), relativePath);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(WholeFile.bytes(file));
    } catch (IOException e) {
      throw StoreException.of("cannot read", file, e);
    }
  }

  /**
   * Whether anything is kept of an experiment.
   *
   * @param experiment name of the experiment
   * @return true if it has a journal or CSV files
   */
  default boolean holds(String experiment) {
    return Files.exists(Inside.of(path(), experiment).resolve("trials.csv"))
        || Files.exists(Inside.journal(path(), experiment));
  }

  /**
   * Whether any trial is kept of an experiment.
   *
   * @param experiment name of the experiment
   * @return false if there is nothing, or a journal that was begun and has no record
   */
  default boolean holdsTrials(String experiment) {
    Path journal = Inside.journal(path(), experiment);
    try {
      return Files.exists(Inside.of(path(), experiment).resolve("trials.csv"))
          || (Files.exists(journal) && Files.size(journal) > Journal.HEADER);
    } catch (IOException e) {
      throw StoreException.of("cannot read", journal, e);
    }
  }
}
