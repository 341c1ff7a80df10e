package temper.lab.engine;

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

  private final ResolvedStudy config;
  private final StudyFolder folder;
  private final RunSettings settings;
  private final RunListener listener;
  private final TrialServices services;
  private final Map<String, ExperimentPlan<?>> plans = new LinkedHashMap<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final Set<String> complete = new LinkedHashSet<>();
  private final Timings timings = new Timings();
  private final Instant started = Instant.now();
  private final FolderRegistration registration;
  private long ran;
  private long kept;
  private Tally total = Tally.NONE;

  private StudyRun(
      ResolvedStudy config, StudyFolder folder, RunSettings settings, RunListener listener) {
    this.config = config;
    this.folder = folder;
    this.settings = settings;
    this.listener = listener;
    this.services =
        new TrialServices(
            new StreamRoot(config.rootName()), settings.data()::open, settings.stop());
    this.registration = new FolderRegistration(config, folder, listener);
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
   * @throws PlanException if a design cannot be planned, or is larger than the settings allow
   * @throws temper.lab.store.StoreException if files cannot be read or written
   */
  public static StudyRun open(
      ResolvedStudy config, Path path, RunSettings settings, RunListener listener) {
    StudyFolder folder = StudyFolder.open(path, String.join(" ", settings.command()));
    try { // Nothing is changed in the folder before everything that can be refused was looked at.
      StudyRun run = new StudyRun(config, folder, settings, listener);
      run.planAll();
      run.refuseTooMany();
      run.registration.register(Registrations.of(config, run.plans), settings.fresh());
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
            .ifPresent(problem -> skipped.put(experiment.name(), problem));
      }
      // The plan does not depend on what is on this machine: what is registered must not either.
      if (experiment.decidedBy().isEmpty()) {
        plans.put(experiment.name(), plan(experiment, NoTables.INSTANCE));
      }
    }
  }

  private void refuseTooMany() {
    long trials = plans.values().stream().mapToLong(ExperimentPlan::size).sum();
    if (trials > settings.mostTrials()) {
      throw new PlanException(
          "this would run "
              + trials
              + " trials. Look at it with `temper plan`, then run it with --yes.");
    }
  }

  private <P extends Record> ExperimentPlan<P> plan(Experiment<P> experiment, Tables earlier) {
    return ExperimentPlan.of(experiment, config.design(experiment, earlier), config.parameters());
  }

  /**
   * What a run would do.
   *
   * @return one row for each experiment
   * @throws PlanException if a cell that is not finished names a data set that is missing
   */
  public PlanSummary summary() {
    allPlans().forEach(this::requireData);
    return Forecast.of(config, plans, skipped, settings, folder);
  }

  /**
   * Runs all missing trials of the shard, writes the tables and, when everything is there, claims,
   * figures and report.
   *
   * @return what came of it
   * @throws PlanException if a cell that is not finished names a data set that is missing; nothing
   *     was run then
   * @throws temper.lab.store.StoreException if results cannot be written; what was finished is safe
   */
  public RunSummary run() {
    plans.values().forEach(this::requireData);
    for (Experiment<?> experiment : config.experiments()) {
      if (!settings.stop().raised() && !lacksData(experiment)) {
        runExperiment(experiment);
      }
    }
    boolean whole = settings.shard().whole() && !settings.stop().raised();
    List<ClaimRow> claims = List.of();
    if (whole) {
      claims = registration.publish(skipped.keySet());
    }
    if (ran > 0 || folder.read(Provenance.FILE).isEmpty()) {
      folder.write(Provenance.FILE, provenance().toJson());
      folder.write(Timings.FILE, timings.bytes(folder.read(Timings.FILE)));
    }
    return new RunSummary(
        ran, kept, total.diverged(), total.failed(), whole, claims, skippedLines());
  }

  /** Whether data is missing that is still needed: finished trials need none. */
  private boolean lacksData(Experiment<?> experiment) {
    if (!skipped.containsKey(experiment.name())) {
      return false;
    }
    boolean finished = planOf(experiment).map(this::isCommitted).orElse(false);
    if (finished) {
      skipped.remove(experiment.name());
    } else if (folder.holds(experiment.name())) {
      planOf(experiment)
          .ifPresent(
              plan ->
                  folder
                      .experiment(plan.layout())
                      .notices()
                      .forEach(notice -> listener.notice(notice.toString())));
    }
    return !finished;
  }

  /**
   * Writes claims, figures and report again, from the tables alone.
   *
   * @return the claims
   * @throws RegistrationChangedException if the code of the claims changed, and with it a claim
   */
  public List<ClaimRow> publish() {
    config.experiments().forEach(this::lacksData);
    return registration.publish(skipped.keySet());
  }

  /**
   * Writes the tables of finished experiments again and compares claims with them.
   *
   * @return one line for each file that was not what the trials give; tables among them are put
   *     right
   */
  public List<String> restore() {
    List<String> wrong = new ArrayList<>();
    for (ExperimentPlan<?> plan : allPlans()) {
      ExperimentStore store = folder.experiment(plan.layout());
      if (Tally.of(plan, store).all() && store.commit(plan, true)) {
        wrong.add(
            plan.experiment().name()
                + ": its CSV files were not those of its trials; they are put right");
      }
    }
    if (registration.claimsDiffer()) {
      wrong.add("claims.csv is not what the tables give; `temper report` writes it again");
    }
    skipped.forEach((name, reason) -> listener.notice("not verified: " + name + ", as " + reason));
    return wrong;
  }

  /** Who names a data set wants it: other than an experiment that needs one, it is not skipped. */
  private void requireData(ExperimentPlan<?> plan) {
    String missing = settings.data().missing(plan.datasets());
    if (missing.isEmpty() || Tally.of(plan, folder.experiment(plan.layout())).all()) {
      return;
    }
    throw new PlanException(
        "experiment '%s' of study '%s' cannot run: %s"
            .formatted(plan.experiment().name(), config.study().name(), missing));
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
    requireData(plan);
    ExperimentStore store = folder.experiment(plan.layout());
    store.notices().forEach(notice -> listener.notice(notice.toString()));
    runMissing(plan, store);
    Tally tally = Tally.of(plan, store);
    store.commit(plan, tally.all());
    total = total.plus(tally);
    if (tally.all()) {
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

  /**
   * The plans of all experiments that can be planned by now, those included that finished results
   * decide.
   *
   * @return plans in the order of the experiments
   */
  public List<ExperimentPlan<?>> allPlans() {
    Set<String> deciding = new LinkedHashSet<>();
    config.experiments().forEach(experiment -> deciding.addAll(experiment.decidedBy()));
    List<ExperimentPlan<?>> out = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      planOf(experiment)
          .filter(plan -> !skipped.containsKey(experiment.name()))
          .ifPresent(
              plan -> {
                out.add(plan);
                if (deciding.contains(experiment.name()) && isCommitted(plan)) {
                  complete.add(experiment.name());
                }
              });
    }
    return out;
  }

  /**
   * Whether the tables that decide others are all there. A run that was killed can have every trial
   * in its journal and old tables.
   */
  private boolean isCommitted(ExperimentPlan<?> plan) {
    return Tally.of(plan, folder.experiment(plan.layout())).all()
        && CsvTables.of(folder.path()).experiments().contains(plan.experiment().name());
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
   * @throws RegistrationChangedException if a registration differs
   * @throws temper.lab.store.StoreException if a shard cannot be read
   */
  public long merge(List<Path> shards) {
    registration.requireSame(shards);
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
