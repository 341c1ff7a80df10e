package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A folder elsewhere into which files are written that follow from results. It is no result folder
 * and is not locked.
 *
 * @since 0.1
 */
public final class OutputFolder implements FileTarget, AutoCloseable {

  private final Path temporary;
  private final FileWriter writer;

  private OutputFolder(Path temporary, FileWriter writer) {
    this.temporary = temporary;
    this.writer = writer;
  }

  /**
   * Opens a folder for writing, and creates it if there is none.
   *
   * @param folder the folder
   * @param notices hears what the user should know
   * @return the folder, to be closed
   * @throws StoreException if nothing can be written there
   */
  public static OutputFolder open(Path folder, Consumer<Notice> notices) {
    Path path = Inside.folder(folder);
    try {
      Files.createDirectories(path);
      Path temporary = Files.createTempDirectory(path, ".temper-new-");
      return new OutputFolder(
          temporary, new FileWriter(path, new Temporaries(temporary), LocalDisk.INSTANCE, notices));
    } catch (IOException e) {
      throw StoreException.of("cannot write to", path, e);
    }
  }

  @Override
  public boolean write(String relativePath, byte[] content) {
    return writer.write(relativePath, content);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw StoreException.of("cannot delete", temporary, e);
    }
  }
}
