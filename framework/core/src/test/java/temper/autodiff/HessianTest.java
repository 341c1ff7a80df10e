package temper.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import temper.numerics.StableMath;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/** Hessian-vector products and eigenvalues against Hessians that are known. */
class HessianTest {

  private static final Kernels FLOAT64 = KernelProviders.best().create(Precision.FLOAT64);
  private static final int N = 6;

  private final Tape tape = new Tape(Precision.FLOAT64);
  private final RandomStream stream = new StreamRoot("hessian").stream("test", 0, "numbers");

  private Variable random(String name, int... lengths) {
    Variable variable = tape.input(name, Shape.of(lengths));
    for (int i = 0; i < variable.shape().size(); i++) {
      variable.tensor().set(i, stream.gaussian());
    }
    return variable;
  }

  /** {@code x' A x / 2 + b' x} with a given diagonal A turned by a rotation. */
  private Variable quadratic(Variable x, double... eigenvalues) {
    Variable scale =
        tape.input("eigenvalues", Tensor.of(Precision.FLOAT64, x.shape(), eigenvalues));
    // A Householder reflection Q = I - 2 v v' / v'v is orthogonal: A = Q D Q.
    Variable v = random("axis", x.shape().size());
    Variable squares = Matrices.dot(v, v);
    Variable share = Elementwise.divide(Matrices.dot(v, x), squares);
    Variable turned = Elementwise.subtract(x, Elementwise.scale(2, Elementwise.multiply(v, share)));
    Variable form = Matrices.dot(Elementwise.multiply(scale, turned), turned);
    return Elementwise.add(
        Elementwise.scale(0.5, form), Matrices.dot(random("b", x.shape().size()), x));
  }

  @Test
  void extremeEigenvaluesOfAQuadraticAreThoseItWasMadeOf() {
    Variable x = random("x", N);
    Variable loss = quadratic(x, 3, -2, 0.5, 7, 0, 1);
    HessianVectorProduct hessian = new HessianVectorProduct(FLOAT64, loss, x);

    ExtremeEigenvalues found = ExtremeEigenvalues.of(hessian, stream, 1e-12, 100);

    assertEquals(7, found.largest(), 1e-12);
    assertEquals(-2, found.smallest(), 1e-12);
    assertTrue(found.products() <= N, found.toString());
    assertTrue(found.largestError() < 1e-10, found.toString());
  }

  @Test
  void errorsBoundTheDistanceToAnEigenvalue() {
    double[] eigenvalues = new double[40];
    for (int i = 0; i < eigenvalues.length; i++) {
      eigenvalues[i] = i * i / 10.0;
    }
    Variable x = random("x", eigenvalues.length);
    Variable loss = quadratic(x, eigenvalues);
    HessianVectorProduct hessian = new HessianVectorProduct(FLOAT64, loss, x);

    for (int products : new int[] {1, 2, 5, 10, 20}) {
      ExtremeEigenvalues found = ExtremeEigenvalues.of(hessian, stream, 1e-9, products);

      assertTrue(found.products() <= products, found.toString());
      assertTrue(found.largest() <= 152.1 + 1e-9, found.toString());
      assertTrue(distance(found.largest(), eigenvalues) <= found.largestError() + 1e-9);
      assertTrue(distance(found.smallest(), eigenvalues) <= found.smallestError() + 1e-9);
    }
    assertEquals(152.1, ExtremeEigenvalues.of(hessian, stream, 1e-6, 40).largest(), 1e-4);
  }

  private static double distance(double x, double[] values) {
    return Arrays.stream(values).map(value -> Math.abs(value - x)).min().orElseThrow();
  }

