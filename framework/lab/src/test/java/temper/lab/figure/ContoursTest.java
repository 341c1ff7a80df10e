package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContoursTest {

  private static final double[] AXIS = Gallery.range(-2, 2, 81);

  private static double[][] heights(java.util.function.DoubleBinaryOperator f) {
    double[][] z = new double[AXIS.length][AXIS.length];
    for (int i = 0; i < AXIS.length; i++) {
      for (int j = 0; j < AXIS.length; j++) {
        z[i][j] = f.applyAsDouble(AXIS[j], AXIS[i]);
      }
    }
    return z;
  }

  @Test
  void aBowlHasCirclesThatAreClosedAndOfTheRightRadius() {
    double[][] bowl = heights((x, y) -> x * x + y * y);

    for (double radius : new double[] {0.3, 1, 1.7}) {
      List<Contours.Curve> curves = Contours.trace(AXIS, AXIS, bowl, radius * radius);

      assertEquals(1, curves.size());
      Contours.Curve circle = curves.get(0);
      int last = circle.x().length - 1;
      assertTrue(last > 20);
      assertEquals(circle.x()[0], circle.x()[last]);
      assertEquals(circle.y()[0], circle.y()[last]);
      double length = 0;
      for (int i = 0; i <= last; i++) {
        // Linear interpolation of a parabola over a cell of h errs by at most h^2/4 in height.
        double height = circle.x()[i] * circle.x()[i] + circle.y()[i] * circle.y()[i];
        assertEquals(radius * radius, height, 0.05 * 0.05 / 4 + 1e-12);
        if (i > 0) {
          double dx = circle.x()[i] - circle.x()[i - 1];
          double dy = circle.y()[i] - circle.y()[i - 1];
          length += Math.sqrt(dx * dx + dy * dy);
        }
      }
      assertEquals(2 * Math.PI * radius, length, 0.01 * radius + 0.01);
    }
  }

  @Test
  void aCircleThatLeavesTheGridIsFourArcs() {
    double[][] bowl = heights((x, y) -> x * x + y * y);

    List<Contours.Curve> curves = Contours.trace(AXIS, AXIS, bowl, 5);

    assertEquals(4, curves.size());
    for (Contours.Curve arc : curves) {
      int last = arc.x().length - 1;
      assertEquals(2, Math.max(Math.abs(arc.x()[0]), Math.abs(arc.y()[0])), 1e-12);
      assertEquals(2, Math.max(Math.abs(arc.x()[last]), Math.abs(arc.y()[last])), 1e-12);
    }
  }

  @Test
  void aSaddleIsCutByTheHeightOfItsMiddle() {
    double[] unit = {0, 1};
    double[][] highMiddle = {{1, 0}, {0, 0.8}};
    double[][] lowMiddle = {{1, 0}, {0, 0.6}};

    // Corners at lower left and upper right are high: with a high middle they are joined, and the
    // lines go around the two low corners; with a low one around the two high ones.
    assertTrue(cutsCorner(Contours.trace(unit, unit, highMiddle, 0.43), 1, 0));
    assertTrue(cutsCorner(Contours.trace(unit, unit, lowMiddle, 0.43), 0, 0));
  }

  private static boolean cutsCorner(List<Contours.Curve> curves, double x, double y) {
    assertEquals(2, curves.size());
    for (Contours.Curve curve : curves) {
      boolean both =
          (curve.x()[0] == x && curve.y()[1] == y) || (curve.x()[1] == x && curve.y()[0] == y);
      if (both) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theOtherSaddleIsCutAlike() {
    double[] unit = {0, 1};
    double[][] highMiddle = {{0, 1}, {0.8, 0}};

    assertTrue(cutsCorner(Contours.trace(unit, unit, highMiddle, 0.43), 0, 0));
    assertTrue(cutsCorner(Contours.trace(unit, unit, highMiddle, 0.47), 1, 0));
  }

  @Test
  void cellsWithoutAHeightAreLeftOut() {
    double[][] bowl = heights((x, y) -> x > 0.5 ? Double.NaN : x * x + y * y);

    List<Contours.Curve> curves = Contours.trace(AXIS, AXIS, bowl, 1);

    assertEquals(1, curves.size());
    for (double x : curves.get(0).x()) {
      assertTrue(x <= 0.5 + 1e-9);
    }
  }

  @Test
  void aLevelThatIsNotReachedHasNoLines() {
    assertEquals(List.of(), Contours.trace(AXIS, AXIS, heights((x, y) -> x), 3));
  }
}
