package temper.studies.fullbatch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.UnaryFunction;

final class FullBatchLossTest {

  private static final StreamRoot ROOT = new StreamRoot("full-batch-loss-test");
  private static final double[][] INPUTS = new double[7][3];
  private static final double[][] TARGETS = new double[7][2];

  static {
    RandomStream stream = ROOT.stream("examples", 0, "all");
    for (int i = 0; i < INPUTS.length; i++) {
      stream.fillGaussian(INPUTS[i]);
      stream.fillGaussian(TARGETS[i]);
    }
  }

  private static FeedForward network(UnaryFunction activation, boolean biased) {
    return new FeedForward(List.of(3, 4, 2), activation, biased);
  }

  private static double[] point(FeedForward network) {
    double[] point = new double[network.size()];
    ROOT.stream("point", 0, "all").fillGaussian(point);
    return point;
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "TANH"})
  void theTapeComputesWhatTheFormulaSays(UnaryFunction activation) {
    for (boolean biased : new boolean[] {false, true}) {
      FeedForward network = network(activation, biased);
      double[] point = point(network);
      double sum = 0;
      for (int i = 0; i < INPUTS.length; i++) {
        double[] outputs = network.at(point, INPUTS[i]);
        for (int k = 0; k < outputs.length; k++) {
          sum += (outputs[k] - TARGETS[i][k]) * (outputs[k] - TARGETS[i][k]);
        }
      }
      double loss = network.squaredError(INPUTS, TARGETS).at(point);
      assertEquals(sum / (2 * INPUTS.length * 2), loss, 1e-14 * loss);
    }
  }

  @Test
  void gradientsAreDifferencesOfTheLoss() {
    FeedForward network = network(UnaryFunction.TANH, true);
    FullBatchLoss loss = network.squaredError(INPUTS, TARGETS);
    double[] point = point(network);
    double[] gradient = new double[point.length];

    assertEquals(loss.at(point), loss.gradient(point, gradient));

    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      assertEquals((loss.at(up) - loss.at(down)) / 2e-5, gradient[i], 1e-8);
    }
  }

  @Test
  void hessiansAreDifferencesOfTheGradient() {
    FeedForward network = network(UnaryFunction.TANH, true);
    FullBatchLoss loss = network.squaredError(INPUTS, TARGETS);
    double[] point = point(network);
    DMatrixRMaj hessian = loss.hessian(point);
    double[] high = new double[point.length];
    double[] low = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      loss.gradient(up, high);
      loss.gradient(down, low);
      for (int i = 0; i < point.length; i++) {
        assertEquals((high[i] - low[i]) / 2e-5, hessian.get(i, j), 1e-7);
      }
    }
  }

  @Test
  void lanczosFindsTheExtremesOfTheWholeHessian() {
    FeedForward network = network(UnaryFunction.TANH, false);
    FullBatchLoss loss = network.squaredError(INPUTS, TARGETS);
    double[] point = point(network);

    double[] all = SymmetricEigen.of(loss.hessian(point)).values();
    double largest = loss.extremes(point, ROOT.stream("lanczos", 0, "start")).largest();

    assertEquals(all[0], largest, 1e-9 * all[0]);
  }

  @Test
  void descentGoesAgainstTheGradient() {
    FeedForward network = network(UnaryFunction.TANH, false);
    FullBatchLoss loss = network.squaredError(INPUTS, TARGETS);
    double[] point = point(network);
    double[] gradient = new double[point.length];
    double[] expected = point.clone();
    double before = loss.gradient(point, gradient);
    for (int i = 0; i < expected.length; i++) {
      expected[i] -= 0.1 * gradient[i];
    }

    assertEquals(before, loss.descend(point, 0.1, new double[point.length]));

    assertArrayEquals(expected, point);
    assertTrue(loss.at(point) < before);
  }

  @Test
  void eigenvaluesComeInFallingOrderWithTheirVectors() {
    DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, -5}});

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    assertArrayEquals(new double[] {3, 1, -5}, eigen.values(), 1e-14);
    double[] top = eigen.top();
    assertEquals(Math.sqrt(0.5), Math.abs(top[0]), 1e-14);
    assertEquals(top[0], top[1], 1e-14);
  }

  @Test
  void mistakesNameTheValueAndWhatIsAllowed() {
    assertThrows(IllegalArgumentException.class, () -> FeedForward.homogeneous(3));
    assertThrows(IllegalArgumentException.class, () -> FeedForward.homogeneous(3, 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FeedForward(List.of(1, 1), UnaryFunction.EXP, false));
    FullBatchLoss loss = network(UnaryFunction.TANH, true).squaredError(INPUTS, TARGETS);
    String message =
        assertThrows(IllegalArgumentException.class, () -> loss.at(new double[3])).getMessage();
    assertEquals("point must have 26 numbers, got 3", message);
    DMatrixRMaj broken = new DMatrixRMaj(new double[][] {{Double.NaN}});
    assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(broken));
  }
}
