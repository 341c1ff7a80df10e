package temper.studies.annealingfolklore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** The models that need no data, against closed forms and brute force. */
final class ModelsTest {

  private static RandomStream stream(String purpose) {
    return new StreamRoot("test").stream("folklore-models", 0, purpose);
  }

  @Test
  void theLeastAbsoluteDeviationFromNumbersIsThatFromTheirMedian() {
    double[] numbers = {5, -1, 2, 30, 4};
    double[][] ones = new double[numbers.length][];
    Arrays.fill(ones, new double[] {1});
    LeastAbsoluteDeviations loss = new LeastAbsoluteDeviations(ones, numbers);

    LeastAbsoluteDeviations.Minimum minimum = loss.minimum();

    double atMedian = (1 + 5 + 2 + 26 + 0) / 5.0;
    assertEquals(atMedian, minimum.high(), 1e-6);
    assertEquals(atMedian, minimum.low(), 1e-6);
  }

  @Test
  void theMinimumIsTheBestOfAllLinesThroughTwoPoints() {
    LeastAbsoluteDeviations loss = LeastAbsoluteDeviations.draw(15, 2, 0.5, stream("lines"));

    double best = bestVertex(15, 2, 0.5);

    assertEquals(best, loss.minimum().high(), 1e-6);
    assertEquals(best, loss.minimum().low(), 2e-6);
  }

  /** In two dimensions a least absolute deviation is reached where two residuals vanish. */
  private static double bestVertex(int samples, int dimension, double error) {
    RandomStream data = stream("lines");
    double[] solution = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      solution[j] = data.gaussian() / Math.sqrt(dimension);
    }
    double[][] a = new double[samples][dimension];
    double[] b = new double[samples];
    for (int i = 0; i < samples; i++) {
      data.fillGaussian(a[i]);
      b[i] = a[i][0] * solution[0] + a[i][1] * solution[1] + error * data.gaussian();
    }
    LeastAbsoluteDeviations loss = new LeastAbsoluteDeviations(a, b);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < samples; i++) {
      for (int k = 0; k < i; k++) {
        double determinant = a[i][0] * a[k][1] - a[i][1] * a[k][0];
        double x = (b[i] * a[k][1] - a[i][1] * b[k]) / determinant;
        double y = (a[i][0] * b[k] - b[i] * a[k][0]) / determinant;
        best = Math.min(best, loss.at(new double[] {x, y}));
      }
    }
    return best;
  }

  @Test
  void aStepGoesDownTheSlopeOfItsSample() {
    LeastAbsoluteDeviations loss =
        new LeastAbsoluteDeviations(new double[][] {{2, -1}}, new double[] {-3});
    double[] x = {1, 1};

    loss.step(x, 0, 0.1);

    assertEquals(0.8, x[0], 1e-15);
    assertEquals(1.1, x[1], 1e-15);
    assertEquals(4 - 0.1 * 5, loss.at(x), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void theFloorIsWhereTheRecursionOfSecondMomentsRests(int batch) {
    NoisyLeastSquares problem = NoisyLeastSquares.STANDARD;
    double[] moments = new double[problem.dimension()];

    for (int step = 0; step < 20_000; step++) {
      problem.expectedStep(moments, 0.1, batch);
    }

    assertEquals(problem.floor(0.1, batch), problem.expected(moments), 1e-12);
  }

  /** The standard error of the mean is measured; six of them are missed once in 5e8 times. */
  @Test
  void theRecursionIsTheMeanOfSampledSteps() {
    NoisyLeastSquares problem = new NoisyLeastSquares(new double[] {1, 0.5}, 0.7);
    double[] start = {0.8, -1.5};
    RandomStream examples = stream("steps");
    int runs = 200_000;
    double sum = 0;
    double squares = 0;

    for (int run = 0; run < runs; run++) {
      double[] errors = start.clone();
      problem.step(errors, new double[2], 0.3, 2, examples);
      double excess = problem.excess(errors);
      sum += excess;
      squares += excess * excess;
    }

    // The recursion is of diagonal second moments; the mixed one of this start is added by hand:
    // E (x'e)^2 x_j^2 = h_j (e'He + 2 h_j e_j^2) needs no mixed moment, so none is missing.
    double[] moments = {start[0] * start[0], start[1] * start[1]};
    problem.expectedStep(moments, 0.3, 2);
    double mean = sum / runs;
    double error = Math.sqrt((squares / runs - mean * mean) / runs);
    assertEquals(problem.expected(moments), mean, 6 * error);
  }

  @Test
  void aSmallRateHasTheFloorOfTheTextbook() {
    NoisyLeastSquares problem = new NoisyLeastSquares(new double[] {1}, 2);

    // rate s^2 h / (4 B) to first order
    assertEquals(1e-4 * 4 / (4 * 8), problem.floor(1e-4, 8), 1e-8);
  }

  @Test
  void aRateThatSettlesNowhereHasNoFloor() {
    assertThrows(IllegalArgumentException.class, () -> NoisyLeastSquares.STANDARD.floor(0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> NoisyLeastSquares.STANDARD.floor(3, 1024));
  }

  /** Each bound is six standard errors: missed once in 5e8 times. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64, 100, 4096})
  void theMeanOfBatchSignsHasMeanZeroAndVarianceOneOverTheBatch(int batch) {
    RandomStream examples = stream("signs-" + batch);
    int draws = 50_000;
    double sum = 0;
    double squares = 0;

    for (int i = 0; i < draws; i++) {
      double mean = BatchTemperature.meanSign(batch, examples);
      assertTrue(Math.abs(mean) <= 1);
      sum += mean;
      squares += mean * mean;
    }

    assertEquals(0, sum / draws, 6 / Math.sqrt((double) batch * draws));
    assertEquals(1.0 / batch, squares / draws, 6 * Math.sqrt(2.0 / draws) / batch);
  }
}
