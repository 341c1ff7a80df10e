package temper.autodiff;

import temper.tensor.Broadcast;
import temper.tensor.Kernels;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Sums over axes, and their adjoint, repeating along axes.
 *
 * @since 0.2
 */
public final class Reductions {

  private Reductions() {}

  /**
   * The sum of all elements.
   *
   * @param x any variable
   * @return a scalar; 0 of no elements
   */
  public static Variable sum(Variable x) {
    return sumTo(x, Shape.of());
  }

  /**
   * The mean of all elements.
   *
   * @param x a variable of at least one element
   * @return a scalar
   * @throws IllegalArgumentException if there are no elements
   */
  public static Variable mean(Variable x) {
    if (x.shape().size() == 0) {
      throw new IllegalArgumentException("mean: " + x + " has no elements, needs at least one");
    }
    return Elementwise.scale(1.0 / x.shape().size(), sum(x));
  }

  /**
   * The sum over one axis, which vanishes.
   *
   * @param x any variable
   * @param axis from 0 to rank - 1, or from -rank to -1, counted from the last axis
   * @return a variable with one axis less
   * @throws IllegalArgumentException if there is no such axis
   */
  public static Variable sum(Variable x, int axis) {
    int[] lengths = x.shape().toArray();
    int index = axis < 0 ? axis + lengths.length : axis;
    if (index < 0 || index >= lengths.length) {
      throw new IllegalArgumentException("sum: shape %s has no axis %d".formatted(x.shape(), axis));
    }
    int[] rest = new int[lengths.length - 1];
    System.arraycopy(lengths, 0, rest, 0, index);
    System.arraycopy(lengths, index + 1, rest, index, rest.length - index);
    lengths[index] = 1;
    return Reshaping.reshape(sumTo(x, Shape.of(lengths)), Shape.of(rest));
  }

  /**
   * The sum over whatever must be repeated to broadcast a shape to this variable's.
   *
   * @param x any variable
   * @param shape a shape that broadcasts to the variable's
   * @return a variable of that shape
   * @throws IllegalArgumentException if it does not
   */
  public static Variable sumTo(Variable x, Shape shape) {
    Broadcast read = read("sum", shape, x.shape());
    if (read.identity()) {
      return Reshaping.reshape(x, shape);
    }
    if (x.isUniform()) {
      double count = shape.size() == 0 ? 0 : (double) x.shape().size() / shape.size();
      return x.tape().constant(shape, count * x.uniform());
    }
    return x.tape().record(new SumRepeated(read), shape, x);
  }

  /**
   * A variable repeated along axes.
   *
   * @param x any variable
   * @param shape a shape that the variable's broadcasts to
   * @return a variable of that shape
   * @throws IllegalArgumentException if it does not
   */
  public static Variable repeat(Variable x, Shape shape) {
    Broadcast read = read("repeat", x.shape(), shape);
    if (read.identity()) {
      return Reshaping.reshape(x, shape);
    }
    if (x.isUniform()) {
      return x.tape().constant(shape, x.uniform());
    }
    return x.tape().record(new Repeat(read), shape, x);
  }

  private static Broadcast read(String operation, Shape operand, Shape result) {
    try {
      return Broadcast.of(operand, result);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: shape %s does not broadcast to %s; axes are aligned at the last one and must be equal, or 1 or missing in the first"
              .formatted(operation, operand, result),
          e);
    }
  }

  /** The sum over what is repeated. */
  record SumRepeated(Broadcast read) implements Operation {

    @Override
    public String label() {
      return "sum";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      Tensor out = operands.out(0);
      if (read.operand().size() == 1) {
        out.set(0, kernels.sum(operands.in(0)));
      } else {
        kernels.sumRepeated(read, operands.in(0), out);
      }
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      adjoint.add(0, repeat(adjoint.gradient(), read.result()));
    }
  }

  /** An operand read again and again. */
  record Repeat(Broadcast read) implements Operation {

    @Override
    public String label() {
      return "repeat";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.repeat(read, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      adjoint.add(0, sumTo(adjoint.gradient(), read.operand()));
    }
  }
}
