package temper.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import temper.random.StreamRoot;
import temper.tensor.Convolution;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * The time of a float32 convolution of 10 images and of its adjoints, for the layers of Caffe's
 * cifar10_quick and of a WideResNet of depth 16 and width 1.
 *
 * @since 0.2
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ConvolutionProducts {

  /** Inputs, pixels a side, outputs, kernel, stride, padding. */
  @Param({
    "3 32 32 5 1 2",
    "32 16 32 5 1 2",
    "32 8 64 5 1 2",
    "3 32 16 3 1 1",
    "16 32 16 3 1 1",
    "16 32 32 3 2 1",
    "32 16 32 3 1 1",
    "32 16 64 3 2 1",
    "64 8 64 3 1 1",
    "16 32 32 1 2 0"
  })
  String layer = "3 32 32 5 1 2";

  private final Kernels kernels = KernelProviders.best().create(Precision.FLOAT32);
  private Convolution shape = new Convolution(0, 0, 1, 1, 0, 1, 1, 0);
  private Tensor input = Tensor.zeros(Precision.FLOAT32, Shape.of());
  private Tensor filter = input;
  private Tensor output = input;

  /** Draws images and filters. */
  @Setup
  public void prepare() {
    String[] parts = layer.split(" ", -1);
    int[] p = new int[parts.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = Integer.parseInt(parts[i]);
    }
    shape = new Convolution(10, p[0], p[1], p[1], p[2], p[3], p[4], p[5]);
    input = random(10 * p[0] * p[1] * p[1]);
    filter = random(p[2] * shape.inner());
    output = random(10 * p[2] * shape.outputHeight() * shape.outputWidth());
  }

  private static Tensor random(int size) {
    Tensor tensor = Tensor.zeros(Precision.FLOAT32, Shape.of(size));
    new StreamRoot("benchmarks").stream("convolution", 0, "numbers").fillGaussian(tensor.floats());
    return tensor;
  }

  /**
   * The convolution.
   *
   * @return its output
   */
  @Benchmark
  public Tensor forward() {
    kernels.convolve(shape, input, filter, output);
    return output;
  }

  /**
   * The adjoint in the input.
   *
   * @return the gradient
   */
  @Benchmark
  public Tensor inputGradient() {
    kernels.convolveInputGradient(shape, output, filter, input);
    return input;
  }

  /**
   * The adjoint in the filter.
   *
   * @return the gradient
   */
  @Benchmark
  public Tensor filterGradient() {
    kernels.convolveFilterGradient(shape, input, output, filter);
    return filter;
  }
}
