package temper.studies.largeinitialrate.theory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.lab.study.Column;
import temper.lab.study.DivergedException;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.studies.largeinitialrate.theory.TwoBlockNetwork.Errors;
import temper.studies.largeinitialrate.theory.TwoBlockNetwork.Losses;

/**
 * One run of gradient descent in two phases.
 *
 * <p>A step adds the train loss to a moving average of decay 0.98, which begins at the first loss;
 * compares it with the thresholds; and then changes the weights by {@code w <- (1 - rate decay) w -
 * rate (gradient + noise)}. Only large-then-small and the mitigations have a first phase.
 */
final class TwoPhaseRun {

  /** Losses and errors in the course of a run. */
  static final String COURSE = "course";

  /** States at which the average of the train loss first fell below a value. */
  static final String STOPS = "stops";

  /**
   * Loss on examples with both patterns at which the order of learning at the small rate is read.
   */
  static final double MIXED_LOSS = 0.3;

  static final List<Column> METRICS =
      List.of(
          Column.number("p_error", "test error of the first block on the first pattern"),
          Column.number("q_error", "test error of the second block on the second pattern"),
          Column.number("error", "test error of the network on the natural mixture"),
          Column.integer("steps", "steps of the run"),
          Column.integer("switch_step", "step at which the second phase began; -1 if it never did"),
          Column.truth("reached", "whether the train loss of the stop was reached"),
          Column.number("train_loss", "train loss at the end, without average"),
          Column.integer(
              "order_step", "step at which the order of learning was read; -1 if it never was"),
          Column.number("order_p_loss", "loss on examples of the first pattern alone then"),
          Column.number("order_q_loss", "loss on examples of the second pattern alone then"),
          Column.number("dead", "share of the second block's neurons active on no example"));

  static final TableSchema COURSE_TABLE =
      new TableSchema(
          COURSE,
          "The course of the first replicates.",
          List.of(
              Column.integer("step", "completed steps"),
              Column.number("rate", "learning rate of the step to come"),
              Column.number("average_loss", "moving average of the train loss"),
              Column.number("p_loss", "train loss on examples of the first pattern alone"),
              Column.number("q_loss", "train loss on examples of the second pattern alone"),
              Column.number("mixed_loss", "train loss on examples with both patterns"),
              Column.number("p_error", "test error of the first block on the first pattern")));

  static final TableSchema STOPS_TABLE =
      new TableSchema(
          STOPS,
          "Where a run would have ended with other stopping losses.",
          List.of(
              Column.number("stop_loss", "average train loss"),
              Column.integer("stop_step", "step at which it was reached"),
              Column.number("p_error", "test error of the first block on the first pattern then"),
              Column.number("error", "test error of the network then")));

  private static final double AVERAGE = 0.98;
  private static final double LN_2 = StableMath.log(2);
  private static final int REPORT = 50;

  /** Rows of a course grow by this factor from one to the next. */
  private static final double SPACING = 1.13;

  private final TheoryParameters p;
  private final Trial trial;
  private final Recording recording;
  private final TwoBlockNetwork network;
  private final boolean twoPhases;

  private int step;
  private double average;
  private int switchStep = -1;
  private int orderStep = -1;
  private double orderFirst = Double.NaN;
  private double orderSecond = Double.NaN;
  private int nextRow;
  private int nextStop;

  /**
   * What a run writes beside its metrics.
   *
   * @param course whether it writes its course
   * @param stops falling train losses at which it writes its state
   */
  record Recording(boolean course, List<Double> stops) {

    static final Recording NONE = new Recording(false, List.of());
  }

  TwoPhaseRun(TheoryParameters p, Trial trial, Recording recording) {
    this.p = p;
    this.trial = trial;
    this.recording = recording;
    this.network = TwoBlockNetwork.draw(p, trial::stream);
    this.twoPhases = !p.algorithm().equals(TheoryParameters.SMALL);
  }

