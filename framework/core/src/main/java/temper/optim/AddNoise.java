package temper.optim;

import temper.random.RandomStream;
import temper.schedule.Schedule;
import temper.tensor.Precision;
import temper.tensor.Tensor;

/**
 * Adds independent Gaussian noise to every number of the gradient or update.
 *
 * <p>Boundary: a deviation of 0 draws nothing, so that a schedule that ends at 0 costs nothing
 * there. Cost: one draw a parameter.
 *
 * @param deviation the noise's standard deviation
 * @param purpose name of the random stream
 * @since 0.2
 */
public record AddNoise(Deviation deviation, String purpose) implements GradientTransform {

  /** A standard deviation that may depend on the rate. */
  @FunctionalInterface
  public interface Deviation {

    /**
     * The standard deviation.
     *
     * @param step number of completed steps
     * @param rate the learning rate of this step
     * @return {@code >= 0}
     */
    double at(double step, double rate);
  }

  /**
   * Noise of a scheduled deviation, for gradients.
   *
   * <p>Source: A. Neelakantan et al., Adding gradient noise improves learning for very deep
   * networks, arXiv:1511.06807 (2015), with a variance of {@code eta / (1 + t)^gamma}.
   *
   * @param deviation standard deviation by step
   * @return the transform
   */
  public static AddNoise scheduled(Schedule deviation) {
    return new AddNoise((step, rate) -> deviation.at(step), "gradient-noise");
  }

  /**
   * Noise of Langevin dynamics, for updates: deviation {@code sqrt(2 rate temperature)}.
   *
   * <p>Source: M. Welling and Y. W. Teh, Bayesian learning via stochastic gradient Langevin
   * dynamics, ICML (2011), equation 4, at a temperature.
   *
   * @param temperature temperature by step
   * @return the transform
   */
  public static AddNoise langevin(Schedule temperature) {
    return new AddNoise(
        (step, rate) -> Math.sqrt(2 * rate * temperature.at(step)), "langevin-noise");
  }

  @Override
  public Link start(OptimizerMemory memory) {
    RandomStream stream = memory.stream(purpose);
    Tensor noise = memory.scratch();
    return (step, rate) -> {
      double now = deviation.at(step, rate);
      if (!(now >= 0)) {
        throw new IllegalArgumentException(
            "the deviation of noise must be >= 0, got " + now + " at step " + step);
      }
      if (now == 0) {
        return;
      }
      if (noise.precision() == Precision.FLOAT32) {
        stream.fillGaussian(noise.floats());
      } else {
        stream.fillGaussian(noise.doubles());
      }
      memory.kernels().accumulate(now, noise, 1, memory.gradient());
    };
  }
}
