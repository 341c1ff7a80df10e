package temper.nn.builtin;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.nn.Initializer;
import temper.nn.Layers;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.Weights;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Source;
import temper.tensor.Shape;

/**
 * A linear model: {@code W x + b}, for linear and logistic regression.
 *
 * <p>Parameters: {@code fc.weight} and {@code fc.bias}. Examples of any shape are flattened.
 *
 * @since 0.2
 */
@AutoService(ModelPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Linear implements ModelPlugin<Linear.Parameters> {

  /**
   * Parameters.
   *
   * @param bias whether there is a constant term
   * @param deviation standard deviation of the weights at first; 0 starts from the origin
   * @since 0.2
   */
  public record Parameters(
      @Doc("Whether there is a constant term") boolean bias,
      @Doc("Standard deviation of the weights at first") @NonNegative double deviation) {}

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public String summary() {
    return "Linear model, for linear and logistic regression.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(true, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("from the origin", defaults()),
        new Example<>("random and without bias", new Parameters(false, 0.5)));
  }

  @Override
  public Shape smallestExample() {
    return Shape.of(3);
  }

  @Override
  public Model create(Parameters p, Shape example, int outputs) {
    Initializer initializer = Initializer.normal(p.deviation());
    Weights weights = p.bias() ? Weights.of(initializer) : Weights.withoutBias(initializer);
    return Model.of((net, input) -> Layers.dense(net, "fc", input, outputs, weights), example);
  }
}
