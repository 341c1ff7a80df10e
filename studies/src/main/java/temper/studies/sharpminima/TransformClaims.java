package temper.studies.sharpminima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.StableMath;
import temper.stats.Exact;
import temper.stats.MedianSign;
import temper.stats.Region;

/** The claims about scaling the layers of a trained network against one another. */
final class TransformClaims {

  private static final String SECTION_3 = "section 3";
  private static final double ROUNDING = 1e-9;

  private TransformClaims() {}

  static List<Claim> all() {
    return List.of(
        sameFunction(),
        curvature(),
        sharpness(),
        sameGap(),
        volume(),
        manyEigenvalues(),
        killedLayer(),
        edge(),
        invariants());
  }

  private static Claim sameFunction() {
    return new Statement(
            "DIN-1",
            SECTION_3,
            "Multiplying the first layer of a bias-free ReLU network by alpha and the second by"
                + " 1/alpha leaves its function as it is.")
        .exactly(
            "largest change of an output on train and test examples; range of the accuracies over"
                + " all scales",
            "< 1e-10; 0",
            List.of(ScaledMinimum.NAME, ScaledClassifier.NAME),
            tables -> {
              Table scales = tables.table(ScaledMinimum.NAME, ScaledMinimum.SCALES);
              Table classes = tables.table(ScaledClassifier.NAME, ScaledClassifier.SCALES);
              return List.of(
                  below("largest change, regression", max(scales.numbers("difference")), 1e-10),
                  below("largest change, classifier", max(classes.numbers("difference")), 1e-10),
                  zero("range of train accuracy", worst(classes, spread("train_accuracy"))),
                  zero("range of test accuracy", worst(classes, spread("test_accuracy"))));
            });
  }

  private static Claim curvature() {
    return new Statement(
            "DIN-2",
            "theorem 4 and section 4.2",
            "The Hessian becomes D H D: its largest eigenvalue can be made as large as one likes, and"
                + " grows as alpha^2 for large and as alpha^-2 for small alpha.")
        .exactly(
            "relative difference of the largest eigenvalue by Hessian-vector products and that of D"
                + " H D; log-log slopes over the outermost decades; curvature at the ends over the"
                + " least",
            "< 1e-6; 2 and -2 within 0.01; > 1e3",
            List.of(ScaledMinimum.NAME),
            TransformClaims::curvatureParts);
  }

  private static List<Part> curvatureParts(Tables tables) {
    Table scales = tables.table(ScaledMinimum.NAME, ScaledMinimum.SCALES);
    double[] computed = scales.numbers("curvature");
    double[] predicted = scales.numbers("predicted");
    double error = 0;
    for (int i = 0; i < computed.length; i++) {
      error = Math.max(error, Math.abs(computed[i] - predicted[i]) / predicted[i]);
    }
    double[] all = ScaledMinimum.ALPHAS;
    int last = all.length - 1;
    double[] left = slopes(scales, all[0], all[2]);
    double[] right = slopes(scales, all[last - 2], all[last]);
    double least = Double.POSITIVE_INFINITY;
    for (Table network : scales.groupByText("trial").values()) {
      double[] values = network.numbers("curvature");
      double ends = Math.min(values[0], values[values.length - 1]);
      least = Math.min(least, ends / Arrays.stream(values).min().orElseThrow());
    }
    Region two = Region.between(1.99, 2.01);
    Region minusTwo = Region.between(-2.01, -1.99);
    return List.of(
        below("largest relative difference", error, 1e-6),
        new Part("least slope, large alpha", new Exact(min(right)), two),
        new Part("largest slope, large alpha", new Exact(max(right)), two),
        new Part("least slope, small alpha", new Exact(min(left)), minusTwo),
        new Part("largest slope, small alpha", new Exact(max(left)), minusTwo),
        new Part("least curvature at the ends / least", new Exact(least), Region.above(1e3)));
  }

  private static double[] slopes(Table scales, double from, double to) {
    double[] low = scales.where("alpha", from).numbers("curvature");
    double[] high = scales.where("alpha", to).numbers("curvature");
    double[] slopes = new double[low.length];
    double span = StableMath.log(to / from);
    Arrays.setAll(slopes, i -> StableMath.log(high[i] / low[i]) / span);
    return slopes;
  }

