package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The finished trials of an experiment.
 *
 * <p>A trial that was appended survives the death of the process at once, and a loss of power after
 * about a second. All methods are safe for use by several threads; {@link #append} may be called by
 * the threads that run trials.
 *
 * @since 0.1
 */
public final class ExperimentStore implements AutoCloseable {

  private final Path csvFolder;
  private final Path journalFile;
  private final Layout layout;
  private final FileWriter writer;
  private final Hold hold;
  private final UncheckedTrials unchecked;
  private final NoticeList notices;
  private final RecordLog log;
  private final Durability durability;
  private final RecordCheck recordCheck;
  private boolean closed;

  private ExperimentStore(
      Path folder, Path journalFile, Layout layout, FileWriter writer, Hold hold)
      throws IOException {
    this.csvFolder = folder.resolve(layout.experiment());
    this.journalFile = journalFile;
    this.layout = layout;
    this.writer = writer;
    this.hold = hold;
    this.recordCheck = new RecordCheck(layout);
    Inside.refuseLink(csvFolder);
    this.notices = new NoticeList(folder, Inside.journal(folder, layout.experiment()));
    this.unchecked = new UncheckedTrials(csvFolder, layout.experiment(), writer);
    this.log = RecordLog.open(journalFile, layout, writer.disk(), notices);
    this.durability =
        new Durability(folder, journalFile, layout.experiment(), this::size, log::force);
  }

  /**
   * Opens the results of an experiment.
   *
   * @param folder the result folder
   * @param journalFile the journal, which may be a copy elsewhere
   * @param layout what the files look like
   * @param writer writes the CSV files
   * @param hold the right to write
   */
  static ExperimentStore open(
      Path folder, Path journalFile, Layout layout, FileWriter writer, Hold hold) {
    try {
      ExperimentStore store = new ExperimentStore(folder, journalFile, layout, writer, hold);
      try {
        store.recover();
      } catch (IOException | RuntimeException e) {
        store.log.close();
        throw e;
      }
      return store;
    } catch (IOException e) {
      throw StoreException.of(
          "cannot open the results of '" + layout.experiment() + "' in", folder, e);
    }
  }

  /** This store, if its files look like this. */
  ExperimentStore requireLayout(Layout wanted) {
    if (!layout.equals(wanted)) {
      throw new IllegalStateException(
          "experiment '" + layout.experiment() + "' is open with another layout");
    }
    return this;
  }

  private synchronized void recover() throws IOException {
    long before = log.size();
    new CsvRecovery(csvFolder, layout, writer.disk(), unchecked::take, notices::add).recover(log);
    if (log.size() > before) {
      durability.appended();
      durability.sync();
    }
  }

  /** Keeps what the user should know. */
  void add(Notice notice) {
    notices.add(notice);
  }

  /**
   * What the files of the experiment look like.
   *
   * @return the layout
   */
  public Layout layout() {
    return layout;
  }

  /** Where its tables are. */
  Path csvFolder() {
    return csvFolder;
  }

  /**
   * Whether a trial is finished.
   *
   * @param id identifier of the trial
   * @return true if there is a record of it, whatever its outcome
   */
  public synchronized boolean contains(long id) {
    return log.contains(id);
  }

  /**
   * How a trial ended.
   *
   * @param id identifier of the trial
   * @return its outcome
   * @throws IllegalArgumentException if the trial is not finished
   */
  public synchronized Outcome outcome(long id) {
    if (!log.contains(id)) {
      throw new IllegalArgumentException("no record of trial " + TrialRecord.hex(id));
    }
    return log.outcomeOf(id);
  }

  /**
   * The finished trials, those outside the present plan included.
   *
   * @return their identifiers, ascending
   */
  public synchronized SortedSet<Long> ids() {
    return log.ids();
  }

  /**
   * The number of finished trials, those outside the present plan included.
   *
   * @return 0 or more
   */
  public synchronized long size() {
    return log.size();
  }

  /**
   * The number of finished trials with an outcome.
   *
   * @param outcome the outcome
   * @return 0 or more
   */
  public synchronized long count(Outcome outcome) {
    return log.count(outcome);
  }

  /**
   * Records a finished trial, in the place of an earlier record of the same trial.
   *
   * @param record what is to be kept of it
   * @throws IllegalArgumentException if its cells do not fit the layout
   * @throws StoreException if it cannot be written, as on a full disk; all trials recorded before
   *     are safe
   */
  public synchronized void append(TrialRecord record) {
    TrialRecord whole = recordCheck.whole(record);
    change(() -> log.append(whole));
    unchecked.remove(whole.id());
  }

  /**
   * Forgets a trial, so that it counts as not run.
   *
   * @param id identifier of the trial; nothing happens if it is not finished
   * @throws StoreException if this cannot be written
   */
  public synchronized void forget(long id) {
    if (log.contains(id)) {
      change(() -> log.forget(id));
      unchecked.remove(id);
    }
  }

  /**
   * The finished trials that were taken from tables without checksums, so that nothing tells
   * whether their rows were changed.
   *
   * @return their identifiers, ascending
   */
  public synchronized Set<Long> unchecked() {
    return unchecked.among(log::contains);
  }

  /**
   * Takes the marks from trials that were run again and gave the same bytes. The next {@link
   * #commit} writes that down.
   *
   * @param ids identifiers of trials
   */
  public synchronized void confirm(Collection<Long> ids) {
    ids.forEach(unchecked::remove);
  }

  private void change(Durability.Step step) {
    hold.check();
    if (closed) {
      throw new IllegalStateException("the results of '" + layout.experiment() + "' are closed");
    }
    durability.append(step);
  }

  /**
   * Returns when all that was appended survives a loss of power.
   *
   * @throws StoreException if that cannot be had, or could not be had in the background before
   */
  public void sync() {
    durability.sync();
  }

  /** Forces to the disk; an error is thrown by the next append, commit or close. */
  void syncInBackground() {
    durability.syncInBackground();
  }

  /**
   * What the user should know about damaged or foreign files.
   *
   * @return notices in the order in which they arose
   */
  public List<Notice> notices() {
    return notices.all();
  }

  /**
   * The record of a trial.
   *
   * @param id identifier of the trial
   * @return the record, empty if the trial is not finished
   * @throws StoreException if it cannot be read
   */
  public Optional<TrialRecord> read(long id) {
    StoredRecord record = new StoredRecord(layout);
    return load(id, record) ? Optional.of(record.toRecord()) : Optional.empty();
  }

  /**
   * Writes the CSV files of the experiment: {@code plan.csv}, {@code trials.csv}, {@code
   * summary.csv}, a file for each table, {@code columns.csv} that says what the columns mean, and
   * {@code checksums.csv} by which damage is found. Rows stand in plan order, whatever the order in
   * which trials finished. A file that would not change is not touched.
   *
   * @param plan the trials in plan order
   * @param complete whether all trials of the plan are finished
   * @return the names of the files that changed; where nothing may be written, of those that would
   * @throws IllegalStateException if it is said to be complete and is not
   * @throws StoreException if a file cannot be written; nothing recorded is lost
   */
  public synchronized List<String> commit(PlanRows plan, boolean complete) {
    hold.confirm();
    sync();
    try {
      CsvCommit commit = new CsvCommit(csvFolder, layout, writer, notices::add);
      return commit.write(plan, complete, log, unchecked);
    } catch (IOException e) {
      throw new StoreException(
          "cannot write the CSV files of %s: %s; all %s trials are safe, run again to write them"
              .formatted(csvFolder, StoreException.why(e), size()),
          e);
    }
  }

  /** Marks trials of another store that nothing checked there and that are about to come here. */
  synchronized void takeMarks(Set<Long> theirs) {
    if (!theirs.isEmpty()) {
      unchecked.take(theirs);
    }
  }

  /**
   * Records a trial of another store.
   *
   * @param checked whether nothing marks it there, so that a mark of what was here falls
   */
  synchronized void append(StoredRecord record, boolean checked) {
    change(() -> log.append(record));
    if (checked) {
      unchecked.remove(record.id());
    }
  }

  /** Loads the record of a trial; returns false if there is none. */
  synchronized boolean load(long id, StoredRecord into) {
    try {
      return log.load(id, into);
    } catch (IOException e) {
      throw StoreException.of("cannot read", journalFile, e);
    }
  }

  /** The places of all records. */
  synchronized long[] locations() {
    return log.locations();
  }

  /** Loads the record at a place. */
  synchronized void loadAt(long location, StoredRecord into) {
    try {
      log.loadAt(location, into);
    } catch (IOException e) {
      throw StoreException.of("cannot read", journalFile, e);
    }
  }

  /** Forces all that was appended to the disk and closes the files. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      durability.sync();
    } finally {
      try {
        log.close();
      } catch (IOException e) {
        notices.add(
            new Notice(journalFile.toString(), 0, "could not be closed: " + e.getMessage()));
      }
    }
  }
}
