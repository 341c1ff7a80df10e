package temper.studies.largeratedynamics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/** Full-batch gradient descent of a tanh network, and the sharpness along its way. */
final class EdgeOfStability implements Experiment<EdgeOfStability.Params> {

  static final String NAME = "edge-of-stability";
  static final String COURSE = "course";

  /** The learning rates; the sharpness at which descent becomes unstable is 2 over each. */
  static final List<Double> RATES = List.of(2.0 / 20, 2.0 / 40, 2.0 / 80);

  /**
   * One run.
   *
   * @param rate learning rate
   * @param time rate times steps
   * @param measurements of the sharpness on the way
   * @param samples number of train examples
   * @param inputs number of inputs
   * @param hidden number of hidden units
   */
  record Params(
      @Doc("learning rate") @Positive double rate,
      @Doc("learning rate times the number of steps") @Positive double time,
      @Doc("number of measurements of the sharpness") @Range(min = 5) int measurements,
      @Doc("number of train examples") @Range(min = 1) int samples,
      @Doc("number of inputs") @Range(min = 1) int inputs,
      @Doc("number of hidden units") @Range(min = 1) int hidden) {

    /** The number of steps. */
    int steps() {
      return (int) Math.max(measurements, Math.round(time / rate));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Sharpness and loss along full-batch gradient descent of a tanh network.";
  }

  @Override
  public Params defaults() {
    return new Params(RATES.get(0), 150, 40, 500, 20, 64);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("edge_product", "rate times sharpness, mean of the last fifth"),
        Column.number("rising", "share of steps in the last fifth at which the loss rises"),
        Column.number("middle_loss", "mean train loss of the middle fifth"),
        Column.number("last_loss", "mean train loss of the last fifth"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "One row for each measurement of the sharpness.",
            List.of(
                Column.integer("step", "number of steps made").in("steps"),
                Column.number("time", "rate times steps"),
                Column.number("loss", "train loss"),
                Column.number("sharpness", "largest eigenvalue of the Hessian"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return switch (profile) {
      case SMOKE -> cells(new Params(d.rate, 5, 10, 60, d.inputs, 16), profile);
      case QUICK -> cells(new Params(d.rate, 100, d.measurements, 200, d.inputs, 32), profile);
      case FULL -> cells(d, profile);
    };
  }

  private static Design<Params> cells(Params p, Profile profile) {
    DoubleStream rates = RATES.stream().mapToDouble(Double::doubleValue);
    return Design.of(
        rates
            .mapToObj(
                rate -> new Params(rate, p.time, p.measurements, p.samples, p.inputs, p.hidden))
            .toList(),
        Replicates.edges(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    TanhProblem problem = TanhProblem.draw(p.samples, p.inputs, p.hidden, trial);
    Course course = new Course(p, problem.start(trial));
    trial.resume(course::readFrom);
    double[] scratch = new double[course.point.length];
    int steps = p.steps();
    int every = steps / p.measurements;
    while (course.step < steps) {
      if (course.step % every == 0) {
        course.measure(problem, trial);
      }
      double loss = problem.loss().descend(course.point, p.rate, scratch);
      if (!Double.isFinite(loss)) {
        throw new DivergedException("the train loss was " + loss + " at step " + course.step);
      }
      course.note(loss);
      trial.progress((double) course.step / steps);
      trial.checkpoint(course::writeTo);
    }
    course.finish(trial);
  }

  /** The state of a run and what it has been through. */
  private static final class Course {

    private final double rate;
    private final int steps;
    private final double[] point;
    private int step;
    private double lastLoss = Double.POSITIVE_INFINITY;
    private int rises;
    private double middleSum;
    private double lastSum;
    private double productSum;
    private int products;

    Course(Params p, double[] point) {
      this.rate = p.rate;
      this.steps = p.steps();
      this.point = point;
    }

    void measure(TanhProblem problem, Trial trial) {
      double sharpness = problem.sharpness(point, trial);
      double loss = problem.loss().at(point);
      trial.row(COURSE, (long) step, step * rate, loss, sharpness);
      if (inLastFifth()) {
        productSum += rate * sharpness;
        products++;
      }
    }

    /** Takes note of the loss before a step that has been made. */
    void note(double loss) {
      if (inLastFifth()) {
        lastSum += loss;
        rises += loss > lastLoss ? 1 : 0;
      } else if (step >= 2 * steps / 5 && step < 3 * steps / 5) {
        middleSum += loss;
      }
      lastLoss = loss;
      step++;
    }

    private boolean inLastFifth() {
      return step >= 4 * steps / 5;
    }

    void finish(Trial trial) {
      double last = steps - 4 * steps / 5;
      trial.metric("edge_product", productSum / products);
      trial.metric("rising", rises / last);
      trial.metric("middle_loss", middleSum / (3 * steps / 5 - 2 * steps / 5));
      trial.metric("last_loss", lastSum / last);
    }

    void writeTo(DataOutput out) throws IOException {
      for (double x : point) {
        out.writeDouble(x);
      }
      out.writeInt(step);
      out.writeDouble(lastLoss);
      out.writeInt(rises);
      out.writeDouble(middleSum);
      out.writeDouble(lastSum);
      out.writeDouble(productSum);
      out.writeInt(products);
    }

    void readFrom(DataInput in) throws IOException {
      for (int i = 0; i < point.length; i++) {
        point[i] = in.readDouble();
      }
      step = in.readInt();
      lastLoss = in.readDouble();
      rises = in.readInt();
      middleSum = in.readDouble();
      lastSum = in.readDouble();
      productSum = in.readDouble();
      products = in.readInt();
    }
  }
}
