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
import temper.plugin.Registry;
import temper.schedule.Controller;
import temper.schedule.ControllerPlugin;
import temper.schedule.Horizon;

/**
 * The time of one step of a controller, at its first example's parameters; with {@code -prof gc}
 * also what it allocates, which is to be nothing.
 *
 * @since 0.1
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ControllerSteps {

  /** So long that it is not over when the measurement is. */
  private static final double STEPS = 1e10;

  /** Name of the controller. */
  @Param({"modified-lam", "reduce-on-plateau", "self-tuning-lam"})
  String controller = "modified-lam";

  private Controller prepared = Controller.of(step -> step);
  private long step;

  /** Makes the controller and brings it behind whatever it does at first. */
  @Setup
  public void prepare() {
    ControllerPlugin<?> plugin =
        Registry.<ControllerPlugin<?>>of(ControllerPlugin.class).find(controller).orElseThrow();
    prepared = create(plugin);
    for (int i = 0; i < STEPS / 1000 + 1; i++) {
      prepared.observeProposal(i % 2 == 0 ? 1 : -1, i % 2 == 1);
    }
  }

  private static <P extends Record> Controller create(ControllerPlugin<P> plugin) {
    return plugin.create(plugin.examples().get(0).parameters(), Horizon.ofSteps(STEPS));
  }

  /**
   * A proposal and the value after it.
   *
   * @return the value
   */
  @Benchmark
  public double step() {
    step++;
    prepared.observeProposal((double) (step % 3 - 1), step % 3 != 2);
    return prepared.value();
  }
}
