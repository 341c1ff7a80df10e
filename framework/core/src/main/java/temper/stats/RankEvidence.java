package temper.stats;

/**
 * An interval between two of many sorted candidates, where the null distribution of a count says
 * how far in the ends may lie. Made by {@link MedianSign}, {@link WilcoxonSignedRank}, {@link
 * MannWhitney} and {@link SignFlip}.
 *
 * @since 0.1
 */
public final class RankEvidence implements Evidence {

  /** The largest rank with {@code P(count < rank) <= tail}; 0 if there is none. */
  @FunctionalInterface
  interface Ranks {
    long at(double tail);
  }

  private final String test;
  private final int n;
  private final double estimate;
  private final OrderedSample candidates;
  private final Ranks ranks;

  RankEvidence(String test, int n, double estimate, OrderedSample candidates, Ranks ranks) {
    this.test = test;
    this.n = n;
    this.estimate = estimate;
    this.candidates = candidates;
    this.ranks = ranks;
  }

  @Override
  public String test() {
    return test;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double estimate() {
    return estimate;
  }

  @Override
  public Interval atLevel(double alpha) {
    Checks.level(alpha);
    return candidates.symmetric(ranks.at(alpha / 2));
  }

  /** Ranks from the probabilities of the counts 0, 1, ... */
  static Ranks of(double[] probabilities) {
    double[] below = new double[probabilities.length + 1];
    for (int i = 0; i < probabilities.length; i++) {
      below[i + 1] = below[i] + probabilities[i];
    }
    return tail -> {
      int rank = 0;
      while (rank + 1 < below.length && below[rank + 1] <= tail) {
        rank++;
      }
      return rank;
    };
  }

  /** Ranks of a count that is nearly normal, with a correction for continuity, rounded outwards. */
  static Ranks normal(double mean, double deviation) {
    return tail ->
        (long)
            Math.max(
                0, Math.floor(mean + 0.5 - Distributions.normalUpperQuantile(tail) * deviation));
  }
}
