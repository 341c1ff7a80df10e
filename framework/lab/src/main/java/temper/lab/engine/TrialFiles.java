package temper.lab.engine;

import temper.lab.store.ArtifactSink;

/**
 * Where what one trial writes to files goes.
 *
 * @param checkpoints keeps its last checkpoint
 * @param artifacts takes the files that it hands over
 */
record TrialFiles(CheckpointSlot checkpoints, ArtifactSink artifacts) {

  /** Keeps nothing. */
  static final TrialFiles NONE = new TrialFiles(CheckpointSlot.NONE, ArtifactSink.NOWHERE);
}
