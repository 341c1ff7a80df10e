package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Names of files that are written before they take the place of others. They lie in a folder of
 * their own on the same file system, so that what a killed process left there is known to be ours,
 * and nothing else is ever deleted.
 */
final class Temporaries {

  private final Path folder;
  private final AtomicLong number = new AtomicLong();

  Temporaries(Path folder) {
    this.folder = folder;
  }

  /** Names a file that is not there yet. */
  Path next() {
    return folder.resolve(Long.toString(number.incrementAndGet()));
  }

  /** Deletes what an earlier process left, and makes the folder. */
  void clear(Disk disk) throws IOException {
    disk.createDirectories(folder);
    List<Path> left;
    try (Stream<Path> files = Files.list(folder)) {
      left = files.toList();
    }
    for (Path file : left) {
      disk.delete(file);
    }
  }
}
