package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.Exact;
import temper.stats.Region;

/** The claims about exact distributions, which have no sampling error. */
final class ExactClaims {

  private static final String HAJEK = "theorem 1";
  private static final double ROUNDING = 1e-12;

  /** Relative tolerance of an exponent. */
  private static final double TOLERANCE = 0.15;

  /** Absolute tolerance of the exponents of finite horizons. */
  private static final double SLOPE = 0.05;

  private ExactClaims() {}

  static List<Claim> all() {
    return List.of(depths(), exponents(), threshold(), escape(), horizons());
  }

  private static Claim depths() {
    return new Statement(
            "C5.1",
            "definition of depth",
            "The critical depth found by disjoint sets over energy levels is that of the definition,"
                + " by enumeration of all paths.")
        .exactly(
            "graphs and states whose depths differ; depth and difficulty of the nine states in a"
                + " row",
            "none of 1000 graphs of at most 8 states; 0.6 and 3 within 1e-12",
            List.of(DepthEnumeration.NAME),
            ExactClaims::depthParts);
  }

  private static List<Part> depthParts(Tables tables) {
    Table trials = tables.trials(DepthEnumeration.NAME);
    return List.of(
        new Part(
            "graphs whose critical depths differ",
            new Exact(trials.numbers("critical_mismatches")[0]),
            Region.atMost(0)),
        new Part(
            "states whose depths differ",
            new Exact(trials.numbers("state_mismatches")[0]),
            Region.atMost(0)),
        within(
            "critical depth", trials.numbers("path_depth")[0], NinePath.CRITICAL_DEPTH, ROUNDING),
        within("difficulty", trials.numbers("path_difficulty")[0], NinePath.DIFFICULTY, ROUNDING));
  }

  private static Claim exponents() {
    return new Statement(
            "C3.1",
            Statement.OURS,
            "Under cooling at c / ln(t), the error falls as t^-(gap / c) for every c above the"
                + " critical depth, where the gap is the smallest energy of an error. Below, the"
                + " exponent of the large error collapses.")
        .exactly(
            "minus the log-log slope of the error, and of the large error, between 1e6 and 1e8"
                + " steps, over gap / c",
            "[0.85, 1.15] for d*/c up to 0.9; at most 0.5 for the large error from d*/c = 1.1",
            List.of(LogarithmicCooling.NAME),
            ExactClaims::exponentParts);
  }

