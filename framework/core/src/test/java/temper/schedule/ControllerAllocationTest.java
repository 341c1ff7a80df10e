package temper.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Registry;

/** A step of a controller allocates nothing, in compiled and in interpreted code. */
class ControllerAllocationTest {

  private static final int STEPS = 20_000;

  private static Stream<ControllerPlugin<?>> controllers() {
    return Registry.<ControllerPlugin<?>>of(ControllerPlugin.class).all().stream();
  }

  @ParameterizedTest
  @MethodSource("controllers")
  void aStepAllocatesNothing(ControllerPlugin<?> plugin) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
        "this JVM does not count allocations");
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    run(create(plugin)); // Loads the classes.

    // The count of a thread may include a buffer that the JVM itself took: the least of several.
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      Controller controller = create(plugin);
      long before = threads.getCurrentThreadAllocatedBytes();
      run(controller);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertEquals(0, least, "bytes in " + STEPS + " steps");
  }

  private static <P extends Record> Controller create(ControllerPlugin<P> plugin) {
    return plugin.create(plugin.examples().get(0).parameters(), Horizon.ofSteps(STEPS));
  }

  private static void run(Controller controller) {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += controller.value();
      controller.observeProposal(i % 3 - 1, i % 3 != 2);
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("the value is not a number");
    }
  }
}
