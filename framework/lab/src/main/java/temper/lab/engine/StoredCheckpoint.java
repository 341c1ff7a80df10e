package temper.lab.engine;

import org.jspecify.annotations.Nullable;
import temper.lab.store.Checkpoints;

/** The checkpoint of one trial in the result folder. Used by one thread. */
final class StoredCheckpoint implements CheckpointSlot {

  /** Tests, and machines that are often switched off, want it shorter. */
  private static final long INTERVAL_MILLIS = Long.getLong("temper.checkpoint.millis", 5000);

  private final Checkpoints checkpoints;
  private final long id;
  private boolean exists;

  /**
   * The checkpoint of a trial.
   *
   * @param exists whether an earlier process left one
   */
  StoredCheckpoint(Checkpoints checkpoints, long id, boolean exists) {
    this.checkpoints = checkpoints;
    this.id = id;
    this.exists = exists;
  }

  @Override
  public byte @Nullable [] load() {
    byte[] state = checkpoints.load(id).orElse(null);
    exists |= state != null;
    return state;
  }

  @Override
  public void save(byte[] state) {
    checkpoints.save(id, state);
    exists = true;
  }

  @Override
  public long intervalNanos() {
    return INTERVAL_MILLIS * 1_000_000;
  }

  /**
   * Deletes the checkpoint of a trial that is finished; costs nothing for one that never had any.
   */
  void finish() {
    if (exists) {
      checkpoints.delete(id);
    }
  }
}
