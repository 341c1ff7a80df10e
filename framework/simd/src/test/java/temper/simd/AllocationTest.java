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

/** Once compiled, kernels work in what they own. Slow, as compiling takes its time. */
@Tag("slow")
class AllocationTest {

  private static final int WARM_UP = 20_000;
  private static final int CALLS = 1_000;

  private static void assertAllocatesNothing(String name, Runnable call) {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < WARM_UP; i++) {
      call.run();
    }
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertTrue(bytes < 64 * CALLS, () -> name + " allocates " + bytes / CALLS + " bytes a call");
  }

  @Test
  void callsAllocateNothing() {
    Precision precision = Precision.FLOAT32;
    Kernels kernels = new VectorKernelProvider().create(precision);
    Tensor a = Tensor.zeros(precision, Shape.of(64, 64));
    Tensor b = Tensor.zeros(precision, Shape.of(64, 64));
    Tensor c = Tensor.zeros(precision, Shape.of(64, 64));
    for (boolean transposeA : new boolean[] {false, true}) {
      for (boolean transposeB : new boolean[] {false, true}) {
        Gemm shape = new Gemm(30, 50, 40, transposeA, transposeB, false);
        assertAllocatesNothing(shape.toString(), () -> kernels.multiply(shape, a, b, c));
      }
    }
    Convolution shape = new Convolution(1, 2, 8, 8, 5, 3, 1, 1);
    assertAllocatesNothing("convolve", () -> kernels.convolve(shape, a, b, c));
    assertAllocatesNothing("input", () -> kernels.convolveInputGradient(shape, a, b, c));
    assertAllocatesNothing("filter", () -> kernels.convolveFilterGradient(shape, a, b, c));
    for (UnaryFunction function : UnaryFunction.values()) {
      assertAllocatesNothing(function.name(), () -> kernels.apply(function, a, c));
    }
    assertAllocatesNothing("accumulate", () -> kernels.accumulate(0.5, a, 0.5, c));
    assertAllocatesNothing("sum", () -> kernels.sum(a));
    assertAllocatesNothing("softmax", () -> kernels.softmax(64, a, c));
  }
}
