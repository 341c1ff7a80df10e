package temper.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.IntegerDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams have fixed keys; each assertion would fail by chance with probability 1e-6 at most. */
class RandomDistributionsTest {

  private static final double FALSE_ALARM = 1e-6;
  private static final int DRAWS = 400_000;

  private static RandomStream stream(String purpose, long... indices) {
    return new StreamRoot("test").stream("distributions", 0, purpose, indices);
  }

  /** Cells of equal probability, and the moments that cells hide: tails weigh most there. */
  private static void assertDistribution(RealDistribution expected, DoubleSupplier draw) {
    int cells = 1000;
    double[] bounds = new double[cells - 1];
    for (int i = 1; i < cells; i++) {
      bounds[i - 1] = expected.inverseCumulativeProbability((double) i / cells);
    }
    double[] sample = new double[DRAWS];
    long[] observed = new long[cells];
    for (int i = 0; i < DRAWS; i++) {
      sample[i] = draw.getAsDouble();
      int place = Arrays.binarySearch(bounds, sample[i]);
      observed[place < 0 ? -place - 1 : place]++;
    }
    double[] equal = new double[cells];
    Arrays.fill(equal, (double) DRAWS / cells);
    double p = new ChiSquareTest().chiSquareTest(equal, observed);
    assertTrue(p > FALSE_ALARM, "chi-square p " + p);
    assertKolmogorovSmirnov(expected, sample);
    double mean = Arrays.stream(sample).average().orElseThrow();
    double sigma = Math.sqrt(expected.getNumericalVariance());
    assertEquals(expected.getNumericalMean(), mean, 5 * sigma / Math.sqrt(DRAWS));
  }

