package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.FolderRegistration.Standing;
import temper.lab.report.Publication;
import temper.lab.report.Published;
import temper.lab.store.ExperimentStore;
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
  private final StudyPlans plans;
  private final FolderRegistration there;
  private final RunListener listener;
  private final Standing standing;
  private boolean registered;

  private Registrar(
      ResolvedStudy config,
      StudyFolder folder,
      StudyPlans plans,
      FolderRegistration there,
      Standing standing,
      RunListener listener) {
    this.config = config;
    this.folder = folder;
    this.plans = plans;
    this.there = there;
    this.standing = standing;
    this.listener = listener;
  }

  /**
   * Looks whether what is to be run can be registered, which {@link #register} then does.
   *
   * @param plans what the code and settings that are running would run
   * @param settings whether earlier results are put aside, and of which experiments
   * @throws RegistrationChangedException if results are there of another registration, or of none
   */
  static Registrar check(
      ResolvedStudy config,
      StudyFolder folder,
      StudyPlans plans,
      RunSettings settings,
      RunListener listener) {
    Set<String> aside = settings.fresh() ? aside(config, settings.only()) : Set.of();
    boolean all = settings.fresh() && settings.only().isEmpty();
    FolderRegistration there = new FolderRegistration(config, folder, plans, aside);
    Standing standing = all ? Standing.SAME : there.check();
    if (standing == Standing.CLAIM_CODE_CHANGED) {
      there.publication(aside, standing); // Before new trials add to what is decided.
    }
    setAside(folder, aside, all, listener);
    config.study().experiments().stream()
        .filter(one -> standing != Standing.SAME && !folder.holdsTrials(one.name()))
        .forEach(one -> folder.discardEmpty(one.name()));
    return new Registrar(config, folder, plans, there, standing, listener);
  }

  /** Registers what is to be run, once all that can be refused was looked at. */
  void register() {
    if (registered) {
      return;
    }
    registered = true;
    if (standing == Standing.REPLANNED) {
      tellReplanned();
    }
    folder.write(Registration.FILE, plans.registration().bytes());
    folder.write(STUDY_FILE, config.text().getBytes(StandardCharsets.UTF_8));
    config.code().ifPresent(code -> new KeptCode(code).write(folder));
  }

  /** Whether anything of this registration is written down. */
  boolean registered() {
    return registered;
  }

  private void tellReplanned() {
    long trials = 0;
    long kept = 0;
    for (ExperimentPlan<?> plan : plans.known().values()) {
      ExperimentStore store = plans.store(plan);
      for (long index = 0; index < plan.size(); index++) {
        trials++;
        kept += store.contains(plan.id(index)) ? 1 : 0;
      }
    }
    listener.notice(
        "the config asks for other trials than were registered: %d are to be run, all %d finished ones are kept"
            .formatted(trials - kept, kept));
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
    return there.publication(left, Standing.SAME).publish(folder);
  }

  /** The experiments to be put aside: those named with those that they decide, or all. */
  private static Set<String> aside(ResolvedStudy config, Set<String> only) {
    Set<String> aside = new LinkedHashSet<>();
    for (Experiment<?> experiment : config.study().experiments()) {
      if (only.isEmpty()
          || only.contains(experiment.name())
          || config.deciders(experiment).stream().anyMatch(aside::contains)) {
        aside.add(experiment.name());
      }
    }
    return aside;
  }

  /**
   * Puts everything aside that came of another registration. The registration goes last: a process
   * that is killed before finds its folder changed, not empty. Checkpoints go too, since a trial's
   * id does not tell the code that wrote them.
   *
   * @param all whether nothing stays; otherwise what the others found stays as it was registered
   */
  private static void setAside(
      StudyFolder folder, Set<String> aside, boolean all, RunListener listener) {
    for (String experiment : aside) {
      folder
          .setAsideExperiment(experiment)
          .forEach(path -> listener.notice("earlier results are put aside: " + path));
    }
    if (all) {
      WHOLE.forEach(folder::setAside);
      KeptCode.setAside(folder);
      folder.setAside(Registration.FILE);
    }
  }
}
