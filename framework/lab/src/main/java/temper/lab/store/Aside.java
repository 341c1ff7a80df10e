package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Renames what is in the way. Nothing that may hold results is ever deleted. */
final class Aside {

  private Aside() {}

  /** Renames a file or folder to the first free name; returns empty if there is none. */
  static Optional<Path> move(Path file, Disk disk) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    int number = 1;
    Path free = file;
    while (Files.exists(free)) {
      free = file.resolveSibling(file.getFileName() + ResultFolder.SET_ASIDE + number++);
    }
    disk.rename(file, free);
    return Optional.of(free);
  }

  /** Renames a file, if there is one, and says why; where nothing may change it is only told. */
  static void move(Path file, long line, String why, Disk disk, Consumer<Notice> notices)
      throws IOException {
    Optional<Path> moved = move(file, disk);
    if (moved.isPresent()) {
      String fate = disk.isUntouched() ? "left out" : "renamed to " + moved.get().getFileName();
      notices.accept(new Notice(file.toString(), line, why + "; " + fate));
    }
  }
}
