package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.stats.Contrast;
import temper.stats.Evidence;
import temper.stats.PageTrend;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about when annealing helps: by length of training, by data, by optimiser. */
final class NetworkClaims {

  /** A difference of accuracies of networks on a tenth of a data set that counts as none. */
  static final double MARGIN = 0.01;

  /** A difference of accuracies under one optimiser that counts as none. */
  static final double SMALL_MARGIN = 0.005;

  /** Test examples of the published data sets; the 500 of the generated one divide it. */
  private static final double TEST_EXAMPLES = 10_000;

  private static final String ACCURACY = "test_accuracy";
  private static final String GAIN =
      "difference of test accuracies of linear decay and the best constant rate";

  private NetworkClaims() {}

  static List<Claim> all() {
    return List.of(
        shortTraining("FOLK-1", NetworkExperiments.SHORT, Accuracies.PERCEPTRON),
        budgeted("FOLK-1-B", NetworkExperiments.SHORT, Accuracies.PERCEPTRON),
        shortTraining("FOLK-1-C", NetworkExperiments.SHORT_CONVOLUTIONAL, Accuracies.CONVOLUTIONAL),
        budgeted("FOLK-1-D", NetworkExperiments.SHORT_CONVOLUTIONAL, Accuracies.CONVOLUTIONAL),
        smallData("FOLK-2", true),
        smallData("FOLK-2-U", false),
        fineTuning("FOLK-3", FineTuning.PERCEPTRON, Accuracies.PERCEPTRON),
        interaction("FOLK-3-I", FineTuning.PERCEPTRON, Accuracies.PERCEPTRON),
        fineTuning("FOLK-3-C", FineTuning.CONVOLUTIONAL, Accuracies.CONVOLUTIONAL),
        interaction("FOLK-3-D", FineTuning.CONVOLUTIONAL, Accuracies.CONVOLUTIONAL),
        adaptive(),
        adaptiveInteraction());
  }

  private static Claim shortTraining(String id, TunedComparison comparison, String scale) {
    return Accuracies.statement(
            id,
            Statement.FOLKLORE,
            "Annealing has little effect in short training: in one or two epochs linear decay gains"
                + " less than a point, and it gains the more, the longer the training.",
            scale)
        .tested(
            "paired-t and page",
            GAIN + "; trend over 1 to 80 epochs",
            "[-0.01, 0.01] in 1 and 2 epochs; trend > 0",
            List.of(comparison.name()),
            tables -> {
              Table trials = tables.trials(comparison.name());
              List<Part> parts = new ArrayList<>();
              for (double epochs : NetworkExperiments.LENGTHS.subList(0, 2)) {
                parts.add(
                    new Part(
                        "gain in " + NumberText.format(epochs) + " epochs",
                        gain(trials.where("epochs", epochs)),
                        Region.between(-MARGIN, MARGIN)));
              }
              parts.add(new Part("trend with epochs", trend(trials, "epochs"), Region.above(0)));
              return parts;
            });
  }

  private static Claim budgeted(String id, TunedComparison comparison, String scale) {
    return Accuracies.statement(
            id,
            "budgeted training, as in Li, Yumer and Ramanan (2020); their body was not read",
            "The opposite: annealing matters most where the budget is smallest. Linear decay gains"
                + " in a single epoch, and the less, the longer the training.",
            scale)
        .tested(
            "paired-t and page",
            GAIN + "; trend over 1 to 80 epochs",
            "> 0 in 1 epoch; trend < 0",
            List.of(comparison.name()),
            tables -> {
              Table trials = tables.trials(comparison.name());
              return List.of(
                  new Part("gain in 1 epoch", gain(trials.where("epochs", 1)), Region.above(0)),
                  new Part("trend with epochs", trend(trials, "epochs"), Region.below(0)));
            });
  }

  private static Claim smallData(String id, boolean fixedEpochs) {
    return Accuracies.statement(
            id,
            Statement.FOLKLORE,
            "Annealing has little effect on small data: with 250 or 500 examples linear decay gains"
                + " less than a point, and it gains the more, the more data there are, at a fixed"
                + (fixedEpochs ? " number of epochs." : " number of updates."),
            Accuracies.PERCEPTRON)
        .tested(
            "paired-t and page",
            GAIN + "; trend over 250 to 10,000 examples",
            "[-0.01, 0.01] with 250 and 500 examples; trend > 0",
            List.of(NetworkExperiments.SMALL_DATA.name()),
            tables -> {
              Table trials = bySize(tables, fixedEpochs);
              List<Part> parts = new ArrayList<>();
              for (Table size : List.copyOf(trials.groupBy("train").values()).subList(0, 2)) {
                parts.add(
                    new Part(
                        "gain with %s examples"
                            .formatted(NumberText.format(size.numbers("train")[0])),
                        gain(size),
                        Region.between(-MARGIN, MARGIN)));
              }
              parts.add(new Part("trend with examples", trend(trials, "train"), Region.above(0)));
              return parts;
            });
  }

