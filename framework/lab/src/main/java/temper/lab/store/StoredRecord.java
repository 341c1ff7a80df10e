package temper.lab.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A record as bytes, used again for one trial after another. First stands what is compared, then
 * what is volatile:
 *
 * <pre>
 * type (1: record, 2: forgotten) | id | outcome | reason | metrics | tables ... | failure | nanos
 * </pre>
 *
 * with texts as a length and UTF-8. Only type and id are there of a trial that is forgotten.
 */
final class StoredRecord {

  static final byte RECORD = 1;
  static final byte FORGOTTEN = 2;

  private static final int OUTCOME_AT = 9;

  /** Room that is given back after use: 64 MB. */
  private static final int LARGE = 1 << 26;

  private final int tables;
  private final int[] starts;
  private final int[] lengths;
  private byte[] bytes = new byte[512];
  private int length;
  private int stableLength;

  StoredRecord(Layout layout) {
    this.tables = layout.tables().size();
    // Reason, metrics, tables, failure.
    this.starts = new int[tables + 3];
    this.lengths = new int[tables + 3];
  }

  /** Room for a payload, to be filled and then parsed. */
  byte[] room(int payload) {
    if (bytes.length < payload || (bytes.length > LARGE && payload < LARGE)) {
      bytes =
          new byte
              [(int)
                  Math.max(payload, bytes.length > LARGE ? 0 : Math.min(2L * bytes.length, LARGE))];
    }
    return bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  long id() {
    return ByteBuffer.wrap(bytes).getLong(1);
  }

  boolean isForgotten() {
    return bytes[0] == FORGOTTEN;
  }

  Outcome outcome() {
    return Outcome.at(bytes[OUTCOME_AT]);
  }

  String reason() {
    return text(0);
  }

  int reasonLength() {
    return lengths[0];
  }

  int metricsStart() {
    return starts[1];
  }

  int metricsLength() {
    return lengths[1];
  }

  int tableStart(int table) {
    return starts[2 + table];
  }

  int tableLength(int table) {
    return lengths[2 + table];
  }

  /** Adds what is compared of this record to a checksum. */
  void addTo(CRC32C check) {
    check.update(bytes, 1, stableLength - 1);
  }

  /** Whether all that is compared is the same. */
  boolean sameResults(StoredRecord other) {
    return Arrays.equals(bytes, 0, stableLength, other.bytes, 0, other.stableLength);
  }

  /** Takes up a record. */
  void set(TrialRecord from) {
    List<byte[]> texts = new ArrayList<>(starts.length);
    texts.add(CsvLine.utf8(from.reason()));
    texts.add(CsvLine.utf8(from.metrics()));
    from.tables().forEach(table -> texts.add(CsvLine.utf8(table)));
    texts.add(CsvLine.utf8(from.failure()));
    long size = OUTCOME_AT + 1 + 8;
    for (byte[] text : texts) {
      size += 4 + text.length;
    }
    if (size > Journal.LARGEST_RECORD) {
      throw new StoreException(
          "trial "
              + TrialRecord.hex(from.id())
              + " has "
              + size
              + " bytes of results, more than "
              + Journal.LARGEST_RECORD
              + ": write fewer rows");
    }
    ByteBuffer to = ByteBuffer.wrap(room((int) size));
    to.put(RECORD).putLong(from.id()).put((byte) from.outcome().code());
    texts.forEach(text -> to.putInt(text.length).put(text));
    to.putLong(from.nanos());
    if (!parse(to.position())) {
      throw new IllegalArgumentException(
          "trial "
              + TrialRecord.hex(from.id())
              + " has "
              + from.tables().size()
              + " tables, not "
              + tables);
    }
  }

  /** Takes up that a trial is to be forgotten. */
  void setForgotten(long id) {
    ByteBuffer.wrap(room(OUTCOME_AT)).put(FORGOTTEN).putLong(id);
    parse(OUTCOME_AT);
  }

  /**
   * Finds the parts of the payload in the room.
   *
   * @return whether the payload is well formed
   */
  boolean parse(int payload) {
    length = payload;
    if (payload == OUTCOME_AT && bytes[0] == FORGOTTEN) {
      Arrays.fill(lengths, 0);
      return true;
    }
    if (payload < OUTCOME_AT + 1 + 8
        || bytes[0] != RECORD
        || bytes[OUTCOME_AT] < 0
        || bytes[OUTCOME_AT] >= Outcome.values().length) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, payload);
    in.position(OUTCOME_AT + 1);
    for (int i = 0; i < starts.length; i++) {
      if (i == starts.length - 1) {
        stableLength = in.position();
      }
      if (in.remaining() < 4) {
        return false;
      }
      lengths[i] = in.getInt();
      starts[i] = in.position();
      if (lengths[i] < 0 || lengths[i] > in.remaining()) {
        return false;
      }
      in.position(starts[i] + lengths[i]);
    }
    return in.remaining() == 8;
  }

  /** The record as its users know it. */
  TrialRecord toRecord() {
    List<String> rows = new ArrayList<>(tables);
    for (int i = 0; i < tables; i++) {
      rows.add(text(2 + i));
    }
    return new TrialRecord(
        id(),
        outcome(),
        text(0),
        text(1),
        rows,
        text(2 + tables),
        ByteBuffer.wrap(bytes).getLong(length - 8));
  }

  private String text(int part) {
    return new String(bytes, starts[part], lengths[part], StandardCharsets.UTF_8);
  }
}
