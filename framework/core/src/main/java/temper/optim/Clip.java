package temper.optim;

import temper.schedule.Schedule;
import temper.tensor.BinaryFunction;
import temper.tensor.Tensor;

/**
 * Limits a gradient.
 *
 * <p>Boundary: a gradient within the limit keeps its bits; NaN passes, and so does a gradient of
 * infinite norm when the norm is limited, so that divergence is seen.
 *
 * <p>Source: R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural
 * networks, ICML (2013), algorithm 1, for the norm.
 *
 * @param by what is limited
 * @param limit the limit by step, {@code > 0}
 * @since 0.2
 */
public record Clip(By by, Schedule limit) implements GradientTransform {

  /** What is limited. */
  public enum By {
    /** Each number's magnitude. */
    VALUE,
    /** The Euclidean norm of the whole gradient, by scaling it. */
    GLOBAL_NORM
  }

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor gradient = memory.gradient();
    return switch (by) {
      case GLOBAL_NORM ->
          (step, rate) -> {
            double norm = Math.sqrt(memory.kernels().dot(gradient, gradient));
            double now = require(limit.at(step), step);
            if (norm > now && norm < Double.POSITIVE_INFINITY) {
              memory.kernels().affine(now / norm, gradient, 0, gradient);
            }
          };
      case VALUE -> {
        Tensor bound = memory.scratch();
        yield (step, rate) -> {
          double now = require(limit.at(step), step);
          bound.fill(-now);
          memory.kernels().apply(BinaryFunction.MAXIMUM, gradient, bound, gradient);
          memory.kernels().affine(-1, gradient, 0, gradient);
          memory.kernels().apply(BinaryFunction.MAXIMUM, gradient, bound, gradient);
          memory.kernels().affine(-1, gradient, 0, gradient);
        };
      }
    };
  }

  private static double require(double limit, double step) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException(
          "the limit of a gradient must be > 0, got " + limit + " at step " + step);
    }
    return limit;
  }
}
