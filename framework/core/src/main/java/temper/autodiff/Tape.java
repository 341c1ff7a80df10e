package temper.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * A computation with tensors, recorded once and replayed.
 *
 * <p>Static methods of this package ({@link Elementwise}, {@link Matrices}, {@link Reshaping},
 * {@link Images} ...) record operations on {@link Variable}s. All shapes are fixed when they are
 * recorded, and checked there. {@link #gradient} extends the tape by the adjoint operations, which
 * are operations like all others, so that it can be applied again: a gradient of a gradient is
 * exact. {@link #compile} makes a {@link Program} of the operations that some results need, with
 * all storage, that runs as often as wanted and reads the inputs as they are then.
 *
 * <p>Recorded with equal inputs, equal operations are one; what depends on constants alone is
 * computed when it is recorded, as far as it is cheap. Not for use by several threads at once.
 *
 * @since 0.2
 */
public final class Tape {

  private record Key(Operation operation, List<Integer> inputs) {}

  private final Precision precision;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Variable> updates = new ArrayList<>();
  private final Map<Key, Node> known = new HashMap<>();
  private int variableCount;

  /**
   * An empty tape.
   *
   * @param precision of all its tensors
   */
  public Tape(Precision precision) {
    this.precision = precision;
  }

  /**
   * The precision of all tensors.
   *
   * @return float32 or float64
   */
  public Precision precision() {
    return precision;
  }

  /**
   * Numbers that the host sets: a batch of examples, a rate. Zero until it does.
   *
   * @param name what they are, for messages
   * @param shape their shape
   * @return a variable whose {@link Variable#tensor} is to be filled
   */
  public Variable input(String name, Shape shape) {
    return Variable.given(this, nextId(), name, shape);
  }

  /**
   * Numbers that the host has already, such as the parameters of a model.
   *
   * @param name what they are, for messages
   * @param tensor read whenever a program runs; not copied
   * @return a variable over the tensor
   * @throws IllegalArgumentException if the tensor is not of this tape's precision
   */
  public Variable input(String name, Tensor tensor) {
    if (tensor.precision() != precision) {
      throw new IllegalArgumentException(
          "input %s: a tape of %s takes no %s".formatted(name, precision, tensor));
    }
    return Variable.given(this, nextId(), name, tensor);
  }

  /**
   * The classes of a batch's examples, which the host sets.
   *
   * @param name what they are, for messages
   * @param size the number of examples, {@code >= 0}
   * @param classes the number of classes, {@code >= 1}
   * @return labels, all 0
   * @throws IllegalArgumentException if a number is outside its range
   */
  public Labels labels(String name, int size, int classes) {
    if (size < 0 || classes < 1) {
      throw new IllegalArgumentException(
          "labels %s: size must be >= 0 and classes >= 1, got %d and %d"
              .formatted(name, size, classes));
    }
    Variable variable = Variable.integers(this, nextId(), name, size);
    int[] values = variable.integers();
    return new Labels(variable, values == null ? new int[0] : values, classes);
  }

  /**
   * One number repeated.
   *
   * @param shape any shape
   * @param value the number
   * @return a constant
   */
  public Variable constant(Shape shape, double value) {
    return Variable.uniform(this, nextId(), shape, value);
  }

  /**
   * The gradient of a number in a variable.
   *
   * @param loss a variable of one element
   * @param variable any variable of this tape
   * @return a variable of the same shape; a constant 0 if the number does not depend on it
   * @throws IllegalArgumentException if the loss is not one number or stands on another tape
   */
  public Variable gradient(Variable loss, Variable variable) {
    return gradient(loss, List.of(variable)).get(0);
  }

  /**
   * The gradients of a number in several variables.
   *
   * @param loss a variable of one element
   * @param variables any variables of this tape
   * @return a variable for each, of the same shape; a constant 0 where the number does not depend
   *     on it
   * @throws IllegalArgumentException if the loss is not one number or something stands on another
   *     tape
   */
  public List<Variable> gradient(Variable loss, List<Variable> variables) {
    if (loss.shape().size() != 1) {
      throw new IllegalArgumentException(
          "gradient: the loss must be one number, got " + loss + "; take a sum or a mean first");
    }
    return adjoint(List.of(loss), List.of(constant(loss.shape(), 1)), variables);
  }

  /**
   * The adjoint of a computation, applied to gradients of its outputs: the sum over outputs of the
   * transposed Jacobian times the output's gradient.
   *
   * @param outputs variables of this tape
   * @param outputGradients a variable of the same shape for each output
   * @param variables any variables of this tape
   * @return a variable for each of the variables, of the same shape; a constant 0 where no output
   *     depends on it
   * @throws IllegalArgumentException if shapes differ or something stands on another tape
   */
  public List<Variable> adjoint(
      List<Variable> outputs, List<Variable> outputGradients, List<Variable> variables) {
    requireHere("gradient", outputs);
    requireHere("gradient", outputGradients);
    requireHere("gradient", variables);
    for (int i = 0; i < Math.max(outputs.size(), outputGradients.size()); i++) {
      if (outputs.size() != outputGradients.size()
          || !outputs.get(i).shape().equals(outputGradients.get(i).shape())) {
        throw new IllegalArgumentException(
            "gradient: outputs %s and their gradients %s must have the same shapes"
                .formatted(outputs, outputGradients));
      }
    }
    Sweep sweep = new Sweep(this, variables);
    sweep.run(outputs, outputGradients);
    List<Variable> gradients = new ArrayList<>();
    for (Variable variable : variables) {
      Variable gradient = sweep.gradientOf(variable);
      gradients.add(gradient == null ? constant(variable.shape(), 0) : gradient);
    }
    return gradients;
  }

  /**
   * A program for some results: everything they need and nothing else. State that operations keep,
   * such as the running statistics of batch normalisation, stays as it is.
   *
   * @param kernels of this tape's precision; they run the program and belong to its thread
   * @param results what will be asked for
   * @return a program
   * @throws IllegalArgumentException if the precisions differ or a result stands on another tape
   * @throws IllegalStateException if there is not enough memory
   */
  public Program compile(Kernels kernels, Variable... results) {
    return program(kernels, List.of(results), List.of());
  }

  /**
   * A program for some results that also brings state up to date, as a training step does.
   *
   * @param kernels of this tape's precision; they run the program and belong to its thread
   * @param results what will be asked for
   * @return a program
   * @throws IllegalArgumentException if the precisions differ or a result stands on another tape
   * @throws IllegalStateException if there is not enough memory
   */
  public Program compileWithUpdates(Kernels kernels, Variable... results) {
    return program(kernels, List.of(results), updates);
  }

  private Program program(Kernels kernels, List<Variable> results, List<Variable> also) {
    if (kernels.precision() != precision) {
      throw new IllegalArgumentException(
          "a tape of %s takes no kernels of %s".formatted(precision, kernels.precision()));
    }
    requireHere("program", results);
    return Program.of(this, kernels, results, also);
  }

  List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  int variableCount() {
    return variableCount;
  }

  Variable record(Operation operation, Shape output, Variable... inputs) {
    return record(operation, List.of(output), List.of(), inputs).output(0);
  }

  /** Records an operation with several outputs, the integers after the tensors. */
  Node record(Operation operation, List<Shape> outputs, List<Shape> integers, Variable... inputs) {
    List<Variable> read = List.of(inputs);
    requireHere(operation.label(), read);
    Key key = new Key(operation, read.stream().map(Variable::id).toList());
    Node before = known.get(key);
    if (before != null) {
      return before;
    }
    Node node = new Node(nodes.size(), operation, read);
    List<Variable> computed = new ArrayList<>();
    for (Shape shape : outputs) {
      computed.add(Variable.computed(this, nextId(), operation.label(), shape, node, false));
    }
    for (Shape shape : integers) {
      computed.add(Variable.computed(this, nextId(), operation.label(), shape, node, true));
    }
    node.outputs(List.copyOf(computed));
    nodes.add(node);
    known.put(key, node);
    return node;
  }

  /** Records an operation that changes state and has no result. */
  void recordUpdate(Operation operation, Variable... inputs) {
    updates.add(record(operation, Shape.of(0), inputs));
  }

  private int nextId() {
    return variableCount++;
  }

  private void requireHere(String operation, List<Variable> variables) {
    for (Variable variable : variables) {
      if (variable.tape() != this) {
        throw new IllegalArgumentException(operation + ": " + variable + " is on another tape");
      }
    }
  }
}
