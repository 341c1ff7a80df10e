package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Range;
import temper.schedule.Controller;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;
import temper.studies.training.NetworkTraining;
import temper.studies.training.TrainingParameters;
import temper.train.RateFinder;
import temper.train.Trainer;

/**
 * Range tests of the learning rate: what a rule picks from one short run under a rising rate. The
 * best rate of the grid for each cell is found by the experiment named {@link #GRID}.
 */
final class RangeTest implements Experiment<RangeTest.Params> {

  static final String NAME = "range-test";
  static final String GRID = "range-test-grid";
  static final String EXPONENTIAL = "exponential";
  static final String LINEAR = "linear";

  /** Makes trainers under a rate that is not the cell's. */
  private static final NetworkTraining TRAINING =
      new NetworkTraining(
          GRID,
          "A network under a rising rate.",
          TrainingParameters.defaults(),
          profile -> Design.single(TrainingParameters.defaults(), 1));

  private static final double LOWEST = 1e-7;
  private static final double HIGHEST = 10;

  /**
   * A range test.
   *
   * @param data the data set
   * @param net the network
   * @param optimizer what changes the parameters
   * @param batch examples in a batch
   * @param rise how the rate rises from 1e-7 to 10
   * @param steps number of steps
   */
  record Params(
      @Doc("the data set") @OneOf({"fashion-mnist", "mnist", "cifar-10", Arm.SYNTHETIC})
          String data,
      @Doc("the network") @OneOf({Arm.SMALL, Arm.DEEP, Arm.CONVOLUTIONAL}) String net,
      @Doc("what changes the parameters")
          @OneOf({Arm.MOMENTUM, "sgd", "adagrad", "rmsprop", "adam"})
          String optimizer,
      @Doc("examples in a batch") @Range(min = 1) int batch,
      @Doc("how the rate rises") @OneOf({EXPONENTIAL, LINEAR}) String rise,
      @Doc("number of steps") @Range(min = 10) int steps) {

    static Params of(Arm arm, String rise) {
      return new Params(arm.data(), arm.net(), arm.optimizer(), arm.batch(), rise, 100);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Learning rates that range tests suggest.";
  }

  @Override
  public Params defaults() {
    return Params.of(Arm.standard(), EXPONENTIAL);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("minimum_over_ten", "rate of the smallest smoothed loss over ten"),
        Column.number("steepest", "rate at which the smoothed loss falls fastest; NaN for none"),
        Column.integer("length", "steps before the loss blew up").in("steps"));
  }

  @Override
  public List<String> datasets(Params p) {
    return Arm.standard().withData(p.data).datasets();
  }

  /** The combinations of data, network, optimiser and batch. */
  static List<Arm> cells(Profile profile) {
    Arm base = Arm.of(profile);
    Arm shorter = base.withLaw(Law.COSINE).withEpochs(profile == Profile.FULL ? 10 : base.epochs());
    List<String> data =
        profile == Profile.FULL ? List.of("fashion-mnist", "mnist") : List.of(base.data());
    List<Integer> batches = profile == Profile.SMOKE ? List.of(base.batch()) : List.of(32, 128);
    List<Arm> cells = new ArrayList<>();
    for (String name : data) {
      for (String net : List.of(Arm.SMALL, Arm.DEEP)) {
        for (String optimizer : List.of("sgd", Arm.MOMENTUM, "adam")) {
          for (int batch : batches) {
            cells.add(
                shorter.withData(name).withNet(net).withOptimizer(optimizer).withBatch(batch));
          }
        }
      }
    }
    return cells;
  }

  /** Trains every combination at the rates of its grid. */
  static ArmTraining grid() {
    return new ArmTraining(
        new ArmTraining.Plan(
            GRID,
            "The best rate of a grid, to hold range tests against.",
            false,
            List.of(),
            profile -> -1,
            (profile, earlier) ->
                Design.of(
                    cells(profile).stream()
                        .flatMap(arm -> TunedComparison.candidates(arm, profile).stream())
                        .toList(),
                    Replicates.tuning(profile))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    List<Params> cells = new ArrayList<>();
    for (Arm arm : cells(profile)) {
      cells.add(Params.of(arm, EXPONENTIAL));
      cells.add(Params.of(arm, LINEAR));
    }
    return Design.of(cells, Replicates.rangeTests(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    TrainingParameters parameters =
        Arm.bed(p.data).withNet(p.net).withOptimizer(p.optimizer).withBatch(p.batch).parameters();
    Schedule rise = rise(p);
    Trainer trainer = TRAINING.trainer(parameters, trial, Controller.of(rise));
    double[] rates = new double[p.steps];
    double[] losses = new double[p.steps];
    int made = 0;
    while (made < p.steps && (made == 0 || Double.isFinite(losses[made - 1]))) {
      rates[made] = trainer.rate();
      losses[made++] = trainer.step();
    }
    RateFinder found =
        RateFinder.of(
            Arrays.copyOf(rates, made), Arrays.copyOf(losses, made), RateFinder.SMOOTHING);
    trial.metric("minimum_over_ten", found.minimumOverTen().orElse(Double.NaN));
    trial.metric("steepest", found.steepest().orElse(Double.NaN));
    trial.metric("length", found.length());
  }

  private static Schedule rise(Params p) {
    double last = p.steps - 1.0;
    return p.rise.equals(EXPONENTIAL)
        ? Schedules.geometric(LOWEST, HIGHEST, last)
        : Schedules.linear(LOWEST, HIGHEST, last);
  }
}
