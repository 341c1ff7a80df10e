package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.BinomialEvidence;
import temper.stats.PageTrend;
import temper.stats.Region;

/** The claims about images with patches. */
final class PatchClaims {

  /** Patch accuracy from which patches count as learnt. */
  static final double LEARNT = 0.8;

  /** Least advantage of the large rate on clean images. */
  static final double ADVANTAGE = 0.03;

  /** Least loss of accuracy by patches at the small rate. */
  static final double LOSS = 0.05;

  /** Largest difference between equal ratios of rate to batch that counts as none. */
  static final double MARGIN = 0.01;

  private static final String PAPER = "section 6.2, patches on CIFAR-10";
  private static final String CLEAN = "clean_accuracy";

  private PatchClaims() {}

  static List<Claim> all() {
    return List.of(advantage(), order(), control(), batch(), delay(), strength());
  }

  private static Table arm(Tables tables, String arm) {
    return tables.trials(PatchExperiments.ARMS).where("arm", arm);
  }

  private static Claim advantage() {
    return new Statement(
            "LWM-8",
            PAPER,
            "Trained on images most of which carry a patch that gives their class away, a network at a"
                + " large, annealed rate ends more accurate on clean images than one at a small rate;"
                + " annealed noise before activations lies in between.")
        .tested(
            "paired-t",
            "difference of accuracies on clean test images at the end",
            "large less small rate > 0.03; noise less small rate > 0; large rate less noise > 0",
            PatchExperiments.ARMS,
            tables -> {
              Table large = arm(tables, PatchParameters.LARGE);
              Table small = arm(tables, PatchParameters.SMALL);
              Table noise = arm(tables, PatchParameters.NOISE);
              return List.of(
                  Accuracies.difference(
                      "large less small rate", CLEAN, large, small, Region.above(ADVANTAGE)),
                  Accuracies.difference(
                      "noise less small rate", CLEAN, noise, small, Region.above(0)),
                  Accuracies.difference(
                      "large rate less noise", CLEAN, large, noise, Region.above(0)));
            });
  }

  private static Claim order() {
    return new Statement(
            "LWM-9",
            PAPER,
            "A small rate learns the patches at once; a large one learns them only when it is"
                + " annealed.")
        .tested(
            "clopper-pearson",
            "probability that the small rate classifies 80 % of patches alone rightly before the"
                + " epoch at which the large rate is annealed, and the large rate first in or after it",
            "> 0.5, which 12 of 12 replicates show",
            PatchExperiments.ARMS,
            tables -> {
              Table trials = tables.trials(PatchExperiments.ARMS);
              double anneal = trials.numbers("anneal")[0];
              Table curve = tables.table(PatchExperiments.ARMS, PatchCurve.NAME);
              Map<Double, Table> small =
                  curve.where("arm", PatchParameters.SMALL).groupBy("replicate");
              Map<Double, Table> large =
                  curve.where("arm", PatchParameters.LARGE).groupBy("replicate");
              int successes = 0;
              int n = arm(tables, PatchParameters.SMALL).rows();
              for (Map.Entry<Double, Table> run : small.entrySet()) {
                Table other = large.get(run.getKey());
                double early = learntAfter(run.getValue());
                double late = other == null ? Double.POSITIVE_INFINITY : learntAfter(other);
                // One that never learns the patches does not learn them after the annealing.
                if (early <= anneal && late > anneal && Double.isFinite(late)) {
                  successes++;
                }
              }
              return List.of(
                  new Part(
                      "P(small rate before, large rate after the annealing)",
                      new BinomialEvidence(successes, n),
                      Region.above(0.5)));
            });
  }

  /** The first epoch after which patches are learnt; infinite if they never are. */
  static double learntAfter(Table curve) {
    double[] epochs = curve.numbers("epoch");
    double[] patch = curve.numbers("patch");
    OptionalInt first =
        IntStream.range(0, patch.length).filter(i -> patch[i] >= LEARNT).findFirst();
    return first.isPresent() ? epochs[first.getAsInt()] : Double.POSITIVE_INFINITY;
  }

