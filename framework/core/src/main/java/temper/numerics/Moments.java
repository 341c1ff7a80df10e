package temper.numerics;

/**
 * Mean and variance of numbers that arrive one by one, without the cancellation of sums of squares.
 *
 * <p>Source: B. P. Welford, Note on a method for calculating corrected sums of squares and
 * products, Technometrics 4 (1962); for merging T. F. Chan, G. H. Golub, R. J. LeVeque, Updating
 * formulae and a pairwise algorithm for computing sample variances, COMPSTAT 1982.
 *
 * @since 0.1
 */
public final class Moments {

  private long count;
  private double mean;
  private double squares;

  /** Moments of nothing. */
  public Moments() {}

  /**
   * The moments of an array.
   *
   * @param values not modified
   * @return moments of all values
   */
  public static Moments of(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /**
   * Adds a number.
   *
   * @param value any number
   */
  public void add(double value) {
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }

  /**
   * Adds all numbers of another.
   *
   * @param other not modified
   */
  public void add(Moments other) {
    if (other.count == 0) {
      return;
    }
    double difference = other.mean - mean;
    long total = count + other.count;
    squares += other.squares + difference * difference * ((double) count / total * other.count);
    mean += difference * ((double) other.count / total);
    count = total;
  }

  /**
   * How many numbers were added.
   *
   * @return the count
   */
  public long count() {
    return count;
  }

  /**
   * Their mean.
   *
   * @return the mean; NaN of nothing
   */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /**
   * Their sample variance, with divisor n - 1.
   *
   * @return the variance, &gt;= 0; NaN of fewer than two numbers
   */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /**
   * Their sample standard deviation.
   *
   * @return the square root of {@link #variance()}
   */
  public double standardDeviation() {
    return Math.sqrt(variance());
  }
}
