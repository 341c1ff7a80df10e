package temper.autodiff;

import temper.random.RandomStream;
import temper.tensor.Kernels;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Random numbers that are drawn anew from a stream whenever a program runs.
 *
 * <p>Two programs that share draws draw for themselves; to repeat a run, go back to the stream's
 * position.
 *
 * @since 0.2
 */
public final class RandomDraws {

  private RandomDraws() {}

  /**
   * Standard Gaussian numbers.
   *
   * @param tape the tape
   * @param shape how many
   * @param stream where they come from
   * @return a variable without a derivative
   */
  public static Variable gaussian(Tape tape, Shape shape, RandomStream stream) {
    return tape.record(new Gaussian(stream), shape);
  }

  /**
   * The mask of dropout: 0 with a probability, else {@code 1 / (1 - probability)}, so that the mean
   * is 1.
   *
   * @param tape the tape
   * @param shape how many
   * @param probability of 0, in [0, 1)
   * @param stream where the draws come from
   * @return a variable without a derivative
   * @throws IllegalArgumentException if the probability is outside its range
   */
  public static Variable dropoutMask(
      Tape tape, Shape shape, double probability, RandomStream stream) {
    if (!(probability >= 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "dropout: probability must be in [0, 1), got " + probability);
    }
    return tape.record(new Mask(stream, probability), shape);
  }

  /** Gaussian numbers; equal to itself only, as each records draws of its own. */
  static final class Gaussian implements Operation {

    private final RandomStream stream;

    Gaussian(RandomStream stream) {
      this.stream = stream;
    }

    @Override
    public String label() {
      return "gaussian noise";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      Tensor out = operands.out(0);
      for (int i = 0; i < out.size(); i++) {
        out.set(i, stream.gaussian());
      }
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      throw new IllegalStateException("random draws have no derivative");
    }
  }

  /** Masks; equal to itself only, as each records draws of its own. */
  static final class Mask implements Operation {

    private final RandomStream stream;
    private final double probability;
    private final double kept;

    Mask(RandomStream stream, double probability) {
      this.stream = stream;
      this.probability = probability;
      this.kept = 1 / (1 - probability);
    }

    @Override
    public String label() {
      return "dropout mask";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      Tensor out = operands.out(0);
      for (int i = 0; i < out.size(); i++) {
        out.set(i, stream.uniform() < probability ? 0 : kept);
      }
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      throw new IllegalStateException("random draws have no derivative");
    }
  }
}
