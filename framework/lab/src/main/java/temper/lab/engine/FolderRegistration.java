package temper.lab.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.ClaimRow;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.StoreException;
import temper.lab.store.StudyFolder;
import temper.lab.study.Experiment;

/** Holds a result folder to one registration: what is there and what is added belong together. */
final class FolderRegistration {

  /** The name of the config that makes a result again. */
  static final String STUDY_FILE = "study.yaml";

  private static final String CHECKPOINTS = ".temper/checkpoints";

  /** What belongs to the registration and not to a single experiment. */
  private static final List<String> WHOLE =
      List.of(
          STUDY_FILE,
          Publication.CLAIMS,
          "findings.csv",
          "comparisons.csv",
          "importance.csv",
          "figures",
          Publication.REPORT,
          CHECKPOINTS);

  private final ResolvedStudy config;
  private final StudyFolder folder;
  private final RunListener listener;
  private Registration registration = new Registration("");
  private boolean claimCodeChanged;

  FolderRegistration(ResolvedStudy config, StudyFolder folder, RunListener listener) {
    this.config = config;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Registers what is to be run.
   *
   * @param now the registration of the code and settings that are running
   * @param fresh whether earlier results are put aside
   * @throws RegistrationChangedException if results are there of another registration, or of none
   */
  void register(Registration now, boolean fresh) {
    registration = now;
    if (fresh) {
      setAside();
    } else {
      check(folder.read(Registration.FILE));
    }
    if (!claimCodeChanged) {
      write();
    }
  }

  private void check(Optional<byte[]> then) {
    if (then.isEmpty()) {
      if (config.study().experiments().stream().anyMatch(one -> folder.holds(one.name()))) {
        throw new RegistrationChangedException(
            folder.path(), List.of(Registration.FILE + " is gone"));
      }
      return;
    }
    List<String> differences =
        registration.differencesFrom(
            new Registration(new String(then.get(), StandardCharsets.UTF_8)));
    // Rewriting how claims are computed is no new claim as long as every number stays: see
    // publish().
    claimCodeChanged = differences.equals(List.of(Registration.CLAIM_CODE_CHANGED));
    if (!differences.isEmpty() && !claimCodeChanged) {
      List<Experiment<?>> experiments = config.study().experiments();
      if (experiments.stream().anyMatch(one -> folder.holdsTrials(one.name()))) {
        throw new RegistrationChangedException(folder.path(), differences);
      }
      // What was only planned can be planned anew.
      experiments.forEach(one -> folder.discardEmpty(one.name()));
    }
  }

  private void write() {
    folder.write(Registration.FILE, registration.bytes());
    folder.write(STUDY_FILE, config.text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Refuses shards that ran under another registration.
   *
   * @throws RegistrationChangedException if one did
   * @throws StoreException if one has no registration
   */
  void requireSame(List<Path> shards) {
    for (Path shard : shards) {
      String text;
      try {
        text = Files.readString(shard.resolve(Registration.FILE));
      } catch (IOException unreadable) {
        throw new StoreException(shard + " has no readable " + Registration.FILE, unreadable);
      }
      List<String> differences = registration.differencesFrom(new Registration(text));
      if (!differences.isEmpty()) {
        throw RegistrationChangedException.notMerged(folder.path(), shard, differences);
      }
    }
  }

  /** Whether there are claims that are not what the tables give. */
  boolean claimsDiffer() {
    return new Publication(config, CsvTables.of(folder.path())).changesClaims(folder);
  }

  /**
   * Writes claims, figures and report.
   *
   * @param left experiments whose tables do not count, since not all of their trials are whole
   */
  List<ClaimRow> publish(Set<String> left) {
    CsvTables all = CsvTables.of(folder.path());
    List<String> whole = all.experiments().stream().filter(name -> !left.contains(name)).toList();
    Publication publication = new Publication(config, all.only(whole));
    if (claimCodeChanged) {
      if (folder.read(Publication.CLAIMS).isEmpty() || publication.changesClaims(folder)) {
        throw new RegistrationChangedException(
            folder.path(), List.of(Registration.CLAIM_CODE_CHANGED + ", and with it the claims"));
      }
      write();
    }
    return publication.publish(folder);
  }

  /**
   * Puts everything aside that came of another registration. The registration goes last: a process
   * that is killed before finds its folder changed, not empty. Checkpoints go too, since a trial's
   * id does not tell the code that wrote them.
   */
  private void setAside() {
    for (Experiment<?> experiment : config.study().experiments()) {
      folder
          .setAsideExperiment(experiment.name())
          .forEach(path -> listener.notice("earlier results are put aside: " + path));
    }
    WHOLE.forEach(folder::setAside);
    folder.setAside(Registration.FILE);
  }
}
