package temper.stats;

/**
 * Where an interval lies with respect to a {@link Region}.
 *
 * @since 0.1
 */
public enum Position {
  /** All of the interval lies in the region. */
  INSIDE,
  /** Nothing of the interval lies in the region. */
  OUTSIDE,
  /** The interval has values on both sides of an end of the region. */
  UNDECIDED
}
