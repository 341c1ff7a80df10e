package temper.lab.engine;

import org.jspecify.annotations.Nullable;

/** Where one trial keeps its last checkpoint. */
interface CheckpointSlot {

  /** Keeps nothing: for replays and verification, which always run a trial from its beginning. */
  CheckpointSlot NONE =
      new CheckpointSlot() {
        @Override
        public byte @Nullable [] load() {
          return null;
        }

        @Override
        public void save(byte[] state) {}
      };

  /** The last state, or null if there is none. */
  byte @Nullable [] load();

  /** Replaces the state. */
  void save(byte[] state);

  /** The shortest time between two checkpoints. */
  default long intervalNanos() {
    return Long.MAX_VALUE;
  }
}
