package temper.nn;

import temper.random.RandomStream;

/**
 * The random streams of a network's layers.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface Streams {

  /**
   * The stream of a layer.
   *
   * @param name the layer's name, such as {@code dropout1}
   * @return a stream that the layer draws from whenever it runs
   */
  RandomStream stream(String name);
}
