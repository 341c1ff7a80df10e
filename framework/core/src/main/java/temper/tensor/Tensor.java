package temper.tensor;

import java.util.Arrays;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A dense tensor: a shape over a contiguous, row-major range of an EJML matrix.
 *
 * <p>Several tensors may be {@linkplain #view views} of one storage: all parameters of a model are,
 * so that an optimiser updates them in one pass. Exactly one of the two storages is there, by
 * {@link #precision}.
 *
 * @since 0.2
 */
public final class Tensor {

  private final Shape shape;
  private final @Nullable FMatrixRMaj float32;
  private final @Nullable DMatrixRMaj float64;
  private final int offset;

  private Tensor(
      Shape shape, @Nullable FMatrixRMaj float32, @Nullable DMatrixRMaj float64, int offset) {
    this.shape = shape;
    this.float32 = float32;
    this.float64 = float64;
    this.offset = offset;
  }

  /**
   * A tensor of zeros with storage of its own.
   *
   * @param precision the precision of its numbers
   * @param shape its shape
   * @return a new tensor
   */
  public static Tensor zeros(Precision precision, Shape shape) {
    return switch (precision) {
      case FLOAT32 -> new Tensor(shape, new FMatrixRMaj(1, shape.size()), null, 0);
      case FLOAT64 -> new Tensor(shape, null, new DMatrixRMaj(1, shape.size()), 0);
    };
  }

  /**
   * A tensor of given numbers, rounded to its precision.
   *
   * @param precision the precision of its numbers
   * @param shape its shape
   * @param values as many as the shape's size, row-major; copied
   * @return a new tensor
   * @throws IllegalArgumentException if the number of values is not the shape's size
   */
  public static Tensor of(Precision precision, Shape shape, double... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "shape " + shape + " has " + shape.size() + " elements, got " + values.length);
    }
    Tensor tensor = zeros(precision, shape);
    for (int i = 0; i < values.length; i++) {
      tensor.set(i, values[i]);
    }
    return tensor;
  }

  /**
   * A tensor over an EJML matrix, shaped as the matrix is; not copied.
   *
   * @param matrix its storage
   * @return a tensor of shape [rows, columns]
   */
  public static Tensor over(FMatrixRMaj matrix) {
    return new Tensor(Shape.of(matrix.numRows, matrix.numCols), matrix, null, 0);
  }

  /**
   * A tensor over an EJML matrix, shaped as the matrix is; not copied.
   *
   * @param matrix its storage
   * @return a tensor of shape [rows, columns]
   */
  public static Tensor over(DMatrixRMaj matrix) {
    return new Tensor(Shape.of(matrix.numRows, matrix.numCols), null, matrix, 0);
  }

  /**
   * Part of this tensor's numbers under another shape; not copied.
   *
   * @param start index of the first number within this tensor, {@code >= 0}
   * @param viewShape the view's shape
   * @return a tensor that shares this one's storage
   * @throws IllegalArgumentException if the view does not lie within this tensor
   */
  public Tensor view(int start, Shape viewShape) {
    if (start < 0 || start > shape.size() - viewShape.size()) {
      throw new IllegalArgumentException(
          "a view of shape %s from %d does not fit in %d elements"
              .formatted(viewShape, start, shape.size()));
    }
    return new Tensor(viewShape, float32, float64, offset + start);
  }

  /**
   * The same numbers under another shape; not copied.
   *
   * @param newShape a shape of the same size
   * @return a tensor that shares this one's storage
   * @throws IllegalArgumentException if the sizes differ
   */
  public Tensor reshape(Shape newShape) {
    if (newShape.size() != shape.size()) {
      throw new IllegalArgumentException("shape " + shape + " cannot become " + newShape);
    }
    return view(0, newShape);
  }

  /**
   * The shape.
   *
   * @return lengths of all axes
   */
  public Shape shape() {
    return shape;
  }

  /**
   * The number of elements.
   *
   * @return the shape's size
   */
  public int size() {
    return shape.size();
  }

  /**
   * The precision of its numbers.
   *
   * @return float32 or float64
   */
  public Precision precision() {
    return float32 == null ? Precision.FLOAT64 : Precision.FLOAT32;
  }

  /**
   * Index of the first element in the storage's array.
   *
   * @return {@code >= 0}
   */
  public int offset() {
    return offset;
  }

  /**
   * The storage of a float32 tensor; elements start at {@link #offset}.
   *
   * @return the array itself, not a copy
   * @throws IllegalStateException if this tensor is float64
   */
  public float[] floats() {
    if (float32 == null) {
      throw new IllegalStateException("float32 numbers asked of a float64 tensor " + shape);
    }
    return float32.data;
  }

  /**
   * The storage of a float64 tensor; elements start at {@link #offset}.
   *
   * @return the array itself, not a copy
   * @throws IllegalStateException if this tensor is float32
   */
  public double[] doubles() {
    if (float64 == null) {
      throw new IllegalStateException("float64 numbers asked of a float32 tensor " + shape);
    }
    return float64.data;
  }

  /**
   * An element by its row-major index.
   *
   * @param index from 0 to size - 1
   * @return the element
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double get(int index) {
    int at = offset + Objects.checkIndex(index, shape.size());
    return float32 == null ? doubles()[at] : float32.data[at];
  }

  /**
   * Sets an element by its row-major index.
   *
   * @param index from 0 to size - 1
   * @param value the new value, rounded to this tensor's precision
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public void set(int index, double value) {
    int at = offset + Objects.checkIndex(index, shape.size());
    if (float32 == null) {
      doubles()[at] = value;
    } else {
      float32.data[at] = (float) value;
    }
  }

  /**
   * Sets every element.
   *
   * @param value the new value, rounded to this tensor's precision
   */
  public void fill(double value) {
    int end = offset + shape.size();
    if (float32 == null) {
      Arrays.fill(doubles(), offset, end, value);
    } else {
      Arrays.fill(float32.data, offset, end, (float) value);
    }
  }

  /**
   * Takes over another tensor's elements.
   *
   * @param source a tensor of the same size and precision; not modified
   * @throws IllegalArgumentException if size or precision differ
   */
  public void copyFrom(Tensor source) {
    if (source.size() != size() || source.precision() != precision()) {
      throw new IllegalArgumentException(
          "%s %s cannot take over %s %s"
              .formatted(precision(), shape, source.precision(), source.shape));
    }
    Object from = float32 == null ? source.doubles() : source.floats();
    Object to = float32 == null ? doubles() : floats();
    System.arraycopy(from, source.offset, to, offset, size());
  }

  /**
   * A copy with storage of its own.
   *
   * @return a new tensor
   */
  public Tensor copy() {
    Tensor copy = zeros(precision(), shape);
    copy.copyFrom(this);
    return copy;
  }

  /**
   * All elements, row-major.
   *
   * @return a new array
   */
  public double[] toArray() {
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i);
    }
    return values;
  }

  /** Precision and shape, such as {@code FLOAT32 [32, 10]}. */
  @Override
  public String toString() {
    return precision() + " " + shape;
  }
}
