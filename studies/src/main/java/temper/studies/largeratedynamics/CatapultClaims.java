package temper.studies.largeratedynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.BinomialEvidence;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.LogLogSlope;
import temper.stats.Region;

/** The claims about the one-example model. */
final class CatapultClaims {

  private static final String PLACE =
      "Lewkowycz and others (2020): abstract, and their model as we recall it";
  private static final double OFTEN = 0.9;

  private CatapultClaims() {}

  static List<Claim> all() {
    return List.of(phases(), flatter(), height());
  }

  private static Claim phases() {
    return new Statement(
            "CAT-1",
            PLACE,
            "Gradient descent has three phases: for rates below 2 / curvature the loss falls"
                + " steadily, between 2 and 4 it rises and then falls, above 4 it diverges.",
            "")
        .tested(
            "clopper-pearson",
            "P(expected phase) at each of nine rates",
            "> 0.9 at each",
            "divergence is one of the phases and counted as such",
            List.of(CatapultPhases.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              tables
                  .trials(CatapultPhases.NAME)
                  .groupBy("product")
                  .forEach((product, runs) -> parts.add(phase(product, runs)));
              return parts;
            });
  }

  private static Part phase(double product, Table runs) {
    Catapult.Phase expected =
        product < 2
            ? Catapult.Phase.LAZY
            : product < 4 ? Catapult.Phase.CATAPULT : Catapult.Phase.DIVERGENT;
    List<String> phases = runs.texts("phase");
    int right = (int) phases.stream().filter(expected.label()::equals).count();
    return new Part(
        "P(" + expected.label() + "), rate times curvature = " + NumberText.format(product),
        new BinomialEvidence(right, phases.size()),
        Region.above(OFTEN));
  }

  private static Claim flatter() {
    return new Statement(
            "CAT-2",
            PLACE,
            "Whenever descent converges it ends where rate times curvature is below 2.",
            "")
        .tested(
            "clopper-pearson",
            "P(rate times curvature at the end < 2 given convergence), at rates above 2 / curvature"
                + " at the start",
            "> 0.9",
            "runs that diverge are left out: the claim is about those that converge",
            List.of(CatapultPhases.NAME),
            tables -> {
              Table runs =
                  tables
                      .trials(CatapultPhases.NAME)
                      .where("phase", Catapult.Phase.CATAPULT.label());
              double[] product = runs.numbers("product");
              double[] last = runs.numbers("last_product");
              int converged = 0;
              int below = 0;
              for (int i = 0; i < last.length; i++) {
                if (product[i] > 2) {
                  converged++;
                  below += last[i] < 2 ? 1 : 0;
                }
              }
              return List.of(
                  new Part(
                      "P(rate times curvature < 2)",
                      new BinomialEvidence(below, Math.max(1, converged)),
                      Region.above(OFTEN)));
            });
  }

  private static Claim height() {
    return new Statement(
            "CAT-3",
            PLACE,
            "The loss rises to a height that grows in proportion to the width of the network.",
            "")
        .tested(
            "log-log-slope",
            "slope of the mean logarithm of the highest loss against that of the width, 64 to 4096,"
                + " at 3 / curvature",
            "[0.9, 1.1]",
            "runs that do not converge are left out and counted",
            List.of(CatapultHeight.NAME),
            CatapultClaims::heightParts);
  }

  private static List<Part> heightParts(Tables tables) {
    List<Double> widths = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    tables
        .trials(CatapultHeight.NAME)
        .where("phase", Catapult.Phase.CATAPULT.label())
        .groupBy("width")
        .forEach(
            (width, runs) -> {
              widths.add(width);
              double mean =
                  Arrays.stream(runs.numbers("highest_loss"))
                      .map(StableMath::log)
                      .average()
                      .orElse(0);
              heights.add(StableMath.exp(mean));
            });
    double[] x = widths.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = heights.stream().mapToDouble(Double::doubleValue).toArray();
    // Of one width or none there is no slope, and NaN decides nothing.
    Evidence slope = x.length < 2 ? new Exact(Double.NaN) : LogLogSlope.of(x, y);
    return List.of(new Part("log-log slope", slope, Region.between(0.9, 1.1)));
  }
}
