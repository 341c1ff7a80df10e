package temper.studies.warmrestarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.Contrast;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.Mean;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about several networks of one budget. */
final class SnapshotClaims {

  /** Rise of the error between two snapshots that counts as a bump. */
  static final double BUMP = 0.005;

  private static final String TABLE = "Huang and others, table 1";
  private static final String DIVERSITY = "Huang and others, section 4.4 and figures 4 and 5";
  private static final List<Double> RATES =
      List.of(SnapshotExperiments.LOW_RATE, SnapshotExperiments.HIGH_RATE);

  private SnapshotClaims() {}

  static List<Claim> all() {
    return List.of(
        single(), noCycles(), singleCycles(), interior(), diverse(), oracle(), likelihood());
  }

  private static Claim single() {
    return new Statement(
            "SNAP-1",
            TABLE,
            "The ensemble of the snapshots of one cyclic run has a lower error than the one network of"
                + " an ordinary run of the same budget.")
        .tested(
            "paired-t",
            "test error of the single network at step decay less that of five snapshots, at first"
                + " rates of 0.1 and 0.2",
            "> 0 for both",
            SnapshotExperiments.SNAPSHOTS,
            tables ->
                RATES.stream()
                    .map(
                        rate ->
                            new Part(
                                "error of step less that of the ensemble, rate "
                                    + NumberText.format(rate),
                                PairedDifference.of(
                                    Runs.errors(step(tables), SnapshotTraining.ERROR),
                                    Runs.errors(
                                        cyclic(tables, rate), SnapshotTraining.ENSEMBLE_ERROR)),
                                Region.above(0)))
                    .toList());
  }

  private static Table step(Tables tables) {
    return Runs.of(
        tables, SnapshotExperiments.SNAPSHOTS, SnapshotTraining.STEP, SnapshotExperiments.LOW_RATE);
  }

  private static Table cyclic(Tables tables, double rate) {
    return Runs.of(tables, SnapshotExperiments.SNAPSHOTS, SnapshotTraining.CYCLIC, rate);
  }

  private static Claim noCycles() {
    return new Statement(
            "SNAP-2",
            TABLE,
            "Snapshots of an ordinary run, taken at the same epochs, gain little as an ensemble.")
        .tested(
            "paired-t",
            "test error of the single network at step decay less that of the ensemble of its"
                + " snapshots",
            "[-0.01, 0.01]",
            SnapshotExperiments.SNAPSHOTS,
            tables ->
                List.of(
                    new Part(
                        "error of step less that of its ensemble",
                        PairedDifference.of(
                            Runs.errors(step(tables), SnapshotTraining.ERROR),
                            Runs.errors(step(tables), SnapshotTraining.ENSEMBLE_ERROR)),
                        Region.between(-RestartClaims.MARGIN, RestartClaims.MARGIN))));
  }

  private static Claim singleCycles() {
    return new Statement(
            "SNAP-3",
            TABLE,
            "Networks that begin anew with each cycle are worse together than snapshots of one run.")
        .tested(
            "paired-t",
            "test error of the ensemble of five networks of a fifth of the budget less that of five"
                + " snapshots, at a first rate of 0.1",
            "> 0",
            SnapshotExperiments.SNAPSHOTS,
            tables ->
                List.of(
                    new Part(
                        "error of single cycles less that of snapshots",
                        PairedDifference.of(
                            Runs.errors(
                                Runs.of(
                                    tables,
                                    SnapshotExperiments.SNAPSHOTS,
                                    SnapshotTraining.SINGLE_CYCLES,
                                    SnapshotExperiments.LOW_RATE),
                                SnapshotTraining.ENSEMBLE_ERROR),
                            Runs.errors(
                                cyclic(tables, SnapshotExperiments.LOW_RATE),
                                SnapshotTraining.ENSEMBLE_ERROR)),
                        Region.above(0))));
  }

  private static Claim interior() {
    return new Statement(
            "SNAP-4",
            "Huang and others, table 3",
            "At one budget there is a best number of snapshots: with few the ensemble is small, with"
                + " many each is trained too briefly.")
        .tested(
            "paired-contrast",
            "slopes, at 2 and at 10 snapshots, of the parabola in the logarithm of the number that"
                + " fits the test errors of the ensembles of 2, 3, 5, 6 and 10 snapshots best",
            "< 0 at 2 and > 0 at 10",
            SnapshotExperiments.CYCLES,
            SnapshotClaims::interiorParts);
  }

  private static List<Part> interiorParts(Tables tables) {
    List<Integer> counts = SnapshotExperiments.counts();
    double[][] errors =
        counts.stream()
            .map(
                count ->
                    Runs.errors(
                        tables.trials(SnapshotExperiments.CYCLES).where("snapshots", count),
                        SnapshotTraining.ENSEMBLE_ERROR))
            .toArray(double[][]::new);
    double[] x = counts.stream().mapToDouble(count -> StableMath.log(count)).toArray();
    return List.of(
        new Part(
            "slope at " + counts.get(0) + " snapshots",
            Contrast.paired(Parabola.slopeWeights(x, x[0]), errors),
            Region.below(0)),
        new Part(
            "slope at " + counts.get(counts.size() - 1) + " snapshots",
            Contrast.paired(Parabola.slopeWeights(x, x[x.length - 1]), errors),
            Region.above(0)));
  }

