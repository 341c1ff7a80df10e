package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The file operations that change something, few enough to be made to fail one by one in tests. */
interface Disk {

  /** A file open for writing at its end. */
  interface Output extends Closeable {

    /**
     * Writes all bytes; after an error some of them may be in the file.
     *
     * @param bytes holds the bytes
     * @param offset where they begin
     * @param length how many there are
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Returns when all that was written survives a loss of power. */
    void force() throws IOException;

    /**
     * Cuts the file to a length and goes on writing there.
     *
     * @param length number of bytes that stay
     */
    void truncate(long length) throws IOException;
  }

  /** Whether nothing ever changes on this disk. */
  default boolean isUntouched() {
    return false;
  }

  /** Makes a folder and those above it, unless they are there. */
  void createDirectories(Path folder) throws IOException;

  /** Opens a file at its end, and creates it if there is none. */
  Output append(Path file) throws IOException;

  /** Creates a file or empties it. */
  Output create(Path file) throws IOException;

  /**
   * Puts a file in the place of another, so that nobody ever sees anything between.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException where the file system cannot
   */
  void renameAtomically(Path from, Path to) throws IOException;

  /** Puts a file in the place of another, as well as the file system can. */
  void rename(Path from, Path to) throws IOException;

  /** Makes names in a folder survive a loss of power. */
  void forceDirectory(Path folder) throws IOException;

  /** Deletes a file if it exists. */
  void delete(Path file) throws IOException;
}
