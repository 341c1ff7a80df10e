package temper.lab.config;

/**
 * How an experiment of a run differs from what its study says.
 *
 * @since 0.1
 */
public enum Change {
  /** Not at all: its cells and replicates are those of the study. */
  NONE,
  /** Parameters or the number of replicates differ, in it or in an experiment that decides it. */
  OVERRIDDEN,
  /** Its cells are those of a sweep. */
  SWEPT,
  /** It does not run. */
  NOT_SELECTED
}
