package temper.lab.store;

/**
 * Where files are written that follow from results: the result folder, or a folder elsewhere.
 *
 * @since 0.1
 */
public interface FileTarget {

  /**
   * Writes a file as a whole, and not at all if it would not change.
   *
   * @param relativePath path within the target, with {@code /}
   * @param content the whole content
   * @return whether the file changed
   * @throws IllegalArgumentException if the path leads out of the target
   * @throws StoreException if it cannot be written; the old content is then still there
   */
  boolean write(String relativePath, byte[] content);
}
