package temper.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
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
import temper.tensor.Gemm;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Tensor;

/**
 * The time of a float32 product of two n x n matrices: our best kernels, the scalar ones, and
 * EJML's. The width of vectors is set by {@code -jvmArgsAppend -Dtemper.simd=256}.
 *
 * @since 0.2
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MatrixProducts {

  /** Rows and columns. */
  @Param({"64", "128", "256", "512", "1024"})
  int n = 64;

  private final Kernels best = KernelProviders.best().create(Precision.FLOAT32);
  private final Kernels scalar =
      KernelProviders.all().get(KernelProviders.all().size() - 1).create(Precision.FLOAT32);
  private FMatrixRMaj a = new FMatrixRMaj(0, 0);
  private FMatrixRMaj b = new FMatrixRMaj(0, 0);
  private FMatrixRMaj c = new FMatrixRMaj(0, 0);

  /** Draws the matrices. */
  @Setup
  public void prepare() {
    a = new FMatrixRMaj(n, n);
    b = new FMatrixRMaj(n, n);
    c = new FMatrixRMaj(n, n);
    new StreamRoot("benchmarks").stream("gemm", 0, "a").fillGaussian(a.data);
    new StreamRoot("benchmarks").stream("gemm", 0, "b").fillGaussian(b.data);
  }

  private FMatrixRMaj multiply(Kernels kernels, boolean transposeA, boolean transposeB) {
    kernels.multiply(
        new Gemm(n, n, n, transposeA, transposeB, false),
        Tensor.over(a),
        Tensor.over(b),
        Tensor.over(c));
    return c;
  }

  /**
   * A B by the best kernels.
   *
   * @return the product
   */
  @Benchmark
  public FMatrixRMaj best() {
    return multiply(best, false, false);
  }

  /**
   * A B^T by the best kernels.
   *
   * @return the product
   */
  @Benchmark
  public FMatrixRMaj bestTransposedRight() {
    return multiply(best, false, true);
  }

  /**
   * A^T B by the best kernels.
   *
   * @return the product
   */
  @Benchmark
  public FMatrixRMaj bestTransposedLeft() {
    return multiply(best, true, false);
  }

  /**
   * A B by the scalar kernels.
   *
   * @return the product
   */
  @Benchmark
  public FMatrixRMaj scalar() {
    return multiply(scalar, false, false);
  }

  /**
   * A B by EJML.
   *
   * @return the product
   */
  @Benchmark
  public FMatrixRMaj ejml() {
    CommonOps_FDRM.mult(a, b, c);
    return c;
  }
}