  private static Claim diverse() {
    return new Statement(
            "SNAP-5",
            DIVERSITY,
            "Snapshots of a cyclic run differ: their predictions are less alike than those of late"
                + " snapshots of an ordinary run, and between two of them in parameter space the"
                + " error is higher than at both.")
        .tested(
            "paired-t",
            "mean correlation of predictions of consecutive snapshots, of the last three of the run"
                + " at step decay less of all five of the cyclic run at a first rate of 0.1; largest"
                + " error on the line between the last two cyclic snapshots, less the larger of"
                + " theirs",
            "> 0; > 0.005",
            "a run that diverges counts as guessing: there is no bump in its errors, which are 0.9,"
                + " and no correlation of its predictions, which are all alike, so that its pair is"
                + " left out of the difference of correlations",
            SnapshotExperiments.SNAPSHOTS,
            SnapshotClaims::diverseParts);
  }

  private static List<Part> diverseParts(Tables tables) {
    Table cyclic = cyclic(tables, SnapshotExperiments.LOW_RATE);
    double[] ordinary = step(tables).numbers(SnapshotTraining.LATE_CORRELATION);
    double[] differences = cyclic.numbers(SnapshotTraining.CONSECUTIVE_CORRELATION);
    Arrays.setAll(differences, i -> ordinary[i] - differences[i]);
    double[] bumps = cyclic.numbers(SnapshotTraining.BUMP);
    Arrays.setAll(bumps, i -> Double.isNaN(bumps[i]) ? 0 : bumps[i]);
    return List.of(
        new Part("correlation of step less of cyclic", present(differences), Region.above(0)),
        new Part("bump between the last two cyclic snapshots", Mean.of(bumps), Region.above(BUMP)));
  }

  /** The mean of those numbers that there are; without any it is NaN, which decides nothing. */
  private static Evidence present(double[] values) {
    double[] kept = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return kept.length == 0 ? new Exact(Double.NaN) : Mean.of(kept);
  }

  private static Claim oracle() {
    return new Statement(
            "SNAP-6",
            "Huang and others, section 4.3 and figure 3",
            "Snapshots lie between a single network and as many networks that have the whole budget"
                + " each.")
        .tested(
            "paired-t",
            "mean test error of the members of the true ensemble less that of the snapshot ensemble;"
                + " the latter less that of the true ensemble",
            "> 0; > 0",
            SnapshotExperiments.INDEPENDENT,
            tables -> {
              Table independent =
                  Runs.of(
                      tables,
                      SnapshotExperiments.INDEPENDENT,
                      SnapshotTraining.INDEPENDENT,
                      SnapshotExperiments.LOW_RATE);
              double[] snapshots =
                  Runs.errors(
                      Runs.of(
                          tables,
                          SnapshotExperiments.INDEPENDENT,
                          SnapshotTraining.CYCLIC,
                          SnapshotExperiments.HIGH_RATE),
                      SnapshotTraining.ENSEMBLE_ERROR);
              return List.of(
                  new Part(
                      "error of single networks less that of snapshots",
                      PairedDifference.of(
                          Runs.errors(independent, SnapshotTraining.MEAN_MEMBER_ERROR), snapshots),
                      Region.above(0)),
                  new Part(
                      "error of snapshots less that of the true ensemble",
                      PairedDifference.of(
                          snapshots, Runs.errors(independent, SnapshotTraining.ENSEMBLE_ERROR)),
                      Region.above(0)));
            });
  }

  private static Claim likelihood() {
    return new Statement(
            "SNAP-X1",
            Statement.OURS,
            "Snapshots improve the probabilities too, and by a larger part than the error.")
        .tested(
            "paired-t",
            "ln(loss of the single network at step decay / loss of five snapshots); the same less"
                + " that of errors; at a first rate of 0.2",
            "> 0; > 0",
            SnapshotExperiments.SNAPSHOTS,
            SnapshotClaims::likelihoodParts);
  }

  private static List<Part> likelihoodParts(Tables tables) {
    Table cyclic = cyclic(tables, SnapshotExperiments.HIGH_RATE);
    double[] single = logs(Runs.losses(step(tables), SnapshotTraining.LOSS));
    double[] ensemble = logs(Runs.losses(cyclic, SnapshotTraining.ENSEMBLE_LOSS));
    double[] singleError = logs(Runs.errors(step(tables), SnapshotTraining.ERROR));
    double[] ensembleError = logs(Runs.errors(cyclic, SnapshotTraining.ENSEMBLE_ERROR));
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part("ln ratio of losses", PairedDifference.of(single, ensemble), Region.above(0)));
    parts.add(
        new Part(
            "ln ratio of losses less that of errors",
            Contrast.interaction(single, ensemble, singleError, ensembleError),
            Region.above(0)));
    return parts;
  }

  /** An error of 0 among a few hundred images counts as one of a ten-thousandth. */
  private static double[] logs(double[] values) {
    DoubleUnaryOperator log = value -> StableMath.log(Math.max(value, 1e-4));
    return Arrays.stream(values).map(log).toArray();
  }
}