  @Test
  void theHessianOfLogisticRegressionIsThatOfTheFormula() {
    int rows = 9;
    int columns = 4;
    Variable x = random("x", rows, columns);
    Variable w = random("w", columns, 1);
    Variable signs = random("signs", rows, 1);
    for (int i = 0; i < rows; i++) {
      signs.tensor().set(i, i % 2 == 0 ? 1 : -1);
    }
    Variable margins = Elementwise.multiply(Matrices.multiply(x, w), signs);
    Variable losses = Elementwise.apply(UnaryFunction.SOFTPLUS, Elementwise.negate(margins));
    HessianVectorProduct hessian = new HessianVectorProduct(FLOAT64, Reductions.mean(losses), w);
    double[] direction = {0.3, -1, 2, 0.7};
    Tensor product = Tensor.zeros(Precision.FLOAT64, w.shape());

    hessian.multiply(Tensor.of(Precision.FLOAT64, w.shape(), direction), product);

    double[] expected = new double[columns];
    for (int i = 0; i < rows; i++) {
      double f = 0;
      double along = 0;
      for (int j = 0; j < columns; j++) {
        f += x.tensor().get(i * columns + j) * w.tensor().get(j);
        along += x.tensor().get(i * columns + j) * direction[j];
      }
      double p = StableMath.sigmoid(f);
      for (int j = 0; j < columns; j++) {
        expected[j] += x.tensor().get(i * columns + j) * p * (1 - p) * along / rows;
      }
    }
    assertArrayEquals(expected, product.toArray(), 1e-14);
  }

  @Test
  void theProductIsTheLimitOfDifferencesOfTheGradient() {
    int inputs = 5;
    int hidden = 4;
    Variable theta = random("theta", inputs * hidden + hidden);
    Variable x = random("x", 7, inputs);
    Variable y = random("y", 7, 1);
    Variable first = Reshaping.slice(theta, 0, Shape.of(inputs, hidden));
    Variable second = Reshaping.slice(theta, inputs * hidden, Shape.of(hidden, 1));
    Variable active = Elementwise.apply(UnaryFunction.TANH, Matrices.multiply(x, first));
    Variable residual = Elementwise.subtract(Matrices.multiply(active, second), y);
    Variable loss = Reductions.mean(Elementwise.square(residual));
    Variable gradient = tape.gradient(loss, theta);
    Program program = tape.compile(FLOAT64, gradient);
    Variable direction = random("direction", theta.shape().size());
    Tensor product = Tensor.zeros(Precision.FLOAT64, theta.shape());

    new HessianVectorProduct(FLOAT64, loss, theta).multiply(direction.tensor(), product);

    double h = 1e-5;
    FLOAT64.accumulate(h, direction.tensor(), 1, theta.tensor());
    program.run();
    double[] above = program.value(gradient).toArray();
    FLOAT64.accumulate(-2 * h, direction.tensor(), 1, theta.tensor());
    program.run();
    double[] below = program.value(gradient).toArray();
    double[] difference = new double[above.length];
    for (int i = 0; i < above.length; i++) {
      difference[i] = (above[i] - below[i]) / (2 * h);
    }
    assertArrayEquals(difference, product.toArray(), 1e-8);
  }

  @Test
  void aLinearLossHasNoCurvature() {
    Variable x = random("x", 3);
    HessianVectorProduct hessian =
        new HessianVectorProduct(FLOAT64, Reductions.sum(Elementwise.scale(2, x)), x);

    ExtremeEigenvalues found = ExtremeEigenvalues.of(hessian, stream, 1e-9, 10);

    assertEquals(new ExtremeEigenvalues(0, 0, 0, 0, 1), found);
  }

  @Test
  void whatOverflowsIsNoEigenvalue() {
    Variable x = random("x", 3);
    Variable huge = Elementwise.exp(Elementwise.affine(1, x, 1000));
    HessianVectorProduct hessian = new HessianVectorProduct(FLOAT64, Reductions.sum(huge), x);

    assertTrue(Double.isNaN(ExtremeEigenvalues.of(hessian, stream, 1e-9, 10).largest()));
  }

  @Test
  void numbersOutsideTheirRangeAreRejected() {
    Variable x = random("x", 3);
    HessianVectorProduct hessian = new HessianVectorProduct(FLOAT64, Matrices.dot(x, x), x);

    for (double[] wrong : new double[][] {{0, 1}, {Double.NaN, 1}, {1, 0}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> ExtremeEigenvalues.of(hessian, stream, wrong[0], (int) wrong[1]));
    }
  }
}
