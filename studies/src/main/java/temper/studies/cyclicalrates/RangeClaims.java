package temper.studies.cyclicalrates;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.StableMath;
import temper.stats.BinomialEvidence;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.Mean;
import temper.stats.Region;

/** The claims about the range test. */
final class RangeClaims {

  private static final String PLACE = "section 3.3";

  private RangeClaims() {}

  static List<Claim> all() {
    return List.of(perceptron(), caffe());
  }

  private static Claim perceptron() {
    return new Statement(
            "CLR-6",
            PLACE,
            "The range test finds near-optimal bounds: its upper bound is within a factor of 2 of the"
                + " best constant rate.",
            "a perceptron on 5,000 images of Fashion-MNIST")
        .tested(
            "clopper-pearson",
            "share of replicates in which the upper bound is within a factor of 2 of the best of"
                + " nine constant rates, interpolated",
            ">= 0.8",
            List.of(RangeTests.PERCEPTRON, RateGrid.PERCEPTRON),
            tables -> {
              double[] ratios = logRatios(tables, RangeTests.PERCEPTRON, RateGrid.PERCEPTRON);
              int within =
                  (int) Arrays.stream(ratios).filter(ratio -> Math.abs(ratio) <= 1).count();
              return List.of(
                  new Part(
                      "share within a factor of 2",
                      new BinomialEvidence(within, ratios.length),
                      Region.atLeast(0.8)));
            });
  }

  private static Claim caffe() {
    return new Statement(
            "CLR-6b",
            PLACE,
            "On Caffe's net the upper bound of the range test is in the geometric mean within a"
                + " factor of 2 of the best constant rate.",
            Statement.FIFTH + "; constant rates for 20 epochs")
        .tested(
            "student-t",
            "mean of log2(upper bound / best constant rate)",
            "[-1, 1]",
            List.of(RangeTests.CAFFE, RateGrid.CAFFE),
            tables ->
                List.of(
                    new Part(
                        "log2(upper bound / best rate)",
                        mean(logRatios(tables, RangeTests.CAFFE, RateGrid.CAFFE)),
                        Region.between(-1, 1))));
  }

  /** The mean of ratios; NaN, which decides nothing, where a range test gave no bound at all. */
  private static Evidence mean(double[] ratios) {
    return Arrays.stream(ratios).anyMatch(Double::isNaN) ? new Exact(Double.NaN) : Mean.of(ratios);
  }

  /** Of each replicate the binary logarithm of the upper bound over the best constant rate. */
  static double[] logRatios(Tables tables, String range, String grid) {
    double[] bounds = tables.trials(range).numbers("max_rate");
    double[] best = bestRates(tables.trials(grid));
    double[] out = new double[bounds.length];
    Arrays.setAll(out, i -> StableMath.log(bounds[i] / best[i]) / StableMath.log(2));
    return out;
  }

  /** Of each replicate the best constant rate. */
  static double[] bestRates(Table grid) {
    return grid.groupBy("replicate").values().stream()
        .mapToDouble(rows -> bestRate(rows.numbers("rate"), Arms.finals(rows)))
        .toArray();
  }

  /**
   * The vertex of the parabola, over the logarithm of the rate, through the best rate and its
   * neighbours; the best rate itself at an end of the grid.
   */
  static double bestRate(double[] rates, double[] accuracies) {
    int best = 0;
    for (int i = 1; i < rates.length; i++) {
      if (accuracies[i] > accuracies[best]) {
        best = i;
      }
    }
    if (best == 0 || best == rates.length - 1) {
      return rates[best];
    }
    double below = accuracies[best] - accuracies[best - 1];
    double above = accuracies[best] - accuracies[best + 1];
    double shift = below + above == 0 ? 0 : 0.5 * (below - above) / (below + above);
    double spacing = StableMath.log(rates[best + 1] / rates[best - 1]) / 2;
    return rates[best] * StableMath.exp(shift * spacing);
  }
}
