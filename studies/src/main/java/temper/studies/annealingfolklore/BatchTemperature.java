package temper.studies.annealingfolklore;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;

/**
 * Mini-batch descent in a double well, as annealing: the loss is the mean of two kinds of examples,
 * <i>x^4/4 - x^2/2 + 0.1 x</i> plus and minus <i>s x</i>, so that a batch of B examples has a
 * gradient of variance <i>s^2 / B</i> and the temperature is <i>rate s^2 / (2 B)</i>.
 *
 * <p>The study cooling-theory has the same well with Gaussian noise, and asks how slowly the rate
 * must fall. Here it is asked whether rate and batch count through their ratio alone.
 */
final class BatchTemperature implements Experiment<BatchTemperature.Params> {

  static final String NAME = "batch-temperature";
  static final String FALLING_RATE = "falling-rate";
  static final String GROWING_BATCH = "growing-batch";
  static final String CONSTANT = "constant";
  static final String SMALL = "small";

  /** The rates that are compared; the batch is in proportion to them. */
  static final List<Double> RATES = List.of(0.0125, 0.05, 0.2);

  /** The rate over the batch at first. */
  static final double RATIO = 0.0125;

  private static final double TILT = 0.1;

  /** Where <i>x^3 - x + 0.1</i> vanishes between the wells. */
  private static final double RIDGE = 0.1010312578810108;

  private static final double SMALL_SHARE = 0.01;
  private static final int LARGEST_BATCH = 4096;
  private static final double START = 1.5;
  private static final double BOUND = 1e3;
  private static final int CHECK_EVERY = 500;

  /**
   * A way of annealing.
   *
   * @param law what falls or grows
   * @param rate the rate at first
   * @param time the number of steps times the rate at first
   * @param trajectories number of runs of a trial
   * @param temperature temperature at first
   */
  record Params(
      @Doc("what falls or grows") @OneOf({FALLING_RATE, GROWING_BATCH, CONSTANT, SMALL}) String law,
      @Doc("the rate at first") @Range(min = RATIO, max = 0.25) double rate,
      @Doc("number of steps times the rate at first") @Positive double time,
      @Doc("number of runs of a trial") @Range(min = 1) int trajectories,
      @Doc("temperature at first") @Positive double temperature) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Which of two wells mini-batch descent ends in, when the rate falls or the batch grows.";
  }

  @Override
  public Params defaults() {
    return new Params(FALLING_RATE, 0.05, 200, 500, 0.2);
  }

  @Override
  public List<Column> metrics() {
    return List.of(Column.number("share", "share of runs that end in the deeper well"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int runs = profile == Profile.FULL ? d.trajectories : profile == Profile.QUICK ? 100 : 4;
    return Design.of(
        List.of(
            new Params(FALLING_RATE, RATES.get(0), d.time, runs, d.temperature),
            new Params(FALLING_RATE, RATES.get(1), d.time, runs, d.temperature),
            new Params(FALLING_RATE, RATES.get(2), d.time, runs, d.temperature),
            new Params(GROWING_BATCH, RATES.get(1), d.time, runs, d.temperature),
            new Params(CONSTANT, RATES.get(1), d.time, runs, d.temperature),
            new Params(SMALL, RATES.get(1), d.time, runs, d.temperature)),
        Replicates.blocks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    double kick = Math.sqrt(2 * p.temperature / RATIO);
    int steps = (int) Math.round(p.time / p.rate);
    double firstBatch = Math.max(1, Math.rint(p.rate / RATIO));
    RandomStream start = trial.stream("start");
    double[] x = new double[p.trajectories];
    for (int i = 0; i < x.length; i++) {
      x[i] = start.uniform(-START, START);
    }
    RandomStream examples = trial.stream("examples");
    for (int step = 0; step < steps; step++) {
      double left = 1 - (double) step / steps;
      double rate = p.rate * (p.law.equals(FALLING_RATE) ? left : 1);
      rate *= p.law.equals(SMALL) ? SMALL_SHARE : 1;
      double wanted = p.law.equals(GROWING_BATCH) ? firstBatch / left : firstBatch;
      int batch = (int) Math.min(LARGEST_BATCH, Math.rint(wanted));
      for (int i = 0; i < x.length; i++) {
        double slope = x[i] * x[i] * x[i] - x[i] + TILT;
        x[i] -= rate * (slope + kick * meanSign(batch, examples));
      }
      if (step % CHECK_EVERY == 0) {
        trial.progress((double) step / steps);
      }
    }
    int deeper = 0;
    for (double end : x) {
      if (!(Math.abs(end) <= BOUND)) {
        throw new DivergedException("a run left every bound in " + steps + " steps");
      }
      deeper += end < RIDGE ? 1 : 0;
    }
    trial.metric("share", (double) deeper / x.length);
  }

  /** The mean of a batch of signs, drawn as bits. */
  static double meanSign(int batch, RandomStream examples) {
    int positive = 0;
    int left = batch;
    for (; left >= Long.SIZE; left -= Long.SIZE) {
      positive += Long.bitCount(examples.nextLong());
    }
    if (left > 0) {
      positive += Long.bitCount(examples.nextLong() >>> (Long.SIZE - left));
    }
    return (2.0 * positive - batch) / batch;
  }
}
