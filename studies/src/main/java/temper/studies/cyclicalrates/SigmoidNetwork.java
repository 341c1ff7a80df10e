package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import temper.data.Standardization;
import temper.data.published.Cifar10;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.nn.ModelPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.builtin.Constant;
import temper.schedule.builtin.Triangular;

/** Caffe's net with sigmoids and batch normalisation: cycles against their lower bound. */
final class SigmoidNetwork implements TrainedArms<SigmoidNetwork.Params> {

  static final String NAME = "sigmoid-network";
  static final String CYCLES = "cycles";
  static final String FIXED = "fixed";

  /** Six cycles in a run: step sizes of 5 epochs in 60. */
  private static final double CYCLES_IN_RUN = 6;

  private static final int MEASUREMENTS = 60;
  private static final int STEPS = 6000;

  /**
   * One arm.
   *
   * @param bench what is trained
   * @param policy whether the rate moves
   * @param base lower bound
   * @param peak upper bound
   * @param steps length of the run
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("Cycles, or their lower bound throughout") @OneOf({CYCLES, FIXED}) String policy,
      @Doc("Lower bound") @Positive double base,
      @Doc("Upper bound") @Positive double peak,
      @Doc("Length of the run") @Range(min = 1) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Caffe's net with sigmoids and batch normalisation, with cycles and without.";
  }

  @Override
  public Params defaults() {
    // Caffe's example has no weight decay.
    Bench bench =
        new Bench(
            Bench.published(new Cifar10(), OptionalInt.of(CaffeBench.REDUCED_TRAIN)),
            Standardization.FEATURE_MEAN,
            network(CaffeBench.REDUCED_CHANNELS),
            CaffeBench.BATCH,
            0,
            CaffeBench.PROBE);
    return new Params(bench, CYCLES, Policy.BASE, Policy.PEAK, STEPS);
  }

  private static Choice<ModelPlugin<?>> network(int channels) {
    return new Choice<>(new Cifar10FullSigmoid(), new Cifar10FullSigmoid.Parameters(channels));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params base =
        switch (profile) {
          case SMOKE -> small(ImageBench.smoke(20, network(1), Standardization.FEATURE_MEAN, 0), 4);
          case QUICK ->
              small(ImageBench.quick(400, network(2), Standardization.FEATURE_MEAN, 0), 120);
          case FULL -> defaults();
        };
    return Design.of(
        List.of(base, new Params(base.bench, FIXED, base.base, base.peak, base.steps)),
        Replicates.of(profile));
  }

  private static Params small(Bench bench, int steps) {
    return new Params(bench, CYCLES, Policy.BASE, Policy.PEAK, steps);
  }

  @Override
  public Arm arm(Params p) {
    Length half = Length.steps(p.steps / (2 * CYCLES_IN_RUN));
    Choice<ControlPlugin<?>> rate =
        p.policy.equals(CYCLES)
            ? new Choice<>(new Triangular(), new Triangular.Parameters(p.base, p.peak, half, half))
            : new Choice<>(new Constant(), new Constant.Parameters(p.base));
    Length every = Length.steps(Math.max(1, p.steps / MEASUREMENTS));
    return new Arm(p.bench, p.bench.training().withRate(rate).withEvaluate(every), p.steps);
  }
}
