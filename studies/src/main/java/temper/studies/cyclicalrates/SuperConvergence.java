package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.nn.ModelPlugin;
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
final class SuperConvergence implements TrainedArms<SuperConvergence.Params> {

  static final String NAME = "super-convergence";
  static final String ONE_CYCLE = "one-cycle";
  static final String STEP = "step";

  private static final String CIFAR = "cifar-10";
  private static final String QUICK = "quick";
  private static final String SMOKE = "smoke";

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

  /**
   * One arm.
   *
   * @param images those of CIFAR-10, or made-up ones, few of which are tested in smoke
   * @param train number of train images
   * @param channels channels of the first convolution
   * @param schedule the schedule
   * @param steps length of the run
   * @param decay weight decay
   */
  record Params(
      @Doc("Images of CIFAR-10, or made-up ones as in the small profiles")
          @OneOf({CIFAR, QUICK, SMOKE})
          String images,
      @Doc("Number of train images") @Range(min = 1, max = 50_000) int train,
      @Doc("Channels of the first convolution") @Range(min = 1) int channels,
      @Doc("The schedule") @OneOf({ONE_CYCLE, STEP}) String schedule,
      @Doc("Length of the run") @Range(min = 1) int steps,
      @Doc("Weight decay") @NonNegative double decay) {

    private Bench bench() {
      Choice<ModelPlugin<?>> network =
          new Choice<>(new CnnBnS(), new CnnBnS.Parameters(channels, 0));
      return switch (images) {
        case SMOKE -> ImageBench.smoke(train, network, Standardization.CHANNEL, decay);
        case QUICK -> ImageBench.quick(train, network, Standardization.CHANNEL, decay);
        default ->
            new Bench(
                Bench.published(new Cifar10(), OptionalInt.of(train)),
                Standardization.CHANNEL,
                network,
                CaffeBench.BATCH,
                decay,
                CaffeBench.PROBE);
      };
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

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "One cycle with a very large rate against drops, by train images and weight decay.";
  }

  @Override
  public Params defaults() {
    return new Params(CIFAR, MIDDLE, 16, ONE_CYCLE, SHORT, WEAK_DECAY);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.of(cells(profile), Replicates.of(profile));
  }

  @Override
  public Arm arm(Params p) {
    Bench bench = p.bench();
    TrainingParameters training =
        bench.training().withEvaluate(Length.percent(5)).withRate(p.rate());
    return new Arm(
        bench,
        p.schedule.equals(ONE_CYCLE)
            ? training.withOptimizer(bench.sgd(Choice.ofDefaults(new OneCycleMomentum()), false))
            : training,
        p.steps);
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

  private static Params cell(Profile profile, int train, String schedule, int steps, double decay) {
    return switch (profile) {
      case SMOKE -> new Params(SMOKE, train / 100, 1, schedule, steps / 600, decay);
      case QUICK -> new Params(QUICK, train / 50, 2, schedule, steps / 10, decay);
      case FULL -> new Params(CIFAR, train, 16, schedule, steps, decay);
    };
  }
}
