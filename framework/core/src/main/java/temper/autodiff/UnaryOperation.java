package temper.autodiff;

import java.util.Locale;
import temper.tensor.Kernels;
import temper.tensor.UnaryFunction;

/** A function of each element. */
record UnaryOperation(UnaryFunction function) implements Operation {

  @Override
  public String label() {
    return function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void run(Kernels kernels, Operands operands) {
    kernels.apply(function, operands.in(0), operands.out(0));
  }

  @Override
  public int overwritable() {
    return 1;
  }

  @Override
  public void differentiate(Adjoint adjoint) {
    Variable x = adjoint.input(0);
    Variable y = adjoint.output(0);
    Variable g = adjoint.gradient();
    switch (function) {
      case SIGN, STEP -> adjoint.add(0, adjoint.tape().constant(x.shape(), 0));
      case LOG -> adjoint.add(0, Elementwise.divide(g, x));
      // By the output, so that the input's storage can be used again at once.
      case RELU -> adjoint.add(0, Elementwise.gate(g, y));
      case TANH ->
          adjoint.add(0, Elementwise.subtract(g, Elementwise.multiply(g, Elementwise.square(y))));
      default -> adjoint.add(0, Elementwise.multiply(g, derivative(x, y)));
    }
  }

  /** The derivative at x, where the function is y. */
  private Variable derivative(Variable x, Variable y) {
    return switch (function) {
      case EXP -> y;
      case SQRT -> Elementwise.scale(0.5, Elementwise.reciprocal(y));
      case SQUARE -> Elementwise.scale(2, x);
      case RECIPROCAL -> Elementwise.negate(Elementwise.square(y));
      case ABS -> Elementwise.apply(UnaryFunction.SIGN, x);
      case SIGMOID -> Elementwise.subtract(y, Elementwise.square(y));
      case SOFTPLUS -> Elementwise.apply(UnaryFunction.SIGMOID, x);
      case NORMAL_DISTRIBUTION -> Elementwise.apply(UnaryFunction.NORMAL_DENSITY, x);
      case NORMAL_DENSITY -> Elementwise.negate(Elementwise.multiply(x, y));
      case LOG, TANH, RELU, SIGN, STEP ->
          throw new IllegalStateException(label() + " has an adjoint of its own");
    };
  }
}
