package temper.studies.cyclicalrates;

import java.util.Arrays;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.PairedDifference;
import temper.stats.Region;

/**
 * The accuracies of an experiment's arms, one for each replicate in their order.
 *
 * @param trials trials of one experiment
 * @param column the parameter that tells arms apart
 */
record Arms(Table trials, String column) {

  /** What a run that diverged counts as: one of ten classes. */
  static final double CHANCE = 0.1;

  static Arms of(Tables tables, String experiment, String column) {
    return new Arms(tables.trials(experiment), column);
  }

  /** The accuracies of an arm at the end of the schedule. */
  double[] accuracies(String arm) {
    return finals(trials.where(column, arm));
  }

  /** The arm whose parameter is a number. */
  double[] accuracies(double arm) {
    return finals(trials.where(column, arm));
  }

  /** Accuracies, where what diverged counts as chance. */
  static double[] finals(Table trials) {
    return Arrays.stream(trials.numbers(TrainedArms.ACCURACY))
        .map(accuracy -> Double.isNaN(accuracy) ? CHANCE : accuracy)
        .toArray();
  }

  /** The difference of two arms within replicates. */
  Part difference(String first, String second, Region region) {
    return new Part(
        first + " less " + second,
        PairedDifference.of(accuracies(first), accuracies(second)),
        region);
  }

  /** The difference of two arms within replicates, each the mean of one or more. */
  static double[] differences(double[] first, double[] second) {
    double[] out = new double[first.length];
    Arrays.setAll(out, i -> first[i] - second[i]);
    return out;
  }
}
