package temper.lab.engine;

import temper.lab.store.ExperimentStore;
import temper.lab.store.Outcome;

/**
 * How the trials of a plan stand.
 *
 * @param all whether every one is finished
 * @param diverged number of trials that diverged
 * @param failed number of trials that failed
 */
record Tally(boolean all, long diverged, long failed) {

  static final Tally NONE = new Tally(true, 0, 0);

  static Tally of(ExperimentPlan<?> plan, ExperimentStore store) {
    boolean all = true;
    long diverged = 0;
    long failed = 0;
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
    return new Tally(all, diverged, failed);
  }

  Tally plus(Tally other) {
    return new Tally(all && other.all, diverged + other.diverged, failed + other.failed);
  }
}
