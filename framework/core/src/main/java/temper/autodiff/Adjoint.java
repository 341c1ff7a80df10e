package temper.autodiff;

import org.jspecify.annotations.Nullable;

/** One node's part in a reverse sweep. */
final class Adjoint {

  private final Node node;
  private final Sweep sweep;

  Adjoint(Node node, Sweep sweep) {
    this.node = node;
    this.sweep = sweep;
  }

  Tape tape() {
    return sweep.tape();
  }

  Variable input(int i) {
    return node.input(i);
  }

  Variable output(int i) {
    return node.output(i);
  }

  /** The gradient of the only output through which this node was reached. */
  Variable gradient() {
    Variable gradient = gradient(0);
    if (gradient == null) {
      throw new IllegalStateException(node.operation().label() + " was reached without a gradient");
    }
    return gradient;
  }

  /** The gradient of an output; null if nothing that is differentiated depends on it. */
  @Nullable Variable gradient(int output) {
    return sweep.gradientOf(node.output(output));
  }

  /** Whether an input leads to a variable whose gradient is wanted. */
  boolean needs(int i) {
    return sweep.reaches(node.input(i));
  }

  /** Adds to the gradient of an input. */
  void add(int i, Variable gradient) {
    sweep.add(node.input(i), gradient);
  }

  /** Adds to a contiguous part of the gradient of an input. */
  void addPart(int i, int start, Variable gradient) {
    sweep.addPart(node.input(i), start, gradient);
  }
}
