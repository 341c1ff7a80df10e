package temper.autodiff;

import temper.tensor.Kernels;
import temper.tensor.Tensor;

/**
 * All elements of the inputs, one input after the other.
 *
 * <p>A program lets the inputs be computed in their places where it can; only the others are
 * copied.
 */
record Concatenate() implements Operation {

  @Override
  public String label() {
    return "concatenate";
  }

  /**
   * Copies the one input to the one output: a program runs this for each input not in its place.
   */
  @Override
  public void run(Kernels kernels, Operands operands) {
    Tensor out = operands.out(0);
    out.copyFrom(operands.in(0));
  }

  @Override
  public void differentiate(Adjoint adjoint) {
    int start = 0;
    for (int i = 0; start < adjoint.output(0).shape().size(); i++) {
      Variable input = adjoint.input(i);
      if (adjoint.needs(i)) {
        adjoint.add(i, Reshaping.slice(adjoint.gradient(), start, input.shape()));
      }
      start += input.shape().size();
    }
  }
}
