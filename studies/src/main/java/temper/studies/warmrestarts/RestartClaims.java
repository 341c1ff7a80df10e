package temper.studies.warmrestarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.StableMath;
import temper.stats.MedianSign;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** The claims about single networks: what restarts do on the way and at the end. */
final class RestartClaims {

  /** Difference of two errors that counts as none. */
  static final double MARGIN = 0.01;

  /** How many times sooner an error is to be reached. */
  static final double SOONER = 1.5;

  private static final String SGDR_TABLE = "Loshchilov and Hutter, table 1";
  private static final String SGDR_TEXT = "Loshchilov and Hutter, section 4.1";
  private static final List<Arm> RESTARTED = List.of(Arm.LONG_RESTARTS, Arm.SHORT_RESTARTS);

  private RestartClaims() {}

  static List<Claim> all() {
    return List.of(
        cosine(),
        notWorse(),
        sooner(),
        worstOnTheWay(),
        lessSensitive(),
        riseAndFall(),
        average(),
        cooldown());
  }

  private static Claim cosine() {
    return new Statement(
            "SGDR-1",
            SGDR_TABLE,
            "One cosine cycle over the whole budget ends at a lower error than step decay, each at"
                + " its best rate.")
        .tested(
            "paired-t",
            "final test error of step decay less that of one cosine cycle; each at the best of"
                + " three rates on validation images of other runs",
            "> 0",
            RestartExperiments.TUNED,
            tables ->
                List.of(
                    finals(
                        tables, RestartExperiments.TUNED, Arm.STEP, Arm.COSINE, Region.above(0))));
  }

  private static Claim notWorse() {
    return new Statement(
            "SGDR-2",
            SGDR_TABLE,
            "The network at the end of the last whole cycle of a run with restarts is not worse than"
                + " that of step decay.")
        .tested(
            "paired-t",
            "final test error with restarts less that of step decay, for T0 = 10 and T0 = 1",
            "< 0.01 for both: not worse by a percentage point",
            RestartExperiments.RESTARTS,
            tables ->
                RESTARTED.stream()
                    .map(
                        arm ->
                            finals(
                                tables,
                                RestartExperiments.RESTARTS,
                                arm,
                                Arm.STEP,
                                Region.below(MARGIN)))
                    .toList());
  }

  private static Part finals(
      Tables tables, String experiment, Arm first, Arm second, Region region) {
    return new Part(
        "error of " + first.key() + " less that of " + second.key(),
        PairedDifference.of(
            Runs.errors(Runs.of(tables, experiment, first), AnytimeTraining.ERROR),
            Runs.errors(Runs.of(tables, experiment, second), AnytimeTraining.ERROR)),
        region);
  }

  private static Claim sooner() {
    return new Statement(
            "SGDR-3",
            SGDR_TEXT,
            "With restarts a network comes near the final error of step decay two to four times"
                + " sooner.")
        .tested(
            "paired-t",
            "logarithm of the epochs that step decay needs over those that restarts need, to an error"
                + " of one percentage point above the final one of step decay in the same replicate;"
                + " an error that is never reached, or by a run that diverges, counts as reached after"
                + " twice the budget",
            "> ln 1.5 for T0 = 10 and T0 = 1",
            RestartExperiments.RESTARTS,
            RestartClaims::soonerParts);
  }

  private static List<Part> soonerParts(Tables tables) {
    List<Part> parts = new ArrayList<>();
    for (Arm arm : RESTARTED) {
      double[] replicates = replicates(tables);
      double[] slow = new double[replicates.length];
      double[] fast = new double[replicates.length];
      for (int i = 0; i < replicates.length; i++) {
        Course step = course(tables, Arm.STEP, replicates[i]);
        double wanted = step.lastError() + MARGIN;
        slow[i] = StableMath.log(step.epochsTo(wanted));
        fast[i] = StableMath.log(course(tables, arm, replicates[i]).epochsTo(wanted));
      }
      parts.add(
          new Part(
              "ln(epochs of step / epochs of " + arm.key() + ")",
              PairedDifference.of(slow, fast),
              Region.above(StableMath.log(SOONER))));
    }
    return parts;
  }

  /** The replicates that were run, whether or not they left a curve. */
  private static double[] replicates(Tables tables) {
    return Runs.of(tables, RestartExperiments.RESTARTS, Arm.STEP).numbers("replicate");
  }

  private static Course course(Tables tables, Arm arm, double replicate) {
    Table curves = tables.table(RestartExperiments.RESTARTS, AnytimeTraining.CURVE);
    return Course.of(
        Runs.of(tables, RestartExperiments.RESTARTS, arm),
        curves.where("arm", arm.key()),
        replicate);
  }

  private static Claim worstOnTheWay() {
    return new Statement(
            "SGDR-4",
            SGDR_TEXT,
            "One cosine cycle over the whole budget is the worst of all on the way to its end.")
        .tested(
            "paired-t",
            "mean over the run of the test error of one cosine cycle, less that of each other arm",
            "> 0 for step decay, T0 = 10 and T0 = 1",
            RestartExperiments.RESTARTS,
            tables -> {
              double[] cosine = onTheWay(tables, Arm.COSINE);
              List<Part> parts = new ArrayList<>();
              for (Arm arm : List.of(Arm.STEP, Arm.LONG_RESTARTS, Arm.SHORT_RESTARTS)) {
                parts.add(
                    new Part(
                        "mean error of cosine less that of " + arm.key(),
                        PairedDifference.of(cosine, onTheWay(tables, arm)),
                        Region.above(0)));
              }
              return parts;
            });
  }

