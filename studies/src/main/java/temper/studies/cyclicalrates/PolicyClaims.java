package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.BinomialEvidence;
import temper.stats.Mean;
import temper.stats.Region;

/** The claims about the policies of the rate on Caffe's net. */
final class PolicyClaims {

  /** Difference of accuracies that counts as none where 10,000 images are trained on. */
  static final double MARGIN = 0.01;

  /** Difference of accuracies that counts as none on all of CIFAR-10. */
  static final double FAITHFUL_MARGIN = 0.005;

  private static final String TABLE = "section 4.1, table 1";
  private static final String DIFFERENCE = "difference of test accuracies at the end";

  private PolicyClaims() {}

  static List<Claim> all() {
    return List.of(
        equal(
            new Statement(
                "CLR-1",
                TABLE,
                "Cycles in 25,000 iterations end at the accuracy of the fixed rate in 70,000.",
                Statement.FIFTH),
            Policy.TRIANGULAR2,
            Policy.FIXED),
        decay(),
        equal(
            new Statement(
                "CLR-2b",
                Statement.OURS,
                "The gap between cycles and decay comes from the two drops that only the cycles had:"
                    + " a decay with the same drops ends at the same accuracy.",
                Statement.FIFTH),
            Policy.TRIANGULAR2,
            Policy.DECAY_DROPS),
        equal(
            new Statement(
                "CLR-X1",
                Statement.OURS,
                "A constant rate in the middle of the cycles' range, with the same drops and as many"
                    + " iterations, ends at the accuracy of the cycles.",
                Statement.FIFTH),
            Policy.TRIANGULAR2,
            Policy.FIXED_DROPS),
        exponential(),
        ends(),
        trendFree(),
        faithfulEqual(),
        faithfulDecay());
  }

  private static Claim exponential() {
    return new Statement(
            "CLR-3",
            TABLE,
            "Cycles whose bounds decay exponentially end above exponential decay, in three fifths of"
                + " the iterations (82.2 % against 79.1 %).",
            Statement.FIFTH)
        .paired(
            DIFFERENCE,
            "> 0 by both readings of what decays",
            Policies.EXPONENTIAL,
            tables -> {
              Arms arms = policies(tables, Policies.EXPONENTIAL);
              String decay = Policy.EXPONENTIAL.label();
              return List.of(
                  arms.difference(Policy.RANGE_BOUNDS.label(), decay, Region.above(0)),
                  arms.difference(Policy.RANGE_AMPLITUDE.label(), decay, Region.above(0)));
            });
  }

  private static Claim faithfulEqual() {
    return new Statement("CLR-1F", TABLE, "CLR-1 in the paper's size: both end at 81.4 %.", "")
        .paired(
            DIFFERENCE,
            "[-0.005, 0.005]",
            Policies.FAITHFUL,
            tables ->
                List.of(
                    policies(tables, Policies.FAITHFUL)
                        .difference(
                            Policy.TRIANGULAR2.label(),
                            Policy.FIXED.label(),
                            Region.between(-FAITHFUL_MARGIN, FAITHFUL_MARGIN))));
  }

  private static Claim faithfulDecay() {
    return new Statement(
            "CLR-2F",
            TABLE,
            "CLR-2 in the paper's size: decay ends 2.9 percentage points below the cycles.",
            "")
        .paired(
            DIFFERENCE,
            "> 0.01",
            Policies.FAITHFUL,
            tables ->
                List.of(
                    policies(tables, Policies.FAITHFUL)
                        .difference(
                            Policy.TRIANGULAR2.label(),
                            Policy.DECAY.label(),
                            Region.above(MARGIN))));
  }

  private static Claim equal(Statement statement, Policy first, Policy second) {
    return statement.paired(
        DIFFERENCE,
        "[-0.01, 0.01]",
        Policies.REDUCED,
        tables ->
            List.of(
                policies(tables, Policies.REDUCED)
                    .difference(first.label(), second.label(), Region.between(-MARGIN, MARGIN))));
  }

  private static Arms policies(Tables tables, String experiment) {
    return Arms.of(tables, experiment, "policy");
  }

