package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
import temper.train.ExampleBatches;
import temper.train.Trainer;

/** Trains networks on images of which most carry a patch that gives their class away. */
final class PatchTraining implements Experiment<PatchParameters> {

  private final String name;
  private final String summary;
  private final Function<Profile, Design<PatchParameters>> designs;

  /**
   * An experiment.
   *
   * @param name unique within the study
   * @param summary what it asks
   * @param designs cells and replicates of each profile; a pure function
   */
  PatchTraining(String name, String summary, Function<Profile, Design<PatchParameters>> designs) {
    this.name = name;
    this.summary = summary;
    this.designs = designs;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public PatchParameters defaults() {
    return PatchParameters.defaults();
  }

  @Override
  public List<Column> metrics() {
    return PatchCurve.METRICS;
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(PatchCurve.SCHEMA);
  }

  @Override
  public List<String> datasets(PatchParameters parameters) {
    return ImageTraining.published(parameters.data());
  }

  @Override
  public Design<PatchParameters> design(Profile profile, Tables earlier) {
    return designs.apply(profile);
  }

  @Override
  public void run(PatchParameters p, Trial trial) {
    TrainingSetup setup = new TrainingSetup(p.training(), trial);
    int classes = setup.data().classes().size();
    Patch patch = Patch.draw(classes, p.difference(), trial.stream("patch"));
    Trainer trainer =
        p.hasPatches()
            ? setup.trainer(
                batches ->
                    new PatchedBatches(
                        (ExampleBatches) batches, // There is no augmentation in this study.
                        patch,
                        p.shares(),
                        trial.stream("train-patched"),
                        trial.stream("train-patches")))
            : setup.trainer();
    List<TrainingRun.Observer> observers = new ArrayList<>();
    observers.add(new PatchCurve(p, setup, trainer, patch, trial));
    if (p.hasNoise()) {
      Schedule level = Schedule.of(new MultiStep(), p.noiseSteps(), setup.horizon());
      observers.add(new NoiseDecay(level, trainer));
    }
    new TrainingRun(setup, trainer, trial, observers).run();
  }
}
