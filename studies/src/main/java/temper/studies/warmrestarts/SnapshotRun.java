package temper.studies.warmrestarts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Trial;
import temper.optim.OptimizerMemory;
import temper.studies.training.MeanOfBatches;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluation;
import temper.train.Evaluator;
import temper.train.Snapshot;
import temper.train.Trainer;

/** Trains the networks of a trial one after another and keeps their snapshots. */
final class SnapshotRun {

  private final SnapshotTraining.Params p;
  private final NetworkTrials trials;
  private final List<Snapshot> kept = new ArrayList<>();

  SnapshotRun(SnapshotTraining.Params p, Trial trial) {
    this.p = p;
    this.trials = new NetworkTrials(trial, p.networks());
  }

  /** The snapshots of all networks, the oldest first. */
  List<Snapshot> snapshots() {
    for (int network = trials.first(); network < p.networks(); network++) {
      Trial trial = trials.of(network);
      TrainingSetup setup = new TrainingSetup(p.training(), trial);
      Trainer trainer = setup.trainer();
      Keeper keeper = new Keeper(setup, trainer, trial, network);
      new TrainingRun(setup, trainer, trial, List.of(keeper)).run();
    }
    return List.copyOf(kept);
  }

  private void write(DataOutput out) throws IOException {
    out.writeInt(kept.size());
    for (Snapshot snapshot : kept) {
      out.writeLong(snapshot.step());
      OptimizerMemory.write(snapshot.parameters(), out);
      OptimizerMemory.write(snapshot.state(), out);
    }
  }

  private void read(DataInput in, Trainer layout) throws IOException {
    kept.clear();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      long step = in.readLong();
      Snapshot snapshot = new Snapshot(step, layout.parameters().copy(), layout.state().copy());
      OptimizerMemory.read(snapshot.parameters(), in);
      OptimizerMemory.read(snapshot.state(), in);
      kept.add(snapshot);
    }
  }

  /** Follows one network, and keeps its snapshots. */
  private final class Keeper implements TrainingRun.Observer {

    private final TrainingSetup setup;
    private final Trainer trainer;
    private final Trial trial;
    private final int network;
    private final Evaluator test;
    private final int wanted;
    private final MeanOfBatches batches = new MeanOfBatches();

    Keeper(TrainingSetup setup, Trainer trainer, Trial trial, int network) {
      this.setup = setup;
      this.trainer = trainer;
      this.trial = trial;
      this.network = network;
      this.test = setup.evaluator(trainer, TestExamples.ofCurve(setup.data()));
      this.wanted = p.snapshots() / p.networks();
    }

    @Override
    public boolean afterStep(Trainer trained, double rate, double loss) {
      batches.add(loss);
      long completed = trained.completed();
      if (setup.isEvaluation(completed)) {
        Evaluation now = trained.evaluate(test);
        trial.row(
            SnapshotTraining.CURVE,
            network + 1,
            setup.epochs(completed),
            rate,
            (float) batches.take(),
            (float) now.loss(),
            Ensemble.error(now));
      }
      for (int number = 1; number <= wanted; number++) {
        if (completed == Math.round((double) setup.steps() * number / wanted)) {
          kept.add(trained.snapshot());
        }
      }
      return true;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
      batches.writeTo(out);
      write(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
      batches.readFrom(in);
      read(in, trainer);
    }
  }
}
