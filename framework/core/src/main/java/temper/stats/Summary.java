package temper.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code summary.csv} says about one metric of one cell.
 *
 * <p>Only finite values enter the mean; the others (NaN and infinities of trials that diverged) are
 * left out and counted, so that a mean is always read beside the number it leaves out.
 *
 * @param n number of finite values
 * @param excluded number of values left out
 * @param mean their mean; empty if there is none
 * @param interval 95 % interval of the mean by Student's t; empty if fewer than two values are
 *     finite. Equal values give a point: this describes, it decides nothing
 * @since 0.1
 */
public record Summary(int n, int excluded, OptionalDouble mean, Optional<Interval> interval) {

  /**
   * Summarises the replicates of a cell.
   *
   * @param values any numbers, possibly none
   * @return the summary of the finite ones
   */
  public static Summary of(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    int excluded = values.length - finite.length;
    if (finite.length == 0) {
      return new Summary(0, excluded, OptionalDouble.empty(), Optional.empty());
    }
    StudentEvidence evidence = Mean.of(finite);
    double mean = evidence.estimate();
    Optional<Interval> interval = Optional.empty();
    if (finite.length > 1) {
      interval =
          Optional.of(
              evidence.standardError() == 0 ? new Interval(mean, mean) : evidence.interval(0.95));
    }
    return new Summary(finite.length, excluded, OptionalDouble.of(mean), interval);
  }
}
