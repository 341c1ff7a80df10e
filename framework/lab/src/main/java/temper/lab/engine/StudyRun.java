package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import temper.lab.config.ConfigException;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.ClaimRow;
import temper.lab.report.Publication;
import temper.lab.report.Published;
import temper.lab.store.ExperimentStore;
import temper.lab.store.Layout;
import temper.lab.store.Merge;
import temper.lab.store.Outcome;
import temper.lab.store.Provenance;
import temper.lab.store.RelativePath;
import temper.lab.store.StudyFolder;
import temper.lab.study.Experiment;

/**
 * A study in a result folder: plans, registers, runs what is missing, and writes what follows from
 * the tables.
 *
 * <p>Running is resuming: trials that the folder holds are kept, all others are run, and the files
 * come out in the same bytes whether that takes one run or a hundred.
 *
 * @since 0.1
 */
public final class StudyRun implements AutoCloseable {

  /** What is told between two experiments. */
  private static final byte[] NOT_RUNNING = "{}".getBytes(StandardCharsets.US_ASCII);

  private final ResolvedStudy config;
  private final StudyFolder folder;
  private final RunSettings settings;
  private final RunListener listener;
  private final StudyPlans plans;
  private final Registrar registrar;
  private final Timings timings = new Timings();
  private final Instant started = Instant.now();
  private final Set<String> ranOf = new TreeSet<>();
  private final Set<String> keptOf = new TreeSet<>();
  private final Set<String> told = new HashSet<>();
  private long ran;
  private long kept;
  private Tally total = Tally.NONE;

  private StudyRun(
      ResolvedStudy config, StudyFolder folder, RunSettings settings, RunListener listener) {
    this.config = config;
    this.folder = folder;
    this.settings = settings;
    ProgressKeeper progress = new ProgressKeeper(listener, folder::beat);
    this.listener = progress;
    folder.tell(() -> progress.now().map(RunProgress::toJson).orElse(NOT_RUNNING));
    // Nothing is changed in the folder before everything that can be refused was looked at.
    this.plans = new StudyPlans(config, folder, settings);
    if (settings.fresh()) {
      plans.requireRunnableAfresh();
    }
    this.registrar = check();
  }

  /** What is wrong with the config itself is told even where its results are of another one. */
  private Registrar check() {
    try {
      return Registrar.check(config, folder, plans, settings, listener);
    } catch (RegistrationChangedException changed) {
      try {
        plans.requireRunnableAfresh();
      } catch (ConfigException wrong) {
        listener.notice(String.valueOf(changed.getMessage()));
        throw wrong;
      } catch (PlanException needsWhatIsNotHere) {
        throw changed;
      }
      throw changed;
    }
  }

  /**
   * Opens a result folder for a study and plans what can be planned. It is registered by the first
   * method that gets so far: where everything is refused, a folder that was not there is not there
   * afterwards.
   *
   * @param config the study with its settings
   * @param path the result folder; made if it does not exist
   * @param settings how to run
   * @param listener watches the run
   * @return the run, which holds the lock of the folder until it is closed
   * @throws temper.lab.store.LockedException if a live process holds the folder
   * @throws RegistrationChangedException if the folder holds results of another registration
   * @throws PlanException if a design cannot be planned, or is larger than the settings allow
   * @throws temper.lab.store.StoreException if files cannot be read or written
   */
  public static StudyRun open(
      ResolvedStudy config, Path path, RunSettings settings, RunListener listener) {
    StudyFolder folder = StudyFolder.open(path, String.join(" ", settings.command()));
    try {
      return new StudyRun(config, folder, settings, listener);
    } catch (RuntimeException failure) {
      folder.abandon();
      folder.close();
      throw failure;
    }
  }

  /**
   * What a run would do.
   *
   * @return one row for each experiment
   * @throws PlanException if a cell that is not finished names a data set that is missing
   * @throws temper.lab.config.ConfigException if its parameters do not fit one another
   */
  public PlanSummary summary() {
    PlanSummary summary = plans.summary();
    tellRemarks();
    registrar.register();
    return summary;
  }

