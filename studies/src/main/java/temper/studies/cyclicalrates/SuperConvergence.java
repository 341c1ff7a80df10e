package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import temper.data.DatasetPlugin;
import temper.data.Selection;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.data.synthetic.PrototypeImages;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.nn.builtin.CnnBnS;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Range;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.Shape;
import temper.schedule.builtin.MultiStep;
import temper.schedule.builtin.OneCycle;
import temper.schedule.builtin.OneCycleMomentum;
import temper.studies.training.TrainingParameters;

/** One cycle with a very large rate against drops: Smith and Topin's super-convergence. */
final class SuperConvergence {

  static final String NAME = "super-convergence";
  static final String ONE_CYCLE = "one-cycle";
  static final String STEP = "step";

  static final double WEAK_DECAY = 1e-4;
  static final double STRONG_DECAY = 5e-4;

  /** Sizes of the train set at which both schedules run in the short time. */
  static final List<Integer> SIZES = List.of(2000, 5000, 10_000, 50_000);

  /** The size at which the step schedule also has its full time. */
  static final int MIDDLE = 10_000;

  private static final int LONG = 6000;
  private static final int SHORT = 1200;
  private static final double PEAK = 0.5;
  private static final double STEP_RATE = 0.1;

  private SuperConvergence() {}

  /**
   * One arm.
   *
   * @param synthetic whether images are made up instead of those of CIFAR-10
   * @param train number of train images
   * @param channels channels of the first convolution
   * @param schedule the schedule
   * @param steps length of the run
   * @param decay weight decay
   */
  record Params(
      @Doc("Whether images are made up instead of those of CIFAR-10") boolean synthetic,
      @Doc("Number of train images") @Range(min = 1, max = 50_000) int train,
      @Doc("Channels of the first convolution") @Range(min = 1) int channels,
      @Doc("The schedule") @OneOf({ONE_CYCLE, STEP}) String schedule,
      @Doc("Length of the run") @Range(min = 1) int steps,
      @Doc("Weight decay") @NonNegative double decay) {

    private Bench bench() {
      Choice<DatasetPlugin<?>> data =
          synthetic
              ? new Choice<>(
                  new PrototypeImages(),
                  new PrototypeImages.Parameters(train, 200, 1, 2, 0, 0, 0.2, 0.15, 0))
              : new Choice<>(
                  new Cifar10(),
                  new Selection(
                      OptionalInt.of(train), OptionalInt.empty(), 0, false, List.of(), 0));
      return new Bench(
          data,
          Standardization.CHANNEL,
          new Choice<>(new CnnBnS(), new CnnBnS.Parameters(channels, 0)),
          synthetic ? 20 : 100,
          decay,
          synthetic ? 100 : 2000);
    }

    private TrainedArms.Arm arm() {
      Bench bench = bench();
      TrainingParameters training =
          bench.training().withEvaluate(Length.percent(5)).withRate(rate());
      if (schedule.equals(ONE_CYCLE)) {
        training =
            training.withOptimizer(
                bench.sgd(Choice.ofDefaults(new OneCycleMomentum()), false));
      }
      return new TrainedArms.Arm(bench, training, steps);
    }

    private Choice<ControlPlugin<?>> rate() {
      return schedule.equals(ONE_CYCLE)
          ? new Choice<>(
              new OneCycle(),
              new OneCycle.Parameters(
                  PEAK,
                  Length.percent(30),
                  Length.percent(100),
                  1.0 / 25,
                  1.0 / 25 / 1e4,
                  Shape.COSINE,
                  false))
          : new Choice<>(
              new MultiStep(),
              new MultiStep.Parameters(
                  STEP_RATE, 0.1, List.of(Length.percent(50), Length.percent(75))));
    }
  }

  static Experiment<Params> experiment() {
    return new TrainedArms<>(
        new TrainedArms.Plan<>(
            NAME,
            "One cycle with a very large rate against drops, by train images and weight decay.",
            new Params(false, MIDDLE, 16, ONE_CYCLE, SHORT, WEAK_DECAY),
            profile -> Design.of(cells(profile), Replicates.of(profile))),
        Params::arm);
  }

  private static List<Params> cells(Profile profile) {
    List<Params> cells = new ArrayList<>();
    for (int train : SIZES) {
      cells.add(cell(profile, train, ONE_CYCLE, SHORT, WEAK_DECAY));
      cells.add(cell(profile, train, STEP, SHORT, WEAK_DECAY));
    }
    cells.add(cell(profile, MIDDLE, STEP, LONG, WEAK_DECAY));
    cells.add(cell(profile, MIDDLE, ONE_CYCLE, SHORT, STRONG_DECAY));
    cells.add(cell(profile, MIDDLE, STEP, SHORT, STRONG_DECAY));
    return cells;
  }

  private static Params cell(
      Profile profile, int train, String schedule, int steps, double decay) {
    return switch (profile) {
      case SMOKE -> new Params(true, train / 100, 1, schedule, steps / 120, decay);
      case QUICK -> new Params(true, train / 50, 2, schedule, steps / 20, decay);
      case FULL -> new Params(false, train, 16, schedule, steps, decay);
    };
  }
}
