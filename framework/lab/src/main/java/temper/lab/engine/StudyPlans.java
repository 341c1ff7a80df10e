package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import temper.data.FileData;
import temper.lab.config.Change;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.CsvTables;
import temper.lab.store.ExperimentStore;
import temper.lab.store.ResultFolder;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;
import temper.lab.study.Tables;

/**
 * The plans of a study's experiments beside what a result folder holds of them: those that are
 * known from the start, those that finished results decide, and those that cannot be run here.
 */
final class StudyPlans {

  private final ResolvedStudy config;
  private final ResultFolder folder;
  private final RunSettings settings;
  private final Map<String, ExperimentPlan<?>> plans = new LinkedHashMap<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final Set<String> complete = new LinkedHashSet<>();
  private final Map<String, SortedMap<String, String>> files = new LinkedHashMap<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private @Nullable Registration registration;

  /**
   * Plans what can be planned without results.
   *
   * @throws PlanException if a design cannot be planned, or is larger than the settings allow
   * @throws java.util.concurrent.CancellationException if work is to stop
   */
  StudyPlans(ResolvedStudy config, ResultFolder folder, RunSettings settings) {
    this.config = config;
    this.folder = folder;
    this.settings = settings;
    refuseUnknown(settings.only());
    for (Experiment<?> experiment : config.experiments()) {
      if (!settings.wants(experiment.name())) {
        skipped.put(experiment.name(), "it is left out of this run");
      }
      for (String dataset : experiment.datasets()) {
        settings
            .data()
            .problem(dataset)
            .ifPresent(problem -> skipped.put(experiment.name(), problem));
      }
      // The plan does not depend on what is on this machine: what is registered must not either.
      if (config.deciders(experiment).isEmpty()) {
        ExperimentPlan<?> plan = plan(experiment, NoTables.INSTANCE);
        plans.put(experiment.name(), plan);
        skipWithoutData(plan);
        files.put(experiment.name(), files(plan));
      }
    }
    refuseTooMany();
  }

  /**
   * The checksums of the files that cells read. Of files that are no longer there those count that
   * were registered: who looks at results need not have them.
   */
  private SortedMap<String, String> files(ExperimentPlan<?> plan) {
    SortedMap<String, String> checksums = new TreeMap<>();
    if (plan.files().isEmpty()) {
      return checksums;
    }
    String name = plan.experiment().name();
    SortedMap<String, String> earlier =
        settings.fresh() ? new TreeMap<>() : registered().files(name);
    Set<String> missing = new LinkedHashSet<>();
    for (FileData data : plan.files().keySet()) {
      for (String file : data.files()) {
        boolean present = settings.data().problemOfFile(file).isEmpty();
        if (!present && !earlier.containsKey(file)) {
          missing.add(file);
        }
        checksums.put(
            file, present ? settings.data().sha256(file) : earlier.getOrDefault(file, "missing"));
      }
    }
    if (!missing.isEmpty() && config.change(name) == Change.NONE) {
      missing.forEach(
          file -> skipped.putIfAbsent(name, settings.data().problemOfFile(file).orElse(file)));
    } else if (!missing.isEmpty() && settings.wants(name)) {
      FileChecks.requirePresent(plan, missing, config.parameters(), settings.data());
    }
    return checksums;
  }

  private Registration registered() {
    return new Registration(
        folder
            .read(Registration.FILE)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("{}"));
  }

  private void refuseUnknown(Set<String> only) {
    List<String> names = config.experiments().stream().map(Experiment::name).toList();
    List<String> unknown = only.stream().filter(name -> !names.contains(name)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new PlanException(
          "study '%s' has no experiment %s. It has: %s"
              .formatted(
                  config.study().name(), String.join(", ", unknown), String.join(", ", names)));
    }
  }

