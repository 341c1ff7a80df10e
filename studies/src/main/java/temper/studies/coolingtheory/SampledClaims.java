package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.stats.BinomialEvidence;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.LogLogSlope;
import temper.stats.Mean;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about samples: walks, and noisy gradient descent as annealing. */
final class SampledClaims {

  private static final String FOLKLORE = "folklore; no single source";
  private static final String WALKS_END = "cannot diverge: walks on a finite set of states";
  private static final String STABLE = "cannot diverge: the rate is below the stability bound";
  private static final String BLOCKS =
      "a block with a run that diverged is left out, with the block it is paired with";

  /** Distance between an exact probability and that of walks that counts as none. */
  static final double WALK_MARGIN = 0.02;

  /** Relative distance between a formula and the mean of chains that counts as none. */
  static final double FLOOR_MARGIN = 0.02;

  /** Relative distance for the decaying rate, whose losses are of one time and so vary more. */
  static final double DECAY_MARGIN = 0.05;

  /** Difference of probabilities of wells that counts as none. */
  static final double WELL_MARGIN = 0.05;

  private SampledClaims() {}

  static List<Claim> all() {
    return List.of(walks(), floor(), decay(), deeper(), slower(), wider());
  }

  private static Claim walks() {
    return new Statement(
            "COOL-2",
            Statement.OURS,
            "Walks drawn at random end in the optimum with the probability that was computed.")
        .tested(
            "clopper-pearson",
            "probability of the optimum after 1e2, 1e3 and 1e4 steps of logarithmic and geometric"
                + " cooling",
            "the exact probability plus and minus 0.02",
            WALKS_END,
            List.of(SampledWalks.NAME),
            SampledClaims::walkParts);
  }

