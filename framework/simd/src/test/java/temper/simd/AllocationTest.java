package temper.simd;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import temper.tensor.Convolution;
import temper.tensor.Gemm;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * Once compiled, kernels work in what they own, but for a vector or two of constants that C2 may
 * put on the heap at the start of a call. Slow, as compiling takes its time.
 */
@Tag("slow")
class AllocationTest {

  private static final int WARM_UP = 20_000;
  private static final int CALLS = 1_000;
  private static final int ROUNDS = 5;

  /** Far less than one vector for each that is computed. */
  private static final int CONSTANTS = 256;

  private static void assertAllocatesNoMore(String name, Runnable call) {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    // On a busy machine C2 may be late.
    for (int round = 0; round < ROUNDS && least >= CONSTANTS * CALLS; round++) {
      for (int i = 0; i < WARM_UP; i++) {
        call.run();
      }
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    long bytes = least;
    assertTrue(
        bytes < CONSTANTS * CALLS, () -> name + " allocates " + bytes / CALLS + " bytes a call");
  }

  @Test
  void callsAllocateNoMoreThanConstants() {
    Precision precision = Precision.FLOAT32;
    Kernels kernels = new VectorKernelProvider().create(precision);
    Tensor a = Tensor.zeros(precision, Shape.of(64, 64));
    Tensor b = Tensor.zeros(precision, Shape.of(64, 64));
    Tensor c = Tensor.zeros(precision, Shape.of(64, 64));
    for (boolean transposeA : new boolean[] {false, true}) {
      for (boolean transposeB : new boolean[] {false, true}) {
        Gemm shape = new Gemm(30, 50, 40, transposeA, transposeB, false);
        assertAllocatesNoMore(shape.toString(), () -> kernels.multiply(shape, a, b, c));
      }
    }
    Convolution shape = new Convolution(1, 2, 8, 8, 5, 3, 1, 1);
    assertAllocatesNoMore("convolve", () -> kernels.convolve(shape, a, b, c));
    assertAllocatesNoMore("input", () -> kernels.convolveInputGradient(shape, a, b, c));
    assertAllocatesNoMore("filter", () -> kernels.convolveFilterGradient(shape, a, b, c));
    for (UnaryFunction function : UnaryFunction.values()) {
      assertAllocatesNoMore(function.name(), () -> kernels.apply(function, a, c));
    }
    assertAllocatesNoMore("accumulate", () -> kernels.accumulate(0.5, a, 0.5, c));
    assertAllocatesNoMore("sum", () -> kernels.sum(a));
    assertAllocatesNoMore("softmax", () -> kernels.softmax(64, a, c));
  }
}
