package temper.autodiff;

import temper.tensor.Kernels;

/** {@code scale x + shift} for each element. */
record Affine(double scale, double shift) implements Operation {

  @Override
  public String label() {
    return "affine";
  }

  @Override
  public void run(Kernels kernels, Operands operands) {
    kernels.affine(scale, operands.in(0), shift, operands.out(0));
  }

  @Override
  public int overwritable() {
    return 1;
  }

  @Override
  public void differentiate(Adjoint adjoint) {
    adjoint.add(0, Elementwise.scale(scale, adjoint.gradient()));
  }
}
