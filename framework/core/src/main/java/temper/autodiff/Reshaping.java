package temper.autodiff;

import java.util.List;
import temper.tensor.Shape;

/**
 * Other shapes for the same numbers. Nothing is copied but what {@link #concatenate} cannot let be
 * computed in its place.
 *
 * @since 0.2
 */
public final class Reshaping {

  private Reshaping() {}

  /**
   * The same elements under another shape.
   *
   * @param x any variable
   * @param shape a shape of the same size
   * @return a variable of that shape
   * @throws IllegalArgumentException if the sizes differ
   */
  public static Variable reshape(Variable x, Shape shape) {
    if (shape.size() != x.shape().size()) {
      throw new IllegalArgumentException(
          "reshape: %s of %d elements cannot become %s of %d"
              .formatted(x.shape(), x.shape().size(), shape, shape.size()));
    }
    return slice(x, 0, shape);
  }

  /**
   * Contiguous elements, in row-major order, under another shape.
   *
   * @param x any variable
   * @param start index of the first element, {@code >= 0}
   * @param shape the shape of the part
   * @return a variable of that shape
   * @throws IllegalArgumentException if the part does not lie within the variable
   */
  public static Variable slice(Variable x, int start, Shape shape) {
    if (start < 0 || start > x.shape().size() - shape.size()) {
      throw new IllegalArgumentException(
          "slice: %s from element %d does not lie within %s of %d elements"
              .formatted(shape, start, x.shape(), x.shape().size()));
    }
    if (x.shape().equals(shape)) {
      return x;
    }
    if (x.isUniform()) {
      return x.tape().constant(shape, x.uniform());
    }
    Node producer = x.producer();
    if (producer != null && producer.operation() instanceof Slice outer) {
      return slice(producer.input(0), outer.start() + start, shape);
    }
    return x.tape().record(new Slice(start, shape), shape, x);
  }

  /**
   * All axes from one on made into one axis: [batch, channels, height, width] from axis 1 becomes
   * [batch, channels * height * width].
   *
   * @param x any variable
   * @param axis the first axis to join, from 0 to the rank
   * @return a variable of rank {@code axis + 1}
   * @throws IllegalArgumentException if there is no such axis
   */
  public static Variable flatten(Variable x, int axis) {
    if (axis < 0 || axis > x.shape().rank()) {
      throw new IllegalArgumentException(
          "flatten: %s has axes 0 to %d, got %d".formatted(x.shape(), x.shape().rank() - 1, axis));
    }
    int[] lengths = new int[axis + 1];
    int joined = 1;
    for (int i = axis; i < x.shape().rank(); i++) {
      joined *= x.shape().length(i);
    }
    System.arraycopy(x.shape().toArray(), 0, lengths, 0, axis);
    lengths[axis] = joined;
    return reshape(x, Shape.of(lengths));
  }

  /**
   * All elements of some variables, one variable after the other, as a vector.
   *
   * @param parts at least one variable, of any shapes
   * @return a variable of rank 1
   * @throws IllegalArgumentException if there is none
   */
  public static Variable concatenate(List<Variable> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("concatenate: got no variables, needs at least one");
    }
    Variable first = parts.get(0);
    int size = 0;
    boolean uniform = true;
    for (Variable part : parts) {
      size = Math.addExact(size, part.shape().size());
      uniform &= first.isUniform() && part.isUniform(first.uniform());
    }
    Shape shape = Shape.of(size);
    if (uniform) {
      return first.tape().constant(shape, first.uniform());
    }
    if (parts.size() == 1) {
      return reshape(first, shape);
    }
    return first.tape().record(new Concatenate(), shape, parts.toArray(new Variable[0]));
  }
}
