package temper.studies.cyclicalrates;

import java.util.List;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.schedule.Length;
import temper.studies.training.TrainingParameters;

/** The policies of the paper against one another, on Caffe's net. */
final class Policies implements TrainedArms<Policies.Params> {

  /** The comparison of the paper's table 2, with the control arms. */
  static final String REDUCED = "reduced-policies";

  /** The long runs with exponential decay. */
  static final String EXPONENTIAL = "exponential-policies";

  /** One pair of runs in the paper's size. */
  static final String PAIR = "faithful-pair";

  /** The comparison in the paper's size. */
  static final String FAITHFUL = "faithful-policies";

  /** Iterations between two measurements, in the paper's iterations. */
  private static final double EVERY = 500;

  /**
   * One arm.
   *
   * @param bench what is trained
   * @param policy the policy of the rate
   * @param shrink by which the paper's iterations are divided
   * @param factor by which all rates are multiplied
   */
  record Params(
      @Doc("What is trained") Bench bench,
      @Doc("The policy of the rate")
          @OneOf({
            "fixed",
            "triangular2",
            "decay",
            "decay-drops",
            "fixed-drops",
            "exponential",
            "range-bounds",
            "range-amplitude"
          })
          String policy,
      @Doc("By which the paper's iterations are divided") @Positive double shrink,
      @Doc("By which all rates are multiplied") @Positive double factor) {

    private Params with(Policy other) {
      return new Params(bench, other.label(), shrink, factor);
    }
  }

  private final String name;
  private final String summary;
  private final Params defaults;
  private final List<Policy> policies;

  private Policies(String name, String summary, Params defaults, Policy... policies) {
    this.name = name;
    this.summary = summary;
    this.defaults = defaults;
    this.policies = List.of(policies);
  }

  static Policies reduced() {
    return new Policies(
        REDUCED,
        "The fixed rate, cycles and decay, each with the drops that the others have.",
        of(CaffeBench.reduced(), CaffeBench.REDUCED_SHRINK),
        Policy.TRIANGULAR2,
        Policy.DECAY,
        Policy.DECAY_DROPS,
        Policy.FIXED_DROPS,
        Policy.FIXED);
  }

  static Policies exponential() {
    return new Policies(
        EXPONENTIAL,
        "Exponential decay against cycles whose bounds decay, by both readings of the paper.",
        of(CaffeBench.reduced(), CaffeBench.REDUCED_SHRINK),
        Policy.EXPONENTIAL,
        Policy.RANGE_BOUNDS,
        Policy.RANGE_AMPLITUDE);
  }

  static Policies faithfulPair() {
    return new Policies(
        PAIR,
        "One run of cycles and one of the fixed rate in the paper's size.",
        of(CaffeBench.faithful(), 1),
        Policy.TRIANGULAR2,
        Policy.FIXED);
  }

  static Policies faithful() {
    return new Policies(
        FAITHFUL,
        "The fixed rate, cycles and decay in the paper's size.",
        of(CaffeBench.faithful(), 1),
        Policy.TRIANGULAR2,
        Policy.FIXED,
        Policy.DECAY);
  }

  private static Params of(Bench bench, double shrink) {
    return new Params(bench, Policy.TRIANGULAR2.label(), shrink, 1);
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
  public Params defaults() {
    return defaults;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params base =
        switch (profile) {
          case SMOKE -> perceptron(500);
          case QUICK -> perceptron(50);
          case FULL -> defaults;
        };
    return Design.of(
        policies.stream().map(base::with).toList(), name.equals(PAIR) ? 1 : Replicates.of(profile));
  }

  private Params perceptron(double shrink) {
    return new Params(
        CaffeBench.perceptron(), defaults.policy, shrink, CaffeBench.PERCEPTRON_FACTOR);
  }

  @Override
  public Arm arm(Params p) {
    Policy policy = Policy.of(p.policy);
    TrainingParameters training =
        p.bench
            .training()
            .withRate(policy.rate(p.shrink, p.factor))
            .withEvaluate(Length.steps(Math.max(1, Math.rint(EVERY / p.shrink))));
    return new Arm(p.bench, training, policy.iterations(p.shrink));
  }
}
