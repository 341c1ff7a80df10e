package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Contrast;
import temper.stats.Region;

/** The claims about images as they are. */
final class RateClaims {

  /** Share of the large rate's advantage that noise is to recover. */
  static final double RECOVERED = 0.8;

  private static final String TEST = "test_accuracy";

  private RateClaims() {}

  static List<Claim> all() {
    return List.of(crossing(), recovery());
  }

  static Table cell(Tables tables, double rate, double noise) {
    return tables.trials(RateTraining.NAME).where("rate", rate).where("noise", noise);
  }

  static double largeRate() {
    return RateParameters.defaults().rate();
  }

  private static Claim crossing() {
    return new Statement(
            "LWM-6",
            "figure 1",
            "Until the rates are annealed a small one is ahead of a large one on train and test images;"
                + " at the end the large one is ahead on test images.")
        .tested(
            "paired-t",
            "difference of accuracies: small less large rate in the last epoch before the first"
                + " annealing, on train and on test images; large less small rate at the end, on test"
                + " images",
            "> 0 each",
            RateTraining.NAME,
            tables -> {
              Table large = cell(tables, largeRate(), 0);
              Table small = cell(tables, RateTraining.SMALL, 0);
              return List.of(
                  Accuracies.difference(
                      "small less large before annealing, test",
                      "test_before",
                      small,
                      large,
                      Region.above(0)),
                  Accuracies.difference(
                      "small less large before annealing, train",
                      "train_before",
                      small,
                      large,
                      Region.above(0)),
                  Accuracies.difference(
                      "large less small at the end, test", TEST, large, small, Region.above(0)));
            });
  }

  private static Claim recovery() {
    return new Statement(
            "LWM-7",
            "table 1, CIFAR-10 without augmentation",
            "A large rate ends ahead of a small one, and annealed noise before activations recovers at"
                + " least 80 % of what the small rate loses.")
        .tested(
            "paired-contrast",
            "large less small test accuracy at the end; noise - 0.8 large - 0.2 small, where the level"
                + " of a replicate's noise is the best of the other replicates",
            "> 0; >= 0",
            RateTraining.NAME,
            tables -> {
              Table largeRuns = cell(tables, largeRate(), 0);
              Table smallRuns = cell(tables, RateTraining.SMALL, 0);
              List<double[]> levels = new ArrayList<>();
              for (double noise : RateTraining.NOISES) {
                levels.add(Accuracies.of(cell(tables, RateTraining.SMALL, noise), TEST));
              }
              return List.of(
                  Accuracies.difference(
                      "large less small", TEST, largeRuns, smallRuns, Region.above(0)),
                  new Part(
                      "noise - 0.8 large - 0.2 small",
                      Contrast.paired(
                          new double[] {1, -RECOVERED, RECOVERED - 1},
                          chosenOnOthers(levels),
                          Accuracies.of(largeRuns, TEST),
                          Accuracies.of(smallRuns, TEST)),
                      Region.atLeast(0)));
            });
  }

  /**
   * Of each replicate the accuracy at the level that is best on average over all others, so that a
   * run has no part in the choice that it is counted for. Of equal levels the first is chosen.
   */
  static double[] chosenOnOthers(List<double[]> levels) {
    double[] chosen = new double[levels.get(0).length];
    for (int replicate = 0; replicate < chosen.length; replicate++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double[] level : levels) {
        double others = 0;
        for (int i = 0; i < level.length; i++) {
          others += i == replicate ? 0 : level[i];
        }
        if (others > most) {
          most = others;
          chosen[replicate] = level[replicate];
        }
      }
    }
    return chosen;
  }
}
