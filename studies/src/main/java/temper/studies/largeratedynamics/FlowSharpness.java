package temper.studies.largeratedynamics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/**
 * Gradient flow of the problems of {@link EdgeOfStability}, by the fourth-order Runge-Kutta method
 * with a step of at most the inverse of the sharpness.
 */
final class FlowSharpness implements Experiment<FlowSharpness.Params> {

  static final String NAME = "flow-sharpness";
  static final String COURSE = "course";

  /**
   * One run.
   *
   * @param stretches number of measurements of the sharpness after the first
   * @param stretch time between two of them
   * @param samples number of train examples
   * @param inputs number of inputs
   * @param hidden number of hidden units
   */
  record Params(
      @Doc("number of stretches of time") @Range(min = 4) int stretches,
      @Doc("length of a stretch of time") @Positive double stretch,
      @Doc("number of train examples") @Range(min = 1) int samples,
      @Doc("number of inputs") @Range(min = 1) int inputs,
      @Doc("number of hidden units") @Range(min = 1) int hidden) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Sharpness and loss along the gradient flow of a tanh network.";
  }

  @Override
  public Params defaults() {
    return new Params(50, 1.5, 500, 20, 64);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("half_sharpness", "largest eigenvalue of the Hessian at half the time"),
        Column.number("last_sharpness", "largest eigenvalue of the Hessian at the end"),
        Column.number("last_loss", "train loss at the end"),
        Column.integer("steps", "steps of the integration").in("steps"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "One row for each measurement of the sharpness.",
            List.of(
                Column.number("time", "time of the flow"),
                Column.number("loss", "train loss"),
                Column.number("sharpness", "largest eigenvalue of the Hessian"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.single(
        switch (profile) {
          case SMOKE -> new Params(4, 1, 60, d.inputs, 16);
          case QUICK -> new Params(d.stretches, d.stretch, 200, d.inputs, 32);
          case FULL -> d;
        },
        Replicates.flows(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    TanhProblem problem = TanhProblem.draw(p.samples, p.inputs, p.hidden, trial);
    Flow flow = new Flow(problem.start(trial));
    flow.sharpness = problem.sharpness(flow.point, trial);
    if (!trial.resume(flow::readFrom)) {
      trial.row(COURSE, 0.0, problem.loss().at(flow.point), flow.sharpness);
    }
    while (flow.stretches < p.stretches) {
      flow.advance(problem, p.stretch);
      flow.sharpness = problem.sharpness(flow.point, trial);
      if (flow.stretches == p.stretches / 2) {
        flow.halfSharpness = flow.sharpness;
      }
      trial.row(COURSE, flow.stretches * p.stretch, problem.loss().at(flow.point), flow.sharpness);
      trial.progress((double) flow.stretches / p.stretches);
      trial.checkpoint(flow::writeTo);
    }
    trial.metric("half_sharpness", flow.halfSharpness);
    trial.metric("last_sharpness", flow.sharpness);
    trial.metric("last_loss", problem.loss().at(flow.point));
    trial.metric("steps", flow.steps);
  }

  /** The state of an integration. */
  private static final class Flow {

    private final double[] point;
    private final double[][] slopes;
    private int stretches;
    private long steps;
    private double sharpness;
    private double halfSharpness;

    Flow(double[] point) {
      this.point = point;
      this.slopes = new double[4][point.length];
    }

    void advance(TanhProblem problem, double stretch) {
      int count = (int) Math.ceil(stretch * Math.max(sharpness, 1));
      for (int i = 0; i < count; i++) {
        RungeKutta.step(problem.loss(), point, stretch / count, slopes);
      }
      steps += count;
      stretches++;
    }

    void writeTo(DataOutput out) throws IOException {
      for (double x : point) {
        out.writeDouble(x);
      }
      out.writeInt(stretches);
      out.writeLong(steps);
      out.writeDouble(sharpness);
      out.writeDouble(halfSharpness);
    }

    void readFrom(DataInput in) throws IOException {
      for (int i = 0; i < point.length; i++) {
        point[i] = in.readDouble();
      }
      stretches = in.readInt();
      steps = in.readLong();
      sharpness = in.readDouble();
      halfSharpness = in.readDouble();
    }
  }
}
