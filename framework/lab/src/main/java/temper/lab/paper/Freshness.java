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

  /**
   * What was found of a folder.
   *
   * @param stale a line for each reason why it is stale
   * @param changedCode a line for each piece of code that changed since it was made, which alone
   *     makes no number wrong
   */
  record Found(List<String> stale, List<String> changedCode) {

    /** Copies the lists. */
    Found {
      stale = List.copyOf(stale);
      changedCode = List.copyOf(changedCode);
    }
  }

  /** Checks a folder. */
  Found of(Path folder) {
    List<String> stale = new ArrayList<>();
    List<String> changed = List.of();
    try (StudyView view = StudyView.openOfAnyCode(studies.apply(folder), folder, settings)) {
      changed = view.changedCode();
      Compared compared = new Compared(view.folder());
      view.publish(compared);
      stale.addAll(view.damageOfTables());
      stale.addAll(compared.differing);
    } catch (RegistrationChangedException refused) {
      stale.addAll(refused.differences());
    } catch (PlanException | StoreException unreadable) {
      stale.add(String.valueOf(unreadable.getMessage()).strip());
    }
    return new Found(stale.stream().distinct().toList(), changed);
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
