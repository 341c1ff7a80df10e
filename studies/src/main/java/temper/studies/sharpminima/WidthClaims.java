package temper.studies.sharpminima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.Exact;
import temper.stats.MedianSign;
import temper.stats.Region;

/** The claims about what a learning rate does to the width of the minimum it ends in. */
final class WidthClaims {

  private static final String FOLKLORE = "folklore; no single source";

  private WidthClaims() {}

  static List<Claim> all() {
    return List.of(rateAndSharpness(), normalized(), narrow(), found(), cyclic(), high());
  }

  private static Claim rateAndSharpness() {
    return new Statement(
            "DIN-X3",
            Statement.OURS,
            "Gradient descent at a rate at which the minimum of a small rate is unstable ends where"
                + " rate times sharpness is about 2.")
        .tested(
            "sign",
            "median over networks of rate times sharpness at the end, at 1.1, 1.25, 1.5 and 2 times"
                + " the bound",
            "[1.6, 2.1] at each",
            List.of(RateAndSharpness.NAME),
            tables -> {
              Table trials = tables.trials(RateAndSharpness.NAME);
              List<Part> parts = new ArrayList<>();
              for (double multiple : RateAndSharpness.MULTIPLES) {
                if (multiple > 1) {
                  parts.add(
                      new Part(
                          "rate times sharpness, " + NumberText.format(multiple) + " of the bound",
                          MedianSign.of(orInfinite(trials.where("multiple", multiple), "product")),
                          Region.between(1.6, 2.1)));
                }
              }
              return parts;
            });
  }

  private static Claim normalized() {
    return new Statement(
            "DIN-X4",
            Statement.OURS,
            "Under batch normalisation, multiplying a layer by c leaves the function as it is and"
                + " divides the layer's Hessian by the square of c.")
        .exactly(
            "largest relative change of the loss, and of the curvature times the square of c, for c"
                + " from 0.01 to 100",
            "< 1e-6 both",
            List.of(BatchNormalized.NAME),
            tables -> {
              Table trials = tables.trials(BatchNormalized.NAME);
              return List.of(
                  largest("change of the loss", trials.numbers("change")),
                  largest("error of curvature times c^2", trials.numbers("error")));
            });
  }

  private static Part largest(String quantity, double[] values) {
    double largest = Arrays.stream(values).max().orElse(Double.NaN);
    return new Part(quantity, new Exact(largest), Region.below(1e-6));
  }

  private static Claim narrow() {
    return new Statement(
            "DIN-X5",
            FOLKLORE,
            "A triangular rate leaves a narrow minimum for a wider one. Here: a minimum that scaling"
                + " has made narrow, at which a low fixed rate stays.")
        .tested(
            "sign",
            "median logarithm of curvature and of width at the settled end, triangular over low",
            "< 0 for curvature, > 0 for width",
            List.of(CyclicWidth.NAME),
            tables -> wider(tables, CyclicWidth.NARROW, RatePath.LOW));
  }

  private static Claim found() {
    return new Statement(
            "DIN-X6",
            FOLKLORE,
            "A triangular rate leaves the minimum that a low fixed rate has found for a wider one.")
        .tested(
            "sign",
            "median logarithm of curvature and of width at the settled end, triangular over low",
            "< 0 for curvature, > 0 for width",
            List.of(CyclicWidth.NAME),
            tables -> wider(tables, CyclicWidth.FOUND, RatePath.LOW));
  }

  private static Claim cyclic() {
    return new Statement(
            "DIN-X7",
            FOLKLORE,
            "It is the cycle that does it: a fixed rate of the same mean ends in a narrower minimum"
                + " than the triangular one.")
        .tested(
            "sign",
            "median logarithm of curvature and of width at the settled end, triangular over mean",
            "< 0 for curvature, > 0 for width",
            List.of(CyclicWidth.NAME),
            tables -> wider(tables, CyclicWidth.FOUND, RatePath.MEAN));
  }

  private static Claim high() {
    return new Statement(
            "DIN-X8",
            FOLKLORE,
            "Nor does a fixed rate as high as the peak of the cycle do as well: it ends in a narrower"
                + " minimum than the triangular one.")
        .tested(
            "sign",
            "median logarithm of curvature and of width at the settled end, triangular over high",
            "< 0 for curvature, > 0 for width",
            List.of(CyclicWidth.NAME),
            tables -> wider(tables, CyclicWidth.FOUND, RatePath.HIGH));
  }

  private static List<Part> wider(Tables tables, double alpha, RatePath other) {
    double infinity = Double.POSITIVE_INFINITY;
    return List.of(
        new Part(
            "ln curvature, triangular / " + other.label(),
            MedianSign.of(logRatio(tables, alpha, other, "curvature", infinity)),
            Region.below(0)),
        new Part(
            "ln width, triangular / " + other.label(),
            MedianSign.of(logRatio(tables, alpha, other, "width", -infinity)),
            Region.above(0)));
  }

  /**
   * Logarithms of ratios within replicates; of a pair with one diverged run, the other wins, two
   * are a tie.
   */
  private static double[] logRatio(
      Tables tables, double alpha, RatePath other, String column, double worst) {
    Table trials = tables.trials(CyclicWidth.NAME).where("alpha", alpha);
    double[] a = trials.where("path", RatePath.TRIANGULAR.label()).numbers(column);
    double[] b = trials.where("path", other.label()).numbers(column);
    return IntStream.range(0, a.length)
        .mapToDouble(
            i ->
                Double.isNaN(a[i])
                    ? Double.isNaN(b[i]) ? 0 : worst
                    : Double.isNaN(b[i]) ? -worst : StableMath.log(a[i] / b[i]))
        .toArray();
  }

  /** The values of a column, infinite for runs that diverged. */
  private static double[] orInfinite(Table table, String column) {
    return Arrays.stream(table.numbers(column))
        .map(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : value)
        .toArray();
  }
}
