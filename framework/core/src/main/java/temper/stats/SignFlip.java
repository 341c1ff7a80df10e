package temper.stats;

import java.util.Arrays;
import temper.random.RandomStream;

/**
 * The mean of a symmetric distribution, by flipping signs: the interval of all values that the
 * permutation test of the mean does not reject.
 *
 * <p>The true value lies between any two neighbours among the sorted means of all subsets of the
 * sample with equal probability (Hartigan's typical values), which inverts the test without a
 * search. Up to 20 observations all subsets are used, beyond that random ones.
 *
 * <p>Source: J. A. Hartigan, Using subsample values as typical values, Journal of the American
 * Statistical Association 64 (1969) 1303-1317.
 *
 * @since 0.1
 */
public final class SignFlip {

  private static final int EXACT = 20;

  private SignFlip() {}

  /**
   * The centre of a sample, such as the differences within pairs.
   *
   * @param values finite observations
   * @param subsets number of random subsets, at least 1, if there are more than 20 observations; no
   *     level below {@code 2 / (subsets + 1)} bounds the quantity
   * @param stream where random subsets come from
   * @return the evidence, with the test {@code sign-flip}
   * @throws IllegalArgumentException if there is no value or one is not finite
   */
  public static RankEvidence of(double[] values, int subsets, RandomStream stream) {
    return of(values, Moments.largestMagnitude(values), subsets, stream);
  }

  /**
   * The centre of a sample of differences.
   *
   * @param values finite observations
   * @param magnitude the largest absolute value of what they are differences of: a mean that is no
   *     more than rounding of such numbers is 0, whose sign would mean nothing
   * @param subsets number of random subsets, at least 1, if there are more than 20 observations
   * @param stream where random subsets come from
   * @return the evidence, with the test {@code sign-flip}
   * @throws IllegalArgumentException if there is no value or one is not finite
   */
  public static RankEvidence of(
      double[] values, double magnitude, int subsets, RandomStream stream) {
    Checks.finite("values", values);
    Checks.atLeast("subsets", subsets, 1);
    int n = values.length;
    double[] means = n <= EXACT ? allMeans(values) : randomMeans(values, subsets, stream);
    Arrays.setAll(means, i -> Pairs.withoutRounding(means[i], magnitude));
    double slots = means.length + 1.0;
    return new RankEvidence(
        "sign-flip",
        n,
        Moments.mean(values),
        new OrderedSample(means),
        tail -> (long) (tail * slots));
  }

  private static double[] allMeans(double[] values) {
    int count = 1 << values.length;
    double[] sums = new double[count];
    double[] means = new double[count - 1];
    for (int subset = 1; subset < count; subset++) {
      int last = Integer.numberOfTrailingZeros(subset);
      sums[subset] = sums[subset & (subset - 1)] + values[last];
      means[subset - 1] = sums[subset] / Integer.bitCount(subset);
    }
    return means;
  }

  private static double[] randomMeans(double[] values, int subsets, RandomStream stream) {
    double[] means = new double[subsets];
    for (int i = 0; i < subsets; ) {
      double sum = 0;
      int size = 0;
      long bits = 0;
      for (int j = 0; j < values.length; j++) {
        bits = j % Long.SIZE == 0 ? stream.nextLong() : bits >>> 1;
        if ((bits & 1) == 1) {
          sum += values[j];
          size++;
        }
      }
      if (size > 0) {
        means[i++] = sum / size;
      }
    }
    return means;
  }
}
