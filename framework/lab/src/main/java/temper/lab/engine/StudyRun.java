package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.ClaimRow;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.ExperimentStore;
import temper.lab.store.Merge;
import temper.lab.store.Notice;
import temper.lab.store.Outcome;
import temper.lab.store.Provenance;
import temper.lab.store.StudyFolder;
import temper.lab.store.TrialRecord;
import temper.lab.study.Experiment;
import temper.lab.study.Tables;
import temper.random.StreamRoot;

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

  /** The name of the config that makes a result again. */
  static final String STUDY_FILE = "study.yaml";

  private final ResolvedStudy config;
  private final StudyFolder folder;
  private final RunSettings settings;
  private final RunListener listener;
  private final TrialServices services;
  private final Map<String, ExperimentPlan<?>> plans = new LinkedHashMap<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final Set<String> complete = new LinkedHashSet<>();
  private long failed;
  private Registration registration = new Registration("");
  private boolean claimCodeChanged;
  private final Timings timings = new Timings();
  private final Instant started = Instant.now();
  private long ran;
  private long kept;
  private long diverged;

  private StudyRun(
      ResolvedStudy config, StudyFolder folder, RunSettings settings, RunListener listener) {
    this.config = config;
    this.folder = folder;
    this.settings = settings;
    this.listener = listener;
    this.services =
        new TrialServices(
            new StreamRoot(config.rootName()), settings.data()::open, settings.stop());
  }

  /**
   * Opens a result folder for a study, plans what can be planned and registers it.
   *
   * @param config the study with its settings
   * @param path the result folder; made if it does not exist
   * @param settings how to run
   * @param listener watches the run
   * @return the run, which holds the lock of the folder until it is closed
   * @throws temper.lab.store.LockedException if a live process holds the folder
   * @throws RegistrationChangedException if the folder holds results of another registration
   * @throws temper.lab.store.StoreException if files cannot be read or written
   */
  public static StudyRun open(
      ResolvedStudy config, Path path, RunSettings settings, RunListener listener) {
    StudyFolder folder = StudyFolder.open(path, String.join(" ", settings.command()));
    try {
      StudyRun run = new StudyRun(config, folder, settings, listener);
      run.planAll();
      run.register();
      return run;
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private void planAll() {
    for (Experiment<?> experiment : config.experiments()) {
      for (String dataset : experiment.datasets()) {
        settings
            .data()
            .problem(dataset)
            .ifPresent(
                problem -> {
                  // Results name the data set only: where a user keeps data is no part of them.
                  skipped.put(experiment.name(), "needs data set " + dataset);
                  listener.notice(experiment.name() + " is skipped: " + problem);
                });
      }
      // The plan does not depend on what is on this machine: what is registered must not either.
      if (experiment.decidedBy().isEmpty()) {
        plans.put(experiment.name(), plan(experiment, NoTables.INSTANCE));
      }
    }
  }

  private <P extends Record> ExperimentPlan<P> plan(Experiment<P> experiment, Tables earlier) {
    return ExperimentPlan.of(experiment, config.design(experiment, earlier), config.parameters());
  }

  private void register() {
    registration = Registrations.of(config, plans);
    Optional<byte[]> then = folder.read(Registration.FILE);
    if (then.isPresent() && !settings.fresh()) {
      Registration earlier = new Registration(new String(then.get(), StandardCharsets.UTF_8));
      List<String> differences = registration.differencesFrom(earlier);
      if (differences.equals(List.of(Registration.CLAIM_CODE_CHANGED))) {
        // Rewriting how claims are computed is no new claim as long as every number stays: see
        // publish().
        claimCodeChanged = true;
        return;
      }
      if (!differences.isEmpty()) {
        throw new RegistrationChangedException(folder.path(), differences);
      }
    }
    if (settings.fresh()) {
      setAside();
    }
    writeRegistration();
  }

  private void writeRegistration() {
    folder.write(Registration.FILE, registration.bytes());
    folder.write(STUDY_FILE, config.text().getBytes(StandardCharsets.UTF_8));
  }

  private List<ClaimRow> publish() {
    Publication publication = new Publication(config, CsvTables.of(folder.path()), skipped);
    if (claimCodeChanged) {
      if (publication.changesClaims(folder)) {
        throw new RegistrationChangedException(
            folder.path(), List.of(Registration.CLAIM_CODE_CHANGED + ", and with it the claims"));
      }
      writeRegistration();
    }
    return publication.publish(folder);
  }

  private void setAside() {
    for (Experiment<?> experiment : config.study().experiments()) {
      folder
          .setAsideExperiment(experiment.name())
          .forEach(path -> listener.notice("earlier results are put aside: " + path));
    }
  }

  /**
   * What a run would do.
   *
   * @return one row for each experiment
   */
  public PlanSummary summary() {
    return Forecast.of(config, plans, skipped, settings, folder);
  }

  /**
   * Runs all missing trials of the shard, writes the tables and, when everything is there, claims,
   * figures and report.
   *
   * @return what came of it
   * @throws temper.lab.store.StoreException if results cannot be written; what was finished is safe
   */
  public RunSummary run() {
    for (Experiment<?> experiment : config.experiments()) {
      if (!settings.stop().raised() && !skipped.containsKey(experiment.name())) {
        runExperiment(experiment);
      }
    }
    boolean whole = settings.shard().whole() && !settings.stop().raised();
    List<ClaimRow> claims = List.of();
    if (whole) {
      claims = publish();
    }
    if (ran > 0) {
      folder.write(Provenance.FILE, provenance().toJson());
      folder.write(Timings.FILE, timings.bytes(folder.read(Timings.FILE)));
    }
    return new RunSummary(ran, kept, diverged, failed, whole, claims, skippedLines());
  }

  private <P extends Record> void runExperiment(Experiment<P> experiment) {
    Optional<ExperimentPlan<P>> ready = planOf(experiment);
    if (ready.isEmpty()) {
      skipped.put(
          experiment.name(),
          "it is decided by "
              + String.join(", ", experiment.decidedBy())
              + ", which is not complete");
      return;
    }
    ExperimentPlan<P> plan = ready.get();
    ExperimentStore store = folder.experiment(plan.layout());
    store.notices().forEach(notice -> listener.notice(notice.toString()));
    runMissing(plan, store);
    boolean all = count(plan, store);
    store.commit(plan, all);
    if (all) {
      complete.add(experiment.name());
    }
    listener.ends(experiment.name());
  }

  /**
   * The plan of an experiment, made now if it is decided by experiments that are complete by now.
   */
  private <P extends Record> Optional<ExperimentPlan<P>> planOf(Experiment<P> experiment) {
    @SuppressWarnings("unchecked") // plans maps an experiment's name to its own plan.
    ExperimentPlan<P> known = (ExperimentPlan<P>) plans.get(experiment.name());
    if (known != null) {
      return Optional.of(known);
    }
    if (!complete.containsAll(experiment.decidedBy())) {
      return Optional.empty();
    }
    ExperimentPlan<P> plan =
        plan(experiment, CsvTables.of(folder.path()).only(experiment.decidedBy()));
    plans.put(experiment.name(), plan);
    return Optional.of(plan);
  }

  private <P extends Record> void runMissing(ExperimentPlan<P> plan, ExperimentStore store) {
    Shard shard = settings.shard();
    long mine = 0;
    long done = 0;
    for (long index = 0; index < plan.size(); index++) {
      if (shard.contains(index)) {
        mine++;
        done += store.contains(plan.id(index)) ? 1 : 0;
      }
    }
    kept += done;
    listener.begins(plan.experiment().name(), mine, done);
    if (done == mine) {
      return;
    }
    TrialRunner<P> runner = new TrialRunner<>(plan, services);
    LongAdder finished = new LongAdder();
    try {
      new TrialExecutor(settings.workers(), settings.stop())
          .run(
              plan.size(),
              index -> shard.contains(index) && !store.contains(plan.id(index)),
              index -> {
                StoredCheckpoint checkpoint =
                    new StoredCheckpoint(folder.checkpoints(), plan.id(index));
                TrialRecord record = runner.run(index, checkpoint);
                store.append(record);
                checkpoint.finish();
                finished.increment();
                timings.add(plan.experiment().name(), record.nanos());
                listener.finished(record.outcome(), record.nanos());
              });
    } finally {
      ran += finished.sum();
    }
    store.sync();
  }

  private boolean count(ExperimentPlan<?> plan, ExperimentStore store) {
    boolean all = true;
    for (long index = 0; index < plan.size(); index++) {
      long id = plan.id(index);
      if (!store.contains(id)) {
        all = false;
      } else if (store.outcome(id) == Outcome.DIVERGED) {
        diverged++;
      } else if (store.outcome(id) == Outcome.FAILED) {
        failed++;
      }
    }
    return all;
  }

  /**
   * The plans of all experiments that can be planned by now, those included that finished results
   * decide.
   *
   * @return plans in the order of the experiments
   */
  public List<ExperimentPlan<?>> allPlans() {
    List<ExperimentPlan<?>> out = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      if (!skipped.containsKey(experiment.name())) {
        planOf(experiment)
            .ifPresent(
                plan -> {
                  out.add(plan);
                  if (count(plan, folder.experiment(plan.layout()))) {
                    complete.add(experiment.name());
                  }
                });
      }
    }
    return out;
  }

  /**
   * The stored record of a trial.
   *
   * @param plan plan of its experiment
   * @param index place in the plan
   * @return the record; empty if the trial is not finished
   */
  public Optional<TrialRecord> stored(ExperimentPlan<?> plan, long index) {
    return folder.experiment(plan.layout()).read(plan.id(index));
  }

  /**
   * What was found damaged when results were read.
   *
   * @return one line for each place, with file and line
   */
  public List<String> damage() {
    return folder.notices().stream().map(Notice::toString).toList();
  }

  /**
   * Whether a trial is finished.
   *
   * @param plan plan of its experiment
   * @param index place in the plan
   * @return true if there is a record
   */
  public boolean finished(ExperimentPlan<?> plan, long index) {
    return folder.experiment(plan.layout()).contains(plan.id(index));
  }

  /**
   * Runs a trial from its beginning and stores nothing.
   *
   * @param plan plan of its experiment
   * @param index place in the plan
   * @return what it wrote
   */
  public TrialRecord again(ExperimentPlan<?> plan, long index) {
    return new TrialRunner<>(plan, services).run(index, CheckpointSlot.NONE);
  }

  /**
   * Forgets all failed trials, so that the next run runs them again.
   *
   * @return their number
   */
  public long forgetFailed() {
    long forgotten = 0;
    for (ExperimentPlan<?> plan : allPlans()) {
      ExperimentStore store = folder.experiment(plan.layout());
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

  /**
   * Takes over the trials of shards. Their registrations must be equal to this one.
   *
   * @param shards result folders; they are only read
   * @return number of trials that were taken over
   * @throws temper.lab.store.StoreException if a registration differs
   */
  public long merge(List<Path> shards) {
    return Merge.into(folder, shards, plans.values().stream().map(ExperimentPlan::layout).toList())
        .taken();
  }

  private Provenance provenance() {
    return Provenance.collect(
        String.join(" ", settings.command()),
        Hashes.sha256(config.text()),
        settings.workers(),
        started,
        Hashes.codeFolder());
  }

  private List<String> skippedLines() {
    List<String> lines = new ArrayList<>();
    skipped.forEach((name, reason) -> lines.add(name + ": " + reason));
    return lines;
  }

  @Override
  public void close() {
    folder.close();
  }
}
