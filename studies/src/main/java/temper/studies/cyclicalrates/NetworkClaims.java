package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Mean;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about other optimisers and networks, and about super-convergence. */
final class NetworkClaims {

  private static final String DIFFERENCE = "difference of test accuracies at the end";
  private static final String SUPER = "Smith, Topin (2018), arXiv:1708.07120";
  private static final String SMALL =
      "a network of five convolutions, 10,000 of 50,000 train images";

  private NetworkClaims() {}

  static List<Claim> all() {
    return List.of(optimizers(), rates(), fast(), scarce(), regularized());
  }

  private static Claim optimizers() {
    return new Statement(
            "CLR-8",
            "section 4.1, table 3",
            "Cycles in 25,000 iterations gain nothing over the lower bound in 70,000 under Adam and"
                + " RMSprop, but 1.4 percentage points under AdaGrad.",
            Statement.FIFTH)
        .paired(
            DIFFERENCE,
            "< 0.01 under Adam and RMSprop; > 0 under AdaGrad",
            Optimizers.NAME,
            tables ->
                List.of(
                    gain(tables, Optimizers.ADAM, Region.below(PolicyClaims.MARGIN)),
                    gain(tables, Optimizers.RMSPROP, Region.below(PolicyClaims.MARGIN)),
                    gain(tables, Optimizers.ADAGRAD, Region.above(0))));
  }

  private static Part gain(Tables tables, String optimizer, Region region) {
    Table trials = tables.trials(Optimizers.NAME).where("optimizer", optimizer);
    Arms arms = new Arms(trials, "policy");
    return new Part(
        optimizer + ", cycles less fixed",
        PairedDifference.of(arms.accuracies(Optimizers.CYCLES), arms.accuracies(Optimizers.FIXED)),
        region);
  }

  private static Claim rates() {
    return new Statement(
            "CLR-10",
            "section 4.1, table 4",
            "On networks with batch normalisation cycles between 0.1 and 0.3 are at least as good as"
                + " the best of the fixed rates 0.1, 0.2 and 0.3, with the same drops.",
            SMALL + " instead of residual networks; 40 epochs")
        .paired(
            DIFFERENCE,
            ">= -0.01 against each of the three",
            NormalizedRates.NAME,
            tables -> {
              Arms arms = Arms.of(tables, NormalizedRates.NAME, "rate");
              return NormalizedRates.FIXED.stream()
                  .map(
                      rate ->
                          arms.difference(
                              NormalizedRates.CYCLES, rate, Region.atLeast(-PolicyClaims.MARGIN)))
                  .toList();
            });
  }

  private static Claim fast() {
    return new Statement(
            "SC-1",
            SUPER,
            "One cycle with a very large rate ends in a fifth of the epochs where drops end in all"
                + " of them.",
            SMALL + " instead of a residual network; 12 and 60 epochs")
        .paired(
            DIFFERENCE,
            "[-0.01, 0.01]",
            SuperConvergence.NAME,
            tables -> {
              Table middle = middle(tables).where("decay", SuperConvergence.WEAK_DECAY);
              double[] cycle = Arms.finals(middle.where("schedule", SuperConvergence.ONE_CYCLE));
              Table drops = middle.where("schedule", SuperConvergence.STEP);
              double longest = Arrays.stream(drops.numbers("steps")).max().orElse(Double.NaN);
              return List.of(
                  new Part(
                      "one cycle in a fifth less drops in all",
                      PairedDifference.of(cycle, Arms.finals(drops.where("steps", longest))),
                      Region.between(-PolicyClaims.MARGIN, PolicyClaims.MARGIN)));
            });
  }

  private static Claim scarce() {
    return new Statement(
            "SC-2",
            SUPER,
            "One cycle gains more over drops in the same short time where train images are scarce.",
            "a network of five convolutions instead of a residual network; 1200 iterations")
        .paired(
            "mean gain with 2,000 and 5,000 images less mean gain with 10,000 and 50,000",
            "> 0",
            SuperConvergence.NAME,
            tables -> {
              List<double[]> gains = gains(tables);
              double[] interaction = new double[gains.get(0).length];
              Arrays.setAll(
                  interaction,
                  i -> (gains.get(0)[i] + gains.get(1)[i] - gains.get(2)[i] - gains.get(3)[i]) / 2);
              return List.of(
                  new Part("gain, scarce less plenty", Mean.of(interaction), Region.above(0)));
            });
  }

  /** Gains of one cycle by size of the train set, smallest first, one for each replicate. */
  static List<double[]> gains(Tables tables) {
    List<double[]> gains = new ArrayList<>();
    Table weak = tables.trials(SuperConvergence.NAME).where("decay", SuperConvergence.WEAK_DECAY);
    double[] sizes = Arrays.stream(weak.numbers("train")).distinct().sorted().toArray();
    for (double size : sizes) {
      gains.add(gain(weak.where("train", size)));
    }
    return gains;
  }

  /** Gain of one cycle over drops in the short time. */
  private static double[] gain(Table trials) {
    double shortest = Arrays.stream(trials.numbers("steps")).min().orElse(Double.NaN);
    Arms arms = new Arms(trials.where("steps", shortest), "schedule");
    return Arms.differences(
        arms.accuracies(SuperConvergence.ONE_CYCLE), arms.accuracies(SuperConvergence.STEP));
  }

  /** The trials with the size of train set at which there is more than one weight decay. */
  static Table middle(Tables tables) {
    Table trials = tables.trials(SuperConvergence.NAME);
    double size = trials.where("decay", SuperConvergence.STRONG_DECAY).numbers("train")[0];
    return trials.where("train", size);
  }

  private static Claim regularized() {
    return new Statement(
            "SC-3",
            SUPER,
            "Large rates regularise: one cycle gains more over drops where weight decay is weak"
                + " (1e-4) than where it is strong (5e-4).",
            "a network of five convolutions instead of a residual network, 10,000 train images,"
                + " 1200 iterations")
        .paired(
            "gain at weak less gain at strong weight decay",
            "> 0",
            SuperConvergence.NAME,
            tables -> {
              Table middle = middle(tables);
              double[] weak = gain(middle.where("decay", SuperConvergence.WEAK_DECAY));
              double[] strong = gain(middle.where("decay", SuperConvergence.STRONG_DECAY));
              return List.of(
                  new Part(
                      "gain, weak less strong decay",
                      PairedDifference.of(weak, strong),
                      Region.above(0)));
            });
  }
}
