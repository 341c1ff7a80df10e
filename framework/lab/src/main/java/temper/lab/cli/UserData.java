package temper.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import temper.data.PublishedDataset;
import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.lab.store.Provenance;
import temper.lab.store.WholeFile;
import temper.plugin.Plugin;

/** Where data lie: those of a folder, and files of the user's own that a config names. */
final class UserData {

  private UserData() {}

  /**
   * The data sets of a folder, those of a user's own Java file among them.
   *
   * @param data the folder that is named, if one is
   * @param own what the file declares
   */
  static DataFolder folder(@Nullable Path data, List<? extends Plugin> own) {
    DataFolder folder =
        data == null ? DataFolder.ofEnvironment(System.getenv()) : DataFolder.of(data);
    return folder.with(
        own.stream()
            .filter(PublishedDataset.class::isInstance)
            .map(PublishedDataset.class::cast)
            .toList());
  }

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
