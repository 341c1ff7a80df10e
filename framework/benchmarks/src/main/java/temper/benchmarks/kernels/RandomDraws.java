package temper.benchmarks.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * The time of one random draw, ours against the platform's and those of Commons Math.
 *
 * @since 0.1
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RandomDraws {

  private static final int DRAWS = 1024;
  private static final double POISSON_MEAN = 4;
  private static final StreamRoot ROOT = new StreamRoot("benchmark");

  /** What is drawn. */
  @Param({"uniform", "gaussian", "exponential", "poisson", "stream"})
  String draw = "uniform";

  /** Whose generator it is; the platform's has no Poisson draws, and says so. */
  @Param({"temper", "platform", "commons-math"})
  String library = "temper";

  private DoubleSupplier supplier = () -> 0;
  private long replicate;

  /** Seeds the generators. */
  @Setup
  public void prepare() {
    RandomStream stream = ROOT.stream("draws", 0, "draws");
    SplittableRandom platform = new SplittableRandom(1);
    RandomGenerator commons = new Well19937c(1);
    RandomDataGenerator data = new RandomDataGenerator(commons);
    PoissonDistribution poisson =
        new PoissonDistribution(commons, POISSON_MEAN, PoissonDistribution.DEFAULT_EPSILON, 1000);
    supplier =
        switch (draw + " " + library) {
          case "uniform temper" -> stream::uniform;
          case "uniform platform" -> platform::nextDouble;
          case "uniform commons-math" -> commons::nextDouble;
          case "gaussian temper" -> stream::gaussian;
          case "gaussian platform" -> platform::nextGaussian;
          case "gaussian commons-math" -> commons::nextGaussian;
          case "exponential temper" -> stream::exponential;
          case "exponential platform" -> platform::nextExponential;
          case "exponential commons-math" -> () -> data.nextExponential(1);
          case "poisson temper" -> () -> stream.poisson(POISSON_MEAN);
          case "poisson commons-math" -> poisson::sample;
          case "stream temper" -> () -> ROOT.stream("draws", replicate++, "draws").uniform();
          case "stream platform" -> () -> platform.split().nextDouble();
          case "stream commons-math" -> () -> new Well19937c(replicate++).nextDouble();
          default -> throw new IllegalArgumentException("there is no " + draw + " of " + library);
        };
  }

  /**
   * Draws.
   *
   * @return the sum of the draws, so that none can be left out
   */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public double draw() {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += supplier.getAsDouble();
    }
    return sum;
  }
}
