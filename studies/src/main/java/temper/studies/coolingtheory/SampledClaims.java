package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.stats.BinomialEvidence;
import temper.stats.Exact;
import temper.stats.LogLogSlope;
import temper.stats.Mean;
import temper.stats.Region;

/** The claims about walks, and about noisy gradient descent on a quadratic. */
final class SampledClaims {

  private static final String WALKS_END = "cannot diverge: walks on a finite set of states";
  private static final String STABLE = "cannot diverge: the rate is below the stability bound";

  /** Distance between an exact probability and that of walks that counts as none. */
  static final double WALK_MARGIN = 0.02;

  /** Relative distance between a formula and the mean of chains that counts as none. */
  static final double FLOOR_MARGIN = 0.02;

  /** Relative distance for the decaying rate, whose losses are of one time and so vary more. */
  static final double DECAY_MARGIN = 0.05;

  private SampledClaims() {}

  static List<Claim> all() {
    return List.of(walks(), floor(), decay());
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
            Statement.FOLKLORE,
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
            Statement.FOLKLORE,
            "A rate that falls as 1 / (curvature t) removes the floor: the loss falls as noise^2 /"
                + " (2 curvature t).")
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
}
