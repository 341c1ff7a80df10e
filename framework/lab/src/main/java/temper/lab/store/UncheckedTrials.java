package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The file {@code unchecked.csv}: trials that were taken from tables without a checksum that could
 * have told whether their rows were changed. They stay marked until they are run again or verified.
 * Without such trials there is no such file. Not safe for use by several threads.
 */
final class UncheckedTrials {

  static final String FILE = "unchecked.csv";
  static final String HEADER = "trial";

  private final Set<Long> ids;

  private final String path;
  private final FileTarget target;

  /**
   * The marks of an experiment, as its file has them.
   *
   * @param folder the folder of its tables
   * @param experiment the name of that folder
   * @param target writes files beside that folder
   */
  UncheckedTrials(Path folder, String experiment, FileTarget target) throws IOException {
    this.ids = read(folder);
    this.path = experiment + "/" + FILE;
    this.target = target;
  }

  /** Reads the marks of an experiment; lines that name no trial mark none. */
  static Set<Long> read(Path folder) throws IOException {
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
    return ids;
  }

  private static void mark(String text, Set<Long> ids) {
    try {
      ids.add(TrialRecord.id(text));
    } catch (IllegalArgumentException noTrial) {
      // Somebody else's line.
      return;
    }
  }

  /** The marked trials that are such, ascending. */
  Set<Long> among(Predicate<Long> trials) {
    Set<Long> there = new TreeSet<>(ids);
    there.removeIf(id -> !trials.test(id));
    return there;
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  /**
   * Marks trials that are about to be taken, and writes that down before they are: what is in the
   * journal is believed.
   */
  void take(Collection<Long> more) {
    ids.addAll(more);
    target.write(path, bytes());
  }

  /** Takes the mark from a trial; the next commit writes that down. */
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
