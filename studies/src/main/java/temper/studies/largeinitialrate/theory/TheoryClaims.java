package temper.studies.largeinitialrate.theory;

import static temper.studies.largeinitialrate.theory.TheoryParameters.ACTIVATION_NOISE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.EQUAL_NOISE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.LARGE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.SMALL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.stats.BinomialEvidence;
import temper.stats.BootstrapEvidence;
import temper.stats.Contrast;
import temper.stats.NullEvidence;
import temper.stats.PageTrend;
import temper.stats.PairedDifference;
import temper.stats.Region;
import temper.stats.SignFlip;
import temper.stats.Statistic;

/** The claims of the theory. */
final class TheoryClaims {

  /** Ratio of mean errors above which one algorithm counts as much better. */
  static final double RATIO = 1.5;

  /** Share of pairs above which the order of learning counts as inverted. */
  static final double INVERTED = 0.9;

  /** Difference of errors on the first pattern that counts as none. */
  static final double MARGIN = 0.01;

  /** Deviations of the noise at which the effect is turned round. */
  static final List<Double> REVERSED = List.of(0.004, 0.02);

  /** Orthogonal polynomial of degree two over six levels at equal distances. */
  private static final double[] QUADRATIC = {5, -1, -4, -4, -1, 5};

  private static final int RESAMPLES = 20_000;
  private static final String OURS = "not in the paper: ours";
  private static final String NOISE = "section 3, on the role of the noise";

  private TheoryClaims() {}

  static List<Claim> all() {
    return List.of(
        better(),
        inverted(),
        linearDose(),
        rectifiedDose(),
        bestNoise(),
        reversed(),
        mitigated(),
        equalNoise());
  }

  private static Claim better() {
    return new Statement(
            "LWM-1",
            "theorems 3.4 and 3.5",
            "At equal final train loss the run whose large rate is annealed classifies the first"
                + " pattern, which is easy to fit and hard to generalise, far better than the run at"
                + " the small rate.")
        .tested(
            "bootstrap, sign-flip",
            "mean error of S on the first pattern over that of L-S; difference of both within pairs",
            "> 1.5 and > 0, with noise on the second block alone and with spherical noise",
            List.of(LargeAgainstSmall.NAME),
            TheoryClaims::betterParts);
  }

