package temper.autodiff;

import temper.tensor.Kernels;

/**
 * What a node of a tape does: the description of an operation, immutable and free of data.
 *
 * <p>Operations that are records are pure: recorded twice with the same inputs they are one node.
 * Others (random draws, updates of state) are classes, equal to themselves only.
 */
interface Operation {

  /** The operation in words, for messages. */
  String label();

  /** Computes the outputs from the inputs. Allocates nothing. */
  void run(Kernels kernels, Operands operands);

  /**
   * Records the adjoint: adds to the gradient of each input that needs one, out of the gradients of
   * the outputs.
   */
  void differentiate(Adjoint adjoint);

  /**
   * How many of the first inputs may share storage with the first output, one at a time, if it has
   * their size.
   */
  default int overwritable() {
    return 0;
  }
}
