package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    return Accuracies.statement(
            "FOLK-4",
            Statement.FOLKLORE,
            "Step decay gives a sudden drop of the loss: over the epoch after a drop of the rate the"
                + " train loss falls by more than it does at the same time without one.",
            Accuracies.PERCEPTRON)
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
                        MedianSign.paired(changes(tables, Law.STEP), changes(tables, Law.CONSTANT)),
                        Region.below(0))));
  }

  /** The change of the train loss over the epoch after the first drop, in each replicate. */
  private static double[] changes(Tables tables, Law law) {
    Table course = tables.table(NetworkExperiments.DROPS, ArmTraining.COURSE);
    return course.where("law", law.label()).groupByText("trial").values().stream()
        .mapToDouble(
            run -> {
              double[] loss = run.numbers("train_loss");
              int before = loss.length / 2 - 1;
              return before + 1 < loss.length ? loss[before + 1] - loss[before] : Double.NaN;
            })
        .toArray();
  }

  private static Claim hits() {
    return Accuracies.statement(
            "FOLK-9",
            Statement.FOLKLORE,
            "A range test finds a good rate: a tenth of the rate of the smallest loss lies within a"
                + " factor of three of the best rate of a grid in more than half of the combinations of"
                + " data, network, optimiser and batch.",
            "24 combinations of perceptrons on 5000 images, 10 epochs")
        .tested(
            "clopper-pearson",
            "share of combinations whose median suggestion over ten range tests is a hit",
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
   * @param suggested median of what range tests suggest
   * @param best best rate of the grid
   */
  record Combination(String optimizer, double suggested, double best) {
    boolean hit() {
      return suggested >= best / HIT && suggested <= best * HIT;
    }

    /** How far off the suggestion is, in factors of ten. */
    double error() {
      return Double.isNaN(suggested)
          ? WORST
          : Math.abs(StrictMath.log10(suggested) - StrictMath.log10(best));
    }

    /** What a missing suggestion counts as: the whole range of the test. */
    private static final double WORST = 8;
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
                                                            optimizer,
                                                            median(cell.numbers(rule)),
                                                            TunedRates.largest(grid, "score")
                                                                .where("data", data)
                                                                .where("net", net)
                                                                .where("optimizer", optimizer)
                                                                .where("batch", batch)
                                                                .rate()))))));
    return all;
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
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
            "distance of minimum / 10 from the best rate of the grid in factors of ten, linear less"
                + " exponential",
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
    return Accuracies.statement(
            "FOLK-13",
            "folklore; as in Loshchilov and Hutter (2017), whose claims the study warm-restarts has",
            "A warm restart makes the train loss jump up, and at the end of the cycle it is below"
                + " where it was before.",
            Accuracies.PERCEPTRON)
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
    int cycles = 4;
    Table course =
        tables
            .table(NetworkExperiments.RESTARTS.name(), ArmTraining.COURSE)
            .where("shape", NetworkExperiments.FOLLOWED_CYCLES);
    double[] changes =
        course.groupByText("trial").values().stream()
            .mapToDouble(
                run -> {
                  double[] loss = run.numbers("train_loss");
                  double sum = 0;
                  for (int cycle = 1; cycle < cycles; cycle++) {
                    int before = loss.length * cycle / cycles - 1;
                    int after = jump ? before + 1 : loss.length * (cycle + 1) / cycles - 1;
                    sum += loss[after] - loss[before];
                  }
                  return sum / (cycles - 1);
                })
            .toArray();
    return Mean.of(changes);
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
