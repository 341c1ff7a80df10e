package temper.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** The example of the package's description, run to the solution of the normal equations. */
class LeastSquaresTest {

  private final Kernels kernels = KernelProviders.best().create(Precision.FLOAT64);
  private final RandomStream stream = new StreamRoot("least squares").stream("test", 0, "data");

  @Test
  void gradientDescentEndsAtTheSolutionOfTheNormalEquations() {
    Tape tape = new Tape(Precision.FLOAT64);
    Variable x = tape.input("x", Shape.of(100, 2));
    Variable y = tape.input("y", Shape.of(100, 1));
    Variable w = tape.input("w", Shape.of(2, 1));
    Variable residual = Elementwise.subtract(Matrices.multiply(x, w), y);
    Variable loss = Reductions.mean(Elementwise.square(residual));
    Variable gradient = tape.gradient(loss, w);
    Program program = tape.compile(kernels, loss, gradient);
    fill(x.tensor());
    fill(y.tensor());

    for (int step = 0; step < 200; step++) {
      program.run();
      kernels.accumulate(-0.2, program.value(gradient), 1, w.tensor());
    }

    double[] solution = solve(x.tensor(), y.tensor());
    assertEquals(solution[0], w.tensor().get(0), 1e-14);
    assertEquals(solution[1], w.tensor().get(1), 1e-14);
    double sharpness =
        ExtremeEigenvalues.of(new HessianVectorProduct(kernels, loss, w), stream, 1e-9, 10)
            .largest();
    assertTrue(sharpness < 2 / 0.2, "stable, as it converged: " + sharpness);
    assertEquals(4, tape.compile(kernels, gradient).operationCount());
  }

  private void fill(Tensor tensor) {
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, stream.gaussian());
    }
  }

  /** By Cramer's rule. */
  private static double[] solve(Tensor x, Tensor y) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ay = 0;
    double by = 0;
    for (int i = 0; i < y.size(); i++) {
      double a = x.get(2 * i);
      double b = x.get(2 * i + 1);
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ay += a * y.get(i);
      by += b * y.get(i);
    }
    double determinant = aa * bb - ab * ab;
    return new double[] {(ay * bb - by * ab) / determinant, (aa * by - ab * ay) / determinant};
  }
}
