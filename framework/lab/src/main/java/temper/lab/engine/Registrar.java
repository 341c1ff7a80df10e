package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.FolderRegistration.Standing;
import temper.lab.report.Publication;
import temper.lab.report.Published;
import temper.lab.store.StudyFolder;
import temper.lab.study.Experiment;

/** Holds a result folder to one registration: what is there and what is added belong together. */
final class Registrar {

  /** The name of the config that makes a result again. */
  static final String STUDY_FILE = "study.yaml";

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
          StudyFolder.HIDDEN + "/checkpoints");

  private final ResolvedStudy config;
  private final StudyFolder folder;
  private final Registration now;
  private final FolderRegistration there;
  private final Standing standing;

  private Registrar(
      ResolvedStudy config,
      StudyFolder folder,
      Registration now,
      FolderRegistration there,
      Standing standing) {
    this.config = config;
    this.folder = folder;
    this.now = now;
    this.there = there;
    this.standing = standing;
  }

  /**
   * Registers what is to be run.
   *
   * @param now the registration of the code and settings that are running
   * @param fresh whether earlier results are put aside
   * @throws RegistrationChangedException if results are there of another registration, or of none
   */
  static Registrar register(
      ResolvedStudy config,
      StudyFolder folder,
      Registration now,
      boolean fresh,
      RunListener listener) {
    if (fresh) {
      setAside(config, folder, listener);
    }
    FolderRegistration there = new FolderRegistration(config, folder, now);
    Registrar registrar = new Registrar(config, folder, now, there, there.check());
    if (registrar.standing == Standing.ONLY_PLANNED) {
      config.study().experiments().forEach(one -> folder.discardEmpty(one.name()));
    }
    if (registrar.standing != Standing.CLAIM_CODE_CHANGED) {
      registrar.write();
    }
    return registrar;
  }

  private void write() {
    folder.write(Registration.FILE, now.bytes());
    folder.write(STUDY_FILE, config.text().getBytes(StandardCharsets.UTF_8));
  }

  /** The registration, to be compared with. */
  FolderRegistration there() {
    return there;
  }

  /**
   * Writes claims, figures and report.
   *
   * @param left experiments whose tables do not count, since not all of their trials are whole
   */
  Published publish(Set<String> left) {
    Publication publication = there.publication(left, standing);
    if (standing == Standing.CLAIM_CODE_CHANGED) {
      write();
    }
    return publication.publish(folder);
  }

  /**
   * Puts everything aside that came of another registration. The registration goes last: a process
   * that is killed before finds its folder changed, not empty. Checkpoints go too, since a trial's
   * id does not tell the code that wrote them.
   */
  private static void setAside(ResolvedStudy config, StudyFolder folder, RunListener listener) {
    for (Experiment<?> experiment : config.study().experiments()) {
      folder
          .setAsideExperiment(experiment.name())
          .forEach(path -> listener.notice("earlier results are put aside: " + path));
    }
    WHOLE.forEach(folder::setAside);
    folder.setAside(Registration.FILE);
  }
}
