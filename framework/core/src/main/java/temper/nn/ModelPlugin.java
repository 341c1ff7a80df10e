package temper.nn;

import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.ParameterizedPlugin;
import temper.tensor.Shape;

/**
 * A model that is found by name.
 *
 * @param <P> the record of parameters
 * @since 0.2
 */
public interface ModelPlugin<P extends Record> extends ParameterizedPlugin<P> {

  /**
   * The model for given examples.
   *
   * @param parameters parameters that keep their constraints
   * @param example the shape of one example, such as [3, 32, 32]
   * @param outputs outputs for one example, such as the number of classes, {@code >= 1}
   * @return a model whose output is [outputs]
   * @throws IllegalArgumentException if the model does not take such examples
   */
  Model create(P parameters, Shape example, int outputs);

  /**
   * Shapes of examples for which the contract tests make the model, small enough for a gradient
   * check.
   *
   * @return a shape for one example
   */
  Shape smallestExample();

  /**
   * The model that a user chose.
   *
   * @param choice plug-in and parameters
   * @param example the shape of one example
   * @param outputs outputs for one example
   * @return the model
   * @throws IllegalArgumentException if a parameter breaks a constraint or the model does not take
   *     such examples
   */
  static Model of(Choice<ModelPlugin<?>> choice, Shape example, int outputs) {
    return ofUnchecked(choice.plugin(), choice.parameters(), example, outputs);
  }

  @SuppressWarnings("unchecked") // A choice has checked that the parameters are the plug-in's.
  private static <P extends Record> Model ofUnchecked(
      ModelPlugin<P> plugin, Record parameters, Shape example, int outputs) {
    return plugin.create(Constraints.require((P) parameters), example, outputs);
  }
}
