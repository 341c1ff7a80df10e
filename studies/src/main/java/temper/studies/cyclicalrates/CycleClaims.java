package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.stats.Mean;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about the length and the shape of cycles. */
final class CycleClaims {

  private static final String ADVICE = "section 3.2";
  private static final String DIFFERENCE = "difference of test accuracies at the end";

  /** Step sizes in epochs that the paper advises, as far as we have them. */
  private static final double[] ADVISED = {2, 4, 8};

  /** Step size whose run shows what more cycles bring. */
  private static final double FOLLOWED = 4;

  private static final double MOST_OF_THE_WAY = 0.9;

  private CycleClaims() {}

  static List<Claim> all() {
    return List.of(robust(), cycles(), windows(), sigmoid());
  }

  private static Claim robust() {
    return new Statement(
            "CLR-5",
            ADVICE,
            "Final accuracy hardly depends on the step size: 2 to 10 epochs are all good.",
            Statement.FIFTH + "; step sizes of 2, 4 and 8 epochs in runs of 64")
        .paired(
            DIFFERENCE,
            "[-0.01, 0.01] for each pair of step sizes",
            Cycles.STEP_SIZES,
            tables -> {
              Arms arms = Arms.of(tables, Cycles.STEP_SIZES, "half");
              List<Part> parts = new ArrayList<>();
              for (int i = 0; i < ADVISED.length; i++) {
                for (int j = 0; j < i; j++) {
                  parts.add(
                      new Part(
                          NumberText.format(ADVISED[i])
                              + " less "
                              + NumberText.format(ADVISED[j])
                              + " epochs",
                          PairedDifference.of(
                              arms.accuracies(ADVISED[i]), arms.accuracies(ADVISED[j])),
                          Region.between(-PolicyClaims.MARGIN, PolicyClaims.MARGIN)));
                }
              }
              return parts;
            });
  }

  private static Claim cycles() {
    return new Statement(
            "CLR-5b",
            ADVICE,
            "Three cycles train the network most of the way, and four or more do better still.",
            Statement.FIFTH + "; cycles of 8 epochs")
        .tested(
            "student-t",
            "share of the accuracy at the end of the eighth cycle that is reached at the end of the"
                + " third; accuracy at the end of the fourth cycle less that at the end of the third",
            "share >= 0.9; difference > 0",
            List.of(Cycles.STEP_SIZES),
            tables -> {
              double[] third = atEnd(tables, 3);
              double[] last = atEnd(tables, 8);
              double[] share = new double[third.length];
              Arrays.setAll(share, i -> third[i] / last[i]);
              return List.of(
                  new Part("third / eighth", Mean.of(share), Region.atLeast(MOST_OF_THE_WAY)),
                  new Part(
                      "fourth less third",
                      PairedDifference.of(atEnd(tables, 4), third),
                      Region.above(0)));
            });
  }

  /** Of each replicate the accuracy where a cycle ends; chance where it diverged. */
  private static double[] atEnd(Tables tables, int cycle) {
    Table trials = tables.trials(Cycles.STEP_SIZES).where("half", FOLLOWED);
    Map<Double, Table> runs =
        tables
            .table(Cycles.STEP_SIZES, TrainedArms.CURVE)
            .where("half", FOLLOWED)
            .groupBy("replicate");
    double[] replicates = trials.numbers("replicate");
    double[] completed = trials.numbers("completed");
    double[] out = new double[replicates.length];
    for (int i = 0; i < out.length; i++) {
      Table run = runs.get(replicates[i]);
      double step = Math.rint(completed[i] * 2 * FOLLOWED * cycle / Cycles.SIZES_EPOCHS);
      out[i] =
          run == null || Double.isNaN(completed[i])
              ? Arms.CHANCE
              : run.where("step", step).numbers("accuracy")[0];
    }
    return out;
  }

  private static Claim windows() {
    return new Statement(
            "CLR-7",
            "section 3.1",
            "The shape of a cycle does not matter: parabolic (Welch) and sinusoidal (Hann) windows"
                + " end where triangles end.",
            Statement.FIFTH + "; six cycles of 8 epochs")
        .paired(
            DIFFERENCE,
            "[-0.01, 0.01] for both windows",
            Cycles.WINDOWS,
            tables -> {
              Arms arms = Arms.of(tables, Cycles.WINDOWS, "window");
              Region none = Region.between(-PolicyClaims.MARGIN, PolicyClaims.MARGIN);
              return List.of(
                  arms.difference(WindowCycle.WELCH, WindowCycle.TRIANGLE, none),
                  arms.difference(WindowCycle.HANN, WindowCycle.TRIANGLE, none));
            });
  }

  private static Claim sigmoid() {
    return new Statement(
            "CLR-9",
            "section 4.1, figure of the net with sigmoids",
            "With sigmoids and batch normalisation cycles are far better than the fixed rate (72.2 %"
                + " against 60.8 %).",
            Statement.FIFTH + "; 60 epochs; test accuracy, where the paper's text says training")
        .paired(
            DIFFERENCE,
            "> 0.03",
            SigmoidNetwork.NAME,
            tables ->
                List.of(
                    Arms.of(tables, SigmoidNetwork.NAME, "policy")
                        .difference(
                            SigmoidNetwork.CYCLES, SigmoidNetwork.FIXED, Region.above(0.03))));
  }
}
