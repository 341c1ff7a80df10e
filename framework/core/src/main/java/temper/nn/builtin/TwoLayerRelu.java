package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.autodiff.Matrices;
import temper.autodiff.Variable;
import temper.nn.Activation;
import temper.nn.Initializer;
import temper.nn.Layers;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.Weights;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.random.RandomStream;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * The two-layer network of Li, Wei and Ma: {@code f(x) = u' max(U x, 0)}, of which the first layer
 * alone is trained; {@code u} is fixed at {@code ±1 / sqrt(hidden)} with signs that alternate from
 * neuron to neuron.
 *
 * <p>Parameters: {@code fc1.weight}, Gaussian. State: {@code fc2.weight}. With pairs, neurons 2i
 * and 2i + 1 start from the same weights, so that the function is 0 at first.
 *
 * <p>Source: section 3; with several outputs the signs of each are those of the one before, turned
 * round.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class TwoLayerRelu implements ModelPlugin<TwoLayerRelu.Parameters> {

  /**
   * Parameters.
   *
   * @param hidden number of neurons
   * @param deviation standard deviation of the first layer's weights at first
   * @param pairs whether neurons start in pairs that cancel
   * @since 0.2
   */
  public record Parameters(
      @Doc("Number of neurons") @Range(min = 1) int hidden,
      @Doc("Standard deviation of the first layer's weights at first") @Positive double deviation,
      @Doc("Whether neurons start in pairs that cancel") boolean pairs) {

    /**
     * Checks the pairs.
     *
     * @throws IllegalArgumentException if there are pairs of an odd number of neurons
     */
    public Parameters {
      if (pairs && hidden % 2 != 0) {
        throw new IllegalArgumentException("hidden must be even for pairs, got " + hidden);
      }
    }
  }

  @Override
  public String name() {
    return "two-layer-relu";
  }

  @Override
  public String summary() {
    return "Two-layer ReLU network of which the first layer alone is trained.";
  }

  @Override
  public Source source() {
    return new Source(
        "Li, Wei, Ma",
        2019,
        "Towards explaining the regularization effect of initial large learning rate",
        "arXiv:1907.04595");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(64, 0.1, true);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("small without pairs", new Parameters(5, 0.5, false)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(3);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    Weights first =
        Weights.withoutBias(p.pairs() ? paired(p.deviation()) : Initializer.normal(p.deviation()));
    return Model.of(
        (net, input) -> {
          Variable preactivation = Layers.dense(net, "fc1", input, p.hidden(), first);
          Variable second =
              net.state("fc2.weight", Shape.of(outputs, p.hidden()), TwoLayerRelu::alternate);
          Variable active = Activation.RELU.apply(preactivation);
          return Matrices.multiply(active, false, second, true);
        },
        example);
  }

  private static Initializer paired(double deviation) {
    return (tensor, stream) -> {
      int pairs = tensor.shape().length(0) / 2;
      int inputs = tensor.shape().length(1);
      for (int pair = 0; pair < pairs; pair++) {
        for (int i = 0; i < inputs; i++) {
          double weight = deviation * stream.gaussian();
          tensor.set(2 * pair * inputs + i, weight);
          tensor.set((2 * pair + 1) * inputs + i, weight);
        }
      }
    };
  }

  /** Draws nothing from the stream. */
  private static void alternate(Tensor tensor, RandomStream unused) {
    int hidden = tensor.shape().length(1);
    double magnitude = 1 / Math.sqrt(hidden);
    for (int i = 0; i < tensor.size(); i++) {
      int turns = i / hidden + i % hidden;
      tensor.set(i, turns % 2 == 0 ? magnitude : -magnitude);
    }
  }
}
