package temper.autodiff;

import org.jspecify.annotations.Nullable;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * A tensor on a {@link Tape}: given by the host, or computed by an operation when a {@link Program}
 * runs. Variables are handles; they hold no result.
 *
 * @since 0.2
 */
public final class Variable {

  private final Tape tape;
  private final int id;
  private final String name;
  private final Shape shape;
  private final @Nullable Node producer;
  private final @Nullable Double uniform;
  private final boolean integer;
  private @Nullable Tensor tensor;
  private int @Nullable [] integers;

  private Variable(
      Tape tape,
      int id,
      String name,
      Shape shape,
      @Nullable Node producer,
      @Nullable Double uniform,
      boolean integer) {
    this.tape = tape;
    this.id = id;
    this.name = name;
    this.shape = shape;
    this.producer = producer;
    this.uniform = uniform;
    this.integer = integer;
  }

  static Variable computed(
      Tape tape, int id, String name, Shape shape, Node producer, boolean integer) {
    return new Variable(tape, id, name, shape, producer, null, integer);
  }

  static Variable given(Tape tape, int id, String name, Shape shape) {
    return new Variable(tape, id, name, shape, null, null, false);
  }

  static Variable given(Tape tape, int id, String name, Tensor tensor) {
    Variable variable = new Variable(tape, id, name, tensor.shape(), null, null, false);
    variable.tensor = tensor;
    return variable;
  }

  static Variable uniform(Tape tape, int id, Shape shape, double value) {
    return new Variable(tape, id, "constant", shape, null, value, false);
  }

  static Variable integers(Tape tape, int id, String name, int count) {
    Variable variable = new Variable(tape, id, name, Shape.of(count), null, null, true);
    variable.integers = new int[count];
    return variable;
  }

  /**
   * The tape it is on.
   *
   * @return the tape
   */
  public Tape tape() {
    return tape;
  }

  /**
   * What it is called: an input's own name, or the operation that computes it.
   *
   * @return a name for messages
   */
  public String name() {
    return name;
  }

  /**
   * Its shape.
   *
   * @return lengths of all axes
   */
  public Shape shape() {
    return shape;
  }

  /**
   * Whether the host gives its numbers.
   *
   * @return true for inputs and constants, false for what an operation computes
   */
  public boolean given() {
    return producer == null;
  }

  /**
   * The numbers of an input or constant: what programs read whenever they run. Made, and filled
   * with zeros, on the first call if the input was recorded without them.
   *
   * @return the tensor itself, not a copy
   * @throws IllegalStateException if an operation computes it: see {@link Program#value}
   */
  public Tensor tensor() {
    if (producer != null || integer) {
      throw new IllegalStateException(
          this + " is computed when a program runs; ask the program for its value");
    }
    if (tensor == null) {
      tensor = Tensor.zeros(tape.precision(), shape);
      if (uniform != null) {
        tensor.fill(uniform);
      }
    }
    return tensor;
  }

  int id() {
    return id;
  }

  @Nullable Node producer() {
    return producer;
  }

  /** Whether every element is one number known at recording. */
  boolean isUniform() {
    return uniform != null;
  }

  /** Whether it is a constant of this number. */
  boolean isUniform(double value) {
    return uniform != null && uniform == value;
  }

  /** The number of a constant. */
  double uniform() {
    if (uniform == null) {
      throw new IllegalStateException(this + " is no constant");
    }
    return uniform;
  }

  /** Whether its elements are integers. */
  boolean integer() {
    return integer;
  }

  /** The storage of an integer input. */
  int @Nullable [] integers() {
    return integers;
  }

  /** Name and shape, such as {@code matrix product [32, 10]}. */
  @Override
  public String toString() {
    return name + " " + shape;
  }
}
