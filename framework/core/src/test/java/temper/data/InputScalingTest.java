package temper.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

final class InputScalingTest {

  private static final FeatureShape SHAPE = new FeatureShape(3, 4, 5);
  private static final int ROWS = 40;

  private static Examples pixels() {
    RandomStream stream = new StreamRoot("test").stream("scaling", 0, "pixels");
    byte[] pixels = new byte[ROWS * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) stream.nextInt(i % SHAPE.size() < SHAPE.area() ? 256 : 100);
    }
    return Examples.ofPixels(pixels, new int[ROWS], SHAPE);
  }

  private static Examples numbers() {
    RandomStream stream = new StreamRoot("test").stream("scaling", 0, "numbers");
    double[] features = new double[ROWS * 3];
    for (int i = 0; i < features.length; i++) {
      features[i] = i % 3 == 2 ? 7 : 1000 * (i % 3) + stream.gaussian();
    }
    return Examples.ofNumbers(features, new int[ROWS], 3);
  }

  private static double[][] read(InputScaling scaling, Examples examples) {
    double[][] out = new double[examples.rows()][examples.columns()];
    float[] single = new float[examples.columns() + 1];
    for (int row = 0; row < out.length; row++) {
      scaling.read(examples, row, out[row], 0);
      scaling.read(examples, row, single, 1);
      for (int i = 0; i < out[row].length; i++) {
        assertEquals((float) out[row][i], single[i + 1], "rounded once");
      }
    }
    return out;
  }

  @Test
  void rawAndUnitAreTheBytesAndTheirSharesOfWhite() {
    Examples examples = pixels();
    double[][] raw = read(InputScaling.fit(Standardization.RAW, examples), examples);
    double[][] unit = read(InputScaling.fit(Standardization.UNIT, examples), examples);

    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < SHAPE.size(); i++) {
        assertEquals(examples.pixels()[row * SHAPE.size() + i] & 0xff, raw[row][i]);
        assertEquals(examples.feature(row, i), unit[row][i]);
      }
    }
    Examples numbers = numbers();
    assertEquals(
        numbers.feature(3, 1),
        read(InputScaling.fit(Standardization.UNIT, numbers), numbers)[3][1]);
  }

  @Test
  void theMeanImageIsSubtractedPixelByPixel() {
    for (Examples examples : new Examples[] {pixels(), numbers()}) {
      double[][] raw = read(InputScaling.fit(Standardization.RAW, examples), examples);
      double[][] centred = read(InputScaling.fit(Standardization.FEATURE_MEAN, examples), examples);

      for (int i = 0; i < examples.columns(); i++) {
        double mean = 0;
        for (double[] row : raw) {
          mean += row[i] / ROWS;
        }
        for (int row = 0; row < ROWS; row++) {
          assertEquals(raw[row][i] - mean, centred[row][i], 1e-9);
        }
      }
    }
  }

  @Test
  void eachChannelGetsMeanZeroAndVarianceOneOverTheTrainExamples() {
    for (Examples examples : new Examples[] {pixels(), numbers()}) {
      double[][] scaled = read(InputScaling.fit(Standardization.CHANNEL, examples), examples);
      int area = examples.shape().area();

      for (int channel = 0; channel < examples.shape().channels(); channel++) {
        double mean = 0;
        double square = 0;
        for (double[] row : scaled) {
          for (int i = channel * area; i < (channel + 1) * area; i++) {
            mean += row[i] / (ROWS * area);
            square += row[i] * row[i] / (ROWS * area);
          }
        }
        boolean constant = area == 1 && channel == 2;
        assertEquals(0, mean, 1e-9);
        assertEquals(constant ? 0 : 1, square, 1e-9);
      }
    }
  }

  @Test
  void givenMeansAndDeviationsAreThoseOfTheChannels() {
    Examples examples = pixels();
    InputScaling scaling =
        InputScaling.of(SHAPE, new double[] {125.3, 123.0, 113.9}, new double[] {63.0, 62.1, 66.7});

    double[][] out = read(scaling, examples);

    assertEquals((examples.feature(2, 45) * 255 - 113.9) / 66.7, out[2][45], 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> InputScaling.of(SHAPE, new double[3], new double[] {1, 0, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> InputScaling.of(SHAPE, new double[] {0, 0, Double.NaN}, new double[] {1, 1, 1}));
    assertThrows(
        IllegalArgumentException.class, () -> InputScaling.of(SHAPE, new double[2], new double[3]));
  }

  @Test
  void aSubsetIsScaledAsItsRowsOfTheWhole() {
    Examples examples = pixels();
    InputScaling scaling = InputScaling.fit(Standardization.CHANNEL, examples);
    double[][] whole = read(scaling, examples);
    double[][] part = read(scaling, examples.subset(new int[] {5, 3}).subset(new int[] {1}));

    assertEquals(1, part.length);
    org.junit.jupiter.api.Assertions.assertArrayEquals(whole[3], part[0]);
  }

  @Test
  void meansNeedExamplesOfTheSameShape() {
    for (Standardization kind :
        new Standardization[] {Standardization.CHANNEL, Standardization.FEATURE_MEAN}) {
      assertThrows(
          IllegalArgumentException.class, () -> InputScaling.fit(kind, Examples.none(SHAPE)));
    }
    InputScaling scaling = InputScaling.fit(Standardization.UNIT, pixels());
    assertThrows(
        IllegalArgumentException.class, () -> scaling.read(numbers(), 0, new double[60], 0));
    assertThrows(
        IllegalArgumentException.class, () -> scaling.read(numbers(), 0, new float[60], 0));
  }

  @Test
  void aConstantThatIsNoSumOfPowersOfTwoIsOnlyCentred() {
    for (double constant : new double[] {0.1, 0.7, 12.3, -98.7, 1e300}) {
      for (int rows = 1; rows < 200; rows++) {
        double[] features = new double[rows];
        java.util.Arrays.fill(features, constant);
        Examples examples = Examples.ofNumbers(features, new int[rows], 1);
        double[] other = new double[1];

        InputScaling scaling = InputScaling.fit(Standardization.CHANNEL, examples);
        scaling.read(Examples.ofNumbers(new double[] {2 * constant}, new int[1], 1), 0, other, 0);

        assertEquals(0, read(scaling, examples)[rows - 1][0]);
        assertEquals(constant, other[0], "divided by nothing");
      }
    }
  }

  @Test
  void numbersWhoseSquaresOverflowOrVanishHaveNoDeviation() {
    for (double size : new double[] {1e200, 1e308, 1e-200}) {
      Examples examples =
          Examples.ofNumbers(new double[] {0, size, 0, size, 0, -size}, new int[3], 2);

      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> InputScaling.fit(Standardization.CHANNEL, examples))
              .getMessage();

      assertEquals(
          "input 2 of 2 has values too %s for their squares, so that it has no standard deviation"
              .formatted(size < 1 ? "close" : "large"),
          message);
    }
  }
}
