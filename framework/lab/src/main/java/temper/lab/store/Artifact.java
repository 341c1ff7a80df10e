package temper.lab.store;

import java.util.Optional;
import java.util.regex.Pattern;
import temper.lab.study.FileNames;
import temper.lab.study.TableSchema;

/**
 * A file that a trial handed over, as its row of {@link TableSchema#ARTIFACTS} tells.
 *
 * @param file name of the file
 * @param bytes its size
 * @param sha256 SHA-256 of its content, in lower-case hexadecimal digits
 * @since 0.3
 */
public record Artifact(String file, long bytes, String sha256) {

  /** What a name looks like, in words. */
  public static final String NAME_FORM =
      "lower-case letters and digits joined by dots, hyphens or underscores";

  private static final Pattern NAME = Pattern.compile("[a-z0-9]++([._-][a-z0-9]++)*+");

  /**
   * Checks name and size.
   *
   * @throws IllegalArgumentException if the name is not one of {@link #isName} or the size is
   *     negative
   */
  public Artifact {
    if (!isName(file)) {
      throw new IllegalArgumentException(
          "'" + file + "' cannot name a file of a trial: " + NAME_FORM);
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("file '" + file + "' has " + bytes + " bytes");
    }
  }

  /**
   * Whether a trial can hand over a file of this name: it names a file on every system, and leads
   * nowhere.
   *
   * @param name any text
   * @return true for {@link #NAME_FORM}, but for names of devices
   */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && FileNames.isPortable(name);
  }

  /**
   * The file that a line of the table tells of. No cell is ever quoted where a trial wrote the
   * line; one that came from a journal or a table may be anybody's.
   *
   * @return empty if no trial can have written the line
   */
  static Optional<Artifact> ofRow(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != TableSchema.ARTIFACTS.columns().size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Artifact(cells[0], Long.parseLong(cells[1]), cells[2]));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }
}