  private static List<Part> walkParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    Table counts = tables.table(SampledWalks.NAME, SampledWalks.COUNTS);
    double[] walks = tables.trials(SampledWalks.NAME).numbers("walks");
    counts
        .groupByText("law")
        .forEach(
            (law, cell) ->
                cell.groupBy("time")
                    .forEach(
                        (time, rows) -> {
                          double exact = rows.numbers("exact")[0];
                          int successes = (int) Arrays.stream(rows.numbers("successes")).sum();
                          parts.add(
                              new Part(
                                  "P(optimum), " + law + ", " + NumberText.format(time) + " steps",
                                  new BinomialEvidence(successes, rows.rows() * (int) walks[0]),
                                  Region.between(exact - WALK_MARGIN, exact + WALK_MARGIN)));
                        }));
    return parts;
  }

  private static Claim floor() {
    return new Statement(
            "FOLK-12",
            FOLKLORE,
            "At a constant rate the noise of the gradient sets a floor: on a quadratic the loss"
                + " settles at rate noise^2 / (2 (2 - rate curvature)).")
        .tested(
            "student-t",
            "mean loss over that of the formula",
            "[0.98, 1.02] at each of six rates and curvatures",
            STABLE,
            List.of(NoiseFloor.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              tables
                  .trials(NoiseFloor.NAME)
                  .groupBy("rate")
                  .forEach(
                      (rate, cells) ->
                          cells
                              .groupBy("curvature")
                              .forEach(
                                  (curvature, trials) ->
                                      parts.add(
                                          new Part(
                                              "loss / formula, rate "
                                                  + NumberText.format(rate)
                                                  + ", curvature "
                                                  + NumberText.format(curvature),
                                              Mean.of(trials.numbers("ratio")),
                                              Region.between(
                                                  1 - FLOOR_MARGIN, 1 + FLOOR_MARGIN)))));
              return parts;
            });
  }

  private static Claim decay() {
    return new Statement(
            "FOLK-12-T",
            FOLKLORE,
            "A rate that falls as 1 / t removes the floor: the loss falls as noise^2 / (2 curvature"
                + " t).")
        .tested(
            "student-t",
            "mean loss after 1e4 steps times 2 curvature t / noise^2; log-log slope of the expected"
                + " loss between 1e2 and 1e4 steps; loss at a constant rate over that at the falling"
                + " one",
            "[0.95, 1.05]; -1 within 0.01; above 100",
            STABLE,
            List.of(DecayingRate.NAME),
            SampledClaims::decayParts);
  }

  private static List<Part> decayParts(Tables tables) {
    Table trials = tables.trials(DecayingRate.NAME);
    Table falling = trials.where("law", DecayingRate.INVERSE_TIME);
    Table course =
        tables
            .table(DecayingRate.NAME, DecayingRate.COURSE)
            .where("law", DecayingRate.INVERSE_TIME)
            .where("replicate", 0);
    double[] times = {1e2, 1e4};
    double[] expected =
        Arrays.stream(times).map(time -> course.where("time", time).numbers("exact")[0]).toArray();
    double[] constant = trials.where("law", DecayingRate.CONSTANT).numbers("loss");
    double[] least = falling.numbers("loss");
    double[] ratios = new double[least.length];
    Arrays.setAll(ratios, i -> constant[i] / least[i]);
    Exact slope = LogLogSlope.exact(times, expected);
    return List.of(
        new Part(
            "loss after 1e4 steps times 2 curvature t / noise^2",
            Mean.of(falling.numbers("scaled")),
            Region.between(1 - DECAY_MARGIN, 1 + DECAY_MARGIN)),
        new Part("slope of the expected loss", slope, Region.between(-1.01, -0.99)),
        new Part(
            "loss at a constant rate / at the falling one", Mean.of(ratios), Region.above(100)));
  }

  private static Claim deeper() {
    return new Statement(
            "FOLK-14",
            FOLKLORE,
            "A learning rate is a temperature: noisy gradient descent whose rate is annealed ends in"
                + " the deeper of two wells more often than at a constant large or a constant small"
                + " rate.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, in blocks of runs",
            "> 0 against both",
            BLOCKS,
            List.of(DoubleWell.NAME),
            tables -> {
              Cell annealed = Cell.of(Potential.DEEPER, DoubleWell.ANNEALED, DoubleWell.LONGEST);
              return List.of(
                  new Part(
                      "annealed less constant",
                      difference(tables, annealed, annealed.with(DoubleWell.CONSTANT)),
                      Region.above(0)),
                  new Part(
                      "annealed less small",
                      difference(tables, annealed, annealed.with(DoubleWell.SMALL)),
                      Region.above(0)));
            });
  }

  private static Claim slower() {
    return new Statement(
            "FOLK-14-S",
            FOLKLORE,
            "The slower the rate is annealed, the more often the run ends in the deeper well.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the deeper well, of each number of steps"
                + " and the one before",
            "> 0 for each of 316, 1000, 3162 and 10000 steps",
            BLOCKS,
            List.of(DoubleWell.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              for (int i = 1; i < DoubleWell.LENGTHS.size(); i++) {
                int longer = DoubleWell.LENGTHS.get(i);
                int shorter = DoubleWell.LENGTHS.get(i - 1);
                parts.add(
                    new Part(
                        longer + " less " + shorter + " steps",
                        difference(
                            tables,
                            Cell.of(Potential.DEEPER, DoubleWell.ANNEALED, longer),
                            Cell.of(Potential.DEEPER, DoubleWell.ANNEALED, shorter)),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static Claim wider() {
    return new Statement(
            "FOLK-14-W",
            Statement.OURS,
            "Of two equally deep wells an annealed run ends in the wider more often than one at a"
                + " small rate, but only as often as one at a constant large rate: at every"
                + " temperature the Gibbs distribution gives the wider well the same share.")
        .tested(
            "paired-t",
            "difference of the shares of runs that end in the wider well, in blocks of runs",
            "> 0 against the small rate; [-0.05, 0.05] against the constant one",
            BLOCKS,
            List.of(DoubleWell.NAME),
            tables -> {
              Cell annealed = Cell.of(Potential.WIDER, DoubleWell.ANNEALED, DoubleWell.LONGEST);
              return List.of(
                  new Part(
                      "annealed less small",
                      difference(tables, annealed, annealed.with(DoubleWell.SMALL)),
                      Region.above(0)),
                  new Part(
                      "annealed less constant",
                      difference(tables, annealed, annealed.with(DoubleWell.CONSTANT)),
                      Region.between(-WELL_MARGIN, WELL_MARGIN)));
            });
  }

  private static Evidence difference(Tables tables, Cell first, Cell second) {
    double[] a = first.shares(tables);
    double[] b = second.shares(tables);
    int[] kept =
        IntStream.range(0, a.length)
            .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
            .toArray();
    return PairedDifference.of(
        Arrays.stream(kept).mapToDouble(i -> a[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> b[i]).toArray());
  }

  /** A cell of the experiment with wells. */
  private record Cell(String potential, String law, int steps) {

    static Cell of(String potential, String law, int steps) {
      return new Cell(potential, law, steps);
    }

    Cell with(String other) {
      return new Cell(potential, other, steps);
    }

    double[] shares(Tables tables) {
      return tables
          .trials(DoubleWell.NAME)
          .where("potential", potential)
          .where("law", law)
          .where("steps", steps)
          .numbers("share");
    }
  }
}
