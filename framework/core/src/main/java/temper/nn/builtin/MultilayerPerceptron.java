package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.autodiff.Variable;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.Layers;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.Weights;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.tensor.Shape;

/**
 * Dense layers with an activation between them.
 *
 * <p>Parameters: {@code fc1} to {@code fcN}, the last without an activation. Examples of any shape
 * are flattened.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class MultilayerPerceptron implements ModelPlugin<MultilayerPerceptron.Parameters> {

  /**
   * Parameters.
   *
   * @param hidden units of each hidden layer
   * @param activation function after each hidden layer
   * @param initialization how weights are filled; biases are 0
   * @param dropout probability with which a hidden unit is dropped in training
   * @since 0.2
   */
  public record Parameters(
      @Doc("Units of each hidden layer") @Range(min = 1) List<Integer> hidden,
      @Doc("Function after each hidden layer") Activation activation,
      @Doc("How weights are filled") Initialization initialization,
      @Doc("Probability with which a hidden unit is dropped in training")
          @Range(min = 0, max = 1, maxOpen = true)
          double dropout) {

    /** Copies the list. */
    public Parameters {
      hidden = List.copyOf(hidden);
    }
  }

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String summary() {
    return "Multilayer perceptron: dense layers with an activation between them.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(List.of(256, 256), Activation.RELU, Initialization.HE_NORMAL, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>(
            "small with tanh",
            new Parameters(List.of(5, 4), Activation.TANH, Initialization.GLOROT_NORMAL, 0)),
        new Example<>(
            "with dropout",
            new Parameters(List.of(6), Activation.GELU, Initialization.ORTHOGONAL, 0.5)),
        new Example<>(
            "no hidden layer",
            new Parameters(List.of(), Activation.RELU, Initialization.LECUN_NORMAL, 0)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(3);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    Weights weights = Weights.of(p.initialization());
    return Model.of(
        (net, input) -> {
          Variable x = input;
          int layer = 1;
          for (int units : p.hidden()) {
            x = p.activation().apply(Layers.dense(net, "fc" + layer, x, units, weights));
            x = Layers.dropout(net, "dropout" + layer, x, p.dropout());
            layer++;
          }
          return Layers.dense(net, "fc" + layer, x, outputs, weights);
        },
        example);
  }
}
