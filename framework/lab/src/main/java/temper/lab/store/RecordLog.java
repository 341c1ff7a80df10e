package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The journal of an experiment together with the index of what lies where. Not safe for use by
 * several threads, but for {@link #force()}.
 */
final class RecordLog implements CsvRecovery.Target, Closeable {

  /** What is said of a journal that cannot be read. */
  static final String MISFIT = "is damaged or of another version of the experiment";

  /** In the two low bits of an index value that is not an outcome. */
  private static final int FORGOTTEN = 3;

  private final TrialIndex index = new TrialIndex();
  private final long[] counts = new long[Outcome.values().length];
  private final StoredRecord scratch;
  private final Journal journal;
  private final List<byte[]> staged = new ArrayList<>();

  private RecordLog(Path file, Layout layout, Disk disk, Consumer<Notice> notices)
      throws IOException {
    this.scratch = new StoredRecord(layout);
    this.journal = Journal.open(file, shape(layout), disk, scratch, this::index, notices);
  }

  /**
   * Opens a journal, or begins one. One that cannot be read is set aside.
   *
   * @param disk where results are written; the journal beside results that may not be touched is a
   *     copy, and is
   */
  static RecordLog open(Path file, Layout layout, Disk disk, NoticeList notices)
      throws IOException {
    if (Files.exists(file) && !Journal.fits(file, shape(layout))) {
      Aside.move(file, 0, MISFIT, LocalDisk.INSTANCE, notices::add);
    }
    Disk journals = disk.isUntouched() ? LocalDisk.INSTANCE : disk;
    return new RecordLog(file, layout, journals, notices::addOfJournal);
  }

  /** Identifies what a record holds: a journal of another shape cannot be read. */
  static long shape(Layout layout) {
    byte[] hash = CodeFingerprint.sha256().digest(CsvLine.utf8(layout.recordShape()));
    return ByteBuffer.wrap(hash).getLong();
  }

  private void index(StoredRecord record, long location) {
    long before = index.get(record.id());
    if (isRecord(before)) {
      counts[outcome(before)]--;
    }
    int kind = record.isForgotten() ? FORGOTTEN : record.outcome().code();
    if (kind != FORGOTTEN) {
      counts[kind]++;
    }
    index.put(record.id(), location << 2 | kind);
  }

  private static boolean isRecord(long value) {
    return value != TrialIndex.ABSENT && outcome(value) != FORGOTTEN;
  }

  private static int outcome(long value) {
    return (int) (value & 3);
  }

  boolean contains(long id) {
    return isRecord(index.get(id));
  }

  /** How a trial ended that is there. */
  Outcome outcomeOf(long id) {
    return Outcome.at(outcome(index.get(id)));
  }

  long count(Outcome outcome) {
    return counts[outcome.code()];
  }

  long size() {
    return Arrays.stream(counts).sum();
  }

  /** Loads the record of a trial; returns false if there is none. */
  boolean load(long id, StoredRecord into) throws IOException {
    long value = index.get(id);
    if (!isRecord(value)) {
      return false;
    }
    journal.read(value >>> 2, into);
    return true;
  }

  /** Loads the record at a place. */
  void loadAt(long location, StoredRecord into) throws IOException {
    journal.read(location, into);
  }

  /** The identifiers of all trials that are there, ascending. */
  SortedSet<Long> ids() {
    SortedSet<Long> ids = new TreeSet<>();
    index.forEach(
        (id, value) -> {
          if (isRecord(value)) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** The places of all records, ascending, so that they are read in one sweep. */
  long[] locations() {
    long[] locations = new long[Math.toIntExact(size())];
    int[] next = {0};
    index.forEach(
        (id, value) -> {
          if (isRecord(value)) {
            locations[next[0]++] = value >>> 2;
          }
        });
    Arrays.sort(locations);
    return locations;
  }

  void append(StoredRecord record) throws IOException {
    index(record, journal.append(record));
  }

  void append(TrialRecord record) throws IOException {
    scratch.set(record);
    append(scratch);
  }

  void forget(long id) throws IOException {
    scratch.setForgotten(id);
    append(scratch);
  }

  void force() throws IOException {
    journal.force();
  }

  @Override
  public boolean isDecided(long id) {
    return index.get(id) != TrialIndex.ABSENT;
  }

  /** Waits in memory until the checksum is seen to fit: what is in the journal is believed. */
  @Override
  public void stage(StoredRecord record) {
    staged.add(Arrays.copyOf(record.bytes(), record.length()));
  }

  @Override
  public void keep() throws IOException {
    for (byte[] payload : staged) {
      System.arraycopy(payload, 0, scratch.room(payload.length), 0, payload.length);
      scratch.parse(payload.length);
      append(scratch);
    }
    staged.clear();
  }

  @Override
  public void drop() {
    staged.clear();
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
