package temper.stats;

/**
 * The probability of success, from the number of successes in independent trials, with the interval
 * of Clopper and Pearson, whose coverage is never below nominal.
 *
 * <p>Source: C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated
 * in the case of the binomial, Biometrika 26 (1934) 404-413.
 *
 * @param successes number of successes, from 0 to n
 * @param n number of trials, at least 1
 * @since 0.1
 */
public record BinomialEvidence(int successes, int n) implements Evidence {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if a count is out of range
   */
  public BinomialEvidence {
    Checks.atLeast("n", n, 1);
    if (successes < 0 || successes > n) {
      throw new IllegalArgumentException("successes must lie in [0, " + n + "], got " + successes);
    }
  }

  @Override
  public String test() {
    return "clopper-pearson";
  }

  @Override
  public double estimate() {
    return (double) successes / n;
  }

  @Override
  public Interval atLevel(double alpha) {
    Checks.level(alpha);
    double tail = alpha / 2;
    double low =
        successes == 0
            ? 0
            : Bisection.smallest(
                0, 1, p -> Distributions.binomialUpperTail(successes, n, p) >= tail);
    double high =
        successes == n
            ? 1
            : Bisection.smallest(
                0, 1, p -> Distributions.binomialLowerTail(successes, n, p) <= tail);
    return new Interval(Math.min(low, high), high);
  }
}