  private static double[] onTheWay(Tables tables, Arm arm) {
    return Runs.errors(
        Runs.of(tables, RestartExperiments.RESTARTS, arm), AnytimeTraining.MEAN_ERROR);
  }

  private static Claim lessSensitive() {
    return new Statement(
            "SGDR-5",
            "Loshchilov and Hutter, section 4.1 and discussion",
            "With restarts the final error hangs less on the largest rate than with step decay.")
        .tested(
            "paired-t",
            "logarithm of the standard deviation of the final error over six rates, of step decay"
                + " less of restarts with T0 = 10",
            "> 0",
            RestartExperiments.GRID,
            tables ->
                List.of(
                    new Part(
                        "ln(deviation over rates, step / restarts-10-2)",
                        PairedDifference.of(
                            logDeviations(tables, Arm.STEP),
                            logDeviations(tables, Arm.LONG_RESTARTS)),
                        Region.above(0))));
  }

  /** For each replicate the logarithm of the standard deviation of the error over the rates. */
  private static double[] logDeviations(Tables tables, Arm arm) {
    List<double[]> rates = new ArrayList<>();
    Runs.of(tables, RestartExperiments.GRID, arm)
        .groupBy("rate")
        .values()
        .forEach(runs -> rates.add(Runs.errors(runs, AnytimeTraining.ERROR)));
    double[] logs = new double[rates.get(0).length];
    for (int replicate = 0; replicate < logs.length; replicate++) {
      int at = replicate;
      double[] errors = rates.stream().mapToDouble(rate -> rate[at]).toArray();
      logs[replicate] = StableMath.log(deviation(errors));
    }
    return logs;
  }

  /** At least a thousandth of a percentage point, so that it has a logarithm. */
  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.max(1e-5, Math.sqrt(squares / (values.length - 1)));
  }

  private static Claim riseAndFall() {
    return new Statement(
            "SGDR-6",
            SGDR_TEXT,
            "After a restart the loss rises, and at the end of the cycle it is lower than before.")
        .tested(
            "sign",
            "share of the restarts of a replicate after which the test loss is higher at some"
                + " evaluation and lower at the end of the cycle; both arms with restarts together",
            "median over replicates > 0.5",
            RestartExperiments.RESTARTS,
            tables ->
                List.of(
                    new Part(
                        "share of restarts with a rise and a fall",
                        MedianSign.of(
                            Arrays.stream(replicates(tables))
                                .map(replicate -> riseAndFallShare(tables, replicate))
                                .toArray()),
                        Region.above(0.5))));
  }

  /** The loss of a run that diverged, which is that of a guess, neither rises nor falls. */
  private static double riseAndFallShare(Tables tables, double replicate) {
    Table restarts = tables.table(RestartExperiments.RESTARTS, AnytimeTraining.RESTARTS);
    double both = 0;
    double all = 0;
    for (Arm arm : RESTARTED) {
      Table runs = Runs.of(tables, RestartExperiments.RESTARTS, arm);
      Table own = restarts.where("arm", arm.key()).where("replicate", replicate);
      both += Runs.diverged(runs.where("replicate", replicate)) ? 0 : risesAndFalls(own);
      all += arm.cycleEnds().size() - 1;
    }
    return both / all;
  }

  /** After how many restarts the loss rises, and is below at the end of the cycle. */
  static int risesAndFalls(Table restarts) {
    double[] before = restarts.numbers("before");
    double[] peak = restarts.numbers("peak");
    double[] after = restarts.numbers("after");
    int both = 0;
    for (int i = 0; i < before.length; i++) {
      both += peak[i] > before[i] && after[i] < before[i] ? 1 : 0;
    }
    return both;
  }

  private static Claim average() {
    return new Statement(
            "SGDR-X1",
            Statement.OURS,
            "An average of the parameters at a constant rate (SWA) is as good as one cosine cycle:"
                + " what a decay does at the end can be done without it.")
        .tested(
            "paired-t",
            "final test error of the average less that of one cosine cycle",
            "< 0.01",
            RestartExperiments.COMPARISON,
            tables ->
                List.of(
                    finals(
                        tables,
                        RestartExperiments.COMPARISON,
                        Arm.AVERAGED,
                        Arm.COSINE,
                        Region.below(MARGIN))));
  }

  private static Claim cooldown() {
    return new Statement(
            "SGDR-X2",
            Statement.OURS,
            "The shape of the decay hardly matters: straight lines, over the whole run or its last"
                + " fifth, end where one cosine cycle does.")
        .tested(
            "paired-t",
            "final test error of linear decay, and of a constant rate with a linear cooldown, less"
                + " that of one cosine cycle",
            "[-0.01, 0.01] for both",
            RestartExperiments.COMPARISON,
            tables ->
                List.of(Arm.LINEAR, Arm.COOLDOWN).stream()
                    .map(
                        arm ->
                            finals(
                                tables,
                                RestartExperiments.COMPARISON,
                                arm,
                                Arm.COSINE,
                                Region.between(-MARGIN, MARGIN)))
                    .toList());
  }
}
