package temper.studies.warmrestarts;

import java.util.ArrayList;
import java.util.List;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.lab.study.Trial;
import temper.tensor.Tensor;
import temper.train.Evaluation;
import temper.train.Snapshot;

/** What the snapshots of a trial are worth, alone and together, and how alike they are. */
final class SnapshotReport {

  private final SnapshotTraining.Params p;
  private final Trial trial;
  private final Examples test;
  private final int classes;

  SnapshotReport(SnapshotTraining.Params p, Trial trial) {
    this.p = p;
    this.trial = trial;
    Dataset data = DatasetPlugin.of(p.setting().data(), trial::stream, trial::dataset);
    this.test = data.test();
    this.classes = data.classes().size();
  }

  void write(List<Snapshot> snapshots) {
    List<double[]> predictions = predictions(snapshots);
    writeMembers(predictions);
    writeEnsembles(predictions);
    writePairs(predictions);
    writePath(snapshots.get(snapshots.size() - 2), snapshots.get(snapshots.size() - 1));
  }

  private List<double[]> predictions(List<Snapshot> snapshots) {
    NetworkProbe probe = NetworkProbe.of(p.training(), trial, NetworkProbe.Part.TEST);
    List<double[]> predictions = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      predictions.add(probe.predict(snapshot));
      trial.progress(1);
    }
    return predictions;
  }

  private void writeMembers(List<double[]> predictions) {
    double errors = 0;
    double loss = 0;
    double error = 0;
    for (int i = 0; i < predictions.size(); i++) {
      Evaluation alone = Ensemble.evaluate(predictions.subList(i, i + 1), test);
      error = Ensemble.error(alone);
      loss = alone.loss();
      errors += error;
      trial.row(SnapshotTraining.MEMBERS, i + 1, error, loss);
    }
    trial.metric(SnapshotTraining.ERROR, error);
    trial.metric(SnapshotTraining.LOSS, loss);
    trial.metric(SnapshotTraining.MEAN_MEMBER_ERROR, errors / predictions.size());
  }

  private void writeEnsembles(List<double[]> predictions) {
    int count = predictions.size();
    Evaluation together = new Evaluation(Double.NaN, Double.NaN, 0);
    for (int size = 1; size <= count; size++) {
      together = Ensemble.evaluate(predictions.subList(count - size, count), test);
      trial.row(SnapshotTraining.ENSEMBLES, size, Ensemble.error(together), together.loss());
    }
    trial.metric(SnapshotTraining.ENSEMBLE_ERROR, Ensemble.error(together));
    trial.metric(SnapshotTraining.ENSEMBLE_LOSS, together.loss());
  }

  private void writePairs(List<double[]> predictions) {
    int count = predictions.size();
    double[] consecutive = new double[count - 1];
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        double[] a = predictions.get(first);
        double[] b = predictions.get(second);
        double correlation = Ensemble.correlation(a, b);
        double disagreement = Ensemble.disagreement(a, b, classes);
        trial.row(SnapshotTraining.PAIRS, first + 1, second + 1, correlation, disagreement);
        if (second == first + 1) {
          consecutive[first] = correlation;
        }
      }
    }
    trial.metric(SnapshotTraining.CONSECUTIVE_CORRELATION, meanFrom(consecutive, 0));
    trial.metric(
        SnapshotTraining.LATE_CORRELATION,
        meanFrom(consecutive, Math.max(0, consecutive.length - 2)));
  }

  private static double meanFrom(double[] values, int start) {
    double sum = 0;
    for (int i = start; i < values.length; i++) {
      sum += values[i];
    }
    return sum / (values.length - start);
  }

  /** Evaluates networks between the last two, and how far their errors rise above the ends'. */
  private void writePath(Snapshot from, Snapshot to) {
    if (p.path() == 0) {
      writeBumps(Double.NaN, Double.NaN);
      return;
    }
    NetworkProbe probe = NetworkProbe.of(p.training(), trial, NetworkProbe.Part.CURVE);
    double[] settled = new double[p.path() + 2];
    double[] between = new double[settled.length];
    for (int i = 0; i < settled.length; i++) {
      double share = (double) i / (settled.length - 1);
      Snapshot point = between(from, to, share);
      between[i] = Ensemble.error(probe.evaluate(point));
      Evaluation now = probe.evaluateSettled(point);
      settled[i] = Ensemble.error(now);
      trial.row(SnapshotTraining.PATHS, share, settled[i], now.loss(), between[i]);
      trial.progress(1);
    }
    writeBumps(bump(settled), bump(between));
  }

  private void writeBumps(double settled, double between) {
    trial.metric(SnapshotTraining.BUMP, settled);
    trial.metric("bump_between_statistics", between);
  }

  private static double bump(double[] errors) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < errors.length - 1; i++) {
      highest = Math.max(highest, errors[i]);
    }
    return highest - Math.max(errors[0], errors[errors.length - 1]);
  }

  private static Snapshot between(Snapshot from, Snapshot to, double share) {
    return new Snapshot(
        to.step(),
        between(from.parameters(), to.parameters(), share),
        between(from.state(), to.state(), share));
  }

  private static Tensor between(Tensor from, Tensor to, double share) {
    Tensor mixed = from.copy();
    for (int i = 0; i < mixed.size(); i++) {
      mixed.set(i, (1 - share) * from.get(i) + share * to.get(i));
    }
    return mixed;
  }
}
