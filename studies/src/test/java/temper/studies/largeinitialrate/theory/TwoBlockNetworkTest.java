package temper.studies.largeinitialrate.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.Streams;
import temper.data.synthetic.LiWeiMa;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.studies.largeinitialrate.theory.TheoryParameters.Descent;
import temper.studies.largeinitialrate.theory.TheoryParameters.Network;
import temper.studies.largeinitialrate.theory.TheoryParameters.Noise;
import temper.studies.largeinitialrate.theory.TheoryParameters.Sample;

final class TwoBlockNetworkTest {

  private static final int D = 12;
  private static final int FIRST = 6;
  private static final int SECOND = 40;
  private static final TheoryParameters SETTING =
      TheoryParameters.SPHERICAL_NOISE
          .with(new Sample(D, 60, 50, 0.2, 0.3, 3, 0.4, 0.3))
          .with(new Network(FIRST, SECOND, 0.3))
          .with(new Descent(2, 0.4, 0.01, 0.01))
          .with(new Noise(0.05, 0.05, 0));

  private static Streams streams(long seed) {
    return (purpose, indices) -> new StreamRoot("test").stream("theory", seed, purpose, indices);
  }

  /** Seeds 0 to 2, chosen before any run. */
  @Test
  void planeIsTheNetworkInAllDimensions() {
    for (long seed = 0; seed < 3; seed++) {
      compare(seed);
    }
  }

  /**
   * The network in all dimensions gets the plane's weights and noise in the plane, and others
   * across it, which must not matter.
   */
  private static void compare(long seed) {
    Streams streams = streams(seed);
    TwoBlockNetwork network = TwoBlockNetwork.draw(SETTING, streams);
    RandomStream other = streams.stream("across the plane");
    double[][] plane = plane(other);
    Dataset planar = new LiWeiMa().generate(SETTING.sample().data(), streams);
    Examples train = unfold(planar.train(), plane);
    RandomStream firstNoise = streams.stream("gradient-noise", 1);
    RandomStream secondNoise = streams.stream("gradient-noise", 2);
    double deviation = SETTING.network().deviation();
    FullNetwork full =
        new FullNetwork(
            pairs(FIRST, D, deviation, streams.stream("init", 1)),
            turned(pairs(SECOND, 2, deviation, streams.stream("init", 2)), plane, other));

    for (int step = 0; step < 30; step++) {
      double rate = step < 15 ? 2 : 0.4;
      assertEquals(full.loss(train), network.losses(0).all(), 1e-4, "step " + step);
      network.descend(rate, SETTING.descent(), 0.05, 0.05);
      double[][] first = noise(FIRST, D, firstNoise);
      double[][] second = turned(noise(SECOND, 2, secondNoise), plane, other);
      full.descend(train, rate, 0.01, first, second);
    }

    assertSameErrors(full, unfold(planar.test(), plane), network.errors());
  }

  private static void assertSameErrors(
      FullNetwork full, Examples test, TwoBlockNetwork.Errors errors) {
    int all = 0;
    int first = 0;
    int second = 0;
    int firstRows = 0;
    int secondRows = 0;
    for (int row = 0; row < test.rows(); row++) {
      double[] x = test.row(row);
      double y = 2 * test.label(row) - 1;
      all += y * full.output(x) > 0 ? 0 : 1;
      if (x[0] != 0) {
        firstRows++;
        first += y * full.firstOutput(x) > 0 ? 0 : 1;
      }
      if (x[D] != 0) {
        secondRows++;
        second += y * full.secondOutput(x) > 0 ? 0 : 1;
      }
    }
    assertEquals((double) all / test.rows(), errors.all());
    assertEquals((double) first / firstRows, errors.first());
    assertEquals((double) second / secondRows, errors.second());
  }

  /** Two orthogonal unit vectors. */
  private static double[][] plane(RandomStream random) {
    double[][] basis = new double[2][D];
    random.fillGaussian(basis[0]);
    random.fillGaussian(basis[1]);
    scale(basis[0], 1 / Math.sqrt(dot(basis[0], basis[0])));
    double along = dot(basis[0], basis[1]);
    for (int i = 0; i < D; i++) {
      basis[1][i] -= along * basis[0][i];
    }
    scale(basis[1], 1 / Math.sqrt(dot(basis[1], basis[1])));
    return basis;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }

  private static double[][] noise(int rows, int columns, RandomStream random) {
    double[][] out = new double[rows][columns];
    for (double[] row : out) {
      for (int i = 0; i < columns; i++) {
        row[i] = 0.05 * random.gaussian();
      }
    }
    return out;
  }

  private static double[][] pairs(int rows, int columns, double deviation, RandomStream random) {
    double[][] out = new double[rows][columns];
    for (int pair = 0; pair < rows; pair += 2) {
      for (int i = 0; i < columns; i++) {
        out[pair][i] = out[pair + 1][i] = deviation * random.gaussian();
      }
    }
    return out;
  }

  /** Coordinates in the plane as vectors, with random parts orthogonal to it. */
  private static double[][] turned(double[][] planar, double[][] plane, RandomStream random) {
    double[][] out = new double[planar.length][D];
    for (int j = 0; j < out.length; j++) {
      random.fillGaussian(out[j]);
      for (int axis = 0; axis < 2; axis++) {
        double wrong = dot(out[j], plane[axis]);
        for (int i = 0; i < D; i++) {
          out[j][i] += (planar[j][axis] - wrong) * plane[axis][i];
        }
      }
    }
    return out;
  }

