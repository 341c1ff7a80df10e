package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Tables;
import temper.random.StreamRoot;
import temper.stats.BootstrapEvidence;
import temper.stats.Region;
import temper.stats.Statistic;

/** The claims of the theory. */
final class TheoryClaims {

  /** Ratio of mean errors above which one algorithm counts as much better. */
  static final double RATIO = 1.5;

  private static final int RESAMPLES = 20_000;

  private TheoryClaims() {}

  static List<Claim> all() {
    return List.of(better());
  }

  private static Claim better() {
    return new Statement(
            "LWM-1",
            "theorems 3.4 and 3.5",
            "At equal final train loss the run whose large rate is annealed classifies the first"
                + " pattern, which is easy to fit and hard to generalise, far better than the run at"
                + " the small rate.")
        .tested(
            "bootstrap",
            "mean error of S on the first pattern over that of L-S",
            "> 1.5, with noise on the second block alone and with spherical noise",
            List.of(LargeAgainstSmall.NAME),
            TheoryClaims::betterParts);
  }

  private static List<Part> betterParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
      Arms arms = setting.arms(tables);
      parts.add(
          new Part(
              "error of S / of L-S, " + setting.label(),
              ratio(
                  LargeAgainstSmall.NAME,
                  arms.errors(TheoryParameters.SMALL),
                  arms.errors(TheoryParameters.LARGE)),
              Region.above(RATIO)));
    }
    return parts;
  }

  static BootstrapEvidence ratio(String experiment, double[] above, double[] below) {
    return BootstrapEvidence.of(
        BootstrapEvidence.Method.PERCENTILE,
        BootstrapEvidence.Design.PAIRED,
        Statistic.ratioOfMeans(),
        RESAMPLES,
        new StreamRoot("large-initial-rate").stream(experiment, 0, "bootstrap"),
        above,
        below);
  }

  /** Differences within pairs. */
  static double[] differences(double[] first, double[] second) {
    double[] out = new double[first.length];
    Arrays.setAll(out, i -> first[i] - second[i]);
    return out;
  }
}
