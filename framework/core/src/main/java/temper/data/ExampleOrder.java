package temper.data;

import temper.random.RandomStream;

/**
 * An endless order of examples, epoch after epoch, in which any position can be asked for at once:
 * whoever goes on at position k needs nothing of what was before it. Not for use by several threads
 * at once.
 *
 * @since 0.1
 */
public interface ExampleOrder {

  /**
   * The number of examples, which is the length of an epoch.
   *
   * @return 1 or more
   */
  int examples();

  /**
   * The example at a position.
   *
   * @param position positions from 0; epoch e has those from {@code e x examples()} on
   * @return a row from 0 to {@code examples() - 1}
   * @throws IllegalArgumentException if the position is negative
   */
  int row(long position);

  /**
   * The order in which the examples are stored, the same in every epoch.
   *
   * @param examples number of examples, at least 1
   * @return the order
   * @throws IllegalArgumentException if there is no example
   */
  static ExampleOrder sequential(int examples) {
    return new Orders.Sequential(examples);
  }

  /**
   * In each epoch every example once, in a random order of its own (Fisher and Yates' shuffle).
   *
   * @param examples number of examples, at least 1
   * @param stream gives the orders; copied and not moved. Epoch e takes the longs from position
   *     {@code e x 2^32} on
   * @return the order
   * @throws IllegalArgumentException if there is no example
   */
  static ExampleOrder shuffled(int examples, RandomStream stream) {
    return new Orders.Shuffled(examples, stream);
  }

  /**
   * At each position any example, independently of all others, as the theory of stochastic gradient
   * descent has it.
   *
   * @param examples number of examples, at least 1
   * @param stream gives one long for each position; copied and not moved
   * @return the order
   * @throws IllegalArgumentException if there is no example
   */
  static ExampleOrder withReplacement(int examples, RandomStream stream) {
    return new Orders.WithReplacement(examples, stream);
  }
}
