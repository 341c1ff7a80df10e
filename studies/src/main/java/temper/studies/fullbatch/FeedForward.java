package temper.studies.fullbatch;

import java.util.List;
import temper.autodiff.Channelwise;
import temper.autodiff.Elementwise;
import temper.autodiff.Matrices;
import temper.autodiff.Reductions;
import temper.autodiff.Reshaping;
import temper.autodiff.Variable;
import temper.numerics.StableMath;
import temper.random.RandomStream;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * A fully connected network whose parameters are one vector: for each layer its weights, row by row
 * [outputs, inputs], then its biases if there are any.
 *
 * @param widths number of inputs, of the units of each hidden layer, and of outputs
 * @param activation ReLU or the hyperbolic tangent, after each hidden layer
 * @param biased whether layers have biases
 * @since 0.2
 */
public record FeedForward(List<Integer> widths, UnaryFunction activation, boolean biased) {

  /**
   * Checks the network.
   *
   * @throws IllegalArgumentException if there are fewer than two widths, one is less than 1, or the
   *     activation is another function
   */
  public FeedForward {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException("widths must be two or more, each >= 1, got " + widths);
    }
    if (activation != UnaryFunction.RELU && activation != UnaryFunction.TANH) {
      throw new IllegalArgumentException("activation must be RELU or TANH, got " + activation);
    }
  }

  /**
   * A network with ReLU and without biases, whose function scales with each of its layers.
   *
   * @param widths number of inputs, of the units of each hidden layer, and of outputs
   * @return the network
   */
  public static FeedForward homogeneous(Integer... widths) {
    return new FeedForward(List.of(widths), UnaryFunction.RELU, false);
  }

  /**
   * The number of layers of weights.
   *
   * @return {@code >= 1}
   */
  public int layers() {
    return widths.size() - 1;
  }

  /**
   * Where a layer's parameters begin.
   *
   * @param layer from 0; the number of layers for the end of the last one
   * @return index of its first parameter
   */
  public int start(int layer) {
    int start = 0;
    for (int i = 0; i < layer; i++) {
      start += widths.get(i + 1) * (widths.get(i) + (biased ? 1 : 0));
    }
    return start;
  }

  /**
   * The number of parameters.
   *
   * @return {@code >= 1}
   */
  public int size() {
    return start(layers());
  }

  /**
   * Gaussian weights of variance gain / inputs; biases of 0.
   *
   * @param stream the random numbers
   * @param gain 2 for ReLU (He), 1 for the hyperbolic tangent (LeCun)
   * @return parameters
   */
  public double[] initialize(RandomStream stream, double gain) {
    double[] point = new double[size()];
    for (int layer = 0; layer < layers(); layer++) {
      double deviation = Math.sqrt(gain / widths.get(layer));
      int weights = widths.get(layer) * widths.get(layer + 1);
      for (int i = 0; i < weights; i++) {
        point[start(layer) + i] = deviation * stream.gaussian();
      }
    }
    return point;
  }

  /**
   * Records the outputs.
   *
   * @param parameters all parameters, [size()]
   * @param inputs a batch, [batch, inputs]
   * @return [batch, outputs]
   */
  public Variable record(Variable parameters, Variable inputs) {
    Variable x = inputs;
    for (int layer = 0; layer < layers(); layer++) {
      Shape shape = Shape.of(widths.get(layer + 1), widths.get(layer));
      x = Matrices.multiply(x, false, Reshaping.slice(parameters, start(layer), shape), true);
      if (biased) {
        int start = start(layer) + shape.size();
        x = Channelwise.add(x, Reshaping.slice(parameters, start, Shape.of(shape.length(0))));
      }
      x = layer + 1 < layers() ? Elementwise.apply(activation, x) : x;
    }
    return x;
  }

  /**
   * The outputs for one input, by the formula and without a tape.
   *
   * @param parameters all parameters
   * @param input one example
   * @return its outputs
   */
  public double[] at(double[] parameters, double[] input) {
    double[] x = input;
    for (int layer = 0; layer < layers(); layer++) {
      int inputs = widths.get(layer);
      int outputs = widths.get(layer + 1);
      double[] y = new double[outputs];
      for (int i = 0; i < outputs; i++) {
        int row = start(layer) + i * inputs;
        double sum = biased ? parameters[start(layer) + outputs * inputs + i] : 0;
        for (int j = 0; j < inputs; j++) {
          sum += parameters[row + j] * x[j];
        }
        y[i] = layer + 1 < layers() ? activate(sum) : sum;
      }
      x = y;
    }
    return x;
  }

  private double activate(double x) {
    return activation == UnaryFunction.RELU ? Math.max(x, 0) : StableMath.tanh(x);
  }

  /**
   * Half the mean squared error over examples and outputs.
   *
   * @param inputs examples, [n][inputs]
   * @param targets what the outputs should be, [n][outputs]
   * @return the loss as a function of the parameters
   */
  public FullBatchLoss squaredError(double[][] inputs, double[][] targets) {
    return new FullBatchLoss(
        size(),
        parameters -> {
          Variable outputs = record(parameters, given("inputs", parameters, inputs));
          Variable errors = Elementwise.subtract(outputs, given("targets", parameters, targets));
          return Elementwise.scale(0.5, Reductions.mean(Elementwise.square(errors)));
        });
  }

  /**
   * Rows of numbers as an input of the tape that other variables are on.
   *
   * @param name for messages
   * @param sibling a variable on the tape
   * @param rows at least one, of equal length
   * @return [rows, columns]
   */
  public static Variable given(String name, Variable sibling, double[][] rows) {
    int columns = rows[0].length;
    double[] flat = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    Tensor tensor = Tensor.of(Precision.FLOAT64, Shape.of(rows.length, columns), flat);
    return sibling.tape().input(name, tensor);
  }
}