  private static Claim sharpness() {
    return new Statement(
            "DIN-3",
            "section 4.3",
            "The largest rise of the loss in a ball of fixed radius moves with the largest"
                + " eigenvalue.")
        .tested(
            "sign",
            "median over networks of the sharpness that projected gradient ascent finds in a ball of"
                + " radius 0.05 over its quadratic estimate, at scales 0.01 to 100",
            "[0.85, 1.15] at each of seven scales",
            List.of(ScaledMinimum.NAME),
            tables -> {
              Table scales = tables.table(ScaledMinimum.NAME, ScaledMinimum.SCALES);
              List<Part> parts = new ArrayList<>();
              for (int index : new int[] {2, 4, 5, 6, 7, 8, 10}) {
                Table cell = scales.where("alpha", ScaledMinimum.ALPHAS[index]);
                double[] ratio = ratio(cell.numbers("sharpness"), cell.numbers("estimate"));
                parts.add(
                    new Part(
                        "sharpness / estimate, log10 alpha = " + (index - 6) / 2.0,
                        MedianSign.of(ratio),
                        Region.between(0.85, 1.15)));
              }
              return parts;
            });
  }

  private static Claim sameGap() {
    return new Statement(
            "DIN-4",
            "section 3 and conclusion",
            "Sharpness moves by orders of magnitude while generalisation stays what it is.")
        .exactly(
            "range of test less train loss over all scales, relative to train loss; largest over"
                + " least curvature; both at the worst network",
            "< 1e-9; > 1e4, for regression and for the classifier",
            List.of(ScaledMinimum.NAME, ScaledClassifier.NAME),
            tables -> {
              Table scales = tables.table(ScaledMinimum.NAME, ScaledMinimum.SCALES);
              Table classes = tables.table(ScaledClassifier.NAME, ScaledClassifier.SCALES);
              return List.of(
                  below("range of the gap, regression", worst(scales, gap("test", "train")), 1e-9),
                  below("range of the gap, classifier", worst(classes, spread("gap")), 1e-9),
                  new Part(
                      "largest / least curvature, regression",
                      new Exact(1 / worst(scales, TransformClaims::leastOverLargest)),
                      Region.above(1e4)),
                  new Part(
                      "largest / least curvature, classifier",
                      new Exact(1 / worst(classes, TransformClaims::leastOverLargest)),
                      Region.above(1e4)));
            });
  }

  private static ToDoubleFunction<Table> gap(String test, String train) {
    return network -> {
      double[] a = network.numbers(test);
      double[] b = network.numbers(train);
      double[] gaps = new double[a.length];
      Arrays.setAll(gaps, i -> a[i] - b[i]);
      return (max(gaps) - min(gaps)) / max(b);
    };
  }

  /** The range of a column over its largest magnitude. */
  private static ToDoubleFunction<Table> spread(String column) {
    return network -> {
      double[] values = network.numbers(column);
      return (max(values) - min(values)) / Math.max(Math.abs(max(values)), Math.abs(min(values)));
    };
  }

  private static double leastOverLargest(Table network) {
    return min(network.numbers("curvature")) / max(network.numbers("curvature"));
  }

  private static Claim volume() {
    return new Statement(
            "DIN-5",
            "theorem 2",
            "The set around a minimum in which the loss stays below any level above it has infinite"
                + " volume.")
        .exactly(
            "boxes along the orbit up to alpha = 1e6: relative change of the loss at their centres;"
                + " share of random points in them below the level; gap between neighbours; volume"
                + " of a box over that of the one before",
            "<= 1e-9; 1; > 0; >= 1, so that the sum of the volumes has no limit",
            List.of(OrbitVolume.NAME),
            tables -> {
              Table trials = tables.trials(OrbitVolume.NAME);
              double inside = Arrays.stream(trials.numbers("samples_inside")).sum();
              double drawn = Arrays.stream(trials.numbers("samples_drawn")).sum();
              return List.of(
                  new Part(
                      "largest relative change of the loss",
                      new Exact(max(trials.numbers("change"))),
                      Region.atMost(1e-9)),
                  new Part("share of points inside", new Exact(inside / drawn), Region.atLeast(1)),
                  new Part(
                      "least gap between boxes",
                      new Exact(min(trials.numbers("separation"))),
                      Region.above(0)),
                  new Part(
                      "least growth of volume",
                      new Exact(min(trials.numbers("growth"))),
                      Region.atLeast(1)));
            });
  }

  private static Claim manyEigenvalues() {
    return new Statement(
            "DIN-6",
            "theorem 5",
            "In a network of K layers, at least as many eigenvalues as the rank of the Hessian less"
                + " the size of the smallest layer can be made as large as one likes.")
        .exactly(
            "eigenvalues above ten times the largest one before scaling, less (rank less smallest"
                + " layer), in networks of three layers; rank less smallest layer",
            ">= 0; >= 1, in every network",
            List.of(ThreeLayers.NAME),
            tables -> {
              Table trials = tables.trials(ThreeLayers.NAME);
              double[] rank = trials.numbers("rank");
              double[] smallest = trials.numbers("smallest_layer");
              double[] wanted = new double[rank.length];
              Arrays.setAll(wanted, i -> rank[i] - smallest[i]);
              return List.of(
                  new Part(
                      "least excess", new Exact(min(trials.numbers("excess"))), Region.atLeast(0)),
                  new Part("least number asked for", new Exact(min(wanted)), Region.atLeast(1)));
            });
  }

