package temper.lab.engine;

import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import temper.lab.store.Artifacts;
import temper.lab.store.Checkpoints;
import temper.lab.store.ExperimentStore;
import temper.lab.store.Outcome;
import temper.lab.store.StudyFolder;
import temper.lab.store.TrialRecord;

/** Runs the trials of one experiment that are missing, and keeps their records. */
final class MissingTrials<P extends Record> {

  private final ExperimentPlan<P> plan;
  private final ExperimentStore store;
  private final Checkpoints checkpoints;
  private final Artifacts artifacts;
  private final String code;
  private final RunSettings settings;
  private final RunListener listener;
  private final Timings timings;
  private final TrialRunner<P> runner;
  private final Underway underway = new Underway();
  private final LongAdder ran = new LongAdder();
  private Set<Long> saved = Set.of();

  MissingTrials(
      ExperimentPlan<P> plan,
      StudyFolder folder,
      String code,
      TrialServices services,
      RunSettings settings,
      RunListener listener,
      Timings timings) {
    this.plan = plan;
    this.store = folder.experiment(plan.layout());
    this.checkpoints = folder.checkpoints();
    this.artifacts = folder.artifacts(plan.experiment().name());
    this.code = code;
    this.settings = settings;
    this.listener = listener;
    this.timings = timings;
    this.runner = new TrialRunner<>(plan, services, underway);
  }

  /** Number of trials that were run. */
  long ran() {
    return ran.sum();
  }

  /**
   * Runs the trials of the shard.
   *
   * @return number of trials that were finished before
   * @throws temper.lab.store.StoreException if a record cannot be kept
   */
  long run() {
    Shard shard = settings.shard();
    long mine = 0;
    long done = 0;
    for (long index = 0; index < plan.size(); index++) {
      if (shard.contains(index)) {
        mine++;
        done += store.contains(plan.id(index)) ? 1 : 0;
      }
    }
    listener.begins(plan.experiment().name(), mine, done, underway);
    saved = checkpoints.ids();
    dropFinishedCheckpoints();
    if (done < mine) {
      String name = plan.experiment().name();
      new SideBySide(settings, notice -> listener.notice(name + ": " + notice))
          .run(
              plan.size(),
              index -> shard.contains(index) && !store.contains(plan.id(index)),
              this::run);
      store.sync();
    }
    return done;
  }

  /** A process that was killed may have finished a trial and not have deleted its checkpoint. */
  private void dropFinishedCheckpoints() {
    for (long id : saved) {
      if (store.contains(id)) {
        checkpoints.delete(id);
      }
    }
  }

  private boolean run(long index, boolean alone) {
    long id = plan.id(index);
    StoredCheckpoint checkpoint = new StoredCheckpoint(checkpoints, id, code, saved.contains(id));
    TrialRecord record = runAndKeep(index, checkpoint, alone);
    if (record == null) {
      return false;
    }
    checkpoint.finish();
    ran.increment();
    timings.add(plan.experiment().name(), record.nanos());
    listener.finished(record.outcome(), record.nanos());
    return true;
  }

  /** The record of a trial once it is kept; null if it needs more memory than there is now. */
  private @Nullable TrialRecord runAndKeep(long index, CheckpointSlot checkpoint, boolean alone) {
    try {
      TrialRecord record = runner.run(index, new TrialFiles(checkpoint, artifacts));
      keep(record);
      return record;
    } catch (OutOfMemoryError full) {
      if (!alone) {
        return null;
      }
      TrialRecord failed = runner.outOfMemory(index, full);
      keep(failed);
      return failed;
    }
  }

  /** A trial that failed leaves nothing but the reason. */
  private void keep(TrialRecord record) {
    store.append(record);
    if (record.outcome() == Outcome.FAILED) {
      artifacts.delete(record.id());
    }
  }
}