  /** Bound of Dvoretzky, Kiefer, Wolfowitz and Massart: P(D > d) is at most 2 exp(-2 n d^2). */
  private static void assertKolmogorovSmirnov(RealDistribution expected, double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double probability = expected.cumulativeProbability(sorted[i]);
      distance = Math.max(distance, Math.abs(probability - (i + 0.5) / sorted.length));
    }
    double bound = Math.sqrt(StrictMath.log(2 / FALSE_ALARM) / (2.0 * sorted.length));
    assertTrue(distance < bound, "distance " + distance + " bound " + bound);
  }

  private static void assertDistribution(IntegerDistribution expected, LongSupplier draw) {
    int low = expected.inverseCumulativeProbability(1e-4);
    int high = expected.inverseCumulativeProbability(1 - 1e-4);
    long[] observed = new long[high - low + 3];
    for (int i = 0; i < DRAWS; i++) {
      long value = draw.getAsLong();
      observed[(int) Math.max(0, Math.min(observed.length - 1, value - low + 1))]++;
    }
    double[] probabilities = new double[observed.length];
    probabilities[0] = expected.cumulativeProbability(low - 1);
    for (int i = 1; i < probabilities.length - 1; i++) {
      probabilities[i] = expected.probability(low + i - 1);
    }
    probabilities[probabilities.length - 1] = 1 - expected.cumulativeProbability(high);
    assertChiSquare(probabilities, observed);
  }

  private static void assertChiSquare(double[] probabilities, long[] observed) {
    int used = 0;
    double[] expected = new double[probabilities.length];
    long[] counts = new long[probabilities.length];
    for (int i = 0; i < probabilities.length; i++) {
      expected[used] += probabilities[i] * DRAWS;
      counts[used] += observed[i];
      if (expected[used] >= 10 && i < probabilities.length - 1) {
        used++;
      }
    }
    if (expected[used] < 10 && used > 0) {
      expected[used - 1] += expected[used];
      counts[used - 1] += counts[used];
      used--;
    }
    double p =
        new ChiSquareTest()
            .chiSquareTest(Arrays.copyOf(expected, used + 1), Arrays.copyOf(counts, used + 1));
    assertTrue(p > FALSE_ALARM, "chi-square p " + p);
  }

  @Test
  void uniformNumbersAreUniform() {
    RandomStream stream = stream("uniform");
    assertDistribution(new UniformRealDistribution(0, 1), stream::uniform);
    assertDistribution(new UniformRealDistribution(0, 1), () -> stream.uniformFloat());
    assertDistribution(new UniformRealDistribution(-2, 7), () -> stream.uniform(-2, 7));
  }

  @Test
  void gaussianNumbersAreGaussian() {
    RandomStream stream = stream("gaussian");
    assertDistribution(new NormalDistribution(0, 1), stream::gaussian);
    long[] index = {0};
    assertDistribution(new NormalDistribution(0, 1), () -> stream.gaussianAt(index[0]++));
  }

  /** Cells of the tail alone, where the ziggurat leaves its layers. */
  @Test
  void gaussianTailsHaveTheirProbability() {
    RandomStream stream = stream("tail");
    int draws = 10_000_000;
    double[] ends = {3, 3.5, 3.654152885361009, 4, 4.5};
    long[] beyond = new long[ends.length];
    double fourth = 0;
    for (int i = 0; i < draws; i++) {
      double x = stream.gaussian();
      double square = x * x;
      fourth += square * square;
      for (int j = 0; j < ends.length && Math.abs(x) > ends[j]; j++) {
        beyond[j]++;
      }
    }
    for (int j = 0; j < ends.length; j++) {
      double expected = 2 * draws * new NormalDistribution(0, 1).cumulativeProbability(-ends[j]);
      assertEquals(expected, (double) beyond[j], 5.5 * Math.sqrt(expected));
    }
    assertEquals(3, fourth / draws, 5 * Math.sqrt(96.0 / draws));
  }

  @Test
  void exponentialNumbersAreExponential() {
    RandomStream stream = stream("exponential");
    assertDistribution(new ExponentialDistribution(null, 1, 1e-12), stream::exponential);
    int draws = 5_000_000;
    int beyond = 0;
    for (int i = 0; i < draws; i++) {
      beyond += stream.exponential() > 8.5 ? 1 : 0;
    }
    double expected = draws * StrictMath.exp(-8.5);
    assertEquals(expected, beyond, 5 * Math.sqrt(expected));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 9.99, 10, 30, 1000.5, 1e6})
  void poissonNumbersArePoisson(double mean) {
    RandomStream stream = stream("poisson", (long) (mean * 100));
    assertDistribution(new PoissonDistribution(mean), () -> stream.poisson(mean));
  }

  @ParameterizedTest
  @CsvSource({
    "1,0.3",
    "20,0.5",
    "20,0.05",
    "19,0.9",
    "40,0.5",
    "1000,0.01",
    "1000,0.99",
    "100000,0.3"
  })
  void binomialNumbersAreBinomial(int n, double p) {
    RandomStream stream = stream("binomial", n, (long) (p * 100));
    assertDistribution(new BinomialDistribution(n, p), () -> stream.binomial(n, p));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1000})
  void boundedNumbersAreEquallyLikely(int bound) {
    RandomStream stream = stream("bounded", bound);
    long[] ints = new long[bound + 1];
    long[] longs = new long[bound + 1];
    for (int i = 0; i < DRAWS; i++) {
      ints[stream.nextInt(bound)]++;
      longs[(int) stream.nextLong(bound)]++;
    }
    double[] probabilities = new double[bound + 1];
    Arrays.fill(probabilities, 0, bound, 1.0 / bound);
    if (bound > 1) {
      assertChiSquare(probabilities, ints);
      assertChiSquare(probabilities, longs);
    }
  }

  /** A bound of 3 * 2^61 would favour its lower third if products were only truncated. */
  @Test
  void largeBoundsAreUnbiased() {
    RandomStream stream = stream("large");
    long[] thirds = new long[3];
    long[] intThirds = new long[3];
    for (int i = 0; i < DRAWS; i++) {
      thirds[(int) (stream.nextLong(3L << 61) >>> 61)]++;
      intThirds[stream.nextInt(3 << 29) >>> 29]++;
    }
    double[] probabilities = {1 / 3.0, 1 / 3.0, 1 / 3.0};
    assertChiSquare(probabilities, thirds);
    assertChiSquare(probabilities, intThirds);
  }

  @Test
  void coinsAreFair() {
    RandomStream stream = stream("coin");
    long heads = 0;
    for (int i = 0; i < DRAWS; i++) {
      heads += stream.nextBoolean() ? 1 : 0;
    }
    assertEquals(DRAWS / 2.0, (double) heads, 5 * Math.sqrt(DRAWS / 4.0));
  }

  @Test
  void allOrdersAndAllSamplesAreEquallyLikely() {
    RandomStream stream = stream("orders");
    long[] orders = new long[64];
    long[] pairs = new long[25];
    long[] sparse = new long[100];
    for (int i = 0; i < DRAWS; i++) {
      int[] order = stream.permutation(3);
      orders[order[0] * 9 + order[1] * 3 + order[2]]++;
      int[] pair = stream.sample(5, 2);
      pairs[pair[0] * 5 + pair[1]]++;
      sparse[stream.sample(100, 2)[1]]++;
    }
    assertChiSquare(uniformOverNonZero(orders, 6), orders);
    assertChiSquare(uniformOverNonZero(pairs, 20), pairs);
    assertChiSquare(uniformOverNonZero(sparse, 100), sparse);
  }

  private static double[] uniformOverNonZero(long[] observed, int outcomes) {
    double[] probabilities = new double[observed.length];
    int seen = 0;
    for (int i = 0; i < observed.length; i++) {
      if (observed[i] > 0) {
        probabilities[i] = 1.0 / outcomes;
        seen++;
      }
    }
    assertEquals(outcomes, seen);
    return probabilities;
  }

  /** Sums of products of neighbouring streams would show common parts. */
  @Test
  void streamsOfNeighbouringKeysAreUncorrelated() {
    for (int lag = 0; lag < 3; lag++) {
      double sum = 0;
      for (int pair = 0; pair < 200; pair++) {
        RandomStream first = stream("pair", pair);
        RandomStream second = stream("pair", pair + 1);
        second.seek(lag);
        for (int i = 0; i < 1000; i++) {
          sum += (first.uniform() - 0.5) * (second.uniform() - 0.5);
        }
      }
      assertEquals(0, sum, 5 * Math.sqrt(200_000.0) / 12);
    }
  }
}
