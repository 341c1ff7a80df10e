package temper.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Where the variables of a program are stored.
 *
 * <p>A view lies in what it views. What is concatenated lies in the concatenation from the start if
 * it is computed as a whole: so the gradients of a model's parameters are written in their places
 * in one vector. Storage is used again once nothing reads it any more, at once by operations that
 * may write over their input.
 */
final class StoragePlan {

  private static final int NEVER = Integer.MAX_VALUE;

  /** Room that is made when the plan is complete, so that its size is known if it does not fit. */
  private static final class Storage {
    private final int size;
    private @Nullable Tensor tensor;

    Storage(int size) {
      this.size = size;
    }

    Tensor tensor(Precision precision) {
      if (tensor == null) {
        tensor = Tensor.zeros(precision, Shape.of(size));
      }
      return tensor;
    }
  }

  private final Precision precision;
  private final List<Node> nodes;
  private final int[] parents;
  private final int[] starts;
  private final int[] lastUses;
  private final @Nullable Storage[] storages;
  private final int[][] integers;
  private final boolean[] handedOn;
  private final @Nullable Variable[] variables;
  private final List<Storage> free = new ArrayList<>();
  private long elements;

  private StoragePlan(Tape tape, List<Node> nodes) {
    int count = tape.variableCount();
    this.precision = tape.precision();
    this.nodes = nodes;
    this.parents = new int[count];
    this.starts = new int[count];
    this.lastUses = new int[count];
    this.storages = new Storage[count];
    this.integers = new int[count][0];
    this.handedOn = new boolean[count];
    this.variables = new Variable[count];
  }

  static StoragePlan of(Tape tape, List<Node> nodes, List<Variable> results) {
    StoragePlan plan = new StoragePlan(tape, nodes);
    plan.know(results);
    plan.place();
    plan.measureLives(results);
    for (int i = 0; i < nodes.size(); i++) {
      plan.allocate(i);
      plan.release(i);
    }
    return plan;
  }

  /** The numbers of a variable while the program runs. */
  Tensor tensor(Variable variable) {
    Storage storage = storages[home(variable)];
    Tensor whole = storage == null ? variable(home(variable)).tensor() : storage.tensor(precision);
    return whole.view(start(variable), variable.shape());
  }

  /** The elements of an integer variable. */
  int[] integers(Variable variable) {
    int[] given = variable.integers();
    return given != null ? given : integers[variable.id()];
  }

  /** Whether a variable already lies at a place in another. */
  boolean liesIn(Variable part, Variable whole, int start) {
    return home(part) == home(whole) && start(part) == start(whole) + start;
  }

  /** Numbers allocated, without inputs and constants. */
  long elements() {
    return elements;
  }

  private int home(Variable variable) {
    int id = variable.id();
    while (parents[id] != id) {
      id = parents[id];
    }
    return id;
  }

  private int start(Variable variable) {
    int start = 0;
    for (int id = variable.id(); parents[id] != id; id = parents[id]) {
      start += starts[id];
    }
    return start;
  }

  private Variable variable(int id) {
    return Objects.requireNonNull(variables[id], "a variable of the program");
  }

  private void know(List<Variable> results) {
    for (Node node : nodes) {
      node.inputs().forEach(input -> variables[input.id()] = input);
      node.outputs().forEach(output -> variables[output.id()] = output);
    }
    results.forEach(result -> variables[result.id()] = result);
  }

  private void place() {
    for (int id = 0; id < parents.length; id++) {
      parents[id] = id;
    }
    for (Node node : nodes) {
      int output = node.output(0).id();
      if (node.operation() instanceof View view) {
        parents[output] = node.input(0).id();
        starts[output] = view.start();
      } else if (node.operation() instanceof Concatenate) {
        placeParts(node, node.output(0));
      }
    }
  }

  private void placeParts(Node node, Variable whole) {
    int start = 0;
    for (Variable part : node.inputs()) {
      int root = home(part);
      boolean complete = variable(root).shape().size() == part.shape().size();
      if (complete && !variable(root).given() && root != whole.id()) {
        parents[root] = whole.id();
        starts[root] = start;
      }
      start += part.shape().size();
    }
  }

  private void measureLives(List<Variable> results) {
    for (int i = 0; i < nodes.size(); i++) {
      for (Variable input : nodes.get(i).inputs()) {
        lastUses[home(input)] = i;
      }
      for (Variable output : nodes.get(i).outputs()) {
        lastUses[home(output)] = i;
      }
    }
    for (Variable result : results) {
      lastUses[home(result)] = NEVER;
    }
  }

  private void allocate(int i) {
    Node node = nodes.get(i);
    if (node.operation() instanceof View) {
      return;
    }
    for (Variable output : node.outputs()) {
      int home = home(output);
      if (output.integer()) {
        integers[output.id()] = new int[output.shape().size()];
      } else if (storages[home] == null) {
        Storage storage = home == output.id() ? takeOver(node, i, output) : null;
        storages[home] = storage != null ? storage : take(variable(home).shape().size());
      }
    }
  }

  /** The storage of an input that may be overwritten and is not read again, if there is one. */
  private @Nullable Storage takeOver(Node node, int i, Variable output) {
    if (output != node.output(0)) {
      return null;
    }
    for (int k = 0; k < node.operation().overwritable(); k++) {
      Variable input = node.input(k);
      int home = home(input);
      Storage storage = storages[home];
      boolean ends = storage != null && lastUses[home] == i && !handedOn[home];
      if (ends && fills(input, output, home) && othersLieElsewhere(node, input, home)) {
        handedOn[home] = true;
        return storage;
      }
    }
    return null;
  }

  /** Whether an input, and what it lies in, are of an output's size. */
  private boolean fills(Variable input, Variable output, int home) {
    int size = output.shape().size();
    return input.shape().size() == size && variable(home).shape().size() == size;
  }

  /** Whether no other input reads elements of this one at other places. */
  private boolean othersLieElsewhere(Node node, Variable input, int home) {
    return node.inputs().stream()
        .allMatch(other -> home(other) != home || other.shape().size() == input.shape().size());
  }

  private Storage take(int size) {
    Storage best = null;
    for (Storage candidate : free) {
      boolean fits = candidate.size >= size && candidate.size / 2 <= size;
      if (fits && (best == null || candidate.size < best.size)) {
        best = candidate;
      }
    }
    if (best != null) {
      free.remove(best);
      return best;
    }
    elements += size;
    return new Storage(size);
  }

  private void release(int i) {
    Node node = nodes.get(i);
    List<Variable> ending = new ArrayList<>(node.inputs());
    ending.addAll(node.outputs());
    for (Variable variable : ending) {
      int home = home(variable);
      Storage storage = storages[home];
      if (storage != null && lastUses[home] == i && !handedOn[home]) {
        handedOn[home] = true;
        free.add(storage);
      }
    }
  }
}
