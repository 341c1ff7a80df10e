package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The file {@code unchecked.csv}: trials that were taken from tables without a checksum that could
 * have told whether their rows were changed. They stay marked until they are run again or verified.
 * Without such trials there is no such file.
 */
final class UncheckedTrials {

  static final String FILE = "unchecked.csv";
  static final String HEADER = "trial";

  private final Set<Long> ids;

  private UncheckedTrials(Set<Long> ids) {
    this.ids = ids;
  }

  /** Reads the marks of an experiment; lines that name no trial mark none. */
  static UncheckedTrials read(Path folder) throws IOException {
    Set<Long> ids = new TreeSet<>();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      try (CsvReader in = CsvReader.open(file)) {
        in.next();
        while (in.next()) {
          if (in.problem() == null) {
            mark(in.text(0), ids);
          }
        }
      }
    }
    return new UncheckedTrials(ids);
  }

  private static void mark(String text, Set<Long> ids) {
    try {
      ids.add(TrialRecord.id(text));
    } catch (IllegalArgumentException noTrial) {
      // Somebody else's line.
      return;
    }
  }

  Set<Long> ids() {
    return Collections.unmodifiableSet(ids);
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  void add(Collection<Long> more) {
    ids.addAll(more);
  }

  void remove(long id) {
    ids.remove(id);
  }

  /** The whole file. */
  byte[] bytes() {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    ids.forEach(id -> out.append(TrialRecord.hex(id)).append('\n'));
    return CsvLine.utf8(out.toString());
  }
}
