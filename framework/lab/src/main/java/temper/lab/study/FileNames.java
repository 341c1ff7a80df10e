package temper.lab.study;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files that are the same on every system. What one of them refuses is refused on all, so
 * that results can be copied anywhere.
 *
 * @since 0.1
 */
public final class FileNames {

  private static final Pattern HYPHENATED = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

  /** Windows takes these for devices, in upper or lower case and whatever stands behind a dot. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9");

  private FileNames() {}

  /**
   * Whether a name is lower-case words joined by hyphens, as experiments, tables and plots have.
   *
   * @param name any text
   * @return false if it is empty or anything else than letters from a to z, digits and hyphens
   *     between them is in it; one that is true need not be {@link #isPortable}
   */
  public static boolean isHyphenated(String name) {
    return HYPHENATED.matcher(name).matches();
  }

  /**
   * Whether a name that is made of harmless characters can name a file on every system.
   *
   * @param name letters, digits and signs that are harmless by themselves
   * @return false if it is empty, ends in a dot or a space, which Windows drops, or names a device
   */
  public static boolean isPortable(String name) {
    if (name.isEmpty() || name.endsWith(".") || name.endsWith(" ")) {
      return false;
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).stripTrailing();
    return !DEVICES.contains(stem.toLowerCase(Locale.ROOT));
  }
}
