package temper.studies.convexlinearregression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

final class LeastSquaresTest {

  private static final int N = 30;
  private static final int P = 4;

  private final RandomStream stream = new StreamRoot("test").stream("least-squares", 0, "data");
  private final double[][] inputs = new double[N][P];
  private final double[] labels = new double[N];
  private final double[][] testInputs = new double[10][P];
  private final double[] testLabels = new double[10];

  LeastSquaresTest() {
    for (int i = 0; i < N; i++) {
      stream.fillGaussian(inputs[i]);
      inputs[i][3] *= 0.3;
      labels[i] = inputs[i][0] - 2 * inputs[i][3] + 0.5 * stream.gaussian();
    }
    for (int i = 0; i < testInputs.length; i++) {
      stream.fillGaussian(testInputs[i]);
      testLabels[i] = testInputs[i][0] - 2 * testInputs[i][3];
    }
  }

  @Test
  void flowEndsWhereGradientDescentOnTheWeightsDoes() {
    double share = 0.05;
    Comparison comparison =
        new LeastSquares(inputs, labels, testInputs, testLabels).compare(0.9, 0.01, share);

    // Tiny steps on the raw weights; the minimum is where many of them end.
    double minimum = mean(inputs, labels, descend(0.02, 20_000, -1));
    double start = mean(inputs, labels, new double[P]);
    double level = minimum + share * (start - minimum);
    double[] weights = descend(1e-4, 1_000_000, level);

    assertEquals(mean(testInputs, testLabels, weights), comparison.flowTest(), 1e-4);
    assertTrue(comparison.run().steps() > 0);
  }

  private double[] descend(double rate, int steps, double level) {
    double[] w = new double[P];
    for (int step = 0; step < steps; step++) {
      if (mean(inputs, labels, w) <= level) {
        break;
      }
      double[] gradient = new double[P];
      for (int i = 0; i < N; i++) {
        double residual = residual(inputs[i], labels[i], w);
        for (int j = 0; j < P; j++) {
          gradient[j] += 2 * residual * inputs[i][j] / N;
        }
      }
      for (int j = 0; j < P; j++) {
        w[j] -= rate * gradient[j];
      }
    }
    return w;
  }

  private static double mean(double[][] x, double[] y, double[] w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double residual = residual(x[i], y[i], w);
      sum += residual * residual;
    }
    return sum / x.length;
  }

  private static double residual(double[] x, double y, double[] w) {
    double out = -y;
    for (int j = 0; j < w.length; j++) {
      out += x[j] * w[j];
    }
    return out;
  }
}
