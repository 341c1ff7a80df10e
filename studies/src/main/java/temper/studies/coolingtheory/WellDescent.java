package temper.studies.coolingtheory;

import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.schedule.Schedule;

/**
 * Noisy gradient descent {@code x <- x - rate (f'(x) + noise xi)} in a double well, at a
 * temperature of {@code rate noise^2 / 2}.
 *
 * @param potential the double well
 * @param noise standard deviation of the gradient
 * @param steps number of steps
 * @param trajectories number of runs of a trial
 */
record WellDescent(Potential potential, double noise, int steps, int trajectories) {

  /** Runs begin uniformly between minus and plus this. */
  private static final double START = 2;

  private static final double BOUND = 1e3;

  /**
   * The share of runs that end in the deeper, or wider, well. Trials of one replicate share starts
   * and noise.
   *
   * @throws DivergedException if a run leaves every bound
   */
  double share(Schedule rate, Trial trial) {
    RandomStream start = trial.stream("start");
    double[] x = new double[trajectories];
    for (int i = 0; i < x.length; i++) {
      x[i] = start.uniform(-START, START);
    }
    RandomStream stream = trial.stream("noise");
    for (int step = 0; step < steps; step++) {
      double eta = rate.at(step);
      for (int i = 0; i < x.length; i++) {
        x[i] -= eta * (potential.slope(x[i]) + noise * stream.gaussian());
      }
      if (step % 1000 == 0) {
        trial.progress((double) step / steps);
      }
    }
    int inside = 0;
    for (double end : x) {
      if (!(Math.abs(end) <= BOUND)) {
        throw new DivergedException("a run left every bound in " + steps + " steps");
      }
      inside += potential.better(end) ? 1 : 0;
    }
    return (double) inside / x.length;
  }
}
