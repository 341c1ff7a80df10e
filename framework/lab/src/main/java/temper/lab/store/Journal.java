package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A file of records to which is only appended.
 *
 * <p>The header is a magic number, the first 64 bits of a hash of the shape of the records, and a
 * checksum. Each record is a magic number, the length of its payload, the checksum of the payload,
 * the checksum of these three, and the payload. A length is believed only if its checksum fits, and
 * where one does not, reading goes on at the next magic number that begins a whole record.
 *
 * <p>An append hands all bytes to the operating system before it returns, so that the death of the
 * process loses nothing. {@link #force()} guards against the loss of power. Not safe for use by
 * several threads, but for {@link #force()}.
 */
final class Journal implements Closeable {

  /** The largest payload. */
  static final int LARGEST_RECORD = 1 << 29;

  /** Bytes in front of the first record. */
  static final int HEADER = 24;

  /** Bytes in front of each payload. */
  static final int RECORD_HEADER = 16;

  private static final long FILE_MAGIC = 0x54656D7065724A31L; // "TemperJ1"
  private static final int RECORD_MAGIC = 0x74726C31; // "trl1"

  /** Bytes that are looked through at a time where a record should be: there may be many. */
  private static final int PIECE = 1 << 16;

  private final Path file;
  private final Disk.Output output;
  private final BlockReader reader;
  private final byte[] frame = new byte[1 << 16];
  private long end;
  private boolean broken;

  private Journal(Path file, Disk.Output output, long end) throws IOException {
    this.file = file;
    this.output = output;
    this.reader = new BlockReader(new RandomAccessFile(file.toFile(), "r"));
    this.end = end;
  }

  /** Hears of each record found on opening. */
  interface Visitor {

    /** A whole record, at its place. */
    void record(StoredRecord record, long location);
  }

  /** Whether a file is a journal of records of this shape. */
  static boolean fits(Path file, long shape) throws IOException {
    if (Files.size(file) < HEADER) {
      // Cut off while it was created: nothing was ever in it.
      return true;
    }
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(HEADER), header(shape));
    }
  }

  /**
   * Opens a journal that fits, or creates one, and reads all of its records. A torn end is cut off.
   */
  static Journal open(
      Path file,
      long shape,
      Disk disk,
      StoredRecord scratch,
      Visitor visitor,
      Consumer<Notice> notices)
      throws IOException {
    boolean fresh = !Files.exists(file) || Files.size(file) < HEADER;
    Disk.Output output = disk.append(file);
    try {
      if (fresh) {
        output.truncate(0);
        output.write(header(shape), 0, HEADER);
        output.force();
        // What is forced later is of no use in a file whose name was lost.
        disk.forceDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      }
      Journal journal = new Journal(file, output, HEADER);
      journal.scan(Files.size(file), scratch, visitor, notices);
      return journal;
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    }
  }

  private static byte[] header(long shape) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).putLong(FILE_MAGIC).putLong(shape);
    return header.putInt(crc(header.array(), 0, 16)).array();
  }

  private void scan(long size, StoredRecord scratch, Visitor visitor, Consumer<Notice> notices)
      throws IOException {
    long at = HEADER;
    long damageFrom = -1;
    while (at < size) {
      int payload = read(at, size, scratch);
      if (payload >= 0) {
        if (damageFrom >= 0) {
          notices.accept(damage(damageFrom, at));
          damageFrom = -1;
        }
        visitor.record(scratch, at);
        at += RECORD_HEADER + payload;
        end = at;
      } else {
        damageFrom = damageFrom < 0 ? at : damageFrom;
        at = nextMagic(at + 1, size);
      }
    }
    if (end < size) {
      notices.accept(
          new Notice(
              file.toString(),
              0,
              "the last "
                  + (size - end)
                  + " bytes are not a whole record, as after a crash; they are cut off and the trial"
                  + " counts as not run"));
      cutBack(end);
    }
  }

  private Notice damage(long from, long to) {
    return new Notice(
        file.toString(),
        0,
        "bytes "
            + from
            + " to "
            + (to - 1)
            + " are damaged; trials recorded there count as not run");
  }

  private long nextMagic(long from, long size) throws IOException {
    byte[] piece = new byte[PIECE];
    ByteBuffer bytes = ByteBuffer.wrap(piece);
    for (long begin = from; begin <= size - RECORD_HEADER; begin += PIECE - 3) {
      int length = (int) Math.min(PIECE, size - begin);
      reader.read(begin, piece, 0, length);
      for (int at = 0; at <= length - 4; at++) {
        if (bytes.getInt(at) == RECORD_MAGIC) {
          return begin + at;
        }
      }
    }
    return size;
  }

  /**
   * Reads the record at a place. Returns the length of its payload, -1 if there is no whole one.
   */
  private int read(long at, long size, StoredRecord into) throws IOException {
    if (size - at < RECORD_HEADER) {
      return -1;
    }
    reader.read(at, frame, 0, RECORD_HEADER);
    ByteBuffer header = ByteBuffer.wrap(frame, 0, RECORD_HEADER);
    int magic = header.getInt();
    int payload = header.getInt();
    int check = header.getInt();
    if (magic != RECORD_MAGIC
        || header.getInt() != crc(frame, 0, 12)
        || payload < 0
        || payload > LARGEST_RECORD
        || payload > size - at - RECORD_HEADER) {
      return -1;
    }
    byte[] room = into.room(payload);
    reader.read(at + RECORD_HEADER, room, 0, payload);
    return crc(room, 0, payload) == check && into.parse(payload) ? payload : -1;
  }

  /** Reads the record at a place where one was written. */
  void read(long location, StoredRecord into) throws IOException {
    if (read(location, end, into) < 0) {
      throw new IOException("the record at byte " + location + " was damaged meanwhile");
    }
  }

  /**
   * Appends a record. After an error nothing of it is in the file, or the journal takes no more.
   *
   * @return its place
   */
  long append(StoredRecord record) throws IOException {
    if (broken) {
      throw new IOException("an earlier error could not be undone");
    }
    int payload = record.length();
    int total = RECORD_HEADER + payload;
    boolean small = total <= frame.length;
    ByteBuffer header = ByteBuffer.wrap(frame);
    header.putInt(RECORD_MAGIC).putInt(payload);
    header.putInt(crc(record.bytes(), 0, payload));
    header.putInt(crc(frame, 0, 12));
    try {
      if (small) { // One call of the system.
        System.arraycopy(record.bytes(), 0, frame, RECORD_HEADER, payload);
        output.write(frame, 0, total);
      } else { // Not copied: a large one is large enough as it is.
        output.write(frame, 0, RECORD_HEADER);
        output.write(record.bytes(), 0, payload);
      }
    } catch (IOException e) {
      cutBack(end, e);
      throw e;
    }
    long location = end;
    end += total;
    return location;
  }

  /** Where the next record will lie. */
  long end() {
    return end;
  }

  /** Takes back all records from a place on. */
  void cutBack(long to) throws IOException {
    output.truncate(to);
    reader.forget();
    end = to;
  }

  private void cutBack(long to, IOException because) {
    try {
      cutBack(to);
    } catch (IOException e) {
      // The torn record is found and cut off when the journal is next opened.
      broken = true;
      because.addSuppressed(e);
    }
  }

  /** Returns when all records survive a loss of power. Any thread. */
  void force() throws IOException {
    output.force();
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } finally {
      output.close();
    }
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C check = new CRC32C();
    check.update(bytes, offset, length);
    return (int) check.getValue();
  }
}
