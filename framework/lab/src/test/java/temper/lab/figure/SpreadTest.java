package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals(1, spread.lowWhisker());
    assertEquals(4, spread.highWhisker());
  }

  /** The quartiles 2 and 4 give 0.9 * 2 / 1.34 * 5^-1/5; the deviation is larger. */
  @Test
  void aDensityIsThatOfSilvermansKernel() {
    Spread spread = new Spread(VALUES);
    double width = 0.9 * (2 / 1.34) * StrictMath.pow(5, -0.2);
    double expected = 0;
    for (double value : new double[] {1, 2, 3, 4, 50}) {
      double z = (2.5 - value) / width;
      expected += StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) / width / 5;
    }

    assertEquals(expected, spread.density(new double[] {2.5})[0], 1e-15);
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

    assertEquals(1, spread.density(new double[] {1})[0] > 1 ? 1 : 0);
  }

  @Test
  void positionsOfLogarithmicAxesAreLogarithms() {
    Spread spread = new Spread(new double[] {1, 10, 1000}).positions(Axis.Scale.LOG);

    assertEquals(1, spread.quantile(0.5));
    assertEquals(3, spread.value(2));
  }
}
