package temper.lab.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.PlanException;
import temper.lab.engine.RegistrationChangedException;
import temper.lab.engine.RunSettings;
import temper.lab.engine.StudyView;
import temper.lab.report.Publication;
import temper.lab.store.FileTarget;
import temper.lab.store.ResultFolder;
import temper.lab.store.StoreException;

/**
 * Whether what a result folder says still follows from its trials: tables against their checksums,
 * claims, findings and figures against the tables, all of it against the registration.
 */
final class Freshness {

  private final Function<Path, ResolvedStudy> studies;
  private final RunSettings settings;

  /**
   * A check.
   *
   * @param studies the study of a result folder, as it was run
   * @param settings where data sets are
   */
  Freshness(Function<Path, ResolvedStudy> studies, RunSettings settings) {
    this.studies = studies;
    this.settings = settings;
  }

  /** A line for each reason why a folder is stale; none for one that is fresh. */
  List<String> problems(Path folder) {
    List<String> stale = new ArrayList<>();
    try (StudyView view = StudyView.open(studies.apply(folder), folder, settings)) {
      Compared compared = new Compared(view.folder());
      view.publish(compared);
      stale.addAll(view.damage());
      stale.addAll(compared.differing);
    } catch (RegistrationChangedException | PlanException | StoreException refused) {
      stale.add(String.valueOf(refused.getMessage()).strip());
    }
    return stale.stream().distinct().toList();
  }

  /** Writes nothing: compares what would be written with what is there. */
  private static final class Compared implements FileTarget {

    private final ResultFolder folder;
    private final List<String> differing = new ArrayList<>();

    Compared(ResultFolder folder) {
      this.folder = folder;
    }

    @Override
    public boolean write(String relativePath, byte[] content) {
      Optional<byte[]> there = folder.read(relativePath);
      boolean same = there.isPresent() && Arrays.equals(there.get(), content);
      if (!same && !relativePath.equals(Publication.REPORT)) {
        differing.add(
            relativePath
                + (there.isPresent() ? " is not what the tables give" : " is missing")
                + "; `temper report` writes it again");
      }
      return !same;
    }
  }
}
