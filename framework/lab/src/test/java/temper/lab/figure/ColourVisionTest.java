package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import temper.lab.study.chart.Ink;

class ColourVisionTest {

  private static final int COLORS = 7;

  /** Of the seven inks, under every kind of vision; 2.3 is just noticeable. */
  private static final double LEAST_DISTANCE = 10;

  /** Of the first four, which most figures need no more than. */
  private static final double LEAST_OF_FOUR = 12;

  /** Of an ink from paper, in grey print too. */
  private static final double LEAST_ON_WHITE = 19;

  @ParameterizedTest
  @CsvSource({
    "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
    "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
    "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
    "50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792",
    "50, 2.5000, 0, 73, 25, -18, 27.1492",
    "50, 2.5000, 0, 56, -27, -3, 31.9030",
    "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
    "63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630",
    "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082",
  })
  void distancesAreThoseOfThePublishedPairs(
      double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
    double distance = ColourVision.distance(new double[] {l1, a1, b1}, new double[] {l2, a2, b2});

    assertEquals(expected, distance, 1e-4);
  }

  @Test
  void whiteAndBlackLookTheSameToEverybody() {
    for (ColourVision.Kind kind : ColourVision.Kind.values()) {
      assertEquals(100, ColourVision.lab(Color.WHITE, kind)[0], 0.01);
      assertEquals(0, ColourVision.lab(Color.BLACK, kind)[0], 1e-9);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColourVision.Kind.class,
      names = {"NORMAL", "PROTANOPIA", "DEUTERANOPIA", "TRITANOPIA"})
  void inksAreToldApart(ColourVision.Kind kind) {
    assertTrue(least(kind, COLORS) >= LEAST_DISTANCE, kind + " " + least(kind, COLORS));
    assertTrue(least(kind, 4) >= LEAST_OF_FOUR, kind + " " + least(kind, 4));
  }

  private static double least(ColourVision.Kind kind, int colors) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < colors; i++) {
      for (int k = 0; k < i; k++) {
        double[] a = ColourVision.lab(Palette.color(Ink.of(i)), kind);
        double[] b = ColourVision.lab(Palette.color(Ink.of(k)), kind);
        least = Math.min(least, ColourVision.distance(a, b));
      }
    }
    return least;
  }

  /** In grey the palette alone does not suffice, so that the shapes of marks must differ. */
  @Test
  void marksOfAllInksDiffer() {
    Set<List<Double>> outlines = new HashSet<>();
    for (int i = 0; i < COLORS; i++) {
      List<Double> outline = new ArrayList<>();
      Rectangle2D box = Palette.marker(Ink.of(i), 10).getBounds2D();
      for (double x = box.getMinX(); x <= box.getMaxX(); x += box.getWidth() / 8) {
        for (double y = box.getMinY(); y <= box.getMaxY(); y += box.getHeight() / 8) {
          outline.add(Palette.marker(Ink.of(i), 10).contains(x, y) ? 1.0 : 0.0);
        }
      }
      outlines.add(outline);
    }

    assertEquals(COLORS, outlines.size());
    assertNull(Palette.stroke(Ink.of(0), 1).getDashArray());
    assertEquals(2, Palette.stroke(Ink.of(0).dashed(), 1).getDashArray().length);
  }

  @ParameterizedTest
  @EnumSource(ColourVision.Kind.class)
  void inksStandOutFromWhitePaper(ColourVision.Kind kind) {
    double[] paper = ColourVision.lab(Color.WHITE, kind);
    for (int i = 0; i < COLORS; i++) {
      double distance =
          ColourVision.distance(ColourVision.lab(Palette.color(Ink.of(i)), kind), paper);
      assertTrue(distance > LEAST_ON_WHITE, kind + " ink " + i + ": " + distance);
    }
  }

  /** A one-sided map must rise in lightness for everybody, in print too. */
  @ParameterizedTest
  @EnumSource(ColourVision.Kind.class)
  void aOneSidedMapGrowsLighter(ColourVision.Kind kind) {
    double last = -1;
    for (int step = 0; step < ColorMap.STEPS; step += 8) {
      double lightness = ColourVision.lab(ColorMap.ONE_SIDED.color(step), kind)[0];
      assertTrue(lightness > last, kind + " at " + step);
      last = lightness;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColourVision.Kind.class,
      names = {"NORMAL", "PROTANOPIA", "DEUTERANOPIA", "TRITANOPIA"})
  void theSidesOfATwoSidedMapAreToldApart(ColourVision.Kind kind) {
    for (int step = 0; step < ColorMap.STEPS / 4; step += 8) {
      double[] low = ColourVision.lab(ColorMap.TWO_SIDED.color(step), kind);
      double[] high = ColourVision.lab(ColorMap.TWO_SIDED.color(ColorMap.STEPS - 1 - step), kind);
      assertTrue(ColourVision.distance(low, high) > 20, kind + " at " + step);
    }
  }
}
