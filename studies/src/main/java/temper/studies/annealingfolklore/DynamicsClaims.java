package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.BinomialEvidence;
import temper.stats.Evidence;
import temper.stats.Mean;
import temper.stats.MedianSign;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about what happens on the way: drops, range tests, warm-up, restarts. */
final class DynamicsClaims {

  /** The factor within which a suggested rate counts as a hit. */
  static final double HIT = 3;

  /**
   * Above this train loss a network of ten classes has learnt nothing; a guess has ln 10 = 2.30.
   */
  static final double FAILED_LOSS = 2;

  /** Share of hits that a rule has to exceed. */
  private static final double HALF = 0.5;

  private DynamicsClaims() {}

  static List<Claim> all() {
    return List.of(drops(), hits(), resolution(), warmUp(), spikes(), cycles());
  }

  private static Claim drops() {
    return ofLosses(
            "FOLK-4",
            Statement.FOLKLORE,
            "Step decay gives a sudden drop of the loss: over the epoch after a drop of the rate the"
                + " train loss falls by more than it does at the same time without one.")
        .tested(
            "sign",
            "median of the change of the train loss over the epoch after a drop, less that of the"
                + " control at the same base rate",
            "< 0 at the first drop",
            List.of(NetworkExperiments.DROPS),
            tables ->
                List.of(
                    new Part(
                        "change at the first drop less control",
                        changeLessControl(tables),
                        Region.below(0))));
  }

  /** A claim about train losses, of which a guess has one all along: ln 10. */
  private static Statement ofLosses(String id, String place, String text) {
    return new Statement(
        id,
        place,
        text,
        "a network that diverged counts as one that guesses all along: its train loss does not"
            + " change",
        Accuracies.PERCEPTRON);
  }

  private static Evidence changeLessControl(Tables tables) {
    Map<Double, Double> changes = changesAtDrop(tables, Law.STEP);
    Map<Double, Double> control = changesAtDrop(tables, Law.CONSTANT);
    double[] paired =
        changes.keySet().stream()
            .mapToDouble(replicate -> control.getOrDefault(replicate, Double.NaN))
            .toArray();
    return MedianSign.paired(Drawing.array(changes.values()), paired);
  }

  /** The change of the train loss over the epoch after the first drop, by replicate. */
  private static Map<Double, Double> changesAtDrop(Tables tables, Law law) {
    Table trials = tables.trials(NetworkExperiments.DROPS).where("law", law.label());
    Table courses = tables.table(NetworkExperiments.DROPS, ArmTraining.COURSE);
    Map<Double, Double> changes = new LinkedHashMap<>();
    FollowedRun.byReplicate(trials, courses)
        .forEach(
            (replicate, run) -> {
              double drop = Math.floor(run.epochs() / 2);
              changes.put(replicate, change(run, drop, drop + 1));
            });
    return changes;
  }

  /** The change of a train loss between two epochs; none where a network diverged. */
  private static double change(FollowedRun run, double from, double to) {
    return run.diverged() ? 0 : run.after(to, "train_loss") - run.after(from, "train_loss");
  }

  private static Claim hits() {
    return Accuracies.statement(
            "FOLK-9",
            Statement.FOLKLORE,
            "A range test finds a good rate: by whichever of two rules it is picked, a tenth of the"
                + " rate of the smallest loss or the rate of the steepest fall, it lies within a factor"
                + " of three of the best rate of a grid in more than half of the combinations of data,"
                + " network, optimiser and batch.",
            "24 combinations of perceptrons on 5000 images, 10 epochs")
        .tested(
            "clopper-pearson",
            "share of combinations in which the median distance of ten suggestions from the best rate"
                + " is within a factor of three; a test that suggests nothing is infinitely far off",
            "> 0.5 for minimum / 10 and for the steepest slope",
            List.of(RangeTest.GRID, RangeTest.NAME),
            tables -> List.of(hits(tables, "minimum_over_ten"), hits(tables, "steepest")));
  }

