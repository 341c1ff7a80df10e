package temper.autodiff;

import temper.tensor.Tensor;

/** What an operation reads and writes in one program. */
final class Operands {

  private final Tensor[] inputs;
  private final Tensor[] outputs;
  private final int[][] integers;

  Operands(Tensor[] inputs, Tensor[] outputs, int[][] integers) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.integers = integers;
  }

  /** The i-th of the inputs that are tensors. */
  Tensor in(int i) {
    return inputs[i];
  }

  /** The i-th of the outputs that are tensors. */
  Tensor out(int i) {
    return outputs[i];
  }

  /** The i-th of the operands that are integers, inputs before outputs. */
  int[] integers(int i) {
    return integers[i];
  }
}
