package temper.studies.warmrestarts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import temper.lab.study.Trial;
import temper.studies.training.MeanOfBatches;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Trainer;

/**
 * Evaluates a run after each unit of its budget and follows its cycles. The network that is
 * recommended is that at the end of the last whole cycle, before the first such end the current
 * one.
 */
final class AnytimeObserver implements TrainingRun.Observer {

  private static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN, 0);

  private final boolean curves;
  private final TrainingSetup setup;
  private final Trial trial;
  private final Evaluator some;
  private final Evaluator all;
  private final Set<Long> cycleEnds;
  private final MeanOfBatches batches = new MeanOfBatches();

  private Evaluation recommended = NONE;
  private Evaluation last = NONE;
  private double recommendedError = Double.NaN;
  private double errors;
  private double recommendedErrors;
  private long evaluations;
  private double restart = Double.NaN;
  private double before = Double.NaN;
  private double peak = Double.NaN;

  AnytimeObserver(Arm arm, boolean curves, TrainingSetup setup, Trainer trainer, Trial trial) {
    this.curves = curves;
    this.setup = setup;
    this.trial = trial;
    this.some = setup.evaluator(trainer, TestExamples.ofCurve(setup.data()));
    this.all = setup.evaluator(trainer, setup.data().test());
    this.cycleEnds =
        arm.cycleEnds().stream()
            .map(unit -> Math.round((double) setup.steps() * unit / Arm.UNITS))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean afterStep(Trainer trainer, double rate, double loss) {
    batches.add(loss);
    long completed = trainer.completed();
    if (setup.isEvaluation(completed)) {
      evaluate(trainer, completed, rate);
    }
    return true;
  }

  private void evaluate(Trainer trainer, long completed, double rate) {
    Evaluation now = trainer.evaluate(some);
    double error = Ensemble.error(now);
    double epoch = setup.epochs(completed);
    boolean cycleEnd = cycleEnds.contains(completed);
    if (cycleEnd) {
      recommended = trainer.evaluate(all);
    }
    if (completed == setup.steps()) {
      last = cycleEnd ? recommended : trainer.evaluate(all);
    }
    if (cycleEnd || recommended.examples() == 0) {
      recommendedError = error;
    }
    peak = peak >= now.loss() ? peak : now.loss();
    if (cycleEnd) {
      endCycle(epoch, now.loss());
    }
    errors += error;
    recommendedErrors += recommendedError;
    evaluations++;
    double trainLoss = batches.take();
    if (curves) {
      trial.row(
          AnytimeTraining.CURVE,
          epoch,
          rate,
          (float) trainLoss,
          (float) now.loss(),
          error,
          recommendedError);
    }
  }

  private void endCycle(double epoch, double loss) {
    if (curves && !Double.isNaN(restart)) {
      trial.row(AnytimeTraining.RESTARTS, restart, before, peak, loss);
    }
    restart = epoch;
    before = loss;
    peak = Double.NaN;
  }

  /** The network at the end of the last whole cycle on all test examples, if there was a cycle. */
  Optional<Evaluation> recommended() {
    return recommended.examples() == 0 ? Optional.empty() : Optional.of(recommended);
  }

  /** The network after the last step on all test examples. */
  Evaluation last() {
    return last;
  }

  double meanError() {
    return errors / evaluations;
  }

  double meanRecommendedError() {
    return recommendedErrors / evaluations;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    batches.writeTo(out);
    write(recommended, out);
    write(last, out);
    out.writeDouble(recommendedError);
    out.writeDouble(errors);
    out.writeDouble(recommendedErrors);
    out.writeLong(evaluations);
    out.writeDouble(restart);
    out.writeDouble(before);
    out.writeDouble(peak);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    batches.readFrom(in);
    recommended = read(in);
    last = read(in);
    recommendedError = in.readDouble();
    errors = in.readDouble();
    recommendedErrors = in.readDouble();
    evaluations = in.readLong();
    restart = in.readDouble();
    before = in.readDouble();
    peak = in.readDouble();
  }

  private static void write(Evaluation evaluation, DataOutput out) throws IOException {
    out.writeDouble(evaluation.loss());
    out.writeDouble(evaluation.accuracy());
    out.writeLong(evaluation.examples());
  }

  private static Evaluation read(DataInput in) throws IOException {
    return new Evaluation(in.readDouble(), in.readDouble(), in.readLong());
  }
}