  private static List<Part> betterParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
      Arms arms = setting.arms(tables, LargeAgainstSmall.NAME);
      double[] small = arms.of(SMALL).errors();
      double[] large = arms.of(LARGE).errors();
      double[] differences = new double[small.length];
      Arrays.setAll(differences, i -> small[i] - large[i]);
      BootstrapEvidence ratio =
          BootstrapEvidence.of(
              BootstrapEvidence.Method.PERCENTILE,
              BootstrapEvidence.Design.PAIRED,
              TheoryClaims::ratioOfMeans,
              RESAMPLES,
              stream("bootstrap"),
              small,
              large);
      parts.add(new Part("error of S / of L-S, " + setting.label(), ratio, Region.above(RATIO)));
      parts.add(
          new Part(
              "error of S less of L-S, " + setting.label(),
              SignFlip.of(differences, RESAMPLES, stream("sign-flip")),
              Region.above(0)));
    }
    return parts;
  }

  /** As {@link Statistic#ratioOfMeans()}, but 1 where both means are 0. */
  private static double ratioOfMeans(double[]... columns) {
    double above = Statistic.mean().of(columns[0]);
    double below = Statistic.mean().of(columns[1]);
    return above == below ? 1 : above / below;
  }

  private static RandomStream stream(String purpose) {
    return new StreamRoot("large-initial-rate").stream(LargeAgainstSmall.NAME, 0, purpose);
  }

  private static Claim inverted() {
    return new Statement(
            "LWM-2",
            "section 3, how the theorems are proved",
            "The order of learning is inverted: when the large rate is annealed the first pattern is"
                + " fitted and the second is not; at the small rate the second is fitted first.")
        .tested(
            "clopper-pearson",
            "share of pairs in which the loss on examples of the second pattern alone is above that"
                + " of the first alone when L-S changes its rate, and below it when the loss of S on"
                + " examples with both falls to 0.3; a pair in which either never comes counts as"
                + " not inverted",
            "> 0.9, with noise on the second block alone and with spherical noise",
            List.of(LargeAgainstSmall.NAME),
            TheoryClaims::orderParts);
  }

  private static List<Part> orderParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
      Arms arms = setting.arms(tables, LargeAgainstSmall.NAME);
      double[] large = arms.of(LARGE).order();
      double[] small = arms.of(SMALL).order();
      int count = 0;
      for (int i = 0; i < large.length; i++) {
        count += large[i] > 0 && small[i] < 0 ? 1 : 0;
      }
      parts.add(
          new Part(
              "share of pairs with inverted order, " + setting.label(),
              new BinomialEvidence(count, large.length),
              Region.above(INVERTED)));
    }
    return parts;
  }

  private static Claim linearDose() {
    return new Statement(
            "LWM-3",
            "theorems 3.4 and 3.5",
            "The larger the initial rate, the smaller the error on the first pattern; first block"
                + " linear, first phase of fixed length.")
        .tested(
            "page",
            "rank correlation between the error on the first pattern and the order of rates from 12"
                + " to 0.4",
            "> 0",
            List.of(LinearDose.NAME),
            tables ->
                List.of(
                    new Part(
                        "trend of the error with a falling rate",
                        trend(Arms.of(tables, LinearDose.NAME)),
                        Region.above(0))));
  }

  private static Claim rectifiedDose() {
    return new Statement(
            "LWM-3-R",
            "theorems 3.4 and 3.5",
            "The larger the initial rate, the smaller the error on the first pattern; two blocks of"
                + " rectified neurons, first phase ended by the train loss.")
        .tested(
            "page",
            "rank correlation between the error on the first pattern and the order of rates from 12"
                + " to 0.4",
            "> 0, with noise on the second block alone and with spherical noise",
            List.of(RateDose.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
                parts.add(
                    new Part(
                        "trend of the error with a falling rate, " + setting.label(),
                        trend(setting.arms(tables, RateDose.NAME)),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static NullEvidence trend(Arms arms) {
    List<double[]> columns = new ArrayList<>();
    for (int i = RateDose.RATES.size() - 1; i >= 0; i--) {
      columns.add(arms.of(LARGE).where("descent.large", RateDose.RATES.get(i)).errors());
    }
    columns.add(arms.of(SMALL).errors());
    double[][] rows = new double[columns.get(0).length][columns.size()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.size(); column++) {
        rows[row][column] = columns.get(column)[row];
      }
    }
    return PageTrend.of(rows);
  }

  private static Claim bestNoise() {
    return new Statement(
            "LWM-4",
            NOISE,
            "Noise is what makes the large rate work: without it the second pattern is not learned"
                + " after the large rate, with much of it the first is not.")
        .tested(
            "paired-contrast",
            "mean of the errors of L-S on both patterns over six deviations of spherical noise:"
                + " quadratic contrast; error without noise less that at 0.0005; error at 0.02 less"
                + " that at 0.0005",
            "> 0 each",
            List.of(NoiseDose.NAME),
            TheoryClaims::noiseParts);
  }

  private static List<Part> noiseParts(Tables tables) {
    Arms arms = NoiseDose.narrow(tables).of(LARGE);
    double[][] columns =
        NoiseDose.NOISES.stream()
            .map(noise -> arms.where("noise.first", noise).bothErrors())
            .toArray(double[][]::new);
    return List.of(
        new Part(
            "quadratic contrast of the error",
            Contrast.paired(QUADRATIC, columns),
            Region.above(0)),
        new Part(
            "error without noise less at 0.0005",
            PairedDifference.of(columns[0], columns[1]),
            Region.above(0)),
        new Part(
            "error at 0.02 less at 0.0005",
            PairedDifference.of(columns[columns.length - 1], columns[1]),
            Region.above(0)));
  }

  private static Claim reversed() {
    return new Statement(
            "LWM-4-R",
            OURS,
            "Strong spherical noise turns the effect round: it swamps the first pattern, and more so"
                + " at the large rate.")
        .tested(
            "paired-t",
            "error of L-S on the first pattern less that of S",
            "> 0 at deviations 0.004 and 0.02",
            List.of(NoiseDose.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (double noise : REVERSED) {
                Arms arms = NoiseDose.narrow(tables).where("noise.first", noise);
                parts.add(
                    new Part(
                        "error of L-S less of S, noise " + NumberText.format(noise),
                        PairedDifference.of(arms.of(LARGE).errors(), arms.of(SMALL).errors()),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static Claim mitigated() {
    return new Statement(
            "LWM-5",
            "section 3, on mitigation",
            "Noise before activations that is annealed does for the small rate what the large rate"
                + " does.")
        .tested(
            "paired-t",
            "error of S with noise of deviation 1 on the first pattern less that of L-S; error of S"
                + " less that with noise",
            "[-0.01, 0.01]; > 0",
            List.of(Mitigation.NAME),
            tables -> {
              Arms arms = Arms.of(tables, Mitigation.NAME);
              double[] noisy =
                  arms.of(ACTIVATION_NOISE).where("noise.activation", Mitigation.CLAIMED).errors();
              return List.of(
                  new Part(
                      "error with noise less of L-S",
                      PairedDifference.of(noisy, arms.of(LARGE).errors()),
                      Region.between(-MARGIN, MARGIN)),
                  new Part(
                      "error of S less with noise",
                      PairedDifference.of(arms.of(SMALL).errors(), noisy),
                      Region.above(0)));
            });
  }

  private static Claim equalNoise() {
    return new Statement(
            "LWM-X4",
            OURS,
            "If noise is what makes the large rate work, then gradient noise of the same stationary"
                + " deviation lowers the error at the small rate too.")
        .tested(
            "paired-t",
            "error of S on the first pattern less that of S with the noise of the large rate until"
                + " the second phase",
            "> 0, with noise on the second block alone and with spherical noise",
            List.of(EqualNoise.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
                Arms arms = setting.arms(tables, EqualNoise.NAME);
                parts.add(
                    new Part(
                        "error of S less with noise, " + setting.label(),
                        PairedDifference.of(arms.of(SMALL).errors(), arms.of(EQUAL_NOISE).errors()),
                        Region.above(0)));
              }
              return parts;
            });
  }
}
