package temper.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.Streams;
import temper.random.StreamRoot;

/**
 * Generators against the moments that their documentation implies. Streams have fixed keys; each
 * comparison allows six standard errors, which chance exceeds with probability 2e-9.
 */
final class DistributionsTest {

  private static final int MANY = 20_000;

  private static Streams streams(int replicate) {
    return (purpose, indices) ->
        new StreamRoot("test").stream("distributions of data", replicate, purpose, indices);
  }

  private static void assertMean(double expected, int count, IntToDoubleFunction value) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double x = value.applyAsDouble(i) - expected;
      sum += x;
      squares += x * x;
    }
    double mean = sum / count;
    double error = Math.sqrt((squares / count - mean * mean) / count);
    assertTrue(
        Math.abs(mean) <= 6 * error + 1e-12,
        "mean differs by " + mean + " from " + expected + ", standard error " + error);
  }

  private static double squared(double x) {
    return x * x;
  }

  @Test
  void gaussianClassesHaveTheirMeansUnitVariancesAndTheStatedLeastError() {
    Dataset data =
        new GaussianMixture()
            .generate(new GaussianMixture.Parameters(MANY, 1, 3, 4, 2.5, 0), streams(0));
    Examples all = data.train();

    for (int label = 0; label < 3; label++) {
      int[] rows = all.rowsOf(label);
      int wanted = label;
      assertMean(1 / 3.0, MANY, row -> all.label(row) == wanted ? 1 : 0);
      for (int column = 0; column < 4; column++) {
        int c = column;
        double mean = column == label ? 2.5 / Math.sqrt(2) : 0;
        assertMean(mean, rows.length, i -> all.feature(rows[i], c));
        assertMean(1, rows.length, i -> squared(all.feature(rows[i], c) - mean));
      }
    }
    Examples two =
        new GaussianMixture()
            .generate(new GaussianMixture.Parameters(MANY, 1, 2, 2, 2.5, 0), streams(1))
            .train();
    double least = new NormalDistribution().cumulativeProbability(-1.25);
    assertMean(
        least,
        MANY,
        row -> (two.feature(row, 1) > two.feature(row, 0) ? 1 : 0) == two.label(row) ? 0 : 1);
  }

  @Test
  void spiralsAndMoonsLieOnTheirCurves() {
    Examples spirals =
        new Spirals().generate(new Spirals.Parameters(2000, 1, 3, 2, 0), streams(0)).train();
    for (int row = 0; row < spirals.rows(); row++) {
      double radius = Math.hypot(spirals.feature(row, 0), spirals.feature(row, 1));
      double angle = 2 * Math.PI * (2 * radius + spirals.label(row) / 3.0);
      assertEquals(radius * StrictMath.cos(angle), spirals.feature(row, 0), 1e-9);
      assertEquals(radius * StrictMath.sin(angle), spirals.feature(row, 1), 1e-9);
    }
    assertMean(0.5, 2000, row -> Math.hypot(spirals.feature(row, 0), spirals.feature(row, 1)));
    Examples moons =
        new TwoMoons().generate(new TwoMoons.Parameters(2000, 1, 0), streams(0)).train();
    for (int row = 0; row < moons.rows(); row++) {
      double x = moons.feature(row, 0) - moons.label(row);
      double y = moons.feature(row, 1) - moons.label(row) / 2.0;
      assertEquals(1, Math.hypot(x, y), 1e-12);
      assertTrue(moons.label(row) == 0 ? y >= 0 : y <= 0);
    }
    Examples noisy =
        new TwoMoons().generate(new TwoMoons.Parameters(MANY, 1, 0.2), streams(0)).train();
    int[] upper = noisy.rowsOf(0);
    // E sin^2 = 1/2 on the half circle, and noise adds its variance.
    assertMean(0.54, upper.length, i -> squared(noisy.feature(upper[i], 1)));
    assertMean(0.54, upper.length, i -> squared(noisy.feature(upper[i], 0)));
  }

  @Test
  void patternsOfLiWeiAndMaOccurWithTheirProbabilities() {
    LiWeiMa.Parameters p = new LiWeiMa.Parameters(MANY, 1, 10, 0.1, 0.3, 1, 0.2, 0, false);
    Examples all = new LiWeiMa().generate(p, streams(0)).train();

    assertMean(0.1, MANY, row -> norm(all, row, 10, 20) == 0 ? 1 : 0);
    assertMean(0.3, MANY, row -> norm(all, row, 0, 10) == 0 ? 1 : 0);
    assertMean(0.5, MANY, row -> all.label(row));
  }

  private static double norm(Examples all, int row, int from, int to) {
    return Math.sqrt(
        IntStream.range(from, to).mapToDouble(i -> squared(all.feature(row, i))).sum());
  }

  @Test
  void patternPIsAHalfGaussianWithAMarginAlongOneDirection() {
    int d = 10;
    LiWeiMa.Parameters p = new LiWeiMa.Parameters(MANY, 1, d, 1, 0, 1, 0.2, 0, true);
    Examples all = new LiWeiMa().generate(p, streams(0)).train();
    double[] w = Draws.direction(streams(0).stream("data-pattern"), d);
    IntToDoubleFunction along =
        row ->
            (2 * all.label(row) - 1)
                * IntStream.range(0, d).mapToDouble(i -> w[i] * all.feature(row, i)).sum();

    double unit = 1 / Math.sqrt(d);
    for (int row = 0; row < MANY; row++) {
      assertTrue(along.applyAsDouble(row) >= unit - 1e-12, "margin");
    }
    double half = Math.sqrt(2 / Math.PI);
    assertMean(unit * (1 + half), MANY, along);
    assertMean((1 + 2 * half + 1) / d, MANY, row -> squared(along.applyAsDouble(row)));
    // What is orthogonal is Gaussian with variance 1/d in each of d - 1 directions.
    assertMean(
        (d - 1.0) / d,
        MANY,
        row -> squared(norm(all, row, 0, d)) - squared(along.applyAsDouble(row)));
  }

  @Test
  void patternQLiesOnThreeRaysAndNoLinearFunctionTellsItsClassesApart() {
    LiWeiMa.Parameters p = new LiWeiMa.Parameters(MANY, 1, 2, 0, 1, 8, 0.5, 0.25, true);
    Examples all = new LiWeiMa().generate(p, streams(0)).train();
    int[] minus = all.rowsOf(0);

    for (int row = 0; row < MANY; row++) {
      double ratio = all.feature(row, 3) / all.feature(row, 2);
      assertEquals(all.label(row) == 1 ? 0 : 0.5, Math.abs(ratio), 1e-12);
      assertTrue(all.feature(row, 2) >= 2 && all.feature(row, 2) < 8);
    }
    assertMean(5, MANY, row -> all.feature(row, 2));
    assertMean(0, minus.length, i -> all.feature(minus[i], 3));
    LiWeiMa.Parameters full = new LiWeiMa.Parameters(50, 1, 30, 0, 1, 1, 0.2, 0, false);
    Examples spread = new LiWeiMa().generate(full, streams(0)).train();
    for (int row = 0; row < 50; row++) {
      double length = norm(spread, row, 30, 60);
      assertTrue(length < Math.sqrt(1.04));
      assertEquals(0, norm(spread, row, 0, 30));
    }
  }

  @Test
  void teachersHaveMeanSquareOneOverInputsAndTeachers() {
    int teachers = 3000;
    double[] squares = new double[teachers];
    for (int t = 0; t < teachers; t++) {
      TeacherStudent.Parameters p =
          new TeacherStudent.Parameters(1, 1, 6, 4, TeacherStudent.Output.VALUE, 0);
      squares[t] = squared(new TeacherStudent().generate(p, streams(t)).test().target(0));
    }
    assertMean(1, teachers, t -> squares[t]);
  }

  @Test
  void noiseOfTeachersDisturbsTrainTargetsOnly() {
    Dataset clean = teacher(TeacherStudent.Output.VALUE, 0);
    Dataset noisy = teacher(TeacherStudent.Output.VALUE, 0.5);

    assertMean(0.25, MANY, row -> squared(noisy.train().target(row) - clean.train().target(row)));
    for (int row = 0; row < 10; row++) {
      assertEquals(clean.test().target(row), noisy.test().target(row));
    }
    Dataset signs = teacher(TeacherStudent.Output.SIGN, 0.2);
    assertMean(
        0.2,
        MANY,
        row -> signs.train().label(row) == (clean.train().target(row) > 0 ? 1 : 0) ? 0 : 1);
    for (int row = 0; row < 10; row++) {
      assertEquals(clean.test().target(row) > 0 ? 1 : 0, signs.test().label(row));
    }
  }

  private static Dataset teacher(TeacherStudent.Output output, double noise) {
    return new TeacherStudent()
        .generate(new TeacherStudent.Parameters(MANY, 10, 5, 3, output, noise), streams(0));
  }

  @Test
  void linearRegressionHasTheStatedVariancesAndLeastError() {
    int d = 5;
    Examples all =
        new GaussianLinear()
            .generate(new GaussianLinear.Parameters(MANY, 1, d, 81, 0.3), streams(0))
            .train();
    double[] b = Draws.direction(streams(0).stream("data-weights"), d);

    for (int i = 0; i < d; i++) {
      int column = i;
      assertMean(StrictMath.pow(81, -i / 4.0), MANY, row -> squared(all.feature(row, column)));
      assertMean(0, MANY, row -> all.feature(row, column) * all.feature(row, (column + 1) % d));
    }
    assertMean(0.09, MANY, row -> squared(all.target(row) - Draws.dot(b, all.row(row), 0)));
  }

  @Test
  void prototypesHaveMeanZeroAndVarianceOneAndImagesAreTheseShifted() {
    ImagePrototypes prototypes = ImagePrototypes.draw(50, 2, streams(0).stream("p"));
    double[][] images = new double[100][];
    for (int i = 0; i < 100; i++) {
      images[i] = new double[ImagePrototypes.SHAPE.size()];
      prototypes.image(i / 2, 0, streams(i).stream("i"), images[i]);
    }
    // The contrast has mean square 1 + 0.8^2 / 12; six waves of amplitude^2 1/3 have variance 1,
    // give or take pairs of waves of one frequency. Classes are independent, images of one are not.
    assertMean(
        1 + 0.64 / 12,
        50,
        i -> java.util.Arrays.stream(images[2 * i]).map(x -> x * x).average().orElseThrow());
    for (double[] image : images) {
      assertEquals(0, java.util.Arrays.stream(image).average().orElseThrow(), 1e-12);
    }
    assertEquals(128, ImagePrototypes.pixel(0, 40) & 0xff);
    assertEquals(255, ImagePrototypes.pixel(9, 40) & 0xff);
    assertEquals(0, ImagePrototypes.pixel(-9, 40) & 0xff);
    assertEquals(168, ImagePrototypes.pixel(1, 40) & 0xff);
  }

  @Test
  void patchesStandWhereTheyShouldAndLeaveTheImageAroundThemAsItWas() {
    PrototypeImages.Parameters plain =
        new PrototypeImages.Parameters(400, 50, 2, 0.5, 0, 0, 0.2, 0.2, 0);
    PrototypeImages.Parameters patched =
        new PrototypeImages.Parameters(400, 50, 2, 0.5, 0.8, 0, 0.2, 0.2, 0);
    Dataset clean = new PrototypeImages().generate(plain, streams(0));
    Dataset mixed = new PrototypeImages().generate(patched, streams(0));

    int same = 0;
    int empty = 0;
    for (int row = 0; row < 400; row++) {
      assertEquals(clean.train().label(row), mixed.train().label(row));
      boolean changed =
          clean.train().feature(row, 15 * 32 + 15) != mixed.train().feature(row, 15 * 32 + 15);
      boolean around =
          clean.train().feature(row, 11 * 32 + 11) == mixed.train().feature(row, 11 * 32 + 11);
      boolean grey =
          mixed.train().feature(row, 0) == 128 / 255.0
              && mixed.train().feature(row, 1) == 128 / 255.0
              && mixed.train().feature(row, 1023) == 128 / 255.0;
      same += java.util.Arrays.equals(clean.train().row(row), mixed.train().row(row)) ? 1 : 0;
      empty += grey ? 1 : 0;
      assertTrue(grey || around, "row " + row + " is changed outside its patch: " + changed);
    }
    // Binomial with n = 400: six standard deviations.
    assertEquals(80, same, 6 * Math.sqrt(400 * 0.2 * 0.8));
    assertEquals(64, empty, 6 * Math.sqrt(400 * 0.16 * 0.84));
    for (int row = 0; row < 50; row++) {
      org.junit.jupiter.api.Assertions.assertArrayEquals(
          clean.test().row(row), mixed.test().row(row));
    }
  }

  @Test
  void parametersThatDoNotFitEachOtherAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new GaussianMixture.Parameters(10, 10, 5, 4, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GaussianMixture.Parameters(1 << 20, 10, 2, 1000, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LiWeiMa.Parameters(10, 10, 5, 0.6, 0.6, 1, 1, 0, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TeacherStudent.Parameters(1, 1, 1, 1, TeacherStudent.Output.SIGN, 1.5));
  }
}
