package temper.lab.store;

import java.nio.file.Path;

/**
 * Paths as configs, results and pages write them: relative, with slashes on every system.
 *
 * @since 0.3
 */
public final class RelativePath {

  private RelativePath() {}

  /**
   * The path from a folder to a file or folder. Only the separator of the system becomes a slash:
   * elsewhere a backslash is a letter of a name like others.
   *
   * @param from a folder
   * @param to where the path leads
   * @return such as {@code ../data/table.csv}
   * @throws IllegalArgumentException if none leads there, as from one drive to another
   */
  public static String between(Path from, Path to) {
    Path way = from.toAbsolutePath().normalize().relativize(to.toAbsolutePath().normalize());
    return way.toString().replace(way.getFileSystem().getSeparator(), "/");
  }
}