  /** A study's own cells are skipped where their data is missing; a user's cells are not. */
  private void skipWithoutData(ExperimentPlan<?> plan) {
    String name = plan.experiment().name();
    String missing = settings.data().missing(plan.datasets());
    if (!missing.isEmpty() && config.change(name) == Change.NONE) {
      skipped.putIfAbsent(name, missing);
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
    return ExperimentPlan.of(
        experiment, config.design(experiment, earlier), config.parameters(), settings.stop());
  }

  /** The checksums of all files of the user's own that cells read. */
  Map<String, String> files() {
    Map<String, String> all = new TreeMap<>();
    files.values().forEach(all::putAll);
    return all;
  }

  /** What is registered: only what was known before the first result. */
  Registration registration() {
    Registration known = registration;
    if (known == null) { // Who only looks at results need not have the code fingerprinted.
      known = Registrations.of(config, plans, files, settings.stop());
      registration = known;
    }
    return known;
  }

  /**
   * The plan of an experiment, made now if it is decided by experiments that are complete by now.
   */
  <P extends Record> Optional<ExperimentPlan<P>> of(Experiment<P> experiment) {
    @SuppressWarnings("unchecked") // plans maps an experiment's name to its own plan.
    ExperimentPlan<P> known = (ExperimentPlan<P>) plans.get(experiment.name());
    if (known != null) {
      return Optional.of(known);
    }
    if (!complete.containsAll(config.deciders(experiment))) {
      return Optional.empty();
    }
    ExperimentPlan<P> plan =
        plan(experiment, CsvTables.of(folder.path()).only(config.deciders(experiment)));
    plans.put(experiment.name(), plan);
    skipWithoutData(plan);
    return Optional.of(plan);
  }

  /**
   * The plans of all experiments that can be planned by now, those included that finished results
   * decide, and without those that are skipped.
   */
  List<ExperimentPlan<?>> all() {
    Set<String> deciding = new LinkedHashSet<>();
    config.experiments().forEach(experiment -> deciding.addAll(config.deciders(experiment)));
    List<ExperimentPlan<?>> out = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      of(experiment)
          .ifPresent(
              plan -> {
                if (!skipped.containsKey(experiment.name())) {
                  out.add(plan);
                }
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
    return Tally.of(plan, store(plan)).all()
        && CsvTables.of(folder.path()).experiments().contains(plan.experiment().name());
  }

  /** The results of the trials of a plan. */
  ExperimentStore store(ExperimentPlan<?> plan) {
    return folder.experiment(plan.layout());
  }

  /** The plans that are known by now. */
  Map<String, ExperimentPlan<?>> known() {
    return plans;
  }

  /** Every trial of an experiment is finished and in its tables. */
  void completed(String experiment) {
    complete.add(experiment);
  }

  /** An experiment cannot be run, for a reason. */
  void skip(String experiment, String reason) {
    skipped.put(experiment, reason);
  }

  /** Why experiments cannot be run, by name. */
  Map<String, String> skipped() {
    return skipped;
  }

  /** Whether data is missing that is still needed: finished trials need none. */
  boolean lacksData(Experiment<?> experiment) {
    if (!skipped.containsKey(experiment.name())) {
      return false;
    }
    boolean finished = of(experiment).map(this::isCommitted).orElse(false);
    if (finished) {
      skipped.remove(experiment.name());
    }
    return !finished;
  }

  /**
   * Refuses to go on where a cell that is not finished cannot run.
   *
   * @throws PlanException if it names a data set that is missing, with how to get it
   * @throws temper.lab.config.ConfigException if its parameters do not fit one another
   */
  void requireRunnable() {
    plans.values().forEach(this::requireRunnable);
  }

  /** Refuses to go on where a cell of a plan that is not finished cannot run. */
  void requireRunnable(ExperimentPlan<?> plan) {
    if (skipped.containsKey(plan.experiment().name())) {
      return;
    }
    if (plan.experiment().check(settings.data()).isPresent() || !plan.files().isEmpty()) {
      ExperimentStore store = store(plan);
      requireCells(plan, index -> store.contains(plan.id(index)));
    }
    if (!settings.data().missing(plan.datasets()).isEmpty() && !Tally.of(plan, store(plan)).all()) {
      throw lacksData(plan);
    }
  }

  /** Refuses to go on where a cell cannot run, as if none were finished. Changes nothing. */
  void requireRunnableAfresh() {
    for (ExperimentPlan<?> plan : plans.values()) {
      if (settings.wants(plan.experiment().name())
          && !skipped.containsKey(plan.experiment().name())) {
        requireCells(plan, index -> false);
        if (!settings.data().missing(plan.datasets()).isEmpty()) {
          throw lacksData(plan);
        }
      }
    }
  }

  private void requireCells(ExperimentPlan<?> plan, LongPredicate finished) {
    FileChecks.require(plan, finished, config.parameters(), settings.data(), settings.stop());
    remarks.addAll(CellChecks.require(plan, finished, settings.data(), settings.stop()));
  }

  /** What was remarked so far on cells that can run. */
  Set<String> remarks() {
    return remarks;
  }

  /** Who names a data set wants it: other than an experiment that needs one, it is not skipped. */
  private PlanException lacksData(ExperimentPlan<?> plan) {
    String missing = settings.data().missing(plan.datasets());
    return new PlanException(
        "experiment '%s' of study '%s' cannot run: %s"
            .formatted(plan.experiment().name(), config.study().name(), missing));
  }

  /** What a run would do. */
  PlanSummary summary() {
    all();
    requireRunnable();
    return Forecast.of(config, plans, skipped, settings, folder);
  }
}
