package temper.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
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
import temper.numerics.StableMath;
import temper.random.StreamRoot;

/**
 * The time of one value of an elementary function, ours against the platform's.
 *
 * @since 0.1
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ElementaryFunctions {

  private static final int ARGUMENTS = 1024;

  /** Name of the function. */
  @Param({"exp", "log", "pow", "sin", "tanh"})
  String function = "exp";

  /** Whose function it is. */
  @Param({"stable", "strict"})
  String library = "stable";

  private final double[] arguments = new double[ARGUMENTS];
  private DoubleUnaryOperator operator = DoubleUnaryOperator.identity();

  /** Draws arguments from 0 to 20. */
  @Setup
  public void prepare() {
    new StreamRoot("benchmark").stream("functions", 0, "arguments").fillUniform(arguments);
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] *= 20;
    }
    operator =
        switch (function + " " + library) {
          case "exp stable" -> StableMath::exp;
          case "exp strict" -> StrictMath::exp;
          case "log stable" -> StableMath::log;
          case "log strict" -> StrictMath::log;
          case "pow stable" -> x -> StableMath.pow(x, 0.7);
          case "pow strict" -> x -> StrictMath.pow(x, 0.7);
          case "sin stable" -> StableMath::sin;
          case "sin strict" -> StrictMath::sin;
          case "tanh stable" -> StableMath::tanh;
          case "tanh strict" -> StrictMath::tanh;
          default -> throw new IllegalArgumentException(function + " " + library);
        };
  }

  /**
   * The values of all arguments.
   *
   * @return their sum, so that none can be left out
   */
  @Benchmark
  @OperationsPerInvocation(ARGUMENTS)
  public double value() {
    double sum = 0;
    for (double argument : arguments) {
      sum += operator.applyAsDouble(argument);
    }
    return sum;
  }
}
