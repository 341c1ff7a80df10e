package temper.lab.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** In the two low bits of an index value that is not an outcome. */
  private static final int FORGOTTEN = 3;

  private static final int MOST_NOTICES = 100;

  private final Path folder;
  private final Path csvFolder;
  private final Path journalFile;
  private final Layout layout;
  private final Disk disk;
  private final Runnable lockCheck;
  private final TrialIndex index = new TrialIndex();
  private final long[] counts = new long[Outcome.values().length];
  private final StoredRecord scratch;
  private final List<Notice> notices = new ArrayList<>();
  private final Journal journal;
  private final RecordCheck recordCheck;
  private volatile boolean dirty;
  private volatile @Nullable StoreException trouble;
  private boolean closed;

  private ExperimentStore(Path folder, Layout layout, Disk disk, Runnable lockCheck)
      throws IOException {
    this.folder = folder;
    this.csvFolder = folder.resolve(layout.experiment());
    this.journalFile = folder.resolve(StudyFolder.HIDDEN).resolve(journalName(layout.experiment()));
    this.layout = layout;
    this.disk = disk;
    this.lockCheck = lockCheck;
    this.scratch = new StoredRecord(layout);
    this.recordCheck = new RecordCheck(layout);
    long shape = shape(layout);
    if (Files.exists(journalFile) && !Journal.fits(journalFile, shape)) {
      Path moved = Aside.move(journalFile, disk).orElseThrow();
      add(
          new Notice(
              journalFile.toString(),
              0,
              "is damaged or of another version of the experiment; renamed to "
                  + moved.getFileName()));
    }
    this.journal = Journal.open(journalFile, shape, disk, scratch, this::index, this::add);
  }

  static String journalName(String experiment) {
    return "journal-" + experiment + ".log";
  }

  static ExperimentStore open(Path folder, Layout layout, Disk disk, Runnable lockCheck) {
    try {
      ExperimentStore store = new ExperimentStore(folder, layout, disk, lockCheck);
      try {
        store.recover();
      } catch (IOException | RuntimeException e) {
        store.journal.close();
        throw e;
      }
      return store;
    } catch (IOException e) {
      throw StoreException.of(
          "cannot open the results of '" + layout.experiment() + "' in", folder, e);
    }
  }

  private static long shape(Layout layout) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(CsvLine.utf8(layout.recordShape()));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private synchronized void recover() throws IOException {
    new CsvRecovery(csvFolder, layout, disk, this::add).recover(new Staging());
    if (dirty) {
      sync();
    }
  }

  /** Files a record that lies in the journal. */
  private void index(StoredRecord record, long location) {
    int kind = record.isForgotten() ? FORGOTTEN : record.outcome().ordinal();
    index(record.id(), location << 2 | kind);
  }

  private void index(long id, long value) {
    long before = index.get(id);
    if (isRecord(before)) {
      counts[(int) (before & 3)]--;
    }
    if (isRecord(value)) {
      counts[(int) (value & 3)]++;
    }
    index.put(id, value);
  }

  /**
   * Records from CSV files go to the journal, so that from then on there is one place to read. They
   * wait in memory until their checksum is seen to fit.
   */
  private final class Staging implements CsvRecovery.Target {

    private final List<byte[]> staged = new ArrayList<>();

    @Override
    public boolean isDecided(long id) {
      return index.get(id) != TrialIndex.ABSENT;
    }

    @Override
    public void stage(StoredRecord record) {
      staged.add(Arrays.copyOf(record.bytes(), record.length()));
    }

    @Override
    public void keep() throws IOException {
      for (byte[] payload : staged) {
        System.arraycopy(payload, 0, scratch.room(payload.length), 0, payload.length);
        scratch.parse(payload.length);
        index(scratch, journal.append(scratch));
        dirty = true;
      }
      staged.clear();
    }

    @Override
    public void drop() {
      staged.clear();
    }
  }

  private static boolean isRecord(long value) {
    return value != TrialIndex.ABSENT && (value & 3) != FORGOTTEN;
  }

  private void add(Notice notice) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(notice);
    } else if (notices.size() == MOST_NOTICES) {
      notices.add(new Notice(folder.toString(), 0, "and more of the kind"));
    }
  }

  /**
   * What the files of the experiment look like.
   *
   * @return the layout
   */
  public Layout layout() {
    return layout;
  }

  /**
   * Whether a trial is finished.
   *
   * @param id identifier of the trial
   * @return true if there is a record of it, whatever its outcome
   */
  public synchronized boolean contains(long id) {
    return isRecord(index.get(id));
  }

  /**
   * How a trial ended.
   *
   * @param id identifier of the trial
   * @return its outcome
   * @throws IllegalArgumentException if the trial is not finished
   */
  public synchronized Outcome outcome(long id) {
    long value = index.get(id);
    if (!isRecord(value)) {
      throw new IllegalArgumentException("no record of trial " + TrialRecord.hex(id));
    }
    return Outcome.at((int) (value & 3));
  }

  /**
   * The number of finished trials, those outside the present plan included.
   *
   * @return 0 or more
   */
  public synchronized long size() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /**
   * The number of finished trials with an outcome.
   *
   * @param outcome the outcome
   * @return 0 or more
   */
  public synchronized long count(Outcome outcome) {
    return counts[outcome.ordinal()];
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
    recordCheck.check(record);
    StoreException earlier = trouble;
    if (earlier != null) {
      trouble = null;
      throw earlier;
    }
    scratch.set(
        record.metrics().isEmpty()
            ? new TrialRecord(
                record.id(),
                record.outcome(),
                record.reason(),
                ",".repeat(Math.max(0, layout.metrics().size() - 1)),
                record.tables(),
                record.failure(),
                record.nanos())
            : record);
    appendScratch();
  }

  /**
   * Forgets a trial, so that it counts as not run.
   *
   * @param id identifier of the trial; nothing happens if it is not finished
   * @throws StoreException if this cannot be written
   */
  public synchronized void forget(long id) {
    if (contains(id)) {
      scratch.setForgotten(id);
      appendScratch();
    }
  }

  private void appendScratch() {
    lockCheck.run();
    if (closed) {
      throw new IllegalStateException("the results of '" + layout.experiment() + "' are closed");
    }
    try {
      index(scratch, journal.append(scratch));
      dirty = true;
    } catch (IOException e) {
      throw unsafe(e);
    }
  }

  private StoreException unsafe(IOException cause) {
    String safe = size() + " trials of '" + layout.experiment() + "' are safe";
    return StoreException.isFull(cause)
        ? new StoreException(
            "no space left on the disk of "
                + folder
                + ": "
                + safe
                + "; make room and run again to resume",
            cause)
        : new StoreException(
            "cannot write "
                + journalFile
                + ": "
                + StoreException.why(cause)
                + "; "
                + safe
                + ", run again to resume",
            cause);
  }

  /**
   * Returns when all that was appended survives a loss of power.
   *
   * @throws StoreException if that cannot be had
   */
  public void sync() {
    if (!dirty) {
      return;
    }
    dirty = false;
    try {
      journal.force();
    } catch (IOException e) {
      dirty = true;
      throw unsafe(e);
    }
  }

  /** Forces to the disk; an error is thrown by the next append. */
  void syncInBackground() {
    try {
      sync();
    } catch (StoreException e) {
      trouble = e;
    }
  }

  /**
   * What the user should know about damaged or foreign files.
   *
   * @return notices in the order in which they arose
   */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }

  /**
   * The record of a trial.
   *
   * @param id identifier of the trial
   * @return the record, empty if the trial is not finished
   * @throws StoreException if it cannot be read
   */
  public synchronized Optional<TrialRecord> read(long id) {
    try {
      return load(id, scratch) ? Optional.of(scratch.toRecord()) : Optional.empty();
    } catch (IOException e) {
      throw StoreException.of("cannot read", journalFile, e);
    }
  }

  /** Loads the record of a trial; returns false if there is none. */
  private boolean load(long id, StoredRecord into) throws IOException {
    long value = index.get(id);
    if (!isRecord(value)) {
      return false;
    }
    journal.read(value >>> 2, into);
    return true;
  }

  /**
   * Writes the CSV files of the experiment: {@code plan.csv}, {@code trials.csv}, {@code
   * summary.csv}, a file for each table, {@code columns.csv} that says what the columns mean, and
   * {@code checksums.csv} by which damage is found. Rows stand in plan order, whatever the order in
   * which trials finished. A file that would not change is not touched.
   *
   * @param plan the trials in plan order
   * @param complete whether all trials of the plan are finished
   * @return whether a file changed
   * @throws IllegalStateException if it is said to be complete and is not
   * @throws StoreException if a file cannot be written; nothing recorded is lost
   */
  public synchronized boolean commit(PlanRows plan, boolean complete) {
    lockCheck.run();
    sync();
    try {
      Files.createDirectories(csvFolder);
      CsvCommit commit = new CsvCommit(csvFolder, layout, disk, this::add);
      return commit.write(plan, complete, this::contains, this::load);
    } catch (IOException e) {
      throw new StoreException(
          "cannot write the CSV files of "
              + csvFolder
              + ": "
              + StoreException.why(e)
              + "; all "
              + size()
              + " trials are safe, run again to write them",
          e);
    }
  }

  /** Takes over all records of another store of the same experiment. */
  Merge absorb(ExperimentStore other, Path source) {
    long[] locations = other.locations();
    StoredRecord theirs = new StoredRecord(layout);
    long taken = 0;
    long known = 0;
    for (long location : locations) {
      try {
        other.readAt(location, theirs);
        synchronized (this) {
          if (!load(theirs.id(), scratch)
              || scratch.outcome() == Outcome.FAILED && theirs.outcome() != Outcome.FAILED) {
            lockCheck.run();
            index(theirs, journal.append(theirs));
            dirty = true;
            taken++;
          } else if (scratch.sameResults(theirs) || theirs.outcome() == Outcome.FAILED) {
            known++;
          } else {
            throw new StoreException(
                "trial "
                    + TrialRecord.hex(theirs.id())
                    + " of '"
                    + layout.experiment()
                    + "' has other results in "
                    + source
                    + " than in "
                    + folder
                    + ": it is not deterministic, or files were changed");
          }
        }
      } catch (IOException e) {
        throw unsafe(e);
      }
    }
    return new Merge(taken, known);
  }

  /** The places of all records, ascending, so that they are read in one sweep. */
  private synchronized long[] locations() {
    long[] locations = new long[Math.toIntExact(size())];
    int[] next = {0};
    index.forEach(
        value -> {
          if (isRecord(value)) {
            locations[next[0]++] = value >>> 2;
          }
        });
    Arrays.sort(locations);
    return locations;
  }

  private synchronized void readAt(long location, StoredRecord into) throws IOException {
    journal.read(location, into);
  }

  /** Forces all that was appended to the disk and closes the files. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      sync();
    } finally {
      try {
        journal.close();
      } catch (IOException e) {
        add(new Notice(journalFile.toString(), 0, "could not be closed: " + e.getMessage()));
      }
    }
  }
}
