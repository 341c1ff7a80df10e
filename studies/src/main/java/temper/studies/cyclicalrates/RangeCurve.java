package temper.studies.cyclicalrates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Trial;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluator;
import temper.train.RateFinder;
import temper.train.Trainer;

/** Follows a range test and reads the bounds from it. */
final class RangeCurve implements TrainingRun.Observer {

  private final TrainingSetup setup;
  private final Trial trial;
  private final Evaluator few;
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();
  private final List<Double> measuredRates = new ArrayList<>();
  private final List<Double> accuracies = new ArrayList<>();

  RangeCurve(TrainingSetup setup, Trainer trainer, Trial trial, int size) {
    this.setup = setup;
    this.trial = trial;
    this.few = Probe.few(setup, trainer, size);
  }

  @Override
  public boolean afterStep(Trainer trained, double rate, double loss) {
    rates.add(rate);
    losses.add(loss);
    if (setup.isEvaluation(trained.completed())) {
      double accuracy = trained.evaluate(few).accuracy();
      measuredRates.add(rate);
      accuracies.add(accuracy);
      trial.row(RangeTests.CURVE, rate, accuracy);
    }
    return true;
  }

  /** The bounds and what other rules say, at the end. */
  void report() {
    RangeBounds bounds = RangeBounds.of(array(measuredRates), array(accuracies));
    RateFinder finder = RateFinder.of(array(rates), array(losses), RateFinder.SMOOTHING);
    trial.metric("base_rate", bounds.base());
    trial.metric("max_rate", bounds.max());
    trial.metric("steepest_rate", finder.steepest().orElse(Double.NaN));
    trial.metric("tenth_rate", finder.minimumOverTen().orElse(Double.NaN));
    trial.metric("completed", (long) rates.size());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    for (List<Double> values : List.of(rates, losses, measuredRates, accuracies)) {
      out.writeInt(values.size());
      for (double value : values) {
        out.writeDouble(value);
      }
    }
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    for (List<Double> values : List.of(rates, losses, measuredRates, accuracies)) {
      values.clear();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        values.add(in.readDouble());
      }
    }
  }
}