  void run() {
    trial.resume(this::readFrom);
    Losses losses = network.losses(activationNoise());
    while (true) {
      observe(losses);
      boolean reached = !firstPhase() && average <= p.stop().loss();
      if (reached || step == p.stop().steps()) {
        report(losses, reached);
        return;
      }
      double noise = noiseFactor();
      network.descend(rate(), p.descent(), noise * p.noise().first(), noise * p.noise().second());
      step++;
      if (step % REPORT == 0) {
        trial.progress((double) step / p.stop().steps());
        trial.checkpoint(this::writeTo);
      }
      losses = network.losses(activationNoise());
    }
  }

  private boolean firstPhase() {
    return twoPhases && switchStep < 0;
  }

  private double rate() {
    boolean large = firstPhase() && p.algorithm().equals(TheoryParameters.LARGE);
    return large ? p.descent().large() : p.descent().small();
  }

  /**
   * What gradient noise is multiplied with. The stationary variance of the noise part of a weight
   * is rate noise^2 / (2 decay) to first order, so that at the small rate the root of the ratio of
   * rates makes it that of the large one.
   */
  private double noiseFactor() {
    return firstPhase() && p.algorithm().equals(TheoryParameters.EQUAL_NOISE)
        ? Math.sqrt(p.descent().large() / p.descent().small())
        : 1;
  }

  private double activationNoise() {
    return firstPhase() && p.algorithm().equals(TheoryParameters.ACTIVATION_NOISE)
        ? p.noise().activation()
        : 0;
  }

  private void observe(Losses losses) {
    if (!Double.isFinite(losses.all())) {
      throw new DivergedException("the train loss is " + losses.all() + " at step " + step);
    }
    average = step == 0 ? losses.all() : AVERAGE * average + (1 - AVERAGE) * losses.all();
    boolean switched = firstPhase() && phaseEnds();
    if (switched) {
      switchStep = step;
    }
    if (twoPhases ? switched : orderStep < 0 && losses.both() <= MIXED_LOSS) {
      orderStep = step;
      orderFirst = losses.first();
      orderSecond = losses.second();
    }
    boolean row = recording.course && (step >= nextRow || switched);
    boolean stop =
        !firstPhase()
            && nextStop < recording.stops.size()
            && average <= recording.stops.get(nextStop);
    if (row || stop) {
      write(losses, row, stop);
    }
  }

  private boolean phaseEnds() {
    double time = p.stop().phaseTime();
    return time > 0
        ? rate() * step >= time
        : average <= p.stop().aboveQ() + network.onlySecond() * LN_2;
  }

  private void write(Losses losses, boolean row, boolean stop) {
    Errors errors = network.errors();
    if (row) {
      trial.row(
          COURSE,
          step,
          rate(),
          average,
          number(losses.first()),
          number(losses.second()),
          number(losses.both()),
          errors.first());
      nextRow = Math.max(step + 1, (int) (step * SPACING));
    }
    if (stop) {
      trial.row(STOPS, recording.stops.get(nextStop), step, errors.first(), errors.all());
      nextStop++;
    }
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private void report(Losses losses, boolean reached) {
    Errors errors = network.errors();
    trial.metric("p_error", errors.first());
    trial.metric("q_error", errors.second());
    trial.metric("error", errors.all());
    trial.metric("steps", step);
    trial.metric("switch_step", switchStep);
    trial.metric("reached", reached);
    trial.metric("train_loss", losses.all());
    trial.metric("order_step", orderStep);
    trial.metric("order_p_loss", orderFirst);
    trial.metric("order_q_loss", orderSecond);
    trial.metric("dead", errors.dead());
  }

  private void writeTo(DataOutput out) throws IOException {
    network.writeTo(out);
    out.writeInt(step);
    out.writeDouble(average);
    out.writeInt(switchStep);
    out.writeInt(orderStep);
    out.writeDouble(orderFirst);
    out.writeDouble(orderSecond);
    out.writeInt(nextRow);
    out.writeInt(nextStop);
  }

  private void readFrom(DataInput in) throws IOException {
    network.readFrom(in);
    step = in.readInt();
    average = in.readDouble();
    switchStep = in.readInt();
    orderStep = in.readInt();
    orderFirst = in.readDouble();
    orderSecond = in.readDouble();
    nextRow = in.readInt();
    nextStop = in.readInt();
  }
}
