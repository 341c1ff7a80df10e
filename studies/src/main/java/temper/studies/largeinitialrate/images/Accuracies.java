package temper.studies.largeinitialrate.images;

import java.util.Arrays;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.stats.PairedDifference;
import temper.stats.Region;

/** Accuracies of the runs of a cell, one for each replicate, in order. */
final class Accuracies {

  /** The share of images that a run gets right that has diverged. */
  private static final double GUESSED = 0.1;

  private Accuracies() {}

  /** A metric that is an accuracy; of a run that diverged, that of a guess. */
  static double[] of(Table trials, String metric) {
    return Arrays.stream(trials.numbers(metric))
        .map(accuracy -> Double.isNaN(accuracy) ? GUESSED : accuracy)
        .toArray();
  }

  /** The paired difference of two cells. */
  static Part difference(String quantity, String metric, Table first, Table second, Region region) {
    return new Part(quantity, PairedDifference.of(of(first, metric), of(second, metric)), region);
  }
}
