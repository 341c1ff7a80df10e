package temper.studies.coolingtheory;

import temper.chain.Propagator;
import temper.schedule.Schedule;

/** Cooling in stairs of constant temperature, that of the middle of the stair. */
final class Stairs {

  private final Propagator propagator;
  private final Schedule temperature;

  Stairs(Propagator propagator, Schedule temperature) {
    this.propagator = propagator;
    this.temperature = temperature;
  }

  /** Stairs that grow in proportion to the time at which they begin; at first single steps. */
  void growing(double[] distribution, long from, long until, double share) {
    long time = from;
    while (time < until) {
      time += stair(distribution, time, Math.min(until - time, Math.max(1, (long) (time * share))));
    }
  }

  /** A number of stairs of about equal length, from step 0. */
  void equal(double[] distribution, long steps, int stairs) {
    long count = Math.min(stairs, steps);
    long time = 0;
    for (long i = 1; i <= count; i++) {
      time += stair(distribution, time, Math.multiplyExact(steps, i) / count - time);
    }
  }

  private long stair(double[] distribution, long time, long steps) {
    propagator.leap(distribution, temperature.at(time + (steps - 1) / 2.0), steps);
    return steps;
  }
}
