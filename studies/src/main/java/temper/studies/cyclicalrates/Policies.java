package temper.studies.cyclicalrates;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.schedule.Length;
import temper.studies.training.TrainingParameters;

/** The policies of the paper against one another, on Caffe's net. */
final class Policies {

  /** The comparison of the paper's table 2, with the control arms. */
  static final String REDUCED = "reduced-policies";

  /** The long runs with exponential decay. */
  static final String EXPONENTIAL = "exponential-policies";

  /** One pair of runs in the paper's size. */
  static final String PAIR = "faithful-pair";

  /** The comparison in the paper's size. */
  static final String FAITHFUL = "faithful-policies";

  /** Iterations between two measurements, in the paper's iterations. */
  static final double EVERY = 500;

  /** Examples and iterations of a reduced run are a fifth. */
  static final double REDUCED_SHRINK = 5;

  private static final int FAITHFUL_CHANNELS = 32;

  private Policies() {}

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

    private TrainedArms.Arm arm() {
      Policy chosen = Policy.of(policy);
      TrainingParameters training =
          bench
              .training()
              .withRate(chosen.rate(shrink, factor))
              .withEvaluate(Length.steps(Math.max(1, Math.rint(EVERY / shrink))));
      return new TrainedArms.Arm(bench, training, chosen.iterations(shrink));
    }
  }

  static Experiment<?> reducedPolicies() {
    return arms(
        REDUCED,
        "The fixed rate, cycles and decay, each with the drops that the others have.",
        reduced(),
        Policy.FIXED,
        Policy.TRIANGULAR2,
        Policy.DECAY,
        Policy.DECAY_DROPS,
        Policy.FIXED_DROPS);
  }

  static Experiment<?> exponentialPolicies() {
    return arms(
        EXPONENTIAL,
        "Exponential decay against cycles whose bounds decay, by both readings of the paper.",
        reduced(),
        Policy.EXPONENTIAL,
        Policy.RANGE_BOUNDS,
        Policy.RANGE_AMPLITUDE);
  }

  static Experiment<?> faithfulPair() {
    return experiment(
        PAIR,
        "One run of cycles and one of the fixed rate in the paper's size.",
        faithful(),
        List.of(Policy.TRIANGULAR2, Policy.FIXED),
        profile -> 1);
  }

  static Experiment<?> faithfulPolicies() {
    return arms(
        FAITHFUL,
        "The fixed rate, cycles and decay in the paper's size.",
        faithful(),
        Policy.TRIANGULAR2,
        Policy.FIXED,
        Policy.DECAY);
  }

  private static Params reduced() {
    return new Params(
        Bench.caffe(OptionalInt.of(Bench.REDUCED_TRAIN), Bench.REDUCED_CHANNELS),
        Policy.TRIANGULAR2.label(),
        REDUCED_SHRINK,
        1);
  }

  private static Params faithful() {
    return new Params(
        Bench.caffe(OptionalInt.empty(), FAITHFUL_CHANNELS), Policy.TRIANGULAR2.label(), 1, 1);
  }

  private static Experiment<Params> arms(
      String name, String summary, Params full, Policy... policies) {
    return experiment(name, summary, full, List.of(policies), Replicates::of);
  }

  /** Arms in the size of their defaults; smaller profiles train the perceptron in fewer steps. */
  private static Experiment<Params> experiment(
      String name,
      String summary,
      Params full,
      List<Policy> policies,
      ToIntFunction<Profile> replicates) {
    return new TrainedArms<>(
        new TrainedArms.Plan<>(
            name,
            summary,
            full,
            profile ->
                Design.of(
                    policies.stream().map(sized(full, profile)::with).toList(),
                    replicates.applyAsInt(profile))),
        Params::arm);
  }

  private static Params sized(Params full, Profile profile) {
    return switch (profile) {
      case SMOKE -> perceptron(full, 500);
      case QUICK -> perceptron(full, 50);
      case FULL -> full;
    };
  }

  private static Params perceptron(Params full, double shrink) {
    return new Params(Bench.perceptron(), full.policy, shrink, Bench.PERCEPTRON_FACTOR);
  }
}
