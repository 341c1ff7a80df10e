package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.lab.store.Provenance;
import temper.lab.store.WholeFile;

/** Where the files of the user's own are that a config names. */
final class UserData {

  private UserData() {}

  /**
   * A folder of data, and what lies beside a config. That of a result lies apart from the files,
   * and its provenance says where they were.
   */
  static DataFolder besideConfig(DataFolder data, ResolvedStudy study) {
    if (study.file().isEmpty()) {
      return data;
    }
    Path file = study.file().get();
    Path folder = file.resolveSibling("");
    return data.besideConfig(folder, earlier(file.resolveSibling(Provenance.FILE)));
  }

  private static Map<String, Path> earlier(Path provenance) {
    Map<String, Path> found = new TreeMap<>();
    if (!Files.isRegularFile(provenance)) {
      return found;
    }
    try {
      Provenance.files(WholeFile.bytes(provenance))
          .forEach((file, used) -> found.put(file, provenance.resolveSibling(used.found())));
    } catch (IOException unreadable) {
      return found; // Then files are looked for as if they had never been found.
    }
    return found;
  }
}
