package temper.tensor;

import java.util.Arrays;

/**
 * How an operand is read along the axes of a result: NumPy's rule, by which axes are aligned at the
 * last one and a length of 1, or a missing axis, repeats.
 *
 * <p>Also the way back: summing a tensor of the result's shape down to the operand's, in row-major
 * order of the result, which is the adjoint.
 *
 * @since 0.2
 */
public final class Broadcast {

  private final Shape operand;
  private final Shape result;
  private final int[] strides;

  private Broadcast(Shape operand, Shape result, int[] strides) {
    this.operand = operand;
    this.result = result;
    this.strides = strides;
  }

  /**
   * How a shape is read as another.
   *
   * @param operand the operand's shape
   * @param result the result's shape
   * @return the plan
   * @throws IllegalArgumentException if the operand does not broadcast to the result
   */
  public static Broadcast of(Shape operand, Shape result) {
    int missing = result.rank() - operand.rank();
    int[] strides = new int[result.rank()];
    int stride = 1;
    for (int axis = result.rank() - 1; axis >= 0; axis--) {
      int length = axis < missing ? 1 : operand.length(axis - missing);
      if (missing < 0 || (length != 1 && length != result.length(axis))) {
        throw new IllegalArgumentException("shape " + operand + " does not broadcast to " + result);
      }
      strides[axis] = length == 1 ? 0 : stride;
      stride *= length;
    }
    if (missing < 0) {
      throw new IllegalArgumentException("shape " + operand + " does not broadcast to " + result);
    }
    return new Broadcast(operand, result, strides);
  }

  /**
   * The shape two operands broadcast to.
   *
   * @param a one shape
   * @param b the other
   * @return the common shape
   * @throws IllegalArgumentException if there is none
   */
  public static Shape common(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    int[] lengths = new int[rank];
    for (int axis = -1; axis >= -rank; axis--) {
      int ofA = -axis > a.rank() ? 1 : a.length(axis);
      int ofB = -axis > b.rank() ? 1 : b.length(axis);
      if (ofA != ofB && ofA != 1 && ofB != 1) {
        throw new IllegalArgumentException(
            "shapes " + a + " and " + b + " do not broadcast to one another");
      }
      lengths[rank + axis] = ofA == 1 ? ofB : ofA;
    }
    return Shape.of(lengths);
  }

  /**
   * The operand's shape.
   *
   * @return the shape that is read
   */
  public Shape operand() {
    return operand;
  }

  /**
   * The result's shape.
   *
   * @return the shape that is written
   */
  public Shape result() {
    return result;
  }

  /**
   * How far the operand's index moves along each axis of the result.
   *
   * @return a new array; 0 where the operand repeats
   */
  public int[] strides() {
    return strides.clone();
  }

  /**
   * How far the operand's index moves along one axis of the result.
   *
   * @param axis from 0 to the result's rank - 1
   * @return 0 where the operand repeats
   */
  public int stride(int axis) {
    return strides[axis];
  }

  /**
   * Whether every element is read exactly once, in order.
   *
   * @return whether nothing repeats
   */
  public boolean identity() {
    return operand.size() == result.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Broadcast broadcast
        && operand.equals(broadcast.operand)
        && result.equals(broadcast.result);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {operand.hashCode(), result.hashCode()});
  }

  @Override
  public String toString() {
    return operand + " to " + result;
  }
}
