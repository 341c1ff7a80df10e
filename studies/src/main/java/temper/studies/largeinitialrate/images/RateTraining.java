package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.schedule.Schedule;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Trainer;

/** Trains networks on images at a large rate, a small one, and a small one with noise. */
final class RateTraining implements Experiment<RateParameters> {

  static final String NAME = "rates";

  /** The small rate. */
  static final double SMALL = 0.01;

  /** Levels of the noise at the small rate. */
  static final List<Double> NOISES = List.of(0.1, 0.2, 0.3, 0.4);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "A large and a small rate, and a small one with noise, on images as they are.";
  }

  @Override
  public RateParameters defaults() {
    return RateParameters.defaults();
  }

  @Override
  public List<Column> metrics() {
    return RateCurve.METRICS;
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(RateCurve.SCHEMA);
  }

  @Override
  public List<String> datasets(RateParameters parameters) {
    return ImageTraining.published(parameters.data());
  }

  @Override
  public Design<RateParameters> design(Profile profile, Tables earlier) {
    RateParameters base = Sizes.rates(profile);
    List<RateParameters> cells = new ArrayList<>();
    cells.add(base);
    cells.add(base.withRateAndNoise(SMALL, 0));
    NOISES.forEach(noise -> cells.add(base.withRateAndNoise(SMALL, noise)));
    return Design.of(cells, Sizes.replicates(profile));
  }

  @Override
  public void run(RateParameters p, Trial trial) {
    TrainingSetup setup = new TrainingSetup(p.training(), trial);
    Trainer trainer = setup.trainer();
    List<TrainingRun.Observer> observers = new ArrayList<>();
    observers.add(new RateCurve(p, setup, trainer, trial));
    if (p.noise() > 0) {
      Schedule level = Schedule.of(new MultiStep(), p.noiseSteps(), setup.horizon());
      observers.add(new NoiseDecay(level, trainer));
    }
    new TrainingRun(setup, trainer, trial, observers).run();
  }
}
