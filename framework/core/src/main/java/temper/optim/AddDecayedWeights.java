package temper.optim;

import java.util.List;
import temper.schedule.Schedule;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Adds the parameters, times a weight decay and each group's factor: {@code u = u + decay factor
 * w}.
 *
 * <p>Before everything else the decay is the gradient of an L2 penalty of {@code decay / 2}; after
 * the preconditioner and before the rate it is decoupled as in PyTorch's AdamW; after the rate,
 * with a negative sign, it is independent of the rate.
 *
 * <p>Source: I. Loshchilov and F. Hutter, Decoupled weight decay regularization, ICLR (2019).
 *
 * @param decay the weight decay by step
 * @param sign 1 before the rate, -1 after it
 * @since 0.2
 */
public record AddDecayedWeights(Schedule decay, int sign) implements GradientTransform {

  /**
   * Rejects other signs.
   *
   * @throws IllegalArgumentException if the sign is neither 1 nor -1
   */
  public AddDecayedWeights {
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("the sign of a weight decay is 1 or -1, got " + sign);
    }
  }

  @Override
  public Link start(OptimizerMemory memory) {
    List<ParameterGroup> decayed =
        memory.groups().stream().filter(group -> group.decayFactor() != 0).toList();
    Tensor[] updates = new Tensor[decayed.size()];
    Tensor[] weights = new Tensor[decayed.size()];
    double[] factors = new double[decayed.size()];
    for (int i = 0; i < decayed.size(); i++) {
      ParameterGroup group = decayed.get(i);
      updates[i] = memory.gradient().view(group.start(), Shape.of(group.size()));
      weights[i] = memory.parameters().view(group.start(), Shape.of(group.size()));
      factors[i] = sign * group.decayFactor();
    }
    return (step, rate) -> {
      double now = decay.at(step);
      if (now == 0) {
        return;
      }
      for (int i = 0; i < updates.length; i++) {
        memory.kernels().accumulate(now * factors[i], weights[i], 1, updates[i]);
      }
    };
  }
}
