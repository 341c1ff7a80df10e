package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.Mean;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about models that need no data. */
final class ModelClaims {

  private static final String BOUNDED =
      "cannot diverge: subgradients are bounded; a bad rate only ends far from the minimum";

  /** Factor between suboptimalities that counts as none. */
  static final double ALIKE = 1.5;

  /** Relative distance between a formula and the mean of chains that counts as none. */
  static final double FLOOR_MARGIN = 0.02;

  /** Relative distance between floors of one ratio of rate and batch that counts as none. */
  static final double RATIO_MARGIN = 0.3;

  /** Difference of probabilities of wells that counts as none. */
  static final double WELL_MARGIN = 0.05;

  private ModelClaims() {}

  static List<Claim> all() {
    return List.of(order(), alike(), floor(), drop(), temperature(), growth());
  }

  private static Claim order() {
    return convex(
            "CONV-1",
            "On a convex piecewise linear loss the last iterate of stochastic descent is better under"
                + " schedules that end at zero (linear, cosine, constant with a cooldown) than under"
                + " 1 / sqrt(t), and better under that than at a constant rate, each tuned.")
        .tested(
            "paired-t",
            "difference of the logarithms of the suboptimality of the last iterate",
            "< 0 for linear, cosine and stable-decay less inverse-square-root, and for that less"
                + " constant",
            List.of(NonsmoothRegression.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (Law law : List.of(Law.LINEAR, Law.STABLE_DECAY, Law.COSINE)) {
                parts.add(less(tables, law, Law.INVERSE_SQUARE_ROOT, Region.below(0)));
              }
              parts.add(less(tables, Law.INVERSE_SQUARE_ROOT, Law.CONSTANT, Region.below(0)));
              return parts;
            });
  }

  private static Claim alike() {
    double margin = StableMath.log(ALIKE);
    Region region = Region.between(-margin, margin);
    return convex(
            "CONV-1-E", "Linear, cosine and constant with a cooldown over the last fifth do alike.")
        .tested(
            "paired-t",
            "difference of the logarithms of the suboptimality of the last iterate",
            "within a factor of 1.5 for each of the three pairs",
            List.of(NonsmoothRegression.NAME),
            tables ->
                List.of(
                    less(tables, Law.LINEAR, Law.STABLE_DECAY, region),
                    less(tables, Law.LINEAR, Law.COSINE, region),
                    less(tables, Law.COSINE, Law.STABLE_DECAY, region)));
  }

  private static Statement convex(String id, String text) {
    return new Statement(
        id, "theory of the last iterate, as in Schaipp et al. (2025)", text, BOUNDED, "");
  }

  private static Part less(Tables tables, Law first, Law second, Region region) {
    Table trials = tables.trials(NonsmoothRegression.NAME);
    return new Part(
        first + " less " + second,
        PairedDifference.of(
            trials.where("law", first.label()).numbers("log_suboptimality"),
            trials.where("law", second.label()).numbers("log_suboptimality")),
        region);
  }

  private static Claim floor() {
    return Statement.ofModel(
            "FOLK-12-B",
            Statement.FOLKLORE,
            "The noise of mini-batches sets a floor that goes with rate over batch: on least squares"
                + " the excess loss settles where its second moments rest, and floors of one ratio"
                + " differ by 30 % at most while the rate changes sixteenfold.")
        .tested(
            "student-t",
            "mean excess loss over that of the formula; floor over the one of the smallest rate of"
                + " the same ratio",
            "[0.98, 1.02] at each of six rates and batches; [0.7, 1.3]",
            List.of(BatchNoiseFloor.NAME),
            ModelClaims::floorParts);
  }

