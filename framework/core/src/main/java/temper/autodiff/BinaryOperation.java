package temper.autodiff;

import java.util.Locale;
import temper.tensor.BinaryFunction;
import temper.tensor.Broadcast;
import temper.tensor.Kernels;
import temper.tensor.Shape;

/** A function of each pair of elements, operands repeated as NumPy does. */
record BinaryOperation(BinaryFunction function, Broadcast readA, Broadcast readB)
    implements Operation {

  /** The common shape of two operands. */
  static Shape shape(BinaryFunction function, Variable a, Variable b) {
    try {
      return Broadcast.common(a.shape(), b.shape());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: shapes %s and %s do not broadcast to one another; axes are aligned at the last one and must be equal, or 1 in one of them"
              .formatted(label(function), a.shape(), b.shape()),
          e);
    }
  }

  static Variable record(BinaryFunction function, Variable a, Variable b) {
    Shape shape = shape(function, a, b);
    BinaryOperation operation =
        new BinaryOperation(
            function, Broadcast.of(a.shape(), shape), Broadcast.of(b.shape(), shape));
    return a.tape().record(operation, shape, a, b);
  }

  private static String label(BinaryFunction function) {
    return function.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label() {
    return label(function);
  }

  private boolean plain() {
    return readA.identity() && readB.identity();
  }

  @Override
  public void run(Kernels kernels, Operands operands) {
    if (plain()) {
      kernels.apply(function, operands.in(0), operands.in(1), operands.out(0));
    } else {
      kernels.apply(function, operands.in(0), readA, operands.in(1), readB, operands.out(0));
    }
  }

  @Override
  public int overwritable() {
    return plain() ? 2 : 0;
  }

  @Override
  public void differentiate(Adjoint adjoint) {
    if (adjoint.needs(0)) {
      adjoint.add(0, Reductions.sumTo(left(adjoint), readA.operand()));
    }
    if (adjoint.needs(1)) {
      adjoint.add(1, Reductions.sumTo(right(adjoint), readB.operand()));
    }
  }

  private Variable left(Adjoint adjoint) {
    Variable b = adjoint.input(1);
    Variable g = adjoint.gradient();
    return switch (function) {
      case ADD, SUBTRACT -> g;
      case MULTIPLY -> Elementwise.multiply(g, b);
      case DIVIDE -> Elementwise.divide(g, b);
      case MAXIMUM -> Elementwise.multiply(g, Elementwise.greater(adjoint.input(0), b));
      case GREATER -> adjoint.tape().constant(g.shape(), 0);
      case GATE -> Elementwise.gate(g, b);
    };
  }

  private Variable right(Adjoint adjoint) {
    Variable a = adjoint.input(0);
    Variable b = adjoint.input(1);
    Variable g = adjoint.gradient();
    return switch (function) {
      case ADD -> g;
      case SUBTRACT -> Elementwise.negate(g);
      case MULTIPLY -> Elementwise.multiply(g, a);
      case DIVIDE ->
          Elementwise.negate(Elementwise.divide(Elementwise.multiply(g, adjoint.output(0)), b));
      case MAXIMUM -> Elementwise.multiply(g, Elementwise.affine(-1, Elementwise.greater(a, b), 1));
      case GREATER, GATE -> adjoint.tape().constant(g.shape(), 0);
    };
  }
}
