package temper.stats;

/**
 * A quantity known without sampling error, from a closed form or a deterministic computation.
 *
 * @param estimate the quantity; NaN lies in no region and outside none, so it decides nothing
 * @since 0.1
 */
public record Exact(double estimate) implements Evidence {

  @Override
  public String test() {
    return "exact";
  }

  @Override
  public int n() {
    return 1;
  }

  @Override
  public Interval atLevel(double alpha) {
    return Double.isNaN(estimate) ? Interval.UNBOUNDED : new Interval(estimate, estimate);
  }

  @Override
  public boolean exact() {
    return true;
  }
}