  private static Part hits(Tables tables, String rule) {
    List<Combination> all = combinations(tables, rule, RangeTest.EXPONENTIAL);
    int hits = 0;
    for (Combination combination : all) {
      hits += combination.hit() ? 1 : 0;
    }
    return new Part(
        "hits of " + rule.replace('_', ' '),
        new BinomialEvidence(hits, all.size()),
        Region.above(HALF));
  }

  /**
   * One combination of data, network, optimiser and batch.
   *
   * @param suggestions what its range tests suggest; NaN of a test that suggests nothing
   * @param best best rate of the grid
   */
  record Combination(List<Double> suggestions, double best) {

    /** What a missing suggestion counts as in a mean: the whole range of the test. */
    private static final double WORST = 8;

    boolean hit() {
      return distance() <= StrictMath.log10(HIT);
    }

    /** How far off the suggestions are in the median, in factors of ten. */
    double error() {
      return Math.min(WORST, distance());
    }

    /** As infinitely far off, a missing suggestion counts as a miss wherever the others lie. */
    private double distance() {
      return median(
          suggestions.stream()
              .mapToDouble(rate -> Math.abs(StrictMath.log10(rate) - StrictMath.log10(best)))
              .map(distance -> Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance));
    }

    /** The median of those suggestions that there are; NaN if there is none. */
    double suggested() {
      return median(
          suggestions.stream()
              .mapToDouble(Double::doubleValue)
              .filter(rate -> !Double.isNaN(rate)));
    }

    private static double median(DoubleStream values) {
      double[] sorted = values.sorted().toArray();
      int n = sorted.length;
      return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
  }

  static List<Combination> combinations(Tables tables, String rule, String rise) {
    List<Combination> all = new ArrayList<>();
    Table tests = tables.trials(RangeTest.NAME).where("rise", rise);
    Table grid = tables.trials(RangeTest.GRID);
    tests
        .groupByText("data")
        .forEach(
            (data, ofData) ->
                ofData
                    .groupByText("net")
                    .forEach(
                        (net, ofNet) ->
                            ofNet
                                .groupByText("optimizer")
                                .forEach(
                                    (optimizer, ofOptimizer) ->
                                        ofOptimizer
                                            .groupBy("batch")
                                            .forEach(
                                                (batch, cell) ->
                                                    all.add(
                                                        new Combination(
                                                            suggestions(cell, rule),
                                                            TunedRates.largest(grid, "score")
                                                                .where("data", data)
                                                                .where("net", net)
                                                                .where("optimizer", optimizer)
                                                                .where("batch", batch)
                                                                .rate()))))));
    return all;
  }

  private static List<Double> suggestions(Table tests, String rule) {
    return Arrays.stream(tests.numbers(rule)).boxed().toList();
  }

  private static Claim resolution() {
    return Accuracies.statement(
            "FOLK-9-L",
            Statement.FOLKLORE,
            "A linear rise wastes its steps: it misses the best rate by more than an exponential rise"
                + " of the same range and length does.",
            "24 combinations of perceptrons on 5000 images, 10 epochs")
        .tested(
            "paired-t",
            "median distance of minimum / 10 from the best rate of the grid in factors of ten, linear"
                + " less exponential; a test that suggests nothing is 8 off",
            "> 0",
            List.of(RangeTest.GRID, RangeTest.NAME),
            tables ->
                List.of(
                    new Part(
                        "distance, linear less exponential",
                        PairedDifference.of(
                            errors(tables, RangeTest.LINEAR),
                            errors(tables, RangeTest.EXPONENTIAL)),
                        Region.above(0))));
  }

  private static double[] errors(Tables tables, String rise) {
    return combinations(tables, "minimum_over_ten", rise).stream()
        .mapToDouble(Combination::error)
        .toArray();
  }

