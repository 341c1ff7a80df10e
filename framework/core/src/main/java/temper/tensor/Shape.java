package temper.tensor;

import java.util.Arrays;

/**
 * The lengths of a tensor's axes, outermost first; row-major, so that the last axis is contiguous.
 *
 * <p>The shape of a scalar has no axes and size 1. Lengths may be 0.
 *
 * @since 0.2
 */
public final class Shape {

  private static final Shape SCALAR = new Shape();

  private final int[] lengths;
  private final int size;

  private Shape(int... lengths) {
    this.lengths = lengths;
    long product = 1;
    for (int length : lengths) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "a shape has lengths >= 0, got " + Arrays.toString(lengths));
      }
      product *= length;
      if (product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a tensor holds at most 2147483647 numbers, got shape " + Arrays.toString(lengths));
      }
    }
    this.size = (int) product;
  }

  /**
   * A shape.
   *
   * @param lengths the length of each axis, {@code >= 0}; none for a scalar
   * @return the shape
   * @throws IllegalArgumentException if a length is negative or the product exceeds 2^31 - 1
   */
  public static Shape of(int... lengths) {
    return lengths.length == 0 ? SCALAR : new Shape(lengths.clone());
  }

  /**
   * The number of axes.
   *
   * @return {@code >= 0}
   */
  public int rank() {
    return lengths.length;
  }

  /**
   * The length of an axis.
   *
   * @param axis from 0 to rank - 1, or from -rank to -1, counted from the last axis
   * @return {@code >= 0}
   * @throws IllegalArgumentException if there is no such axis
   */
  public int length(int axis) {
    int index = axis < 0 ? axis + lengths.length : axis;
    if (index < 0 || index >= lengths.length) {
      throw new IllegalArgumentException("shape " + this + " has no axis " + axis);
    }
    return lengths[index];
  }

  /**
   * The number of elements: the product of all lengths.
   *
   * @return {@code >= 0}
   */
  public int size() {
    return size;
  }

  /**
   * The lengths of all axes.
   *
   * @return a new array
   */
  public int[] toArray() {
    return lengths.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lengths);
  }

  /** Lengths in brackets, such as {@code [32, 10]}; {@code []} for a scalar. */
  @Override
  public String toString() {
    return Arrays.toString(lengths);
  }
}
