package temper.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.plugin.Names;
import temper.random.RandomStream;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Named tensors one after the other in one vector.
 *
 * @since 0.2
 */
public final class Layout {

  private final Map<String, Parameter> byName = new LinkedHashMap<>();
  private final int size;

  Layout(List<Parameter> parameters) {
    int end = 0;
    for (Parameter parameter : parameters) {
      byName.put(parameter.name(), parameter);
      end = parameter.start() + parameter.shape().size();
    }
    this.size = end;
  }

  /**
   * All tensors in their order.
   *
   * @return an immutable list
   */
  public List<Parameter> parameters() {
    return List.copyOf(byName.values());
  }

  /**
   * The length of the vector.
   *
   * @return {@code >= 0}
   */
  public int size() {
    return size;
  }

  /**
   * A tensor by its name.
   *
   * @param name the name
   * @return what was declared under it
   * @throws IllegalArgumentException if there is none, with the nearest name in the message
   */
  public Parameter get(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter '" + name + "'." + Names.suggestion(name, List.copyOf(byName.keySet())));
    }
    return parameter;
  }

  /**
   * The part of a vector that belongs to a name.
   *
   * @param vector all tensors, [size]
   * @param name the name
   * @return a view
   * @throws IllegalArgumentException if there is no such name or the vector has another length
   */
  public Tensor view(Tensor vector, String name) {
    if (vector.size() != size) {
      throw new IllegalArgumentException(
          "parameters need a vector of %d numbers, got %s".formatted(size, vector));
    }
    Parameter parameter = get(name);
    return vector.view(parameter.start(), parameter.shape());
  }

  /**
   * A vector in which every tensor is filled by its initialiser, in order.
   *
   * @param precision of the vector
   * @param stream where random numbers come from
   * @return a new tensor [size]; float32 is float64 rounded
   */
  public Tensor initialize(Precision precision, RandomStream stream) {
    Tensor vector = Tensor.zeros(precision, Shape.of(size));
    for (Parameter parameter : byName.values()) {
      Tensor part = vector.view(parameter.start(), parameter.shape());
      parameter.initializer().fill(part, stream);
    }
    return vector;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout layout && described().equals(layout.described());
  }

  @Override
  public int hashCode() {
    return described().hashCode();
  }

  /** Names and shapes, such as {@code fc1.weight [256, 784], fc1.bias [256]}. */
  @Override
  public String toString() {
    return String.join(", ", described());
  }

  private List<String> described() {
    return byName.values().stream().map(p -> p.name() + " " + p.shape()).toList();
  }
}