  private static Claim warmUp() {
    return new Statement(
            "FOLK-10",
            Statement.FOLKLORE,
            "Warm-up prevents early divergence: with a linear warm-up over 5 % of the run training"
                + " bears larger rates.",
            "a network that diverged counts as failed, as does one whose train loss ends above 2",
            "perceptrons of three layers of 128 units on 5000 images, 5 epochs")
        .tested(
            "paired-t",
            "shift of the curve of failures along the logarithm of the rate: difference of the"
                + " Spearman-Karber means of a replicate, in octaves",
            "> 0",
            List.of(NetworkExperiments.WARM),
            tables ->
                List.of(
                    new Part(
                        "tolerated rate with warm-up less without, octaves",
                        PairedDifference.of(
                            tolerated(tables, Law.WARM_UP), tolerated(tables, Law.CONSTANT)),
                        Region.above(0))));
  }

  /** The number of rates that a replicate bears, times their distance in octaves. */
  private static double[] tolerated(Tables tables, Law law) {
    Table trials = tables.trials(NetworkExperiments.WARM).where("law", law.label());
    return trials.groupBy("replicate").values().stream()
        .mapToDouble(rows -> NetworkExperiments.WARM_UP_OCTAVES * (rows.rows() - failures(rows)))
        .toArray();
  }

  /** How many networks learnt nothing. */
  static int failures(Table trials) {
    int failures = 0;
    for (double loss : trials.numbers("train_loss")) {
      failures += loss <= FAILED_LOSS ? 0 : 1;
    }
    return failures;
  }

  private static Claim spikes() {
    return ofLosses(
            "FOLK-13",
            "folklore; as in Loshchilov and Hutter (2017), whose claims the study warm-restarts has",
            "A warm restart makes the train loss jump up, and at the end of the cycle it is below"
                + " where it was before.")
        .tested(
            "student-t",
            "mean over four cycles of the train loss an epoch after a restart less that before it,"
                + " and of that at the end of the cycle less that before",
            "> 0; < 0",
            List.of(NetworkExperiments.RESTARTS.name()),
            tables ->
                List.of(
                    new Part("jump after a restart", change(tables, true), Region.above(0)),
                    new Part("change over a cycle", change(tables, false), Region.below(0))));
  }

  /** Changes of the train loss around the restarts of four cycles, a mean for each replicate. */
  private static Evidence change(Tables tables, boolean jump) {
    double cycles = NetworkExperiments.FOLLOWED_CYCLES;
    String experiment = NetworkExperiments.RESTARTS.name();
    Table trials = tables.trials(experiment).where("shape", cycles);
    Table courses = tables.table(experiment, ArmTraining.COURSE);
    return Mean.of(
        FollowedRun.byReplicate(trials, courses).values().stream()
            .mapToDouble(run -> meanChange(run, cycles, jump))
            .toArray());
  }

  /** The ends of cycles are those of the budget: a course that broke off has none of its own. */
  private static double meanChange(FollowedRun run, double cycles, boolean jump) {
    double sum = 0;
    for (int cycle = 1; cycle < cycles; cycle++) {
      double before = Math.floor(run.epochs() * cycle / cycles);
      double after = jump ? before + 1 : Math.floor(run.epochs() * (cycle + 1) / cycles);
      sum += change(run, before, after);
    }
    return sum / (cycles - 1);
  }

  private static Claim cycles() {
    return Accuracies.statement(
            "FOLK-13-M",
            "folklore; as in Huang et al. (2017), whose claims the study warm-restarts has",
            "More restarts are not always better: with ten cycles a network ends below one with a"
                + " single cycle of the same length in all.",
            Accuracies.PERCEPTRON)
        .tested(
            "paired-t",
            "difference of test accuracies of ten cycles and of one, each at its best base rate",
            "< 0",
            List.of(NetworkExperiments.RESTARTS.name()),
            tables -> {
              Table trials = tables.trials(NetworkExperiments.RESTARTS.name());
              double[] single = Accuracies.of(trials.where("shape", 1), "test_accuracy");
              double[] many = Accuracies.of(trials.where("shape", 10), "test_accuracy");
              return List.of(
                  new Part(
                      "ten cycles less one", PairedDifference.of(many, single), Region.below(0)));
            });
  }
}
