package temper.lab.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.FolderRegistration.Standing;
import temper.lab.report.ClaimRow;
import temper.lab.store.ArtifactCheck;
import temper.lab.store.ExperimentStore;
import temper.lab.store.FileTarget;
import temper.lab.store.FolderView;
import temper.lab.store.Notice;
import temper.lab.store.ResultFolder;
import temper.lab.store.TrialRecord;

/**
 * A study beside a result folder that is only looked at: no lock is taken and nothing in the folder
 * changes, so that it may lie on a file system that is read-only.
 *
 * @since 0.1
 */
public final class StudyView implements AutoCloseable {

  private final ResolvedStudy config;
  private final FolderView folder;
  private final TrialServices services;
  private final StudyPlans plans;
  private final FolderRegistration registration;
  private final Standing standing;
  private final List<String> changedCode;

  private StudyView(
      ResolvedStudy config, FolderView folder, RunSettings settings, boolean otherCode) {
    this.config = config;
    this.folder = folder;
    this.services = TrialServices.of(config, settings);
    this.plans = new StudyPlans(config, folder, settings);
    this.registration = new FolderRegistration(config, folder, plans);
    this.changedCode = otherCode ? registration.changedCode() : List.of();
    this.standing = otherCode ? Standing.SAME : registration.check();
  }

  /**
   * Looks at a result folder.
   *
   * @param config the study with its settings
   * @param path the result folder; one that does not exist is empty
   * @param settings how trials are run; whether to begin afresh does not count
   * @return the view, to be closed
   * @throws RegistrationChangedException if the folder holds results of another registration
   * @throws PlanException if a design cannot be planned
   * @throws java.util.concurrent.CancellationException if work is to stop
   * @throws temper.lab.store.StoreException if files cannot be read
   */
  public static StudyView open(ResolvedStudy config, Path path, RunSettings settings) {
    return open(config, path, settings, false);
  }

  /**
   * Looks at results that may have been made by other code than the one that is running, such as a
   * paper stands on: {@link #changedCode()} tells.
   *
   * @param config the study with its settings
   * @param path the result folder
   * @param settings how trials would be run; only where data sets are counts
   * @return the view, to be closed
   * @throws RegistrationChangedException if anything but code was registered otherwise
   * @throws PlanException if a design cannot be planned
   * @throws temper.lab.store.StoreException if files cannot be read
   */
  public static StudyView openOfAnyCode(ResolvedStudy config, Path path, RunSettings settings) {
    return open(config, path, settings, true);
  }

  private static StudyView open(
      ResolvedStudy config, Path path, RunSettings settings, boolean otherCode) {
    FolderView folder = FolderView.open(path);
    try {
      return new StudyView(config, folder, settings, otherCode);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  /**
   * The code that changed since the results were made.
   *
   * @return a line for each piece; empty unless results of any code were asked for
   */
  public List<String> changedCode() {
    return changedCode;
  }

  /**
   * The folder that is looked at.
   *
   * @return the folder, closed with this view
   */
  public ResultFolder folder() {
    return folder;
  }

  /**
   * What a run would do.
   *
   * @return one row for each experiment
   */
  public PlanSummary summary() {
    return plans.summary();
  }

  /**
   * The plans of all experiments that can be planned by now, those included that finished results
   * decide.
   *
   * @return plans in the order of the experiments
   */
  public List<ExperimentPlan<?>> plans() {
    return plans.all();
  }

  /**
   * Whether a trial is finished.
   *
   * @param plan plan of its experiment
   * @param index place in the plan
   * @return true if there is a record
   */
  public boolean finished(ExperimentPlan<?> plan, long index) {
    return plans.store(plan).contains(plan.id(index));
  }

  /**
   * The stored record of a trial.
   *
   * @param plan plan of its experiment
   * @param index place in the plan
   * @return the record; empty if the trial is not finished
   */
  public Optional<TrialRecord> stored(ExperimentPlan<?> plan, long index) {
    return plans.store(plan).read(plan.id(index));
  }

  /**
   * Runs a trial from its beginning; its record is not stored.
   *
   * @param alone whether no other trial runs
   * @return its record; empty if it ran out of memory beside others
   */
  Optional<TrialRecord> again(
      ExperimentPlan<?> plan, long index, TrialFiles files, Underway underway, boolean alone) {
    TrialRunner<?> runner = new TrialRunner<>(plan, services, underway);
    try {
      return Optional.of(runner.run(index, files));
    } catch (OutOfMemoryError full) {
      return alone ? Optional.of(runner.outOfMemory(index, full)) : Optional.empty();
    }
  }

  /**
   * Writes claims, figures and report, which follow from the tables alone, to a place elsewhere.
   *
   * @param target where they are written
   * @return the claims
   * @throws RegistrationChangedException if the code of the claims changed, and with it a claim
   */
  public List<ClaimRow> publish(FileTarget target) {
    config.experiments().forEach(plans::lacksData);
    return registration.publication(plans.skipped().keySet(), standing).publish(target).claims();
  }

  /**
   * Refuses a folder in which a live process writes.
   *
   * @throws temper.lab.store.LockedException if there is one
   */
  void requireSettled() {
    folder.requireSettled();
  }

  /** The trials of an experiment that were taken from tables without checksums. */
  Set<Long> unchecked(ExperimentPlan<?> plan) {
    return plans.store(plan).unchecked();
  }

  /** How many files of trials are not there, and how many should be; empty if none is missing. */
  Optional<String> absentFiles() {
    long present = 0;
    long absent = 0;
    for (ExperimentPlan<?> plan : plans.all()) {
      ArtifactCheck check = ArtifactCheck.of(plans.store(plan), plan);
      present += check.present();
      absent += check.absent();
    }
    return absent == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d files that trials handed over are not there; their checksums are verified with their trials, and `temper replay` with --files writes them again"
                .formatted(absent, present + absent));
  }

  /** Experiments that cannot be run here, each with its reason. */
  List<String> skippedLines() {
    List<String> lines = new ArrayList<>();
    plans.skipped().forEach((name, reason) -> lines.add(name + ": " + reason));
    return lines;
  }

  /** A line for each place where the folder is damaged or not what its trials give. */
  List<String> damage() {
    List<String> wrong = new ArrayList<>(damageOfTables());
    if (registration.claimsDiffer()) {
      wrong.add("claims.csv is not what the tables give; `temper report` writes it again");
    }
    return wrong;
  }

  /**
   * What is damaged or not what its trials give, claims and what follows from them left out.
   *
   * @return a line for each place in the folder
   */
  public List<String> damageOfTables() {
    List<String> wrong = new ArrayList<>();
    for (ExperimentPlan<?> plan : plans.all()) {
      ExperimentStore store = plans.store(plan);
      wrong.addAll(ArtifactCheck.of(store, plan).damaged());
      if (Tally.of(plan, store).all()) {
        for (String file : store.commit(plan, true)) {
          wrong.add(
              plan.experiment().name()
                  + "/"
                  + file
                  + " is not what its trials give; `temper run` writes it again");
        }
      }
    }
    KeptCode.damage(folder).ifPresent(wrong::add);
    folder.notices().stream().map(Notice::toString).forEach(wrong::add);
    return wrong;
  }

  @Override
  public void close() {
    folder.close();
  }
}
