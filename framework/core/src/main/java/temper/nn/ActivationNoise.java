package temper.nn;

import org.jspecify.annotations.Nullable;
import temper.autodiff.Elementwise;
import temper.autodiff.RandomDraws;
import temper.autodiff.Variable;
import temper.tensor.Shape;

/**
 * Gaussian noise injected before activations in training: {@code x + level noise}.
 *
 * <p>A draw is shared by all examples, and by all channels of images. The level is the state {@code
 * noise.level}, so that the host can lower it from step to step.
 *
 * <p>Source: Y. Li, C. Wei and T. Ma, Towards explaining the regularization effect of initial large
 * learning rate in training neural networks, NeurIPS (2019), arXiv:1907.04595, section 5.
 *
 * @since 0.2
 */
public final class ActivationNoise {

  /** The name of the state that holds the level. */
  public static final String LEVEL = "noise.level";

  private final Recorder net;
  private final @Nullable Variable level;

  private ActivationNoise(Recorder net, @Nullable Variable level) {
    this.net = net;
    this.level = level;
  }

  /**
   * The noise of a network.
   *
   * @param net the network
   * @param initialLevel the level at first; with 0 there is no noise and no state
   * @return what adds it
   */
  public static ActivationNoise of(Recorder net, double initialLevel) {
    return new ActivationNoise(
        net,
        initialLevel == 0
            ? null
            : net.state(LEVEL, Shape.of(1), Initializer.constant(initialLevel)));
  }

  /**
   * Adds noise.
   *
   * @param name the name of the layer, and of its stream
   * @param x [batch, channels, height, width] or [batch, units]
   * @return a variable of x's shape; x itself in evaluation or without noise
   */
  public Variable add(String name, Variable x) {
    if (level == null || net.mode() == Mode.EVALUATE) {
      return x;
    }
    int rank = x.shape().rank();
    Shape shape =
        rank == 4
            ? Shape.of(x.shape().length(2), x.shape().length(3))
            : Shape.of(x.shape().length(rank - 1));
    Variable draws = RandomDraws.gaussian(net.tape(), shape, net.stream(name));
    return Elementwise.add(x, Elementwise.multiply(draws, level));
  }
}
