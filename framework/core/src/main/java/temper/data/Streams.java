package temper.data;

import temper.random.RandomStream;

/**
 * Gives random streams by purpose; {@code trial::stream} is one.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Streams {

  /**
   * A stream for one purpose.
   *
   * @param purpose what the numbers are for
   * @param indices further numbers that tell streams of one purpose apart
   * @return a stream at its beginning, the same for the same purpose and indices
   */
  RandomStream stream(String purpose, long... indices);
}
