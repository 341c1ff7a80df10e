package temper.lab.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** The results that a paper stands on: those of every study that is known and makes claims. */
final class Results {

  private final Path folder;
  private final Map<String, StudyResults> studies = new LinkedHashMap<>();

  Results(Path folder, Registry<Study> known) {
    this.folder = folder;
    for (Study study : known.all()) {
      if (!study.claims().isEmpty()) {
        studies.put(study.name(), new StudyResults(folder, study));
      }
    }
  }

  /** A single result folder, of any study. */
  Results(Path folder, StudyResults only) {
    this.folder = folder;
    studies.put(only.name(), only);
  }

  /** The folder that holds a folder for each study. */
  Path folder() {
    return folder;
  }

  /** A study by name. */
  StudyResults study(String name) {
    StudyResults study = studies.get(name);
    if (study == null) {
      throw new Unresolved("there is no study '" + name + "'", name, studies.keySet());
    }
    return study;
  }

  List<String> names() {
    return List.copyOf(studies.keySet());
  }

  /** Whether a study has a folder of its own among the results. */
  boolean holds(String name) {
    return Files.isDirectory(folder.resolve(name));
  }
}
