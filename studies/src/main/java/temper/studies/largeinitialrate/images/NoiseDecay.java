package temper.studies.largeinitialrate.images;

import temper.nn.ActivationNoise;
import temper.schedule.Schedule;
import temper.studies.training.TrainingRun;
import temper.tensor.Tensor;
import temper.train.Trainer;

/** Lowers the noise before activations as a schedule says. */
final class NoiseDecay implements TrainingRun.Observer {

  private final Schedule schedule;
  private final Tensor level;

  NoiseDecay(Schedule schedule, Trainer trainer) {
    this.schedule = schedule;
    this.level = trainer.settings().model().state().view(trainer.state(), ActivationNoise.LEVEL);
  }

  @Override
  public boolean afterStep(Trainer trainer, double rate, double loss) {
    level.set(0, schedule.at((double) trainer.completed()));
    return true;
  }
}
