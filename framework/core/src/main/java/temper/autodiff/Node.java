package temper.autodiff;

import java.util.List;

/** An operation on a tape with what it reads and computes. */
final class Node {

  private final int index;
  private final Operation operation;
  private final List<Variable> inputs;
  private List<Variable> outputs = List.of();

  Node(int index, Operation operation, List<Variable> inputs) {
    this.index = index;
    this.operation = operation;
    this.inputs = inputs;
  }

  void outputs(List<Variable> computed) {
    outputs = computed;
  }

  /** Position on the tape: a node reads only what nodes before it compute. */
  int index() {
    return index;
  }

  Operation operation() {
    return operation;
  }

  List<Variable> inputs() {
    return inputs;
  }

  List<Variable> outputs() {
    return outputs;
  }

  Variable input(int i) {
    return inputs.get(i);
  }

  Variable output(int i) {
    return outputs.get(i);
  }
}
