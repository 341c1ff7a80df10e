package temper.lab.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import temper.lab.study.TableSchema;

/**
 * Puts the trials of several result folders into one, such as those of the shards of a run.
 *
 * @param taken trials that the target did not have
 * @param known trials that the target had, with the same results
 * @since 0.1
 */
public record Merge(long taken, long known) {

  /** The file that says what was registered before the first trial. */
  public static final String REGISTRATION = "registration.json";

  /**
   * Takes over all trials of other folders, from their journals and CSV files. The sources are only
   * read. The CSV files of the target are written by {@link ExperimentStore#commit} afterwards.
   *
   * @param target the folder that gets the trials
   * @param sources folders of the same study under the same registration
   * @param layouts the experiments
   * @return how many trials were taken
   * @throws StoreException if a registration differs, or a trial has two different results; the
   *     message says what differs
   * @throws LockedException if a source is in use
   */
  public static Merge into(StudyFolder target, List<Path> sources, List<Layout> layouts) {
    requireOneRegistration(target, sources);
    long taken = 0;
    long known = 0;
    for (Path source : sources) {
      try (FolderView from = FolderView.open(source)) {
        from.requireSettled();
        for (Layout layout : layouts) {
          Merge one = merge(from.experiment(layout), target.experiment(layout), layout);
          takeFiles(from.experiment(layout), target, layout);
          taken += one.taken();
          known += one.known();
        }
      }
    }
    return new Merge(taken, known);
  }

  /**
   * Takes over all records of another store of the same experiment.
   *
   * @throws StoreException if a trial has other results there
   */
  private static Merge merge(ExperimentStore from, ExperimentStore to, Layout layout) {
    StoredRecord ours = new StoredRecord(layout);
    StoredRecord theirs = new StoredRecord(layout);
    long taken = 0;
    long known = 0;
    Set<Long> unchecked = from.unchecked();
    to.takeMarks(
        unchecked.stream()
            .filter(id -> isBetter(to, id, from.outcome(id)))
            .collect(Collectors.toSet()));
    for (long location : from.locations()) {
      from.loadAt(location, theirs);
      long id = theirs.id();
      if (isBetter(to, id, theirs.outcome())) {
        to.append(theirs, !unchecked.contains(id));
        taken++;
      } else if (theirs.outcome() == Outcome.FAILED
          || (to.load(id, ours) && ours.sameResults(theirs))) {
        known++;
      } else {
        throw new StoreException(
            "trial "
                + TrialRecord.hex(id)
                + " has other results in "
                + from.csvFolder()
                + " than in "
                + to.csvFolder()
                + ": the experiment is not deterministic, or files were changed");
      }
    }
    return new Merge(taken, known);
  }

  /** Whether a record of a source takes the place of what is in the target, if anything is. */
  private static boolean isBetter(ExperimentStore to, long id, Outcome theirs) {
    return !to.contains(id) || (to.outcome(id) == Outcome.FAILED && theirs != Outcome.FAILED);
  }

  /** Files that are gone in a source are no loss of results: their checksums are in the records. */
  private static void takeFiles(ExperimentStore from, StudyFolder target, Layout layout) {
    if (!layout.tables().contains(TableSchema.ARTIFACTS)) {
      return;
    }
    Artifacts files = target.artifacts(layout.experiment());
    StoredRecord record = new StoredRecord(layout);
    int damaged = 0;
    for (long location : from.locations()) {
      from.loadAt(location, record);
      long id = record.id();
      damaged += files.takeFrom(from.csvFolder(), id, ArtifactRows.of(from, id));
    }
    if (damaged > 0) {
      target
          .experiment(layout)
          .add(
              new Notice(
                  from.csvFolder().resolve(Artifacts.FOLDER).toString(),
                  0,
                  damaged + " files are not what their trials wrote; left out"));
    }
  }

  private static void requireOneRegistration(StudyFolder target, List<Path> sources) {
    Path firstPlace = target.path();
    byte[] first = target.read(REGISTRATION).orElse(null);
    for (Path source : sources) {
      byte[] own =
          read(source).orElseThrow(() -> new StoreException(source + " has no " + REGISTRATION));
      if (first == null) {
        first = own;
        firstPlace = source;
      } else if (!Arrays.equals(first, own)) {
        throw new StoreException(
            "not merged: "
                + firstPlace
                + " and "
                + source
                + " ran under different registrations: "
                + JsonDifference.between(first, own));
      }
    }
    if (first != null) {
      target.write(REGISTRATION, first);
    }
  }

  private static Optional<byte[]> read(Path folder) {
    Path file = folder.resolve(REGISTRATION);
    if (!java.nio.file.Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(WholeFile.bytes(file));
    } catch (java.io.IOException e) {
      throw StoreException.of("cannot read", file, e);
    }
  }
}
