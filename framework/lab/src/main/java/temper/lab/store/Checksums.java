package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code checksums.csv}: a checksum of the records of each block of trials, by which a row
 * that was lost or changed in any of the other files is noticed. A block is one trial, or more
 * where there are more than {@link #MOST_BLOCKS} trials. The checksum is the CRC-32C of what the
 * records hold, so that it does not depend on which parameters vary.
 */
final class Checksums {

  static final String FILE = "checksums.csv";
  static final List<String> HEADER = List.of("first_trial", "trials", "crc32c");
  static final int MOST_BLOCKS = 1024;

  private Checksums() {}

  /** Writes the file. */
  static final class Writer {

    private final ReplacingOutput out;
    private final long blockSize;
    private final CsvLine line = new CsvLine();
    private final CRC32C check = new CRC32C();
    private long first;
    private long trials;

    Writer(ReplacingOutput out, long allTrials) throws IOException {
      this.out = out;
      this.blockSize = Math.max(1, (allTrials + MOST_BLOCKS - 1) / MOST_BLOCKS);
      out.write(new CsvWriter().row(HEADER).toBytes());
    }

    void add(StoredRecord record) throws IOException {
      if (trials == 0) {
        first = record.id();
      }
      record.addTo(check);
      trials++;
      if (trials == blockSize) {
        finish();
      }
    }

    void finish() throws IOException {
      if (trials > 0) {
        line.clear();
        line.hex(first).append((byte) ',').number(trials).append((byte) ',');
        line.append(CsvLine.utf8(text(check)));
        out.write(line.append((byte) '\n'));
        check.reset();
        trials = 0;
      }
    }
  }

  static String text(CRC32C check) {
    return java.util.HexFormat.of().toHexDigits((int) check.getValue());
  }

  /**
   * One block.
   *
   * @param first its first trial
   * @param trials how many there are in it
   * @param check checksum of their records
   */
  record Block(long first, long trials, String check) {}

  /** Reads the file; returns null if there is none that can be believed. */
  static @Nullable List<Block> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return null;
    }
    List<Block> blocks = new java.util.ArrayList<>();
    try (CsvReader in = CsvReader.open(file)) {
      if (!in.next() || !in.texts().equals(HEADER)) {
        return null;
      }
      while (in.next()) {
        if (in.problem() != null || in.cells() != HEADER.size()) {
          // A damaged line leaves its trials without a block, and so uncertain.
          continue;
        }
        try {
          blocks.add(new Block(TrialRecord.id(in.text(0)), Long.parseLong(in.text(1)), in.text(2)));
        } catch (IllegalArgumentException e) {
          // As above: what cannot be read has no block.
        }
      }
    }
    return blocks;
  }
}