  private static Claim killedLayer() {
    return new Statement(
            "DIN-7",
            "section 4.3",
            "At the scale at which the first layer is as long as the radius of the ball, the ball"
                + " contains the function 0, so that sharpness is at least (L(0) - L) / (1 + L).")
        .exactly(
            "relative difference of the loss with the first layer put to 0 and the loss of the"
                + " function 0; distance over the radius less 1; the bound it gives over (L(0) - L)"
                + " / (1 + L) less 1",
            "all within 1e-9",
            List.of(ScaledMinimum.NAME),
            TransformClaims::killedParts);
  }

  private static List<Part> killedParts(Tables tables) {
    Table trials = tables.trials(ScaledMinimum.NAME);
    double[] loss = trials.numbers("loss");
    double[] zero = trials.numbers("zero_loss");
    double[] killed = trials.numbers("killed_loss");
    double[] bound = trials.numbers("sharpness_bound");
    double[] distance = trials.numbers("killed_distance");
    double[] radius = trials.numbers("radius");
    double lossError = 0;
    double boundError = 0;
    double distanceError = 0;
    for (int i = 0; i < loss.length; i++) {
      double wanted = (zero[i] - loss[i]) / (1 + loss[i]);
      lossError = Math.max(lossError, Math.abs(killed[i] / zero[i] - 1));
      boundError = Math.max(boundError, Math.abs(bound[i] / wanted - 1));
      distanceError = Math.max(distanceError, Math.abs(distance[i] / radius[i] - 1));
    }
    return List.of(
        below("loss", lossError, ROUNDING),
        below("distance", distanceError, ROUNDING),
        below("bound", boundError, ROUNDING));
  }

  private static Claim edge() {
    return new Statement(
            "DIN-X1",
            Statement.OURS,
            "Scaling changes what gradient descent does: at one rate it stays at the scaled minimum"
                + " if and only if rate times the largest eigenvalue of D H D is below 2.")
        .exactly(
            "share of runs begun at 0.5 to 2 times the predicted scale that stay below it and leave"
                + " above it; largest relative difference of that scale and sqrt(2 / (rate c)), c"
                + " being the largest eigenvalue of the second layer's Hessian",
            "1; < 0.05",
            List.of(StabilityEdge.NAME),
            tables -> {
              Table trials = tables.trials(StabilityEdge.NAME);
              double agreeing = Arrays.stream(trials.numbers("agreeing")).sum();
              double runs = Arrays.stream(trials.numbers("runs")).sum();
              double[] edge = trials.numbers("edge");
              double[] asymptotic = trials.numbers("asymptotic_edge");
              double error = 0;
              for (int i = 0; i < edge.length; i++) {
                error = Math.max(error, Math.abs(asymptotic[i] / edge[i] - 1));
              }
              return List.of(
                  new Part(
                      "share of runs as predicted", new Exact(agreeing / runs), Region.atLeast(1)),
                  below("relative difference of the edges", error, 0.05));
            });
  }

  private static Claim invariants() {
    return new Statement(
            "DIN-X2",
            Statement.OURS,
            "Measures that are invariant under scaling of layers do not move: path norm, Fisher-Rao"
                + " norm, curvature in units of the parameters (ASAM), curvature along"
                + " filter-normalised directions.")
        .exactly(
            "range of each measure over all scales, relative, at the worst network",
            "< 1e-6",
            List.of(ScaledMinimum.NAME),
            tables -> {
              Table scales = tables.table(ScaledMinimum.NAME, ScaledMinimum.SCALES);
              return List.of(
                  below("path norm", worst(scales, spread("path_norm")), 1e-6),
                  below("Fisher-Rao norm", worst(scales, spread("fisher_rao")), 1e-6),
                  below(
                      "curvature in units of parameters", worst(scales, spread("adaptive")), 1e-6),
                  below("filter-normalised curvature", worst(scales, spread("filter")), 1e-6));
            });
  }

  private static Part below(String quantity, double value, double bound) {
    return new Part(quantity, new Exact(value), Region.below(bound));
  }

  private static Part zero(String quantity, double value) {
    return new Part(quantity, new Exact(value), Region.between(0, 0));
  }

  /** The largest value of a quantity over networks. */
  private static double worst(Table scales, ToDoubleFunction<Table> quantity) {
    return scales.groupByText("trial").values().stream()
        .mapToDouble(quantity)
        .max()
        .orElse(Double.NaN);
  }

  private static double[] ratio(double[] over, double[] under) {
    double[] ratio = new double[over.length];
    Arrays.setAll(ratio, i -> over[i] / under[i]);
    return ratio;
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }
}
