package temper.studies.largeratedynamics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.stats.MedianSign;
import temper.stats.PageTrend;
import temper.stats.Region;

/** The claims about sparse features. */
final class SparseClaims {

  private static final String PLACE =
      "Pesme and others (2021), Andriushchenko and others (2023), as we recall them; the problem is"
          + " ours";
  private static final String WORST = "a run that diverges has the worst rank";

  private SparseClaims() {}

  static List<Claim> all() {
    return List.of(sparser(), longer());
  }

  private static Claim sparser() {
    return new Statement(
            "LLR-1",
            PLACE,
            "In diagonal linear networks with a sparse target, stochastic gradient descent at a large"
                + " rate that is then annealed ends at a lower test error than at a small rate, and"
                + " than full gradient descent.",
            "")
        .tested(
            "sign",
            "median over train sets of the difference of logarithms of test errors, at equal steps",
            "> 0 against the small rate, full descent at the small rate, and full descent at the"
                + " large one",
            WORST,
            List.of(SparseFeatures.NAME),
            tables -> {
              Table trials = tables.trials(SparseFeatures.NAME);
              int longest = longest(trials);
              double[] annealed = errors(trials, SparseFeatures.STOCHASTIC, longest);
              return List.of(
                  less("small rate", errors(trials, SparseFeatures.STOCHASTIC, 0), annealed),
                  less("full, small rate", errors(trials, SparseFeatures.FULL, 0), annealed),
                  less("full, large rate", errors(trials, SparseFeatures.FULL, longest), annealed));
            });
  }

  private static Part less(String other, double[] errors, double[] annealed) {
    return new Part(
        "ln test error, " + other + " less annealed",
        MedianSign.paired(errors, annealed),
        Region.above(0));
  }

  private static Claim longer() {
    return new Statement(
            "LLR-2", PLACE, "The longer the phase at the large rate, the lower the test error.", "")
        .tested(
            "page",
            "mean rank correlation of the test error and the claimed order, over phases of 0, 100,"
                + " 400, 1600 and 6400 steps",
            "> 0",
            WORST,
            List.of(SparseFeatures.NAME),
            tables -> {
              Table trials = tables.trials(SparseFeatures.NAME);
              double[] durations =
                  trials
                      .where("gradient", SparseFeatures.STOCHASTIC)
                      .groupBy("duration")
                      .keySet()
                      .stream()
                      .mapToDouble(Double::doubleValue)
                      .filter(duration -> duration < longest(trials))
                      .toArray();
              double[][] columns =
                  Arrays.stream(durations)
                      .mapToObj(
                          duration -> errors(trials, SparseFeatures.STOCHASTIC, (int) duration))
                      .toArray(double[][]::new);
              // Page's test is of a rise, and the claim is of a fall.
              double[][] rows =
                  IntStream.range(0, columns[0].length)
                      .mapToObj(i -> Arrays.stream(columns).mapToDouble(c -> -c[i]).toArray())
                      .toArray(double[][]::new);
              return List.of(new Part("rank correlation", PageTrend.of(rows), Region.above(0)));
            });
  }

  private static int longest(Table trials) {
    return (int) Arrays.stream(trials.numbers("duration")).max().orElseThrow();
  }

  /** Logarithms of test errors of an arm in the order of replicates; infinite after divergence. */
  private static double[] errors(Table trials, String gradient, int duration) {
    double[] errors =
        trials.where("gradient", gradient).where("duration", duration).numbers("log_test_error");
    return Arrays.stream(errors).map(e -> Double.isNaN(e) ? Double.POSITIVE_INFINITY : e).toArray();
  }
}