  private static List<Part> exponentParts(Tables tables) {
    Table trials = tables.trials(LogarithmicCooling.NAME);
    double[] ratio = trials.numbers("ratio");
    double[] small = trials.numbers("error_slope");
    double[] large = trials.numbers("large_slope");
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < ratio.length; i++) {
      double inverse = ratio[i] / NinePath.CRITICAL_DEPTH;
      String at = ", d*/c = " + NumberText.format(ratio[i]);
      double ofSmall = -small[i] / (inverse * NinePath.SMALL_GAP);
      double ofLarge = -large[i] / (inverse * NinePath.LARGE_GAP);
      if (ratio[i] <= 0.9) {
        parts.add(within("exponent of the error / (0.1 / c)" + at, ofSmall, 1, TOLERANCE));
        parts.add(within("exponent of the large error / (0.2 / c)" + at, ofLarge, 1, TOLERANCE));
      } else if (ratio[i] >= 1.1 && ratio[i] <= 1.3) {
        parts.add(
            new Part(
                "exponent of the large error / (0.2 / c)" + at,
                new Exact(ofLarge),
                Region.atMost(0.5)));
      }
    }
    return parts;
  }

  private static Claim threshold() {
    return new Statement(
            "C5.2",
            HAJEK,
            "Cooling at c / ln(1 + k) is in a state of lowest energy with a probability that tends to"
                + " one if and only if c is at least the critical depth.",
            "finite times, and constants well away from the critical depth but for itself; those near"
                + " it are told apart by the exponents of C3.1")
        .exactly(
            "nine states: probability of a large error after 2e5 steps over that after 1e4 steps;"
                + " spin glasses: total variation distance from Gibbs at the end at d*/c = 0.5, and"
                + " probability of the deepest cup at the end over a decade before at 1.5 and 3",
            "nine states: at most 0.8 for d*/c in {0.3, 0.5, 0.7, 1}, at least 0.9 for 1.5 and 3;"
                + " each spin glass: distance at most 0.05, both shares at least 0.9",
            List.of(LogarithmicCooling.NAME, SpinGlassCooling.NAME),
            ExactClaims::thresholdParts);
  }

  private static List<Part> thresholdParts(Tables tables) {
    Table course = tables.table(LogarithmicCooling.NAME, LogarithmicCooling.COURSE);
    List<Part> parts = new ArrayList<>();
    for (double ratio : new double[] {0.3, 0.5, 0.7, 1, 1.5, 3}) {
      Table cell = course.where("ratio", ratio);
      double late = cell.where("time", 2e5).numbers("large_error")[0];
      double early = cell.where("time", 1e4).numbers("large_error")[0];
      parts.add(
          new Part(
              "large error at 2e5 / at 1e4 steps, d*/c = " + NumberText.format(ratio),
              new Exact(late / early),
              ratio <= 1 ? Region.atMost(0.8) : Region.atLeast(0.9)));
    }
    Table glasses = tables.trials(SpinGlassCooling.NAME);
    double[] followed = glasses.where("ratio", 0.5).numbers("final_distance");
    for (int i = 0; i < followed.length; i++) {
      parts.add(
          new Part(
              "distance from Gibbs, d*/c = 0.5, glass " + i,
              new Exact(followed[i]),
              Region.atMost(0.05)));
    }
    for (double ratio : new double[] {1.5, 3}) {
      double[] kept = glasses.where("ratio", ratio).numbers("cup_ratio");
      for (int i = 0; i < kept.length; i++) {
        parts.add(
            new Part(
                "deepest cup at the end / a decade before, d*/c = "
                    + NumberText.format(ratio)
                    + ", glass "
                    + i,
                new Exact(kept[i]),
                Region.atLeast(0.9)));
      }
    }
    return parts;
  }

  private static Claim escape() {
    return new Statement(
            "COOL-1",
            Statement.OURS,
            "The mean time of escape from the deepest local minimum to a lower state grows as"
                + " exp(d* / T): what Hajek's sum of exp(-d* / T_k) counts.")
        .exactly(
            "slope of the logarithm of the mean time in d*/T between 10 and 20",
            "[0.9, 1.1] on the nine states and on each spin glass",
            List.of(EscapeTimes.NAME),
            tables -> {
              Table trials = tables.trials(EscapeTimes.NAME);
              List<String> landscapes = trials.texts("landscape");
              double[] replicate = trials.numbers("replicate");
              double[] slope = trials.numbers("slope");
              List<Part> parts = new ArrayList<>();
              for (int i = 0; i < slope.length; i++) {
                String which = landscapes.get(i) + " " + NumberText.format(replicate[i]);
                parts.add(within("slope, " + which, slope[i], 1, 0.1));
              }
              return parts;
            });
  }

  private static Claim horizons() {
    return new Statement(
            "C5.3",
            "not in the paper: Catoni (1992) for the exponent 1/D, the rest ours",
            "In n steps the best geometric cooling reaches an error of about n^(-1/D), D being the"
                + " difficulty; the best constant temperature, and the best logarithmic cooling, only"
                + " n^(-gap/d*).")
        .exactly(
            "minus the log-log slope of the least error between 1e6 and 1e8 steps; the least errors"
                + " of 1e8 steps",
            "geometric within 0.05 of 1/3; constant and logarithmic within 0.05 of 1/6 and of each"
                + " other; geometric above both by at least 0.05, and its least error at most half of"
                + " theirs",
            List.of(FiniteHorizon.NAME),
            ExactClaims::horizonParts);
  }

  private static List<Part> horizonParts(Tables tables) {
    double metropolis = NinePath.SMALL_GAP / NinePath.CRITICAL_DEPTH;
    double geometric = exponent(tables, FiniteHorizon.GEOMETRIC);
    double constant = exponent(tables, FiniteHorizon.CONSTANT);
    double logarithmic = exponent(tables, FiniteHorizon.LOGARITHMIC);
    double least = leastError(tables, FiniteHorizon.GEOMETRIC, 1e8);
    double others =
        Math.min(
            leastError(tables, FiniteHorizon.CONSTANT, 1e8),
            leastError(tables, FiniteHorizon.LOGARITHMIC, 1e8));
    return List.of(
        within("exponent, geometric", geometric, 1 / NinePath.DIFFICULTY, SLOPE),
        within("exponent, constant", constant, metropolis, SLOPE),
        within("exponent, logarithmic", logarithmic, metropolis, SLOPE),
        within("exponent, logarithmic less constant", logarithmic - constant, 0, SLOPE),
        new Part(
            "exponent, geometric less the larger of the others",
            new Exact(geometric - Math.max(constant, logarithmic)),
            Region.atLeast(SLOPE)),
        new Part(
            "least error of 1e8 steps, geometric / the smaller of the others",
            new Exact(least / others),
            Region.atMost(0.5)));
  }

  private static double exponent(Tables tables, String law) {
    double span = StableMath.log(1e8 / 1e6);
    return StableMath.log(leastError(tables, law, 1e6) / leastError(tables, law, 1e8)) / span;
  }

  private static double leastError(Tables tables, String law, double steps) {
    return tables
        .trials(FiniteHorizon.NAME)
        .where("law", law)
        .where("steps", steps)
        .numbers("best_error")[0];
  }

  private static Part within(String quantity, double value, double wanted, double tolerance) {
    return new Part(
        quantity, new Exact(value), Region.between(wanted - tolerance, wanted + tolerance));
  }
}
