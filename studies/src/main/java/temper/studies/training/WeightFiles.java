package temper.studies.training;

import java.util.Locale;
import temper.lab.study.Trial;
import temper.train.Safetensors;
import temper.train.Snapshot;
import temper.train.Trainer;

/** Hands over the weights that a trial is to keep: snapshots on the way, the last at the end. */
final class WeightFiles implements TrainingRun.Observer {

  private final KeptWeights kept;
  private final long distance;
  private final long end;
  private final Trial trial;

  WeightFiles(TrainingSetup setup, Trial trial) {
    this.kept = setup.parameters().keepWeights();
    this.distance =
        kept.every()
            .map(length -> Math.max(1, Math.round(length.resolve(setup.horizon()))))
            .orElse(Long.MAX_VALUE);
    this.end = setup.steps();
    this.trial = trial;
  }

  @Override
  public boolean afterStep(Trainer trainer, double rate, double loss) {
    long completed = trainer.completed();
    if (completed % distance == 0 && completed < end) {
      // Digits enough that files sort by step.
      write(String.format(Locale.ROOT, "step-%09d.safetensors", completed), trainer);
    }
    return true;
  }

  /** Hands over the final weights of a run that has ended. */
  void finish(Trainer trainer) {
    if (kept.atEnd()) {
      write("final.safetensors", trainer);
    }
  }

  private void write(String name, Trainer trainer) {
    Snapshot snapshot = trainer.snapshot();
    trial.artifact(name, out -> Safetensors.write(trainer.settings().model(), snapshot, out));
  }
}
