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
import temper.plugin.Choice;
import temper.plugin.Registry;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * The time of one value of a schedule, at its first example's parameters.
 *
 * @since 0.1
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScheduleValues {

  private static final int STEPS = 1000;

  /** Name of the schedule. */
  @Param({
    "clamp",
    "constant",
    "cooldown",
    "cosine",
    "cosine-warm-restarts",
    "exp-range",
    "exponential",
    "geometric",
    "inverse-square-root",
    "inverse-time",
    "join",
    "linear",
    "logarithmic",
    "lundy-mees",
    "multi-step",
    "one-cycle",
    "one-cycle-momentum",
    "perturb",
    "piecewise",
    "polynomial",
    "power",
    "product",
    "repeat",
    "restart",
    "rex",
    "scale",
    "shift",
    "staircase",
    "step",
    "tanh",
    "triangular",
    "triangular2",
    "warmup",
    "warmup-stable-decay"
  })
  String schedule = "constant";

  private Schedule prepared = step -> step;

  /** Makes the schedule for a run of 10 epochs. */
  @Setup
  public void prepare() {
    SchedulePlugin<?> plugin =
        Registry.<SchedulePlugin<?>>of(SchedulePlugin.class).find(schedule).orElseThrow();
    prepared =
        Schedule.of(
            new Choice<SchedulePlugin<?>>(plugin, plugin.examples().get(0).parameters()),
            Horizon.ofEpochs(10, STEPS / 10));
  }

  /**
   * The values at all steps.
   *
   * @return their sum, so that none can be left out
   */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double at() {
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      sum += prepared.at(step);
    }
    return sum;
  }
}
