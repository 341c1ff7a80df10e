package temper.autodiff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.tensor.Shape;

/**
 * One reverse sweep over a tape: records the adjoints of all nodes between some outputs and some
 * variables, latest node first.
 *
 * <p>Nodes that lead to none of the variables get no adjoint.
 */
final class Sweep {

  private record Part(int start, Variable gradient) {
    int end() {
      return start + gradient.shape().size();
    }
  }

  private final Tape tape;
  private final boolean[] reached;
  private final List<@Nullable Variable> gradients = new ArrayList<>();
  private final List<@Nullable List<Part>> parts = new ArrayList<>();

  Sweep(Tape tape, List<Variable> variables) {
    this.tape = tape;
    this.reached = new boolean[tape.variableCount()];
    for (Variable variable : variables) {
      reached[variable.id()] = true;
    }
    for (Node node : tape.nodes()) {
      if (node.inputs().stream().anyMatch(input -> reached[input.id()])) {
        node.outputs().forEach(output -> reached[output.id()] = true);
      }
    }
    for (int i = 0; i < reached.length; i++) {
      gradients.add(null);
      parts.add(null);
    }
  }

  Tape tape() {
    return tape;
  }

  boolean reaches(Variable variable) {
    return reached[variable.id()];
  }

  void add(Variable variable, Variable gradient) {
    if (!gradient.shape().equals(variable.shape())) {
      throw new IllegalStateException(
          "the gradient of " + variable + " was given the shape " + gradient.shape());
    }
    if (!reaches(variable)) {
      return;
    }
    Variable before = gradients.get(variable.id());
    gradients.set(variable.id(), before == null ? gradient : Elementwise.add(before, gradient));
  }

  void addPart(Variable variable, int start, Variable gradient) {
    if (start == 0 && gradient.shape().size() == variable.shape().size()) {
      add(variable, Reshaping.reshape(gradient, variable.shape()));
      return;
    }
    List<Part> before = parts.get(variable.id());
    if (before == null) {
      before = new ArrayList<>();
      parts.set(variable.id(), before);
    }
    before.add(new Part(start, gradient));
  }

  @Nullable Variable gradientOf(Variable variable) {
    List<Part> pending = parts.get(variable.id());
    if (pending != null) {
      parts.set(variable.id(), null);
      while (!pending.isEmpty()) {
        add(variable, Reshaping.reshape(assemble(variable, pending), variable.shape()));
      }
    }
    return gradients.get(variable.id());
  }

  /** Joins parts that do not overlap, with zeros between them; takes them off the list. */
  private Variable assemble(Variable variable, List<Part> pending) {
    List<Part> rest = new ArrayList<>();
    List<Variable> pieces = new ArrayList<>();
    int end = 0;
    for (Part part : merged(pending)) {
      if (part.start() < end) {
        rest.add(part);
        continue;
      }
      if (part.start() > end) {
        pieces.add(tape.constant(Shape.of(part.start() - end), 0));
      }
      pieces.add(part.gradient());
      end = part.end();
    }
    if (end < variable.shape().size()) {
      pieces.add(tape.constant(Shape.of(variable.shape().size() - end), 0));
    }
    pending.clear();
    pending.addAll(rest);
    return Reshaping.concatenate(pieces);
  }

  /** Parts by their start, those of one place added up. */
  private static List<Part> merged(List<Part> pending) {
    List<Part> sorted = new ArrayList<>(pending);
    sorted.sort(Comparator.comparingInt(Part::start).thenComparingInt(Part::end));
    List<Part> merged = new ArrayList<>();
    for (Part part : sorted) {
      Part last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.start() == part.start() && last.end() == part.end()) {
        Variable second = Reshaping.reshape(part.gradient(), last.gradient().shape());
        merged.set(
            merged.size() - 1, new Part(last.start(), Elementwise.add(last.gradient(), second)));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  /** Sweeps from the outputs down; afterwards the gradients of the variables are complete. */
  void run(List<Variable> outputs, List<Variable> outputGradients) {
    int last = -1;
    for (int i = 0; i < outputs.size(); i++) {
      Variable output = outputs.get(i);
      add(output, outputGradients.get(i));
      Node producer = output.producer();
      last = producer == null ? last : Math.max(last, producer.index());
    }
    for (int index = last; index >= 0; index--) {
      Node node = tape.nodes().get(index);
      boolean leadsOn = node.inputs().stream().anyMatch(this::reaches);
      if (leadsOn && node.outputs().stream().anyMatch(output -> gradientOf(output) != null)) {
        node.operation().differentiate(new Adjoint(node, this));
      }
    }
  }
}
