package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes folders so that they survive a loss of power, as what is later forced in them must. */
final class Folders {

  private Folders() {}

  /**
   * Makes a folder and those above it, unless they are there.
   *
   * @return those that were made, the innermost first
   */
  static List<Path> make(Path folder, Disk disk) throws IOException {
    List<Path> made = new ArrayList<>();
    List<Path> parents = new ArrayList<>();
    for (Path at = folder.toAbsolutePath(); at != null && !Files.exists(at); ) {
      made.add(at);
      at = at.getParent();
      if (at != null) {
        parents.add(at);
      }
    }
    disk.createDirectories(folder);
    for (Path parent : parents) {
      disk.forceDirectory(parent); // The name of a folder lies in the one above it.
    }
    return made;
  }
}
