package temper.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Tensor;

/**
 * What some results need of a tape, with all storage: runs as often as wanted and allocates nothing
 * when it does.
 *
 * <p>Every run reads the inputs' tensors as they are then. Not for use by several threads at once.
 *
 * @since 0.2
 */
public final class Program {

  private final Kernels kernels;
  private final Operation[] operations;
  private final Operands[] operands;
  private final Map<Variable, Tensor> values;
  private final long storedElements;

  private Program(
      Kernels kernels,
      List<Operation> operations,
      List<Operands> operands,
      Map<Variable, Tensor> values,
      long storedElements) {
    this.kernels = kernels;
    this.operations = operations.toArray(new Operation[0]);
    this.operands = operands.toArray(new Operands[0]);
    this.values = values;
    this.storedElements = storedElements;
  }

  static Program of(Tape tape, Kernels kernels, List<Variable> results, List<Variable> updates) {
    List<Variable> wanted = new ArrayList<>(results);
    wanted.addAll(updates);
    List<Node> nodes = needed(tape, wanted);
    StoragePlan plan = StoragePlan.of(tape, nodes, results);
    try {
      return of(kernels, nodes, results, plan);
    } catch (OutOfMemoryError e) {
      // Still an error of memory: who runs several things at once may try this one again alone.
      OutOfMemoryError explained =
          new OutOfMemoryError(
              "a program that stores %d %s numbers (%d MB), beside its inputs, does not fit in the %d MB of this JVM; take a smaller batch or give it more memory (-Xmx)"
                  .formatted(
                      plan.elements(),
                      tape.precision(),
                      megabytes(plan.elements() * (tape.precision() == Precision.FLOAT32 ? 4 : 8)),
                      megabytes(Runtime.getRuntime().maxMemory())));
      explained.initCause(e);
      throw explained;
    }
  }

  private static long megabytes(long bytes) {
    return bytes >> 20;
  }

  private static Program of(
      Kernels kernels, List<Node> nodes, List<Variable> results, StoragePlan plan) {
    List<Operation> operations = new ArrayList<>();
    List<Operands> operands = new ArrayList<>();
    for (Node node : nodes) {
      if (node.operation() instanceof Concatenate) {
        addCopies(node, plan, operations, operands);
      } else if (!(node.operation() instanceof View)) {
        operations.add(node.operation());
        operands.add(operands(node, plan));
      }
    }
    Map<Variable, Tensor> values = new LinkedHashMap<>();
    results.forEach(result -> values.put(result, plan.tensor(result)));
    return new Program(kernels, operations, operands, values, plan.elements());
  }

  private static List<Node> needed(Tape tape, List<Variable> wanted) {
    boolean[] isNeeded = new boolean[tape.nodes().size()];
    Deque<Variable> pending = new ArrayDeque<>(wanted);
    while (!pending.isEmpty()) {
      Node producer = pending.pop().producer();
      if (producer != null && !isNeeded[producer.index()]) {
        isNeeded[producer.index()] = true;
        producer.inputs().forEach(pending::push);
      }
    }
    return tape.nodes().stream().filter(node -> isNeeded[node.index()]).toList();
  }

  private static void addCopies(
      Node node, StoragePlan plan, List<Operation> operations, List<Operands> operands) {
    Variable whole = node.output(0);
    int start = 0;
    for (Variable part : node.inputs()) {
      if (!plan.liesIn(part, whole, start)) {
        Tensor place = plan.tensor(whole).view(start, part.shape());
        operations.add(node.operation());
        operands.add(
            new Operands(new Tensor[] {plan.tensor(part)}, new Tensor[] {place}, new int[0][]));
      }
      start += part.shape().size();
    }
  }

  private static Operands operands(Node node, StoragePlan plan) {
    List<int[]> integers = new ArrayList<>();
    return new Operands(
        tensors(node.inputs(), plan, integers),
        tensors(node.outputs(), plan, integers),
        integers.toArray(new int[0][]));
  }

  private static Tensor[] tensors(
      List<Variable> variables, StoragePlan plan, List<int[]> integers) {
    List<Tensor> tensors = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.integer()) {
        integers.add(plan.integers(variable));
      } else {
        tensors.add(plan.tensor(variable));
      }
    }
    return tensors.toArray(new Tensor[0]);
  }

  /** Computes all results from the inputs as they are now. */
  public void run() {
    for (int i = 0; i < operations.length; i++) {
      operations[i].run(kernels, operands[i]);
    }
  }

  /**
   * The numbers of a result, as the last run left them.
   *
   * @param result one of the results that the program was compiled for
   * @return the tensor that each run overwrites, not a copy
   * @throws IllegalArgumentException if the program was not compiled for it
   */
  public Tensor value(Variable result) {
    Tensor value = values.get(result);
    if (value == null) {
      throw new IllegalArgumentException(
          result + " is not among the results the program was compiled for: " + values.keySet());
    }
    return value;
  }

  /**
   * A result of one element, as the last run left it.
   *
   * @param result one of the results that the program was compiled for
   * @return its first element
   * @throws IllegalArgumentException if the program was not compiled for it or it is empty
   */
  public double number(Variable result) {
    Tensor value = value(result);
    if (value.size() != 1) {
      throw new IllegalArgumentException(result + " is not one number");
    }
    return value.get(0);
  }

  /**
   * The number of operations of a run; views are none.
   *
   * @return {@code >= 0}
   */
  public int operationCount() {
    return operations.length;
  }

  /**
   * The room that the program takes, beside inputs and constants.
   *
   * @return numbers of its precision
   */
  public long storedElements() {
    return storedElements;
  }
}
