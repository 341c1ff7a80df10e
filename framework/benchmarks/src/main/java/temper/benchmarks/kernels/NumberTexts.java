package temper.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
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
import temper.numerics.NumberText;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * The time of writing one number, ours against the platform's.
 *
 * @since 0.1
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NumberTexts {

  private static final int NUMBERS = 1024;

  /** Three digits as people write them, or all digits as computations give them. */
  @Param({"short", "long"})
  String digits = "short";

  private final double[] numbers = new double[NUMBERS];
  private final StringBuilder out = new StringBuilder();

  /** Draws the numbers. */
  @Setup
  public void prepare() {
    RandomStream stream = new StreamRoot("benchmark").stream("texts", 0, "numbers");
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = digits.equals("short") ? stream.nextInt(1000) / 1000.0 : stream.gaussian();
    }
  }

  /**
   * Our shortest text, equal on every JDK.
   *
   * @return number of characters
   */
  @Benchmark
  @OperationsPerInvocation(NUMBERS)
  public int stable() {
    out.setLength(0);
    for (double number : numbers) {
      NumberText.append(out, number);
    }
    return out.length();
  }

  /**
   * The text of the platform.
   *
   * @return number of characters
   */
  @Benchmark
  @OperationsPerInvocation(NUMBERS)
  public int platform() {
    out.setLength(0);
    for (double number : numbers) {
      out.append(number);
    }
    return out.length();
  }
}
