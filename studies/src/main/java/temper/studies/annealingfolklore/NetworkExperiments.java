package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;

/** The experiments that train networks: what is trained in each profile. */
final class NetworkExperiments {

  /** Numbers of passes of the comparison of training lengths. */
  static final List<Double> LENGTHS = List.of(1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 80.0);

  /** Numbers of train examples of the comparison of data sizes. */
  static final List<Integer> SIZES = List.of(250, 500, 1_000, 2_500, 5_000, 10_000);

  /** Evaluations without improvement that reduce-on-plateau tolerates. */
  static final List<Double> PATIENCES = List.of(2.0, 5.0, 10.0);

  /** Factors per epoch of exponential decay. */
  static final List<Double> DECAYS = List.of(0.8, 0.9, 0.95, 0.98, 0.99);

  /** The factor at which the base rate of exponential decay is tuned. */
  private static final double TUNED_DECAY = 0.95;

  /** Passes of runs in which exponential decay and plateaus have time to show. */
  static final double LONG = 40;

  /** The schedules that are ranked, in the order of the claim where it names them. */
  static final List<Law> RANKED =
      List.of(
          Law.LINEAR,
          Law.COSINE,
          Law.STEP,
          Law.EXPONENTIAL,
          Law.CONSTANT,
          Law.STABLE_DECAY,
          Law.INVERSE_SQUARE_ROOT,
          Law.ONE_CYCLE,
          Law.TRIANGULAR);

  /** Numbers of cycles. */
  static final List<Double> CYCLES = List.of(1.0, 2.0, 4.0, 10.0);

  /** Optimisers with and without a schedule. */
  static final List<String> OPTIMIZERS = List.of("sgd", "adagrad", "rmsprop", "adam");

  /** Share of the run that a warm-up takes. */
  static final double WARM_UP = 0.05;

  /** The cycles of the run whose restarts are looked at. */
  static final double FOLLOWED_CYCLES = 4;

  /** Octaves between neighbouring rates of the comparison with a warm-up. */
  static final double WARM_UP_OCTAVES = 0.5;

  private static final double WARM_UP_LOWEST = 0.05;
  private static final int WARM_UP_RATES = 12;

  static final TunedComparison SHORT =
      new TunedComparison(
          "short-training",
          "What linear decay gains over the best constant rate, by the length of training.",
          false,
          profile -> lengths(Arm.of(profile), few(LENGTHS, profile)));

  static final TunedComparison SHORT_CONVOLUTIONAL =
      new TunedComparison(
          "short-training-convolutional",
          "What linear decay gains, by the length of training, in a convolutional network.",
          false,
          profile -> lengths(images(profile), few(LENGTHS, profile)));

  static final TunedComparison SMALL_DATA =
      new TunedComparison(
          "small-data",
          "What linear decay gains over the best constant rate, by the number of examples.",
          false,
          NetworkExperiments::sizes);

  static final TunedComparison PLATEAU =
      new TunedComparison(
          "plateau",
          "Reduce-on-plateau of three patiences against tuned step decay.",
          false,
          NetworkExperiments::plateaus);

  static final TunedComparison DECAY_TUNING =
      new TunedComparison(
          "exponential-decay",
          "Exponential decay by its factor, cosine by its base rate.",
          false,
          profile -> decayed(longer(profile)));

  static final TunedComparison RANKING =
      new TunedComparison(
          "schedule-ranking",
          "Schedules against each other, each at its best base rate.",
          false,
          NetworkExperiments::ranked);

  static final TunedComparison RANKING_CONVOLUTIONAL =
      new TunedComparison(
          "schedule-ranking-convolutional",
          "Schedules against each other in a convolutional network.",
          false,
          profile -> RANKED.subList(0, 5).stream().map(images(profile)::withLaw).toList());

  static final TunedComparison ADAPTIVE =
      new TunedComparison(
          "adaptive-optimizers",
          "What linear decay gains under adaptive optimisers.",
          false,
          NetworkExperiments::adaptive);