  private static Claim control() {
    return new Statement(
            "LWM-10",
            PAPER,
            "What the small rate loses on clean images it loses to the patches: on the same images"
                + " without patches it is more accurate.")
        .tested(
            "paired-t",
            "difference of accuracies on clean test images at the end, of the small rate without"
                + " and with patches",
            "> 0.05",
            PatchExperiments.ARMS,
            tables ->
                List.of(
                    Accuracies.difference(
                        "without less with patches",
                        CLEAN,
                        arm(tables, PatchParameters.CLEAN),
                        arm(tables, PatchParameters.SMALL),
                        Region.above(LOSS))));
  }

  private static Claim batch() {
    return new Statement(
            "LWM-X1",
            Statement.OURS,
            "A smaller batch is as good as a larger rate: what counts is their ratio, and a smaller"
                + " rate without a smaller batch is worse.")
        .tested(
            "paired-t",
            "difference of accuracies on clean test images at the end, with rate and batch divided"
                + " by 2 and 4 less the first cell; with both divided by 4 less only the rate",
            "[-0.01, 0.01] twice; > 0",
            PatchExperiments.BATCH,
            tables -> {
              Table trials = tables.trials(PatchExperiments.BATCH);
              List<Double> batches = List.copyOf(trials.groupBy("batch").keySet());
              List<Double> rates = List.copyOf(trials.groupBy("rate").keySet());
              Table first = cell(trials, rates.get(0), batches.get(0));
              Table last = cell(trials, rates.get(2), batches.get(2));
              return List.of(
                  Accuracies.difference(
                      "rate and batch / 2 less undivided",
                      CLEAN,
                      cell(trials, rates.get(1), batches.get(1)),
                      first,
                      Region.between(-MARGIN, MARGIN)),
                  Accuracies.difference(
                      "rate and batch / 4 less undivided",
                      CLEAN,
                      last,
                      first,
                      Region.between(-MARGIN, MARGIN)),
                  Accuracies.difference(
                      "rate and batch / 4 less rate / 4",
                      CLEAN,
                      last,
                      cell(trials, rates.get(2), batches.get(0)),
                      Region.above(0)));
            });
  }

  private static Table cell(Table trials, double rate, double batch) {
    return trials.where("rate", rate).where("batch", batch);
  }

  private static Claim delay() {
    return new Statement(
            "LWM-X2",
            Statement.OURS,
            "The longer the rate stays large, the more accurate the network ends on clean images.")
        .tested(
            "page",
            "mean rank correlation of the accuracy on clean test images with the epoch of the"
                + " annealing (5, 15, 30, 45)",
            "> 0",
            PatchExperiments.DELAY,
            tables -> {
              List<double[]> columns = new ArrayList<>();
              tables
                  .trials(PatchExperiments.DELAY)
                  .groupBy("anneal")
                  .forEach((delay, trials) -> columns.add(Accuracies.of(trials, CLEAN)));
              double[][] rows = new double[columns.get(0).length][columns.size()];
              for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                  rows[i][j] = columns.get(j)[i];
                }
              }
              return List.of(new Part("rank correlation", PageTrend.of(rows), Region.above(0)));
            });
  }

  private static Claim strength() {
    return new Statement(
            "LWM-X3",
            Statement.OURS,
            "The advantage of the large rate on clean images is there at every strength, whether"
                + " patches tell less of the class or more.")
        .tested(
            "paired-t",
            "difference of accuracies on clean test images at the end, large less small rate",
            "> 0 at the differences 0.05, 0.1 and 0.2",
            PatchExperiments.STRENGTH,
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (double strength : List.of(0.05, 0.1, 0.2)) {
                Table trials =
                    tables.trials(PatchExperiments.STRENGTH).where("difference", strength);
                parts.add(
                    Accuracies.difference(
                        "large less small rate, difference " + strength,
                        CLEAN,
                        trials.where("arm", PatchParameters.LARGE),
                        trials.where("arm", PatchParameters.SMALL),
                        Region.above(0)));
              }
              return parts;
            });
  }
}
