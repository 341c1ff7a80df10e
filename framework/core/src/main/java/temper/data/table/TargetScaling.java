package temper.data.table;

import java.util.Arrays;
import java.util.Optional;
import temper.numerics.CompensatedSum;
import temper.numerics.NumberText;

/**
 * Shifts and scales targets to mean 0 and deviation 1.
 *
 * @param mean is subtracted
 * @param deviation divides what is left, &gt; 0
 */
record TargetScaling(double mean, double deviation) {

  /** Leaves targets as they are. */
  static final TargetScaling NONE = new TargetScaling(0, 1);

  /** The scaling by mean and deviation of targets of which {@link #problem} has nothing to say. */
  static TargetScaling of(double[] targets) {
    double mean = mean(targets);
    return new TargetScaling(mean, Math.sqrt(variance(targets, mean)));
  }

  /**
   * Why numbers cannot be predicted.
   *
   * @param scaled whether they are to be shifted and scaled
   */
  static Optional<String> problem(double[] targets, boolean scaled) {
    double least = Arrays.stream(targets).min().orElse(0);
    double most = Arrays.stream(targets).max().orElse(0);
    if (least == most && targets.length > 0) {
      return Optional.of(
          "has the one value %s in all %d rows: there is nothing to be predicted"
              .formatted(NumberText.format(least), targets.length));
    }
    if (scaled && variance(targets, mean(targets)) < Double.MIN_NORMAL) {
      return Optional.of(
          "has numbers from %s to %s, whose squares are too small for a double: write them in a smaller unit, or say standardize_target: false"
              .formatted(NumberText.format(least), NumberText.format(most)));
    }
    return Optional.empty();
  }

  private static double mean(double[] values) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value() / values.length;
  }

  private static double variance(double[] values, double mean) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add((value - mean) * (value - mean));
    }
    return sum.value() / values.length;
  }

  /** The scaled targets. */
  double[] scaled(double[] targets) {
    double[] out = new double[targets.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (targets[i] - mean) / deviation;
    }
    return out;
  }
}
