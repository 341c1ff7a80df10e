package temper.lab.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.ExperimentStore;
import temper.lab.store.FolderView;
import temper.lab.store.LockOwner;
import temper.lab.study.Experiment;

/**
 * How far the study of a result folder is. Nothing in the folder is touched, so that it can be
 * asked while a process runs the study, here or on another machine.
 *
 * @param owner the live process that holds the folder
 * @param progress how far that process was at its last heartbeat, up to ten seconds ago; empty if
 *     it told nothing
 * @param rows one row for each experiment
 * @since 0.3
 */
public record StudyStatus(
    Optional<LockOwner> owner, Optional<RunProgress> progress, List<Row> rows) {

  /** Copies the list. */
  public StudyStatus {
    rows = List.copyOf(rows);
  }

  /** What can be said of a study in one word. */
  public enum State {
    /** A live process holds the folder. */
    RUNNING,
    /** No trial is missing and none failed. */
    FINISHED,
    /** No trial is missing; some failed. */
    FAILED,
    /** Trials are missing, and nobody runs them. */
    UNFINISHED
  }

  /**
   * How far an experiment is.
   *
   * @param experiment name of the experiment
   * @param trials number of its trials, or the largest number possible if not planned yet
   * @param finished how many have a record, whatever their outcome
   * @param diverged how many of those diverged
   * @param failed how many of those failed
   * @param decidedBy the experiments whose results decide its cells, as long as those are not known
   */
  public record Row(
      String experiment,
      long trials,
      long finished,
      long diverged,
      long failed,
      List<String> decidedBy) {

    /** Copies the list. */
    public Row {
      decidedBy = List.copyOf(decidedBy);
    }

    /**
     * Whether the number of trials is known.
     *
     * @return false if other experiments decide it that are not finished
     */
    public boolean isPlanned() {
      return decidedBy.isEmpty();
    }
  }

  /**
   * Looks at a result folder.
   *
   * @param config the study as the folder has it
   * @param path the result folder
   * @param settings which shard of the trials the folder is for, and where data sets are
   * @return how it stands
   * @throws PlanException if a design cannot be planned
   * @throws temper.lab.store.StoreException if files cannot be read
   */
  public static StudyStatus of(ResolvedStudy config, Path path, RunSettings settings) {
    try (FolderView folder = FolderView.open(path)) {
      Optional<LockOwner> owner = folder.liveOwner();
      Optional<RunProgress> progress = owner.flatMap(live -> RunProgress.parse(folder.told()));
      StudyPlans plans = new StudyPlans(config, folder, settings);
      plans.all();
      List<Row> rows = new ArrayList<>();
      for (Experiment<?> experiment : config.experiments()) {
        ExperimentPlan<?> plan = plans.known().get(experiment.name());
        rows.add(
            plan == null
                ? undecided(experiment, config)
                : row(plan, plans.store(plan), settings.shard()));
      }
      return new StudyStatus(owner, progress, rows);
    }
  }

  private static Row undecided(Experiment<?> experiment, ResolvedStudy config) {
    long most = experiment.mostTrials(config.profile());
    return new Row(experiment.name(), most, 0, 0, 0, config.deciders(experiment));
  }

  private static Row row(ExperimentPlan<?> plan, ExperimentStore store, Shard shard) {
    long trials = 0;
    long finished = 0;
    long diverged = 0;
    long failed = 0;
    for (long index = 0; index < plan.size(); index++) {
      if (!shard.contains(index)) {
        continue;
      }
      trials++;
      long id = plan.id(index);
      if (store.contains(id)) {
        finished++;
        switch (store.outcome(id)) {
          case DIVERGED -> diverged++;
          case FAILED -> failed++;
          case OK -> {}
        }
      }
    }
    return new Row(plan.experiment().name(), trials, finished, diverged, failed, List.of());
  }

  /**
   * The study in one word.
   *
   * @return its state
   */
  public State state() {
    if (owner.isPresent()) {
      return State.RUNNING;
    }
    if (rows.stream().anyMatch(row -> !row.isPlanned() || row.finished() < row.trials())) {
      return State.UNFINISHED;
    }
    return total(Row::failed) > 0 ? State.FAILED : State.FINISHED;
  }

  /**
   * A number summed over the experiments.
   *
   * @param of the number
   * @return its sum over all rows
   */
  public long total(ToLongFunction<Row> of) {
    return rows.stream().mapToLong(of).sum();
  }
}
