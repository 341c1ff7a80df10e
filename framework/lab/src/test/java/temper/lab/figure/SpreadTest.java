package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Axis;

class SpreadTest {

  private static final double[] VALUES = {3, 1, 2, 50, 4, Double.NaN};

  @Test
  void whiskersEndAtTheFurthestValuesThatAreNotFar() {
    Spread spread = new Spread(VALUES);

    assertEquals(5, spread.size());
    assertEquals(2, spread.quantile(0.25));
    assertEquals(4, spread.quantile(0.75));
    assertEquals(1, spread.lowWhisker(Axis.Scale.LINEAR));
    assertEquals(4, spread.highWhisker(Axis.Scale.LINEAR));
  }

  /** R: x <- c(1, 2, 3, 4, 50); mean(dnorm(2.5, x, bw.nrd0(x))). */
  @Test
  void aDensityIsThatOfSilvermansKernel() {
    Spread spread = new Spread(VALUES);
    assertEquals(0.193675906731997, spread.density(new double[] {2.5})[0], 1e-15);
  }

  @Test
  void aDensityOfManyPlacesIntegratesToNearlyOne() {
    Spread spread = new Spread(Gallery.range(-1, 1, 201));
    double[] places = Gallery.range(-3, 3, 601);
    double sum = 0;
    for (double value : spread.density(places)) {
      sum += 0.01 * value;
    }

    assertEquals(1, sum, 1e-6);
    assertEquals(81, spread.places().length);
    assertEquals(1, spread.places()[80], 1e-15);
  }

  @Test
  void equalValuesWithAnOutlierStillHaveAWidth() {
    Spread spread = new Spread(new double[] {1, 1, 1, 1, 1, 1, 1, 2});

    assertTrue(spread.density(new double[] {1})[0] > 1);
  }

  @Test
  void positionsOfLogarithmicAxesAreLogarithms() {
    Spread spread = new Spread(new double[] {1, 10, 1000}).positions(Axis.Scale.LOG);

    assertEquals(1, spread.quantile(0.5));
    assertEquals(3, spread.value(2));
  }

  /** Quartiles 10 and 1000, so that nothing within 10^-2 and 10^6 is far on a logarithmic axis. */
  @Test
  void whiskersReachAsFarAsTheAxisShows() {
    Spread spread = new Spread(new double[] {1, 10, 100, 1000, 10_000});

    assertEquals(10_000, spread.highWhisker(Axis.Scale.LOG));
    assertEquals(1, spread.lowWhisker(Axis.Scale.LOG));
    assertEquals(1000, spread.highWhisker(Axis.Scale.LINEAR));
  }
}
