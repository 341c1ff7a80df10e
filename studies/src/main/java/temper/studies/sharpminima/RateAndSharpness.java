package temper.studies.sharpminima;

import java.util.List;
import java.util.stream.DoubleStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.studies.fullbatch.FeedForward;

/**
 * Where gradient descent ends at a large rate: the rate is a multiple of the largest at which the
 * minimum of a small rate is stable.
 */
final class RateAndSharpness implements Experiment<RateAndSharpness.Params> {

  static final String NAME = "rate-and-sharpness";

  /** Multiples of 2 over the sharpness that a small rate ends with. */
  static final double[] MULTIPLES = {0.25, 0.5, 0.75, 1.1, 1.25, 1.5, 2};

  private static final double SMALL = 0.02;

  /**
   * One run.
   *
   * @param multiple of the stability bound of the minimum of a small rate
   * @param time rate times steps, of both runs
   */
  record Params(
      @Doc("learning rate over the stability bound of a small rate's minimum") @Positive
          double multiple,
      @Doc("learning rate times number of steps") @Range(min = 1) double time) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Sharpness at the end of gradient descent against its learning rate.";
  }

  @Override
  public Params defaults() {
    return new Params(1.25, 500);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("rate", "learning rate"),
        Column.number("small_sharpness", "sharpness at the end at a small rate"),
        Column.number("sharpness", "sharpness at the end"),
        Column.number("product", "learning rate times that sharpness"),
        Column.number("loss", "train loss at the end"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    double time = profile == Profile.SMOKE ? 20 : defaults().time;
    return Design.of(
        DoubleStream.of(MULTIPLES).mapToObj(multiple -> new Params(multiple, time)).toList(),
        Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(4, 6, 1);
    Minimum start = Minimum.start(network, trial);
    double small = sharpness(start, descend(start, SMALL, p.time, 0, trial), trial);
    double rate = p.multiple * 2 / small;
    double[] end = descend(start, rate, p.time, 0.5, trial);
    double sharpness = sharpness(start, end, trial);
    trial.metric("rate", rate);
    trial.metric("small_sharpness", small);
    trial.metric("sharpness", sharpness);
    trial.metric("product", rate * sharpness);
    trial.metric("loss", start.train().at(end));
  }

  private static double sharpness(Minimum start, double[] point, Trial trial) {
    return start.train().extremes(point, trial.stream("lanczos")).largest();
  }

  private static double[] descend(
      Minimum start, double rate, double time, double done, Trial trial) {
    double[] point = start.parameters().clone();
    double[] scratch = new double[point.length];
    int steps = (int) Math.ceil(time / rate);
    for (int step = 0; step < steps; step++) {
      double loss = start.train().descend(point, rate, scratch);
      if (!(loss < 1e6)) {
        throw new DivergedException("the train loss was " + loss + " at step " + step);
      }
      trial.progress(done + 0.5 * step / steps);
    }
    return point;
  }
}
