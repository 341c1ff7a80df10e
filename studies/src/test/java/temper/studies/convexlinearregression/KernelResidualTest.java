package temper.studies.convexlinearregression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** Descent in function space, against the same in the residuals themselves. */
final class KernelResidualTest {

  private static final KernelResidual.Params PARAMS =
      new KernelResidual.Params(12, 2, 1, 0.99, 1000, 0.1);

  private final RandomStream inputs = new StreamRoot("test").stream("kernel", 0, "inputs");

  private static double square(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }

  /** One step on the residuals: r - 2 rate K r, with the kernel matrix over n. */
  private static double[] step(DMatrixRMaj kernel, double[] residual, double rate) {
    double[] next = residual.clone();
    for (int i = 0; i < next.length; i++) {
      for (int j = 0; j < next.length; j++) {
        next[i] -= 2 * rate * kernel.get(i, j) * residual[j];
      }
    }
    return next;
  }

  @Test
  void coordinatesDescendAsResidualsDoAndStopAtTheSameStep() {
    DMatrixRMaj kernel = KernelResidual.kernel(PARAMS, inputs);
    EigenSystem eigen = EigenSystem.of(kernel);
    double[] values = eigen.values();
    double[] error = new double[PARAMS.n()];
    double[] scaled = new double[PARAMS.n()];
    for (int j = 0; j < error.length; j++) {
      error[j] = j % 2 == 0 ? 1 : -0.5;
      scaled[j] = Math.sqrt(values[j]) * error[j];
    }
    double[] residual = eigen.expand(scaled);
    double level = PARAMS.loss() * square(residual);

    int steps = 0;
    double rate = PARAMS.rate() / values[0];
    double[] next = step(kernel, residual, rate);
    while (square(next) >= level) {
      residual = next;
      next = step(kernel, residual, rate);
      steps++;
    }
    int made = KernelResidual.large(error, eigen.loss(), level, PARAMS);

    assertTrue(steps > 5, "the test is of several steps: " + steps);
    assertEquals(steps, made);
    for (int j = 0; j < error.length; j++) {
      scaled[j] = Math.sqrt(values[j]) * error[j];
    }
    assertArrayEquals(residual, eigen.expand(scaled), 1e-9);
  }

  @Test
  void theKernelOfAnInputWithItselfIsOneAndFallsWithTheDistance() {
    DMatrixRMaj kernel = KernelResidual.kernel(PARAMS, inputs);

    for (int i = 0; i < PARAMS.n(); i++) {
      assertEquals(1.0 / PARAMS.n(), kernel.get(i, i), 1e-15);
      for (int j = 0; j < PARAMS.n(); j++) {
        assertEquals(kernel.get(i, j), kernel.get(j, i), 0);
        // Inputs on a square of side 2 are at most sqrt(8) apart.
        assertTrue(kernel.get(i, j) * PARAMS.n() >= Math.exp(-4) - 1e-12);
      }
    }
  }
}
