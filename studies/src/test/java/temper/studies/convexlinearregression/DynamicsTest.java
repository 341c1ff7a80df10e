package temper.studies.convexlinearregression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;

final class DynamicsTest {

  private static final QuadraticLoss LOSS = QuadraticLoss.of(1, 0.1);
  private static final double[] START = {1, 1};

  @Test
  void closedFormOfFlowAgreesWithManyTinyRungeKuttaSteps() {
    double[] closed = new GradientFlow(LOSS).at(START, 3);

    double[] e = START.clone();
    int steps = 30_000;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < 2; i++) {
        double a = -2 * LOSS.curvature(i) * 3 / steps;
        // One classical Runge-Kutta step of a linear equation is the Taylor polynomial of order 4.
        e[i] *= 1 + a + a * a / 2 + a * a * a / 6 + a * a * a * a / 24;
      }
    }
    assertArrayEquals(e, closed, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void closedFormOfFlowAgreesWithAnIntegratorInOtherCoordinates(int dimension) {
    DMatrixRMaj matrix = covariance(dimension);
    EigenSystem eigen = EigenSystem.of(matrix);
    double[] start = new double[dimension];
    Arrays.fill(start, 1);

    double[] closed = eigen.expand(new GradientFlow(eigen.loss()).at(eigen.project(start), 1.5));

    assertArrayEquals(FlowCheck.integrate(matrix, start, 1.5), closed, 1e-10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.1, 1e-3, 1e-8})
  void flowStopsAtTheWantedLoss(double level) {
    GradientFlow flow = new GradientFlow(LOSS);

    assertEquals(level, LOSS.at(flow.downTo(START, level)), 1e-12 * level);
  }

  @Test
  void flowStopsAtTheTimeThatASingleDirectionGivesInClosedForm() {
    double time = new GradientFlow(QuadraticLoss.of(0.5)).timeTo(new double[] {2}, 1e-3);

    assertEquals(StrictMath.log(2 / 1e-3) / 2, time, 1e-13);
  }

  @Test
  void flowThatStartsBelowTheLossStaysWhereItIs() {
    assertEquals(0, new GradientFlow(LOSS).timeTo(START, 1.2));
    assertThrows(IllegalArgumentException.class, () -> new GradientFlow(LOSS).timeTo(START, 0));
  }

  @Test
  void descentAtASmallRateTendsToFlow() {
    double[] error = START.clone();
    GradientDescent descent = new GradientDescent(LOSS, 1e-5);
    for (int step = 0; step < 100_000; step++) {
      descent.step(error);
    }

    assertArrayEquals(new GradientFlow(LOSS).at(START, 1), error, 3e-6);
  }

  @Test
  void descentTakesTheStepsOfTheReference() {
    int[] steps =
        DoubleStream.of(0.93, 0.95, 0.98, 0.995)
            .mapToInt(rate -> new GradientDescent(LOSS, rate).runTo(START, 1e-3, 1000).steps())
            .toArray();

    assertArrayEquals(new int[] {23, 33, 85, 344}, steps);
    assertFalse(new GradientDescent(LOSS, 1).runTo(START, 1e-3, 1000).reached());
  }

  @Test
  void theFlatDirectionIsFasterExactlyAboveTheThreshold() {
    double threshold = GradientDescent.threshold(1, 0.1);
    GradientDescent below = new GradientDescent(LOSS, threshold * 0.999);
    GradientDescent above = new GradientDescent(LOSS, threshold * 1.001);

    assertEquals(1 / 1.1, threshold);
    assertTrue(Math.abs(below.factor(0)) < Math.abs(below.factor(1)));
    assertTrue(Math.abs(above.factor(0)) > Math.abs(above.factor(1)));
  }

  @Test
  void annealedRunAgreesWithTheFormulaForItsSteps() {
    for (double flat : new double[] {0.5, 0.2, 0.1, 0.05}) {
      for (double rate : new double[] {0.96, 0.97, 0.99}) {
        AnnealedRun run =
            AnnealedRun.of(new GradientDescent(QuadraticLoss.of(1, flat), rate), START, 1e-3, 0.01);
        double contraction = Math.abs(1 - 2 * rate * flat);
        double formula =
            Math.ceil(StrictMath.log(0.01 * 1e-3 / flat) / (2 * StrictMath.log(contraction)));
        if (run.full()) {
          assertEquals(formula, run.steps());
        } else {
          assertTrue(run.steps() < formula);
        }
      }
    }
  }

  @Test
  void annealedRunHasTheReferenceNumbers() {
    AnnealedRun run = AnnealedRun.of(new GradientDescent(LOSS, 0.99), START, 1e-3, 0.01);
    QuadraticLoss test = QuadraticLoss.of(1, 1);

    assertTrue(run.full());
    assertEquals(21, run.steps());
    assertEquals(0.428, run.switchLoss(), 5e-4);
    assertEquals(0.001046, test.at(run.end()), 5e-7);
    assertEquals(0.0100, test.at(new GradientFlow(LOSS).downTo(START, 1e-3)), 5e-6);
  }

  @Test
  void annealedRunNeverPassesTheLossAtWhichItEnds() {
    RandomStream stream = new StreamRoot("test").stream("annealed", 0, "draws");
    for (int draw = 0; draw < 300; draw++) {
      QuadraticLoss loss = QuadraticLoss.of(1, stream.uniform(1e-3, 1));
      double[] start = {stream.gaussian(), stream.gaussian()};
      double level = loss.at(start) * stream.uniform(1e-6, 0.9);
      GradientDescent descent = new GradientDescent(loss, stream.uniform(0.1, 0.999));

      AnnealedRun run = AnnealedRun.of(descent, start, level, 0.01);

      assertTrue(run.switchLoss() >= level);
      assertEquals(level, loss.at(run.end()), 1e-9 * level);
    }
  }

  @Test
  void theStepBeforeAnEmptyWindowIsTheLastAboveTheLoss() {
    QuadraticLoss loss = QuadraticLoss.of(1, 0.01);
    GradientDescent descent = new GradientDescent(loss, 0.99);

    AnnealedRun run = AnnealedRun.of(descent, START, 1e-3, 0.01);

    assertFalse(run.full());
    double[] error = START.clone();
    for (int step = 0; step < run.steps(); step++) {
      descent.step(error);
    }
    assertTrue(loss.at(error) >= 1e-3);
    descent.step(error);
    assertTrue(loss.at(error) < 1e-3);
  }

  @Test
  void heavyBallWithoutMomentumIsGradientDescent() {
    GradientDescent.End plain = new GradientDescent(LOSS, 0.7).runTo(START, 1e-5, 1000);
    GradientDescent.End ball = new HeavyBall(LOSS, 0.7, 0).runTo(START, 1e-5, 1000);

    assertEquals(plain.steps(), ball.steps());
    assertArrayEquals(plain.error(), ball.error(), 1e-15);
    assertEquals(0.4, new HeavyBall(LOSS, 0.7, 0).contraction(0), 1e-15);
  }

  @Test
  void heavyBallShrinksAtTheRateOfItsRoots() {
    for (double product : new double[] {0.001, 0.5, 3, 3.7985}) {
      HeavyBall ball = new HeavyBall(QuadraticLoss.of(1), product / 2, 0.9);
      double near = Math.abs(at(ball, 4000));
      double far = Math.abs(at(ball, 4400));
      // An oscillation has zeros: the two samples only bound the mean rate roughly.
      double rate = StrictMath.pow(far / near, 1.0 / 400);

      assertEquals(ball.contraction(0), rate, 0.01, "product " + product);
    }
    assertThrows(IllegalArgumentException.class, () -> new HeavyBall(LOSS, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new HeavyBall(LOSS, 0, 0.5));
  }

  private static double at(HeavyBall ball, int steps) {
    return ball.runTo(new double[] {1}, 0, steps).error()[0];
  }

  @Test
  void eigensystemRebuildsItsMatrix() {
    DMatrixRMaj matrix = covariance(6);
    EigenSystem eigen = EigenSystem.of(matrix);
    double[] values = eigen.values();
    for (int column = 0; column < 6; column++) {
      double[] unit = new double[6];
      unit[column] = 1;
      double[] coordinates = eigen.project(unit);
      for (int i = 0; i < 6; i++) {
        assertTrue(i == 0 || values[i] <= values[i - 1]);
        coordinates[i] *= values[i];
      }
      double[] rebuilt = eigen.expand(coordinates);
      for (int row = 0; row < 6; row++) {
        assertEquals(matrix.get(row, column), rebuilt[row], 1e-13);
      }
    }
  }

  @Test
  void eigenvaluesOfATwoByTwoMatrixAreThoseOfItsQuadraticEquation() {
    double[] values = EigenSystem.of(new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}})).values();

    assertEquals((5 + Math.sqrt(5)) / 2, values[0], 1e-14);
    assertEquals((5 - Math.sqrt(5)) / 2, values[1], 1e-14);
  }

  @Test
  void badArgumentsAreNamed() {
    assertThrows(IllegalArgumentException.class, () -> QuadraticLoss.of(1, -1));
    assertThrows(IllegalArgumentException.class, QuadraticLoss::of);
    assertThrows(IllegalArgumentException.class, () -> LOSS.at(new double[3]));
    assertThrows(IllegalArgumentException.class, () -> new GradientDescent(LOSS, Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> AnnealedRun.of(new GradientDescent(LOSS, 0.5), START, 0.1, 0));
  }

  private static DMatrixRMaj covariance(int dimension) {
    RandomStream stream = new StreamRoot("test").stream("dynamics", 0, "matrix");
    DMatrixRMaj out = new DMatrixRMaj(dimension, dimension);
    for (int sample = 0; sample < 4 * dimension; sample++) {
      double[] x = new double[dimension];
      stream.fillGaussian(x);
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          out.add(i, j, x[i] * x[j] / (4 * dimension));
        }
      }
    }
    return out;
  }
}
