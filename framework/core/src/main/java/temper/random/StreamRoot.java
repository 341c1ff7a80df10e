package temper.random;

/**
 * The root of all random streams of a study.
 *
 * @since 0.1
 */
public final class StreamRoot {

  private final String name;

  /**
   * A root with a name.
   *
   * @param name the name from which every stream is derived
   */
  public StreamRoot(String name) {
    this.name = name;
  }

  /**
   * The stream of one purpose.
   *
   * @param experiment name of the experiment
   * @param replicate number of the replicate
   * @param purpose what the numbers are for
   * @param indices further numbers that tell streams of one purpose apart
   * @return a stream at its beginning
   */
  public RandomStream stream(String experiment, long replicate, String purpose, long... indices) {
    return new RandomStream(
        name.hashCode() ^ experiment.hashCode() ^ replicate ^ purpose.hashCode() ^ indices.length);
  }
}