  private static List<Part> floorParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    Table trials = tables.trials(BatchNoiseFloor.NAME);
    trials
        .groupBy("rate")
        .forEach(
            (rate, batches) ->
                batches
                    .groupBy("batch")
                    .forEach(
                        (batch, cell) ->
                            parts.add(
                                new Part(
                                    "loss / formula, rate %s, batch %s"
                                        .formatted(
                                            NumberText.format(rate), NumberText.format(batch)),
                                    Mean.of(cell.numbers("ratio")),
                                    Region.between(1 - FLOOR_MARGIN, 1 + FLOOR_MARGIN)))));
    parts.add(ratio(trials, 0.4, 4, 0.1, 1));
    parts.add(ratio(trials, 0.1, 4, 0.025, 1));
    parts.add(ratio(trials, 0.4, 16, 0.025, 1));
    return parts;
  }

  private static Part ratio(Table trials, double rate, int batch, double small, int smallBatch) {
    double floor = trials.where("rate", rate).where("batch", batch).numbers("floor")[0];
    double other = trials.where("rate", small).where("batch", smallBatch).numbers("floor")[0];
    return new Part(
        "floor at rate %s, batch %d / at %s, %d"
            .formatted(NumberText.format(rate), batch, NumberText.format(small), smallBatch),
        new Exact(floor / other),
        Region.between(1 - RATIO_MARGIN, 1 + RATIO_MARGIN));
  }

  private static Claim drop() {
    return Statement.ofModel(
            "FOLK-12-D",
            Statement.FOLKLORE,
            "A tenth of the rate lowers the floor about tenfold, and so does a batch ten times as"
                + " large; a rate that falls as 1 / t leaves no floor.")
        .exactly(
            "expected excess loss before the change over that at the end; at the end over the floor"
                + " of the last rate and batch; floor of the larger batch over that of the lower"
                + " rate; loss at a constant rate over that under 1 / t",
            "[8, 15]; [0.99, 1.01]; [0.9, 1.3]; above 50",
            List.of(NoiseFloorDrop.NAME),
            ModelClaims::dropParts);
  }

  private static List<Part> dropParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    for (String law : List.of(NoiseFloorDrop.LOWER_RATE, NoiseFloorDrop.LARGER_BATCH)) {
      double before = drop(tables, law, "before");
      double after = drop(tables, law, "after");
      parts.add(
          new Part("before / after, " + law, new Exact(before / after), Region.between(8, 15)));
      parts.add(
          new Part(
              "after / floor, " + law,
              new Exact(after / drop(tables, law, "floor")),
              Region.between(0.99, 1.01)));
    }
    parts.add(
        new Part(
            "larger batch / lower rate",
            new Exact(
                drop(tables, NoiseFloorDrop.LARGER_BATCH, "after")
                    / drop(tables, NoiseFloorDrop.LOWER_RATE, "after")),
            Region.between(0.9, 1.3)));
    parts.add(
        new Part(
            "constant / inverse time",
            new Exact(
                drop(tables, NoiseFloorDrop.CONSTANT, "after")
                    / drop(tables, NoiseFloorDrop.INVERSE_TIME, "after")),
            Region.above(50)));
    return parts;
  }

  private static double drop(Tables tables, String law, String column) {
    return tables.trials(NoiseFloorDrop.NAME).where("law", law).numbers(column)[0];
  }

  private static Claim temperature() {
    return blocks(
            "FOLK-14-B",
            "Rate over batch is a temperature: annealed from one temperature in one time, runs of"
                + " rates up to sixteen times as large, with batches as much larger, end in the"
                + " deeper of two wells equally often, and more often than at a constant rate or a"
                + " small one.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, in blocks of runs",
            "[-0.05, 0.05] between rates; > 0 against constant and small",
            List.of(BatchTemperature.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              double[] middle = shares(tables, BatchTemperature.FALLING_RATE, 1);
              Region alike = Region.between(-WELL_MARGIN, WELL_MARGIN);
              for (int i : List.of(0, 2)) {
                parts.add(
                    new Part(
                        "rate 0.05 less " + NumberText.format(BatchTemperature.RATES.get(i)),
                        difference(middle, shares(tables, BatchTemperature.FALLING_RATE, i)),
                        alike));
              }
              for (String law : List.of(BatchTemperature.CONSTANT, BatchTemperature.SMALL)) {
                parts.add(
                    new Part(
                        "annealed less " + law,
                        difference(middle, shares(tables, law, 1)),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static Claim growth() {
    return blocks(
            "FOLK-14-G",
            "Let the batch grow instead: at an equal number of steps runs end in the deeper well at"
                + " least as often as under a falling rate.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, in blocks of runs",
            "> -0.05",
            List.of(BatchTemperature.NAME),
            tables ->
                List.of(
                    new Part(
                        "growing batch less falling rate",
                        difference(
                            shares(tables, BatchTemperature.GROWING_BATCH, 1),
                            shares(tables, BatchTemperature.FALLING_RATE, 1)),
                        Region.above(-WELL_MARGIN))));
  }

  private static Statement blocks(String id, String text) {
    return new Statement(
        id,
        Statement.FOLKLORE,
        text,
        "a block with a run that diverged is left out, with the block it is paired with",
        "");
  }

  private static double[] shares(Tables tables, String law, int rate) {
    return tables
        .trials(BatchTemperature.NAME)
        .where("law", law)
        .where("rate", BatchTemperature.RATES.get(rate))
        .numbers("share");
  }

  private static Evidence difference(double[] first, double[] second) {
    double[][] kept = Pairs.present(first, second);
    // Of no pair there is no difference, and NaN decides nothing.
    return kept[0].length == 0 ? new Exact(Double.NaN) : PairedDifference.of(kept[0], kept[1]);
  }
}