  static final TunedComparison RESTARTS =
      new TunedComparison(
          "restarts",
          "Cosine decay with warm restarts by the number of cycles.",
          true,
          profile ->
              CYCLES.stream()
                  .map(cycles -> Arm.of(profile).withLaw(Law.WARM_RESTARTS, cycles))
                  .toList());

  private NetworkExperiments() {}

  /** Those that are cheap, then those of convolutional networks, in their order. */
  static List<Experiment<?>> all() {
    List<Experiment<?>> all = new ArrayList<>();
    for (TunedComparison comparison : List.of(SHORT, SMALL_DATA, PLATEAU)) {
      all.add(comparison.tuning());
      all.add(comparison.confirmation());
    }
    all.add(DECAY_TUNING.tuning());
    all.add(decay());
    all.add(RANKING.tuning());
    all.add(RANKING.confirmation());
    all.add(drops());
    all.add(speed());
    all.add(warmUp());
    all.add(RangeTest.grid());
    all.add(new RangeTest());
    all.add(ADAPTIVE.tuning());
    all.add(ADAPTIVE.confirmation());
    all.add(RESTARTS.tuning());
    all.add(RESTARTS.confirmation());
    all.add(FineTuning.PERCEPTRON_TUNING);
    all.add(FineTuning.PERCEPTRON);
    for (TunedComparison comparison : List.of(SHORT_CONVOLUTIONAL, RANKING_CONVOLUTIONAL)) {
      all.add(comparison.tuning());
      all.add(comparison.confirmation());
    }
    all.add(FineTuning.CONVOLUTIONAL_TUNING);
    all.add(FineTuning.CONVOLUTIONAL);
    return all;
  }

  static final String DROPS = "step-drops";
  static final String SPEED = "cyclic-speed";
  static final String WARM = "warm-up";

  private static Arm longer(Profile profile) {
    return Arm.of(profile)
        .withEpochs(profile == Profile.FULL ? LONG : 2 * Arm.of(profile).epochs());
  }

  private static Arm images(Profile profile) {
    return profile == Profile.FULL ? Arm.convolutional() : Arm.of(profile);
  }

  /** All values, or in the smoke profile the first three. */
  private static <T> List<T> few(List<T> values, Profile profile) {
    return profile == Profile.SMOKE ? values.subList(0, 3) : values;
  }

  private static List<Arm> withAndWithout(Arm arm) {
    return List.of(arm.withLaw(Law.CONSTANT), arm.withLaw(Law.LINEAR));
  }

  private static List<Arm> lengths(Arm arm, List<Double> epochs) {
    return epochs.stream().flatMap(e -> withAndWithout(arm.withEpochs(e)).stream()).toList();
  }

  private static List<Arm> sizes(Profile profile) {
    Arm base = Arm.of(profile);
    double presentations = base.epochs() * base.train();
    List<Arm> arms = new ArrayList<>();
    for (int size : few(SIZES, profile)) {
      // In the smaller profiles data are smaller too, in the same proportion.
      int train = size * base.train() / Arm.standard().train();
      double updates = presentations / train;
      arms.addAll(withAndWithout(base.withTrain(train).withEpochs(updates)));
      if (updates != base.epochs()) {
        arms.addAll(withAndWithout(base.withTrain(train)));
      }
    }
    return arms;
  }

  private static List<Arm> plateaus(Profile profile) {
    Arm arm = longer(profile);
    return Stream.concat(
            Stream.of(arm.withLaw(Law.STEP)),
            PATIENCES.stream().map(patience -> arm.withLaw(Law.PLATEAU, patience)))
        .toList();
  }

  private static List<Arm> decayed(Arm arm) {
    return List.of(arm.withLaw(Law.EXPONENTIAL_PER_EPOCH, TUNED_DECAY), arm.withLaw(Law.COSINE));
  }

  /** Exponential decay at each factor and one rate; cosine at rates as far apart as the factors. */
  private static ArmTraining decay() {
    return new ArmTraining(
        new ArmTraining.Plan(
            DECAY_TUNING.name(),
            DECAY_TUNING.summary(),
            false,
            List.of(DECAY_TUNING.tuningName()),
            profile -> 2L * DECAYS.size() * Replicates.networks(profile),
            (profile, earlier) ->
                Design.of(decays(longer(profile), earlier), Replicates.networks(profile))));
  }

