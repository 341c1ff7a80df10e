package temper.nn;

import temper.autodiff.Variable;

/**
 * A function of a batch with parameters: what makes a {@link Model}.
 *
 * <p>It declares the same parameters and state, in the same order, whatever the batch size and
 * mode.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface Network {

  /**
   * Records the network.
   *
   * @param net declares parameters and state, and knows the mode
   * @param input [batch, example's shape]
   * @return the outputs, [batch, ...]
   */
  Variable record(Recorder net, Variable input);
}