  /**
   * Runs all missing trials of the shard, writes the tables and, when everything is there, claims,
   * figures and report.
   *
   * @return what came of it
   * @throws PlanException if a cell that is not finished names a data set that is missing; nothing
   *     was run then
   * @throws temper.lab.config.ConfigException if its parameters do not fit one another; nothing was
   *     run then
   * @throws temper.lab.store.StoreException if results cannot be written; what was finished is safe
   */
  public RunSummary run() {
    plans.requireRunnable();
    tellRemarks();
    registrar.register();
    try {
      for (Experiment<?> experiment : config.experiments()) {
        if (!settings.stop().raised() && !lacksData(experiment)) {
          runExperiment(experiment);
        }
      }
    } catch (CancellationException whilePlanningALaterExperiment) {
      listener.notice(String.valueOf(whilePlanningALaterExperiment.getMessage()));
    }
    boolean whole = settings.shard().whole() && !settings.stop().raised();
    Published published = new Published(List.of(), List.of());
    if (whole) {
      published = registrar.publish(plans.skipped().keySet());
    }
    writeProvenance();
    return new RunSummary(
        ran,
        kept,
        total.diverged(),
        total.failed(),
        whole,
        published.claims(),
        published.comparisons(),
        skippedLines());
  }

  /**
   * Says which command ran what. A run that was killed could not say so: the one that goes on
   * answers for the trials that it found.
   */
  private void writeProvenance() {
    Optional<byte[]> earlier = folder.read(Provenance.FILE);
    Set<String> answered = new TreeSet<>(keptOf);
    earlier.map(Provenance::experiments).ifPresent(answered::removeAll);
    answered.addAll(ranOf);
    if (!answered.isEmpty() || earlier.isEmpty()) {
      folder.write(Provenance.FILE, provenance().toJson(answered, usedFiles(), earlier));
      folder.write(Timings.FILE, timings.bytes(folder.read(Timings.FILE)));
    }
  }

  /** Skips an experiment whose data is missing, and tells what is wrong with what it has. */
  private boolean lacksData(Experiment<?> experiment) {
    boolean lacking = plans.lacksData(experiment);
    if (lacking && folder.holds(experiment.name())) {
      plans.of(experiment).ifPresent(plan -> tellNotices(plans.store(plan)));
    }
    return lacking;
  }

  /** Cells are checked again when their turn comes; each remark is told once. */
  private void tellRemarks() {
    plans.remarks().stream()
        .filter(told::add)
        .forEach(remark -> listener.notice("note: " + remark));
  }

  private void tellNotices(ExperimentStore store) {
    store.notices().forEach(notice -> listener.notice(notice.toString()));
  }

  /**
   * Writes claims, figures and report again, from the tables alone.
   *
   * @return the claims
   * @throws RegistrationChangedException if the code of the claims changed, and with it a claim
   */
  public List<ClaimRow> publish() {
    registrar.register();
    config.experiments().forEach(this::lacksData);
    return registrar.publish(plans.skipped().keySet()).claims();
  }

  private <P extends Record> void runExperiment(Experiment<P> experiment) {
    Optional<ExperimentPlan<P>> ready = plans.of(experiment);
    if (ready.isEmpty()) {
      plans.skip(
          experiment.name(),
          "it is decided by "
              + String.join(", ", config.deciders(experiment))
              + ", which is not complete");
      return;
    }
    ExperimentPlan<P> plan = ready.get();
    plans.requireRunnable(plan);
    tellRemarks();
    ExperimentStore store = plans.store(plan);
    tellNotices(store);
    runMissing(plan);
    Tally tally = Tally.of(plan, store);
    store.commit(plan, tally.all());
    total = total.plus(tally);
    if (tally.all()) {
      plans.completed(experiment.name());
    }
    listener.ends(experiment.name());
  }

