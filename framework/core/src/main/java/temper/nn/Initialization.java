package temper.nn;

import temper.random.RandomStream;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Published initialisations of weights, which depend on the weights' shape alone.
 *
 * <p>The fan-in of a weight is the number of inputs that one output sums over, the fan-out the
 * number of outputs that one input takes part in (neglecting strides and borders).
 *
 * @since 0.2
 */
public enum Initialization implements Initializer {
  /** Gaussian of variance 2 / fan-in: K. He et al., ICCV (2015), section 2.2. */
  HE_NORMAL(2, Fan.IN, true),
  /** Uniform of variance 2 / fan-in. */
  HE_UNIFORM(2, Fan.IN, false),
  /** Gaussian of variance 2 / fan-out, as wide residual networks have it. */
  HE_NORMAL_FAN_OUT(2, Fan.OUT, true),
  /** Gaussian of variance 2 / (fan-in + fan-out): X. Glorot and Y. Bengio, AISTATS (2010). */
  GLOROT_NORMAL(1, Fan.MEAN, true),
  /** Uniform of variance 2 / (fan-in + fan-out). */
  GLOROT_UNIFORM(1, Fan.MEAN, false),
  /** Gaussian of variance 1 / fan-in: Y. LeCun et al., Efficient BackProp (1998), section 4.6. */
  LECUN_NORMAL(1, Fan.IN, true),
  /** Uniform of variance 1 / fan-in. */
  LECUN_UNIFORM(1, Fan.IN, false),
  /** Uniform between -1 / sqrt(fan-in) and 1 / sqrt(fan-in), as PyTorch's layers have it. */
  FAN_IN_UNIFORM(1 / 3.0, Fan.IN, false),
  /**
   * Orthonormal rows, or columns if there are more rows, drawn from Haar's measure: A. Saxe et al.,
   * ICLR (2014).
   */
  ORTHOGONAL(1, Fan.IN, true);

  private enum Fan {
    IN,
    OUT,
    MEAN
  }

  private final double gain;
  private final Fan fan;
  private final boolean normal;

  Initialization(double gain, Fan fan, boolean normal) {
    this.gain = gain;
    this.fan = fan;
    this.normal = normal;
  }

  @Override
  public void fill(Tensor tensor, RandomStream stream) {
    Shape shape = tensor.shape();
    if (shape.rank() < 2) {
      throw new IllegalArgumentException(
          this + " fills weights [outputs, inputs, ...], got " + shape);
    }
    if (tensor.size() == 0) {
      return;
    }
    if (this == ORTHOGONAL) {
      orthogonal(tensor, stream);
      return;
    }
    double variance = gain / fan(shape);
    Initializer filler =
        normal
            ? Initializer.normal(Math.sqrt(variance))
            : Initializer.uniform(Math.sqrt(3 * variance));
    filler.fill(tensor, stream);
  }

  private double fan(Shape shape) {
    double in = (double) shape.size() / shape.length(0);
    double out = (double) shape.size() / shape.length(1);
    return switch (fan) {
      case IN -> in;
      case OUT -> out;
      case MEAN -> (in + out) / 2;
    };
  }

  private static void orthogonal(Tensor tensor, RandomStream stream) {
    int rows = tensor.shape().length(0);
    int columns = tensor.size() / rows;
    boolean wide = rows <= columns;
    double[][] basis = new double[Math.min(rows, columns)][Math.max(rows, columns)];
    for (int k = 0; k < basis.length; k++) {
      stream.fillGaussian(basis[k]);
      // Once more, since what is left after the first pass may not be orthogonal enough.
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < k; j++) {
          project(basis[k], basis[j]);
        }
      }
      normalize(basis[k]);
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        tensor.set(row * columns + column, wide ? basis[row][column] : basis[column][row]);
      }
    }
  }

  private static void project(double[] vector, double[] unit) {
    double overlap = 0;
    for (int i = 0; i < vector.length; i++) {
      overlap += vector[i] * unit[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= overlap * unit[i];
    }
  }

  private static void normalize(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= norm;
    }
  }
}
