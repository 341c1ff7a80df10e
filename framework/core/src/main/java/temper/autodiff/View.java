package temper.autodiff;

import temper.tensor.Kernels;

/** Contiguous elements of the input under another shape: nothing is computed or copied. */
interface View extends Operation {

  /** Index of the first element within the input. */
  int start();

  @Override
  default void run(Kernels kernels, Operands operands) {
    throw new IllegalStateException("a view is not run");
  }

  @Override
  default void differentiate(Adjoint adjoint) {
    adjoint.addPart(0, start(), adjoint.gradient());
  }
}