  private <P extends Record> void runMissing(ExperimentPlan<P> plan) {
    MissingTrials<P> missing =
        new MissingTrials<>(
            plan,
            folder,
            plans.registration().code(plan.experiment().name()),
            TrialServices.of(config, settings),
            settings,
            listener,
            timings);
    try {
      long found = missing.run();
      kept += found;
      if (found > 0) {
        keptOf.add(plan.experiment().name());
      }
    } finally {
      ran += missing.ran();
      if (missing.ran() > 0) {
        ranOf.add(plan.experiment().name());
      }
    }
  }

  /**
   * Forgets all failed trials, so that the next run runs them again.
   *
   * @return their number
   */
  public long forgetFailed() {
    registrar.register();
    long forgotten = 0;
    for (ExperimentPlan<?> plan : plans.all()) {
      ExperimentStore store = plans.store(plan);
      for (long index = 0; index < plan.size(); index++) {
        long id = plan.id(index);
        if (store.contains(id) && store.outcome(id) == Outcome.FAILED) {
          store.forget(id);
          forgotten++;
        }
      }
    }
    return forgotten;
  }

  /** Takes the marks of unchecked trials away that gave the same bytes when they were run again. */
  void confirm(Map<String, Set<Long>> same) {
    registrar.register();
    for (ExperimentPlan<?> plan : plans.all()) {
      ExperimentStore store = plans.store(plan);
      store.confirm(same.getOrDefault(plan.experiment().name(), Set.of()));
      store.commit(plan, Tally.of(plan, store).all());
    }
    if (folder.read(Publication.CLAIMS).isPresent()) {
      publish(); // Claims tell what they stand on.
    }
  }

  /**
   * Takes over the trials of shards, those of experiments included that are decided by what is
   * complete once they are put together. Their registrations must be equal to this one.
   *
   * @param shards result folders; they are only read
   * @return number of trials that were taken over
   * @throws RegistrationChangedException if a registration differs
   * @throws temper.lab.store.StoreException if a shard cannot be read
   */
  public long merge(List<Path> shards) {
    registrar.there().requireSame(shards);
    registrar.register();
    Set<String> merged = new HashSet<>();
    long taken = 0;
    while (true) {
      plans.all(); // Plans what the trials that were taken over decide.
      List<ExperimentPlan<?>> next =
          plans.known().values().stream()
              .filter(plan -> merged.add(plan.experiment().name()))
              .toList();
      if (next.isEmpty()) {
        return taken;
      }
      List<Layout> layouts = next.stream().map(ExperimentPlan::layout).toList();
      taken += Merge.into(folder, shards, layouts).taken();
      next.forEach(this::commitWhole);
    }
  }

  /** Writes the tables of an experiment of which every trial is there: they may decide others. */
  private void commitWhole(ExperimentPlan<?> plan) {
    ExperimentStore store = plans.store(plan);
    if (Tally.of(plan, store).all()) {
      store.commit(plan, true);
    }
  }

  private Provenance provenance() {
    return Provenance.collect(
        String.join(" ", settings.command()),
        Hashes.sha256(config.text()),
        settings.workers(),
        started,
        Hashes.codeFolder());
  }

  /** The files of the user's own that are there, as they are found from the result folder. */
  private Map<String, Provenance.UsedFile> usedFiles() {
    Map<String, Provenance.UsedFile> used = new TreeMap<>();
    plans
        .files()
        .forEach(
            (file, checksum) ->
                settings
                    .data()
                    .findFile(file)
                    .ifPresent(
                        found ->
                            used.put(file, new Provenance.UsedFile(fromFolder(found), checksum))));
    return used;
  }

  private String fromFolder(Path file) {
    try {
      return RelativePath.between(folder.path(), file);
    } catch (IllegalArgumentException elsewhere) { // On another drive.
      return file.toAbsolutePath().normalize().toString();
    }
  }

  private List<String> skippedLines() {
    List<String> lines = new ArrayList<>();
    plans.skipped().forEach((name, reason) -> lines.add(name + ": " + reason));
    return lines;
  }

  @Override
  public void close() {
    if (!registrar.registered()) {
      folder.abandon();
    }
    folder.close();
  }
}
