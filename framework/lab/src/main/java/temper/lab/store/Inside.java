package temper.lab.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** Paths of a result folder, none of which leads out of it. */
final class Inside {

  private Inside() {}

  /** The path of a folder that other paths can be told to lie in. */
  static Path folder(Path given) {
    // The working folder itself has an empty normal form, in which no path lies.
    return given.normalize().toString().isEmpty() ? given.toAbsolutePath().normalize() : given;
  }

  /** The path of a file of the folder. */
  static Path of(Path folder, String relativePath) {
    Path file = folder.resolve(relativePath).normalize();
    if (relativePath.isEmpty()
        || Path.of(relativePath).isAbsolute()
        || !file.startsWith(folder.normalize())
        || file.equals(folder.normalize())) {
      throw new IllegalArgumentException("'" + relativePath + "' leads out of " + folder);
    }
    return file;
  }

  /** Refuses a folder of results that is a link: two could be one, with two locks. */
  static void refuseLink(Path folder) {
    if (Files.isSymbolicLink(folder)) {
      throw new StoreException(
          folder + " is a symbolic link; put the folder itself in its place, or run with --out");
    }
  }

  /** The path of what is not a result. */
  static Path hidden(Path folder) {
    return folder.resolve(ResultFolder.HIDDEN);
  }

  /** The path of the journal of an experiment. */
  static Path journal(Path folder, String experiment) {
    return hidden(folder).resolve(journalName(experiment));
  }

  static String journalName(String experiment) {
    return "journal-" + experiment + ".log";
  }
}
