package temper.lab.probe;

import java.util.Arrays;
import temper.lab.study.TrainingExperiment;
import temper.lab.study.Trial;
import temper.numerics.NumberText;
import temper.schedule.Controller;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;
import temper.train.RateFinder;
import temper.train.Trainer;

/**
 * A range test of a learning rate: a short run whose rate rises from step to step, until the loss
 * blows up.
 *
 * <p>Source: L. N. Smith, Cyclical learning rates for training neural networks, WACV (2017), for
 * the linear test; the exponential one is that of J. Howard's library fast.ai.
 *
 * @param from rate of the first step, {@code > 0}
 * @param to rate of the last step, above the first
 * @param steps largest number of steps, from 2 to 100,000
 * @param exponential whether rates rise by equal factors, rather than by equal differences
 * @param smoothing factor of the moving average of losses, from 0 to below 1
 * @since 0.2
 */
public record RangeTest(double from, double to, int steps, boolean exponential, double smoothing) {

  /** Each step looks at the whole curve: the cost grows with the square of the steps. */
  private static final int MOST_STEPS = 100_000;

  /**
   * Checks ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RangeTest {
    if (!(from > 0 && to > from && to < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the rates of a range test must be > 0 and rise, got %s to %s".formatted(from, to));
    }
    if (steps < 2) {
      throw new IllegalArgumentException("a range test has 2 steps or more, got " + steps);
    }
    if (steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "a range test has at most %d steps, got %d".formatted(MOST_STEPS, steps));
    }
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing must be in [0, 1), got " + smoothing);
    }
  }

  /**
   * What a range test found.
   *
   * @param rates the rate of each step that was taken
   * @param losses the batch loss before each step
   * @param curve the smoothed losses up to where they blew up
   * @since 0.2
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares results.
  public record Result(double[] rates, double[] losses, RateFinder curve) {

    /**
     * All steps as CSV.
     *
     * @return a line for each step, the smoothed loss empty from where it blew up
     */
    public String csv() {
      StringBuilder out = new StringBuilder("step,rate,loss,smoothed_loss\n");
      for (int i = 0; i < rates.length; i++) {
        out.append(i)
            .append(',')
            .append(NumberText.format(rates[i]))
            .append(',')
            .append(NumberText.format(losses[i]))
            .append(',')
            .append(i < curve.length() ? NumberText.format(curve.loss(i)) : "")
            .append('\n');
      }
      return out.toString();
    }
  }

  /**
   * Runs the test.
   *
   * @param experiment trains the network
   * @param parameters the cell
   * @param trial streams and data
   * @param <P> the record of parameters
   * @return what was found
   * @throws IllegalArgumentException if parameters do not fit one another or the data
   */
  public <P extends Record> Result run(
      TrainingExperiment<P> experiment, P parameters, Trial trial) {
    Schedule rising =
        exponential
            ? Schedules.geometric(from, to, steps - 1)
            : Schedules.linear(from, to, steps - 1);
    Trainer trainer = experiment.trainer(parameters, trial, Controller.of(rising));
    double[] rates = new double[steps];
    double[] losses = new double[steps];
    for (int step = 0; step < steps; step++) {
      rates[step] = trainer.rate();
      losses[step] = trainer.step();
      RateFinder curve =
          RateFinder.of(Arrays.copyOf(rates, step + 1), Arrays.copyOf(losses, step + 1), smoothing);
      if (curve.length() <= step || step + 1 == steps) {
        return new Result(Arrays.copyOf(rates, step + 1), Arrays.copyOf(losses, step + 1), curve);
      }
    }
    throw new AssertionError("the last step returns");
  }
}
