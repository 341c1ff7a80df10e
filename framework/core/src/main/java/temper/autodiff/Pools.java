package temper.autodiff;

import java.util.List;
import temper.tensor.Kernels;
import temper.tensor.Pooling;
import temper.tensor.Shape;

/** Pooling operations and their adjoints. */
final class Pools {

  private Pools() {}

  static Variable maxPool(Pooling geometry, Variable input, Shape pooled) {
    Node node = input.tape().record(new Max(geometry), List.of(pooled), List.of(pooled), input);
    return node.output(0);
  }

  /** The winners' values, and where they stand. */
  record Max(Pooling geometry) implements Operation {

    @Override
    public String label() {
      return "max pooling";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.maxPool(geometry, operands.in(0), operands.out(0), operands.integers(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Scatter scatter = new Scatter(geometry);
      Shape shape = adjoint.input(0).shape();
      adjoint.add(0, adjoint.tape().record(scatter, shape, adjoint.gradient(), adjoint.output(1)));
    }
  }

  /** Adds numbers where the winners stand. */
  record Scatter(Pooling geometry) implements Operation {

    @Override
    public String label() {
      return "max pooling's gradient";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.maxPoolScatter(geometry, operands.in(0), operands.integers(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Gather gather = new Gather(geometry);
      Shape shape = adjoint.input(0).shape();
      adjoint.add(0, adjoint.tape().record(gather, shape, adjoint.gradient(), adjoint.input(1)));
    }
  }

  /** Reads numbers where the winners stand. */
  record Gather(Pooling geometry) implements Operation {

    @Override
    public String label() {
      return "reading at the winners of max pooling";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.maxPoolGather(geometry, operands.in(0), operands.integers(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Scatter scatter = new Scatter(geometry);
      Shape shape = adjoint.input(0).shape();
      adjoint.add(0, adjoint.tape().record(scatter, shape, adjoint.gradient(), adjoint.input(1)));
    }
  }

  /** Means of windows. */
  record Average(Pooling geometry) implements Operation {

    @Override
    public String label() {
      return "average pooling";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.averagePool(geometry, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      AverageGradient gradient = new AverageGradient(geometry);
      Shape shape = adjoint.input(0).shape();
      adjoint.add(0, adjoint.tape().record(gradient, shape, adjoint.gradient()));
    }
  }

  /** The adjoint of means of windows. */
  record AverageGradient(Pooling geometry) implements Operation {

    @Override
    public String label() {
      return "average pooling's gradient";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.averagePoolGradient(geometry, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Average average = new Average(geometry);
      Shape shape = adjoint.input(0).shape();
      adjoint.add(0, adjoint.tape().record(average, shape, adjoint.gradient()));
    }
  }
}
