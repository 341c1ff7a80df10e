package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import temper.lab.store.Checkpoints;

/** The checkpoint of one trial in the result folder. Used by one thread. */
final class StoredCheckpoint implements CheckpointSlot {

  /** Tests, and machines that are often switched off, want it shorter. */
  private static final long INTERVAL_MILLIS = Long.getLong("temper.checkpoint.millis", 5000);

  private final Checkpoints checkpoints;
  private final long id;
  private final byte[] code;
  private boolean exists;

  /**
   * The checkpoint of a trial.
   *
   * @param code fingerprint of the code of the experiment's trials
   * @param exists whether an earlier process left one
   */
  StoredCheckpoint(Checkpoints checkpoints, long id, String code, boolean exists) {
    this.checkpoints = checkpoints;
    this.id = id;
    this.code = code.getBytes(StandardCharsets.UTF_8);
    this.exists = exists;
  }

  @Override
  public byte @Nullable [] load() {
    byte[] saved = checkpoints.load(id).orElse(null);
    exists |= saved != null;
    if (saved == null
        || saved.length < code.length
        || !Arrays.equals(saved, 0, code.length, code, 0, code.length)) {
      return null; // There is none, or other code wrote it: a trial's id does not tell.
    }
    return Arrays.copyOfRange(saved, code.length, saved.length);
  }

  @Override
  public void save(byte[] state) {
    byte[] tagged = Arrays.copyOf(code, code.length + state.length);
    System.arraycopy(state, 0, tagged, code.length, state.length);
    checkpoints.save(id, tagged);
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
