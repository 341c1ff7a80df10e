package temper.studies.cyclicalrates;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Length;
import temper.schedule.builtin.Linear;
import temper.studies.training.TrainingParameters;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Trainer;

/**
 * The paper's range test: one run under a rate that rises linearly, and the bounds that are read
 * from the course of its accuracy.
 */
final class RangeTests implements Experiment<RangeTests.Params> {

  static final String CAFFE = "range-test";
  static final String PERCEPTRON = "range-test-perceptron";

  /** The accuracies of the test. */
  static final String CURVE = "curve";

  /** Measurements in one test. */
  private static final int MEASUREMENTS = 40;

  /**
   * One test.
   *
   * @param bench what is trained
   * @param from rate at the beginning
   * @param to rate at the end
   * @param steps length of the run
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("Rate at the beginning") @Positive double from,
      @Doc("Rate at the end") @Positive double to,
      @Doc("Length of the run") @Range(min = 1) int steps) {}

  private final String name;
  private final Params defaults;

  private RangeTests(String name, Params defaults) {
    this.name = name;
    this.defaults = defaults;
  }

  /** The test of Caffe's net: eight epochs, as in the paper. */
  static RangeTests caffe() {
    return new RangeTests(CAFFE, new Params(CaffeBench.reduced(), 1e-4, 0.02, 800));
  }

  /** The test of a small perceptron, many times over. */
  static RangeTests perceptron() {
    return new RangeTests(PERCEPTRON, new Params(FashionBench.perceptron(), 1e-4, 0.5, 400));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return "Accuracy while the rate rises linearly, and the bounds of cycles read from it.";
  }

  @Override
  public Params defaults() {
    return defaults;
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("base_rate", "Rate at which accuracy begins to rise: the lower bound"),
        Column.number("max_rate", "Rate at which accuracy is largest: the upper bound"),
        Column.number("steepest_rate", "Rate at which the smoothed batch loss falls fastest"),
        Column.number("tenth_rate", "A tenth of the rate of the smallest smoothed batch loss"),
        Column.integer("completed", "Steps until the end, or until training diverged"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            CURVE,
            "Accuracies on the way up",
            List.of(
                Column.number("learning_rate", "Learning rate of the last step"),
                Column.number("accuracy", "Accuracy on the first test examples"))));
  }

  @Override
  public List<String> datasets(Params p) {
    return p.bench.datasets();
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.single(
        profile == Profile.FULL ? defaults : new Params(CaffeBench.perceptron(), 1e-3, 1, 400),
        name.equals(PERCEPTRON) ? Replicates.perceptrons(profile) : Replicates.of(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    double epochs = (double) p.steps * p.bench.batch() / p.bench.examples(trial);
    TrainingParameters training =
        p.bench
            .training()
            .withEpochs(epochs)
            .withRate(
                new Choice<>(
                    new Linear(), new Linear.Parameters(p.from, p.to, Length.percent(100))))
            .withEvaluate(Length.steps(Math.max(1, p.steps / MEASUREMENTS)));
    TrainingSetup setup = new TrainingSetup(training, trial);
    Trainer trainer = setup.trainer();
    RangeCurve curve = new RangeCurve(setup, trainer, trial, p.bench.probe());
    try {
      new TrainingRun(setup, trainer, trial, List.of(curve)).run();
    } catch (DivergedException e) {
      // Rates from here on are too large, which is what the test asks.
    }
    curve.report();
  }
}
