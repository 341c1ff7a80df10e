package temper.autodiff;

import temper.tensor.Kernels;

/** A constant power of each element. */
record Power(double exponent) implements Operation {

  @Override
  public String label() {
    return "power";
  }

  @Override
  public void run(Kernels kernels, Operands operands) {
    kernels.power(operands.in(0), exponent, operands.out(0));
  }

  @Override
  public int overwritable() {
    return 1;
  }

  @Override
  public void differentiate(Adjoint adjoint) {
    Variable derivative =
        Elementwise.scale(exponent, Elementwise.power(adjoint.input(0), exponent - 1));
    adjoint.add(0, Elementwise.multiply(adjoint.gradient(), derivative));
  }
}