  private static List<Arm> decays(Arm arm, Tables earlier) {
    Arm exponential = DECAY_TUNING.tuned(decayed(arm).get(0), earlier);
    Arm cosine = DECAY_TUNING.tuned(decayed(arm).get(1), earlier);
    List<Arm> arms = new ArrayList<>();
    for (double decay : DECAYS) {
      arms.add(exponential.withLaw(Law.EXPONENTIAL_PER_EPOCH, decay));
    }
    for (double decay : DECAYS) {
      arms.add(cosine.withRate(cosine.rate() * timesTunedDecay(decay)));
    }
    return arms;
  }

  /** The decay constant of a factor over the one that the base rate is tuned for. */
  static double timesTunedDecay(double decay) {
    return StrictMath.log(decay) / StrictMath.log(TUNED_DECAY);
  }

  private static List<Arm> ranked(Profile profile) {
    List<String> data =
        profile == Profile.FULL
            ? List.of("fashion-mnist", "mnist")
            : List.of(Arm.of(profile).data());
    return data.stream()
        .flatMap(name -> RANKED.stream().map(law -> ranked(Arm.of(profile).withData(name), law)))
        .toList();
  }

  private static Arm ranked(Arm arm, Law law) {
    return arm.withLaw(
        law, law == Law.INVERSE_SQUARE_ROOT ? (double) arm.train() / arm.batch() : 0);
  }

  /** Step decay and, as a control, the same base rate without drops. */
  private static ArmTraining drops() {
    return followed(
        DROPS,
        "Losses around the drops of step decay, with and without them.",
        2,
        (profile, earlier) -> {
          Arm step = RANKING.tuned(Arm.of(profile).withLaw(Law.STEP), earlier);
          return List.of(step, step.withLaw(Law.CONSTANT));
        });
  }

  private static ArmTraining speed() {
    List<Law> laws = List.of(Law.STEP, Law.COSINE, Law.ONE_CYCLE, Law.TRIANGULAR);
    return followed(
        SPEED,
        "Accuracy epoch by epoch under cyclic rates and under others.",
        laws.size(),
        (profile, earlier) ->
            laws.stream()
                .map(law -> RANKING.tuned(Arm.of(profile).withLaw(law), earlier))
                .toList());
  }

  /** The cells of a design that is decided by the ranking's base rates. */
  @FunctionalInterface
  private interface Cells {
    List<Arm> of(Profile profile, Tables earlier);
  }

  private static ArmTraining followed(String name, String summary, int size, Cells cells) {
    return new ArmTraining(
        new ArmTraining.Plan(
            name,
            summary,
            true,
            List.of(RANKING.tuningName()),
            profile -> (long) size * Replicates.networks(profile),
            (profile, earlier) ->
                Design.of(cells.of(profile, earlier), Replicates.networks(profile))));
  }

  private static ArmTraining warmUp() {
    return new ArmTraining(
        new ArmTraining.Plan(
            WARM,
            "How often training fails at large rates, with and without a warm-up.",
            false,
            List.of(),
            profile -> -1,
            (profile, earlier) -> Design.of(warmed(profile), Replicates.failures(profile))));
  }

  private static List<Arm> warmed(Profile profile) {
    Arm arm = Arm.of(profile).withNet(Arm.DEEP).withEpochs(profile == Profile.FULL ? 5 : 4);
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < WARM_UP_RATES; i += profile == Profile.SMOKE ? 4 : 1) {
      double rate = WARM_UP_LOWEST * StrictMath.pow(2, i * WARM_UP_OCTAVES);
      double rounded = RateGrid.rounded(rate);
      arms.add(arm.withLaw(Law.CONSTANT).withRate(rounded));
      arms.add(arm.withLaw(Law.WARM_UP, WARM_UP).withRate(rounded));
    }
    return arms;
  }

  private static List<Arm> adaptive(Profile profile) {
    return OPTIMIZERS.stream()
        .flatMap(name -> withAndWithout(Arm.of(profile).withOptimizer(name)).stream())
        .toList();
  }
}