  private static Examples unfold(Examples planar, double[][] plane) {
    double[] features = new double[planar.rows() * 2 * D];
    int[] labels = new int[planar.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = planar.label(row);
      for (int i = 0; i < D; i++) {
        features[row * 2 * D + i] = planar.feature(row, i);
        features[row * 2 * D + D + i] =
            planar.feature(row, D) * plane[0][i] + planar.feature(row, D + 1) * plane[1][i];
      }
    }
    return Examples.ofNumbers(features, labels, 2 * D);
  }

  @Test
  void outputIsZeroAtTheStart() {
    for (TheoryParameters p : new TheoryParameters[] {SETTING, linear()}) {
      TwoBlockNetwork.Losses losses = TwoBlockNetwork.draw(p, streams(1)).losses(0);
      assertEquals(StrictMath.log(2), losses.all(), 1e-15);
      assertEquals(StrictMath.log(2), losses.first(), 1e-14);
      assertEquals(StrictMath.log(2), losses.second(), 1e-14);
      assertEquals(StrictMath.log(2), losses.both(), 1e-14);
    }
  }

  private static TheoryParameters linear() {
    return SETTING.with(new Network(0, SECOND, 0.3));
  }

  @Test
  void linearBlockIsLogisticRegression() {
    TheoryParameters p = linear().with(new Sample(D, 60, 50, 1, 0, 3, 0.4, 0.3));
    TwoBlockNetwork network = TwoBlockNetwork.draw(p, streams(2));
    Examples train = new LiWeiMa().generate(p.sample().data(), streams(2)).train();
    double[] weights = new double[D];
    for (int step = 0; step < 20; step++) {
      double loss = 0;
      double[] gradient = new double[D];
      for (int row = 0; row < train.rows(); row++) {
        double y = 2 * train.label(row) - 1;
        double margin = 0;
        for (int i = 0; i < D; i++) {
          margin += y * Math.sqrt(0.5) * weights[i] * train.feature(row, i);
        }
        loss += StrictMath.log1p(StrictMath.exp(-margin)) / train.rows();
        double slope = -y / (1 + StrictMath.exp(margin)) / train.rows();
        for (int i = 0; i < D; i++) {
          gradient[i] += slope * Math.sqrt(0.5) * train.feature(row, i);
        }
      }
      for (int i = 0; i < D; i++) {
        weights[i] = (1 - 2 * 0.01) * weights[i] - 2 * gradient[i];
      }
      assertEquals(loss, network.losses(0).all(), 1e-5, "step " + step);
      network.descend(2, p.descent(), 0, 0);
    }
    assertTrue(network.losses(0).all() < 0.5, "nothing was learned");
  }

  @Test
  void noiseBeforeActivationsOfNoDeviationIsNone() {
    TwoBlockNetwork quiet = TwoBlockNetwork.draw(SETTING, streams(3));
    TwoBlockNetwork noisy = TwoBlockNetwork.draw(SETTING, streams(3));
    quiet.losses(0);
    quiet.descend(2, SETTING.descent(), 0.05, 0.05);
    noisy.losses(1e-300);
    noisy.descend(2, SETTING.descent(), 0.05, 0.05);
    assertEquals(quiet.losses(0), noisy.losses(0));
    assertTrue(quiet.losses(1).second() != quiet.losses(0).second());
  }

  /** Noise far above all inputs leaves neurons active half of the time, which is linear. */
  @Test
  void strongNoiseBeforeActivationsKeepsTheSecondPatternFromBeingLearned() {
    TheoryParameters strong = SETTING.with(new Sample(D, 60, 50, 0.2, 0.3, 8, 0.5, 0.5));
    TwoBlockNetwork quiet = TwoBlockNetwork.draw(strong, streams(4));
    TwoBlockNetwork noisy = TwoBlockNetwork.draw(strong, streams(4));
    for (int step = 0; step < 400; step++) {
      quiet.losses(0);
      quiet.descend(0.4, SETTING.descent(), 0, 0);
      noisy.losses(100);
      noisy.descend(0.4, SETTING.descent(), 0, 0);
    }
    assertTrue(quiet.errors().second() < 0.05, "error without noise " + quiet.errors());
    assertTrue(noisy.errors().second() > 0.15, "error with noise " + noisy.errors());
  }

  @Test
  void savedNetworkGoesOnToTheSameBits() throws IOException {
    for (TheoryParameters p : new TheoryParameters[] {SETTING, linear()}) {
      TwoBlockNetwork network = TwoBlockNetwork.draw(p, streams(5));
      network.losses(1);
      network.descend(2, p.descent(), 0.05, 0.05);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      network.writeTo(new DataOutputStream(bytes));
      TwoBlockNetwork restored = TwoBlockNetwork.draw(p, streams(5));
      restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

      for (TwoBlockNetwork each : new TwoBlockNetwork[] {network, restored}) {
        each.losses(1);
        each.descend(2, p.descent(), 0.05, 0.05);
      }

      assertEquals(network.losses(0), restored.losses(0));
      assertEquals(network.errors(), restored.errors());
    }
  }
}
