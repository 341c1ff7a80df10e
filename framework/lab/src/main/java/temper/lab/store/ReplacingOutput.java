package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * New content of a file. As long as it equals the old content, nothing is written: the old file is
 * read along and compared. At the first difference a temporary file is begun with what was equal;
 * {@link #commit()} forces it to the disk and puts it in the place of the old one. So a file is
 * replaced as a whole or not at all, and one that would not change is not touched.
 */
final class ReplacingOutput implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path temporary;
  private final Disk disk;
  private final Consumer<Notice> notices;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] old = new byte[BUFFER];
  private int buffered;
  private long equal;
  private @Nullable InputStream existing;
  private Disk.@Nullable Output output;

  ReplacingOutput(Path file, Path temporary, Disk disk, Consumer<Notice> notices)
      throws IOException {
    this.file = file;
    this.temporary = temporary;
    this.disk = disk;
    this.notices = notices;
    this.existing = Files.exists(file) ? Files.newInputStream(file) : null;
  }

  void write(CsvLine line) throws IOException {
    write(line.bytes(), 0, line.length());
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > BUFFER - buffered) {
      flush();
    }
    if (length > BUFFER) {
      for (int done = 0; done < length; done += BUFFER) {
        pass(bytes, offset + done, Math.min(BUFFER, length - done));
      }
      return;
    }
    System.arraycopy(bytes, offset, buffer, buffered, length);
    buffered += length;
  }

  /**
   * Puts the new content in the place of the old.
   *
   * @return whether the file changed
   */
  boolean commit() throws IOException {
    flush();
    if (output == null) {
      if (existing != null && existing.read() < 0) {
        return false;
      }
      diverge();
    }
    Disk.Output written = java.util.Objects.requireNonNull(output);
    written.force();
    written.close();
    output = null;
    try {
      disk.renameAtomically(temporary, file);
    } catch (AtomicMoveNotSupportedException e) {
      notices.accept(
          new Notice(
              file.toString(),
              0,
              "this file system cannot replace a file in one step: do not cut the power while"
                  + " results are written"));
      disk.rename(temporary, file);
    }
    return true;
  }

  /** Drops the new content unless it was committed. */
  @Override
  public void close() throws IOException {
    if (existing != null) {
      existing.close();
    }
    if (output != null) {
      output.close();
      output = null;
      disk.delete(temporary);
    }
  }

  private void flush() throws IOException {
    pass(buffer, 0, buffered);
    buffered = 0;
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    if (output == null) {
      if (existing != null) {
        int read = existing.readNBytes(old, 0, length);
        if (read == length && Arrays.equals(old, 0, read, bytes, offset, offset + length)) {
          equal += length;
          return;
        }
      }
      diverge();
    }
    java.util.Objects.requireNonNull(output).write(bytes, offset, length);
  }

  /** Begins the temporary file with what was equal. */
  private void diverge() throws IOException {
    Disk.Output begun = disk.create(temporary);
    output = begun;
    if (existing != null) {
      existing.close();
      existing = null;
      try (InputStream again = Files.newInputStream(file)) {
        long left = equal;
        while (left > 0) {
          int read = again.readNBytes(old, 0, (int) Math.min(BUFFER, left));
          if (read == 0) {
            throw new IOException(file + " was changed by somebody else");
          }
          begun.write(old, 0, read);
          left -= read;
        }
      }
    }
  }
}
