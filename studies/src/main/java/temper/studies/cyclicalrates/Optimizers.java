package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.optim.OptimizerPlugin;
import temper.optim.builtin.AdaDelta;
import temper.optim.builtin.AdaGrad;
import temper.optim.builtin.Adam;
import temper.optim.builtin.RmsProp;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.SchedulePlugin;
import temper.schedule.builtin.MultiStep;
import temper.schedule.builtin.Triangular;
import temper.studies.training.TrainingParameters;

/** The paper's table 3: cycles under five optimisers against the lower bound. */
final class Optimizers implements TrainedArms<Optimizers.Params> {

  static final String NAME = "optimizers";

  static final String FIXED = "fixed";
  static final String CYCLES = "triangular";

  static final String NESTEROV = "nesterov";
  static final String ADAM = "adam";
  static final String RMSPROP = "rmsprop";
  static final String ADAGRAD = "adagrad";
  static final String ADADELTA = "adadelta";

  static final List<String> ALL = List.of(NESTEROV, ADAM, RMSPROP, ADAGRAD, ADADELTA);

  private static final double FIXED_ITERATIONS = 70_000;
  private static final double HALF_CYCLE = 2000;

  /** Iterations between two measurements. */
  private static final double EVERY = 2000;

  /** Six cycles, so that the run ends with one. */
  private static final double CYCLE_ITERATIONS = 24_000;

  /**
   * One arm.
   *
   * @param bench what is trained
   * @param optimizer the optimiser
   * @param policy the policy of its rate
   * @param shrink by which the paper's iterations are divided
   * @param factor by which all rates are multiplied
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("The optimiser") @OneOf({NESTEROV, ADAM, RMSPROP, ADAGRAD, ADADELTA}) String optimizer,
      @Doc("The policy of its rate") @OneOf({FIXED, CYCLES}) String policy,
      @Doc("By which the paper's iterations are divided") @Positive double shrink,
      @Doc("By which all rates are multiplied") @Positive double factor) {

    private Choice<ControlPlugin<?>> drops() {
      List<Length> drops = List.of(Length.steps(60_000 / shrink), Length.steps(65_000 / shrink));
      return new Choice<>(
          new MultiStep(), new MultiStep.Parameters(factor * bounds(optimizer)[0], 0.1, drops));
    }

    private Choice<ControlPlugin<?>> cycles() {
      Length half = Length.steps(HALF_CYCLE / shrink);
      double[] bounds = bounds(optimizer);
      return new Choice<>(
          new Triangular(),
          new Triangular.Parameters(factor * bounds[0], factor * bounds[1], half, half));
    }
  }

  /** The bounds of table 3. */
  static double[] bounds(String optimizer) {
    return switch (optimizer) {
      case NESTEROV -> new double[] {0.001, 0.006};
      case ADAM -> new double[] {0.0005, 0.002};
      case RMSPROP -> new double[] {0.0001, 0.0003};
      case ADAGRAD -> new double[] {0.003, 0.035};
      case ADADELTA -> new double[] {0.01, 0.1};
      default -> throw new IllegalArgumentException("no optimiser '" + optimizer + "'");
    };
  }

  /** The optimisers with the constants of Caffe's examples. */
  private static Choice<OptimizerPlugin<?>> optimizer(String name, Bench bench) {
    Choice<SchedulePlugin<?>> decay = Bench.constant(bench.decay());
    return switch (name) {
      case NESTEROV -> bench.sgd(Bench.constant(0.9), true);
      case ADAM ->
          new Choice<>(
              new Adam(),
              new Adam.Parameters(Bench.constant(0.9), Bench.constant(0.999), 1e-8, decay));
      case RMSPROP ->
          new Choice<>(
              new RmsProp(),
              new RmsProp.Parameters(Bench.constant(0.98), 1e-8, false, Bench.constant(0), decay));
      case ADAGRAD -> new Choice<>(new AdaGrad(), new AdaGrad.Parameters(0, 1e-8, decay));
      case ADADELTA ->
          new Choice<>(new AdaDelta(), new AdaDelta.Parameters(Bench.constant(0.95), 1e-6, decay));
      default -> throw new IllegalArgumentException("no optimiser '" + name + "'");
    };
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Cycles in 24,000 iterations against the lower bound in 70,000 under five optimisers.";
  }

  @Override
  public Params defaults() {
    return new Params(CaffeBench.reduced(), ADAM, CYCLES, CaffeBench.REDUCED_SHRINK, 1);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.of(cells(defaults(), profile), Replicates.of(profile));
  }

  @Override
  public Arm arm(Params p) {
    boolean fixed = p.policy.equals(FIXED);
    TrainingParameters training =
        p.bench
            .training()
            .withOptimizer(optimizer(p.optimizer, p.bench))
            .withRate(fixed ? p.drops() : p.cycles())
            .withEvaluate(Length.steps(Math.max(1, Math.rint(EVERY / p.shrink))));
    double iterations = fixed ? FIXED_ITERATIONS : CYCLE_ITERATIONS;
    return new Arm(p.bench, training, Math.max(1, Math.round(iterations / p.shrink)));
  }

  private static List<Params> cells(Params full, Profile profile) {
    List<Params> cells = new ArrayList<>();
    for (String optimizer : ALL) {
      for (String policy : List.of(FIXED, CYCLES)) {
        cells.add(
            switch (profile) {
              case SMOKE -> small(optimizer, policy, 1000);
              case QUICK -> small(optimizer, policy, 100);
              case FULL -> new Params(full.bench, optimizer, policy, full.shrink, full.factor);
            });
      }
    }
    return cells;
  }

  private static Params small(String optimizer, String policy, double shrink) {
    return new Params(
        CaffeBench.perceptron(), optimizer, policy, shrink, CaffeBench.PERCEPTRON_FACTOR);
  }
}