  private static Claim decay() {
    return new Statement(
            "CLR-2",
            TABLE,
            "Decay from the upper bound to the lower ends below the cycles (78.5 % against 81.4 %):"
                + " it is the rise of the rate that helps.",
            Statement.FIFTH)
        .paired(
            DIFFERENCE,
            "> 0.01",
            Policies.REDUCED,
            tables ->
                List.of(
                    policies(tables, Policies.REDUCED)
                        .difference(
                            Policy.TRIANGULAR2.label(),
                            Policy.DECAY.label(),
                            Region.above(MARGIN))));
  }

  private static Claim ends() {
    return new Statement(
            "CLR-4",
            "section 3.1",
            "Accuracy peaks where a cycle ends, at the lower bound, and is worse at the upper one.",
            Statement.FIFTH)
        .tested(
            "clopper-pearson",
            "share of runs whose mean accuracy at the ends of cycles is above that at their upper"
                + " bounds; mean of the difference",
            "share > 0.5; difference > 0",
            List.of(Policies.REDUCED),
            tables -> sharesAndMean(tables, PolicyClaims::endsLessPeaks));
  }

  private static Claim trendFree() {
    return new Statement(
            "CLR-4b",
            Statement.OURS,
            "Accuracy at the end of a cycle is above the mean of the upper bounds before and after"
                + " it, so that it is not only that the end comes later.",
            Statement.FIFTH)
        .tested(
            "clopper-pearson",
            "share of runs whose accuracy at inner ends of cycles is in the mean above that of the"
                + " neighbouring upper bounds; mean of the difference",
            "share > 0.5; difference > 0",
            List.of(Policies.REDUCED),
            tables -> sharesAndMean(tables, PolicyClaims::endsLessNeighbours));
  }

  private static List<Part> sharesAndMean(Tables tables, ToDoubleFunction<Course> quantity) {
    double[] values = Course.of(tables, Policies.REDUCED).stream().mapToDouble(quantity).toArray();
    int positive = (int) Arrays.stream(values).filter(value -> value > 0).count();
    return List.of(
        new Part("share of runs", new BinomialEvidence(positive, values.length), Region.above(0.5)),
        new Part("mean difference", Mean.of(values), Region.above(0)));
  }

  private static double endsLessPeaks(Course course) {
    List<Double> differences = new ArrayList<>();
    for (Policy.Stage stage : Policy.STAGES) {
      double[] ends = stage.ends();
      double[] peaks = stage.peaks();
      for (int i = 0; i < ends.length; i++) {
        differences.add(course.at(ends[i]) - course.at(peaks[i]));
      }
    }
    return mean(differences);
  }

  private static double endsLessNeighbours(Course course) {
    List<Double> differences = new ArrayList<>();
    for (Policy.Stage stage : Policy.STAGES) {
      double[] ends = stage.ends();
      double[] peaks = stage.peaks();
      for (int i = 0; i + 1 < ends.length; i++) {
        double around = (course.at(peaks[i]) + course.at(peaks[i + 1])) / 2;
        differences.add(course.at(ends[i]) - around);
      }
    }
    return mean(differences);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /** The accuracies of one run of the triangular policy on its way. */
  @SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
  private record Course(double[] steps, double[] accuracies, double shrink) {

    static List<Course> of(Tables tables, String experiment) {
      String triangular = Policy.TRIANGULAR2.label();
      Table trials = tables.trials(experiment).where("policy", triangular);
      Map<Double, Table> runs =
          tables
              .table(experiment, TrainedArms.CURVE)
              .where("policy", triangular)
              .groupBy("replicate");
      // A run that diverged has no step of its own, and its accuracies are of no use.
      double[] completed = trials.numbers("completed");
      double[] replicates = trials.numbers("replicate");
      List<Course> courses = new ArrayList<>();
      for (int i = 0; i < replicates.length; i++) {
        Table run = runs.get(replicates[i]);
        courses.add(
            run == null || Double.isNaN(completed[i])
                ? new Course(new double[0], new double[0], 1)
                : new Course(
                    run.numbers("step"), run.numbers("accuracy"), lastIteration() / completed[i]));
      }
      return courses;
    }

    private static double lastIteration() {
      return Policy.STAGES.get(Policy.STAGES.size() - 1).end();
    }

    /** The accuracy at one of the paper's iterations; chance where the run diverged. */
    double at(double iteration) {
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] == Math.rint(iteration / shrink)) {
          return accuracies[i];
        }
      }
      if (steps.length == 0) {
        return Arms.CHANCE;
      }
      throw new IllegalArgumentException("no measurement at iteration " + iteration);
    }
  }
}
