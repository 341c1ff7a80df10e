package temper.autodiff;

import java.util.List;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Tensor;

/**
 * Compares the gradients that a tape records with central differences.
 *
 * <p>The output, of any shape, is reduced to one number by fixed weights between 1/2 and 3/2. Every
 * element x of every variable is moved by {@code h = 6e-6 max(1, |x|)} either way. The error of an
 * element is {@code |gradient - difference| / max(1, |gradient|, |difference|)}: correct gradients
 * of well-scaled smooth functions stay below 1e-7, wrong ones exceed 1e-3. Keep away from kinks,
 * such as a ReLU at 0.
 *
 * <p>Use it in float64, and on layers of your own:
 *
 * <pre>{@code
 * GradientCheck check = GradientCheck.of(kernels, output, List.of(input, weights));
 * assertTrue(check.error() < GradientCheck.TOLERANCE, check.toString());
 * }</pre>
 *
 * @param error the largest error, 0 if no variable has elements; NaN if any error is
 * @param variable the name of the variable where it is
 * @param index the element where it is
 * @param gradient the recorded gradient there
 * @param difference the central difference there
 * @since 0.2
 */
public record GradientCheck(
    double error, String variable, int index, double gradient, double difference) {

  /** An error that no correct gradient of a well-scaled function reaches. */
  public static final double TOLERANCE = 1e-6;

  /** About the cube root of the unit roundoff, where both errors of a difference are small. */
  private static final double STEP = 6e-6;

  /** The golden ratio's fraction: multiples of it are spread evenly. */
  private static final double GOLDEN = 0.6180339887498949;

  /**
   * Checks the gradients of an output.
   *
   * @param kernels float64 kernels
   * @param output what is differentiated, of any shape
   * @param variables inputs of the same tape, set to the point where it is checked; unchanged
   *     afterwards
   * @return the worst element
   * @throws IllegalArgumentException if the precision is not float64
   */
  public static GradientCheck of(Kernels kernels, Variable output, List<Variable> variables) {
    Tape tape = output.tape();
    if (tape.precision() != Precision.FLOAT64) {
      throw new IllegalArgumentException(
          "gradients are checked in FLOAT64, got a tape of " + tape.precision());
    }
    Variable weights = tape.input("weights of the gradient check", output.shape());
    Tensor w = weights.tensor();
    for (int i = 0; i < w.size(); i++) {
      double multiple = (i + 1) * GOLDEN;
      w.set(i, 0.5 + multiple - Math.floor(multiple));
    }
    Variable loss = Matrices.dot(output, weights);
    List<Variable> gradients = tape.gradient(loss, variables);
    Program forward = tape.compile(kernels, loss);
    Program backward = tape.compile(kernels, gradients.toArray(new Variable[0]));
    backward.run();
    GradientCheck worst = new GradientCheck(0, "", 0, 0, 0);
    for (int i = 0; i < variables.size(); i++) {
      Tensor gradient = backward.value(gradients.get(i));
      worst = worse(worst, check(variables.get(i), gradient, forward, loss));
    }
    return worst;
  }

  private static GradientCheck check(
      Variable variable, Tensor gradient, Program forward, Variable loss) {
    GradientCheck worst = new GradientCheck(0, variable.name(), 0, 0, 0);
    Tensor values = variable.tensor();
    for (int i = 0; i < values.size(); i++) {
      double x = values.get(i);
      double h = STEP * Math.max(1, Math.abs(x));
      double above = at(x + h, i, values, forward, loss);
      double below = at(x - h, i, values, forward, loss);
      values.set(i, x);
      double difference = (above - below) / ((x + h) - (x - h));
      double size = Math.max(1, Math.max(Math.abs(gradient.get(i)), Math.abs(difference)));
      double error = Math.abs(gradient.get(i) - difference) / size;
      worst =
          worse(worst, new GradientCheck(error, variable.name(), i, gradient.get(i), difference));
    }
    return worst;
  }

  private static double at(double x, int index, Tensor values, Program forward, Variable loss) {
    values.set(index, x);
    forward.run();
    return forward.number(loss);
  }

  /** The one with the larger error; NaN is larger than any number. */
  private static GradientCheck worse(GradientCheck a, GradientCheck b) {
    return Double.compare(b.error, a.error) > 0 ? b : a;
  }

  @Override
  public String toString() {
    return "worst relative error %s at %s[%d]: gradient %s, central difference %s"
        .formatted(error, variable, index, gradient, difference);
  }
}
