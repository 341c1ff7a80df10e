package temper.optim;

import temper.tensor.UnaryFunction;

/**
 * Keeps only the sign of each number; 0 stays 0.
 *
 * <p>Source: J. Bernstein et al., signSGD, ICML (2018), algorithm 1; after a {@link Momentum} it is
 * Signum, their algorithm 2.
 *
 * @since 0.2
 */
public record ScaleBySign() implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    return (step, rate) ->
        memory.kernels().apply(UnaryFunction.SIGN, memory.gradient(), memory.gradient());
  }
}
