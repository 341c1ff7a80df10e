package temper.lab.endtoend;

import java.util.Arrays;
import temper.stats.Evidence;
import temper.stats.Mean;

/** The mean of what is not missing. */
final class MeanEvidence {

  private MeanEvidence() {}

  static Evidence of(double[] values) {
    return Mean.of(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
  }
}
