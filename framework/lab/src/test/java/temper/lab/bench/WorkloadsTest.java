package temper.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.tensor.ScalarKernelProvider;

class WorkloadsTest {

  private static final ScalarKernelProvider KERNELS = new ScalarKernelProvider();

  private static Workload named(String name) {
    return Workloads.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Integer> sizes(Workload workload, String name, int value) {
    Map<String, Integer> sizes = new LinkedHashMap<>(workload.sizes());
    sizes.put(name, value);
    return sizes;
  }

  @Test
  void sizesAreThoseThatAreComparedElsewhere() {
    assertEquals(
        "[gemm {n=512}, mlp {d=784, h=256, batch=128}, tiny {d=64, h=64, batch=32},"
            + " linreg {n=100, d=2}, cifar-quick {batch=100}, wrn {depth=16, widen=1, batch=64}]",
        Workloads.all().stream().map(one -> one.name() + " " + one.sizes()).toList().toString());
  }

  @Test
  void everyWorkloadTakesStepsAtASmallSize() {
    for (Workload workload : Workloads.all()) {
      String size = workload.sizes().containsKey("batch") ? "batch" : "n";
      Work work = workload.prepare(sizes(workload, size, 2), KERNELS, 0);

      work.step().run();
      work.step().run();

      assertEquals(size.equals("n") && workload.name().equals("gemm") ? 0 : 2, work.images());
      assertTrue(work.operations() > 0);
    }
  }

  @Test
  void operationsAreCountedAsTextbooksDo() {
    Workload gemm = named("gemm");
    assertEquals(2.0 * 8 * 8 * 8, gemm.prepare(sizes(gemm, "n", 8), KERNELS, 0).operations());
    Workload tiny = named("tiny");
    // Forward and weights' gradient of both layers, gradient of the second layer's input.
    assertEquals(
        2 * (2 * 64 * 64 + 3 * 64) * 5.0,
        tiny.prepare(sizes(tiny, "batch", 5), KERNELS, 0).operations());
    // A WideResNet-16-1 has about 26 million multiplications an image forward.
    Workload wide = named("wrn");
    double forward = wide.prepare(sizes(wide, "batch", 1), KERNELS, 0).operations() / 6;
    assertTrue(forward > 24e6 && forward < 28e6, "products forward: " + forward);
  }

  @Test
  void measurementsSumTheRatesOfAllTrials() throws InterruptedException {
    Workload linreg = named("linreg");

    Measurement two = new Stopwatch(2, 0.05).time(linreg, linreg.sizes(), KERNELS);

    assertEquals("linreg", two.workload());
    assertEquals(2, two.trials());
    assertTrue(two.stepsPerSecond() > 0);
    assertEquals(100 * two.stepsPerSecond(), two.imagesPerSecond());
    assertEquals(800 * two.stepsPerSecond() / 1e9, two.gigaflops(), 1e-12);
  }

  @Test
  void numbersOutOfTheirRangesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Stopwatch(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Stopwatch(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Stopwatch(1, Double.NaN));
    Workload mlp = named("mlp");
    assertEquals(
        "h must be >= 1, got 0",
        assertThrows(
                IllegalArgumentException.class, () -> mlp.prepare(sizes(mlp, "h", 0), KERNELS, 0))
            .getMessage());
    assertEquals(
        List.of(), Workloads.all().stream().filter(one -> one.summary().contains("\n")).toList());
  }
}