  /** The trials of one reading: those with a number of epochs, or with a number of updates. */
  static Table bySize(Tables tables, boolean fixedEpochs) {
    Table trials = tables.trials(NetworkExperiments.SMALL_DATA.name());
    double[] epochs = trials.numbers("epochs");
    double[] train = trials.numbers("train");
    // The smallest size has both: as many epochs as all others, and the most of all.
    double least = Arrays.stream(train).min().orElseThrow();
    double[] ofLeast = trials.where("train", least).numbers("epochs");
    double common = Arrays.stream(ofLeast).min().orElseThrow();
    double presentations = least * Arrays.stream(ofLeast).max().orElseThrow();
    return trials.select(
        i ->
            fixedEpochs
                ? epochs[i] == common
                : Math.abs(epochs[i] * train[i] / presentations - 1) < 1e-9);
  }

  private static Claim fineTuning(String id, FineTuning experiment, String scale) {
    return Accuracies.statement(
            id,
            Statement.FOLKLORE,
            "Annealing has little effect in fine-tuning: linear decay changes the accuracy by less"
                + " than a point.",
            scale)
        .tested(
            "paired-t",
            GAIN + " in fine-tuning",
            "[-0.01, 0.01]",
            List.of(experiment.name()),
            tables ->
                List.of(
                    new Part(
                        "gain in fine-tuning",
                        gain(started(tables, experiment, FineTuning.PRETRAINED)),
                        Region.between(-MARGIN, MARGIN))));
  }

  private static Claim interaction(String id, FineTuning experiment, String scale) {
    return Accuracies.statement(
            id,
            Statement.OURS,
            "Annealing gains more from scratch than in fine-tuning on the same data.",
            scale)
        .tested(
            "interaction-contrast",
            "gain of linear decay from scratch less that in fine-tuning",
            "> 0",
            List.of(experiment.name()),
            tables -> {
              Table scratch = started(tables, experiment, FineTuning.SCRATCH);
              Table tuned = started(tables, experiment, FineTuning.PRETRAINED);
              return List.of(
                  new Part(
                      "gain from scratch less gain in fine-tuning",
                      interaction(scratch, tuned),
                      Region.above(0)));
            });
  }

  private static Table started(Tables tables, FineTuning experiment, String start) {
    return tables.trials(experiment.name()).where("start", start);
  }

  private static Claim adaptive() {
    return Accuracies.statement(
            "FOLK-11",
            Statement.FOLKLORE,
            "Adaptive optimisers need no schedule: under Adam, RMSProp and AdaGrad linear decay"
                + " changes the accuracy by less than half a point.",
            Accuracies.PERCEPTRON)
        .tested(
            "paired-t",
            GAIN + " under one optimiser",
            "[-0.005, 0.005] under each of the three",
            List.of(NetworkExperiments.ADAPTIVE.name()),
            tables ->
                List.of("adam", "rmsprop", "adagrad").stream()
                    .map(
                        name ->
                            new Part(
                                "gain under " + name,
                                gain(under(tables, name)),
                                Region.between(-SMALL_MARGIN, SMALL_MARGIN)))
                    .toList());
  }

  private static Claim adaptiveInteraction() {
    return Accuracies.statement(
            "FOLK-11-I",
            Statement.FOLKLORE,
            "Annealing gains more under plain stochastic gradient descent than under Adam.",
            Accuracies.PERCEPTRON)
        .tested(
            "interaction-contrast",
            "gain of linear decay under SGD less that under Adam",
            "> 0",
            List.of(NetworkExperiments.ADAPTIVE.name()),
            tables ->
                List.of(
                    new Part(
                        "gain under SGD less gain under Adam",
                        interaction(under(tables, "sgd"), under(tables, "adam")),
                        Region.above(0))));
  }

  private static Table under(Tables tables, String optimizer) {
    return tables.trials(NetworkExperiments.ADAPTIVE.name()).where("optimizer", optimizer);
  }

  /** What linear decay gains in some trials of both laws. */
  static Evidence gain(Table trials) {
    return PairedDifference.of(accuracy(trials, Law.LINEAR), accuracy(trials, Law.CONSTANT));
  }

  private static Evidence interaction(Table first, Table second) {
    return Contrast.interaction(
        accuracy(first, Law.LINEAR),
        accuracy(first, Law.CONSTANT),
        accuracy(second, Law.LINEAR),
        accuracy(second, Law.CONSTANT));
  }

  private static double[] accuracy(Table trials, Law law) {
    return Accuracies.of(trials.where("law", law.label()), ACCURACY);
  }

  /** The trend of the gain over rising values of a column. */
  private static Evidence trend(Table trials, String column) {
    List<double[]> gains = new ArrayList<>();
    for (Table level : trials.groupBy(column).values()) {
      double[] linear = accuracy(level, Law.LINEAR);
      double[] constant = accuracy(level, Law.CONSTANT);
      double[] gain = new double[linear.length];
      for (int i = 0; i < gain.length; i++) {
        gain[i] = right(linear[i]) - right(constant[i]);
      }
      gains.add(gain);
    }
    return PageTrend.of(Accuracies.rows(gains));
  }

  /**
   * Of ten thousand test examples those that are classified rightly, a whole number. Equal gains
   * must be equal numbers, or ranks would tell them apart: 0.8512 - 0.85 and 0.4112 - 0.41 are
   * twelve examples both, and as differences of shares unequal by their rounding. The difference
   * that temper.stats takes within pairs does not help here: it makes 0 of rounding next to 0, and
   * leaves the rounding of differences that are compared with each other.
   */
  private static double right(double accuracy) {
    return Math.rint(TEST_EXAMPLES * accuracy);
  }
}
