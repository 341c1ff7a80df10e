package temper.train;

import java.util.Arrays;
import java.util.OptionalDouble;
import temper.numerics.StableMath;

/**
 * What a range test of the learning rate says: the losses of a short run whose rate rises at every
 * step, smoothed, and the rates that rules of thumb read off them.
 *
 * <p>The smoothed loss is an exponential moving average corrected for its start, {@code s_k = b
 * s_(k-1) + (1 - b) loss_k, loss'_k = s_k / (1 - b^(k+1))}. The curve ends before the first loss
 * that is not finite or whose smoothed value exceeds {@link #BLOW_UP} times the smallest before it.
 *
 * <p>Source: L. N. Smith, Cyclical learning rates for training neural networks, WACV (2017),
 * section 3.3, for the test; the rules are those of practitioners (J. Howard's course and library
 * fast.ai), which never published them.
 *
 * @since 0.2
 */
public final class RateFinder {

  /** A smoothed loss this many times the smallest so far ends the curve. */
  public static final double BLOW_UP = 4;

  /** The smoothing that is usual: the factor of the moving average. */
  public static final double SMOOTHING = 0.98;

  private final double[] rates;
  private final double[] smoothed;

  private RateFinder(double[] rates, double[] smoothed) {
    this.rates = rates;
    this.smoothed = smoothed;
  }

  /**
   * Smooths a range test.
   *
   * @param rates the rate of each step, rising, {@code > 0}
   * @param losses the train loss before each step
   * @param smoothing factor of the moving average, from 0 (none) to below 1
   * @return the curve up to where it blows up
   * @throws IllegalArgumentException if there are not as many losses as rates, rates do not rise,
   *     or the smoothing is out of its range
   */
  public static RateFinder of(double[] rates, double[] losses, double smoothing) {
    if (rates.length != losses.length) {
      throw new IllegalArgumentException(
          "a range test has a loss for each rate, got %d rates and %d losses"
              .formatted(rates.length, losses.length));
    }
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing must be in [0, 1), got " + smoothing);
    }
    double[] curve = new double[losses.length];
    double average = 0;
    double weight = 0;
    double best = Double.POSITIVE_INFINITY;
    int length = 0;
    for (; length < losses.length; length++) {
      if (!(rates[length] > (length == 0 ? 0 : rates[length - 1]))) {
        throw new IllegalArgumentException(
            "rates must be > 0 and rise, got " + rates[length] + " at step " + length);
      }
      average = smoothing * average + (1 - smoothing) * losses[length];
      weight = smoothing * weight + (1 - smoothing);
      curve[length] = average / weight;
      if (!(curve[length] <= BLOW_UP * best || length == 0)
          || Double.isInfinite(losses[length])
          || Double.isNaN(losses[length])) {
        break;
      }
      best = Math.min(best, curve[length]);
    }
    return new RateFinder(Arrays.copyOf(rates, length), Arrays.copyOf(curve, length));
  }

  /**
   * The number of steps before the loss blew up.
   *
   * @return {@code >= 0}
   */
  public int length() {
    return rates.length;
  }

  /**
   * The rate of a step.
   *
   * @param step from 0 to length - 1
   * @return the rate
   */
  public double rate(int step) {
    return rates[step];
  }

  /**
   * The smoothed loss of a step.
   *
   * @param step from 0 to length - 1
   * @return the loss
   */
  public double loss(int step) {
    return smoothed[step];
  }

  /**
   * The rate of the smallest smoothed loss, divided by ten.
   *
   * @return empty if there is no step
   */
  public OptionalDouble minimumOverTen() {
    return rates.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(rates[smallest()] / 10);
  }

  private int smallest() {
    int at = 0;
    for (int i = 1; i < smoothed.length; i++) {
      if (smoothed[i] < smoothed[at]) {
        at = i;
      }
    }
    return at;
  }

  /**
   * The rate at which the smoothed loss falls fastest against the logarithm of the rate, by central
   * differences, before its minimum. The first tenth of the steps is left out: their average is of
   * few losses, and falls by chance.
   *
   * @return empty if there are fewer than 3 steps or the loss never falls
   */
  public OptionalDouble steepest() {
    int at = -1;
    double least = 0;
    int end = rates.length < 3 ? 0 : Math.min(smallest() + 1, rates.length - 1);
    for (int i = Math.max(1, rates.length / 10); i < end; i++) {
      double slope =
          (smoothed[i + 1] - smoothed[i - 1])
              / (StableMath.log(rates[i + 1]) - StableMath.log(rates[i - 1]));
      if (slope < least) {
        least = slope;
        at = i;
      }
    }
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(rates[at]);
  }

  /**
   * The rate half-way down the longest valley: of the longest run of steps, not necessarily
   * neighbours, whose losses fall, the step at half of its span's last two thirds.
   *
   * <p>Cost: quadratic in the number of steps.
   *
   * @return empty if the loss never falls
   */
  public OptionalDouble valley() {
    int[] length = new int[smoothed.length];
    int[] start = new int[smoothed.length];
    int end = -1;
    for (int i = 0; i < smoothed.length; i++) {
      length[i] = 1;
      start[i] = i;
      for (int j = 0; j < i; j++) {
        if (smoothed[i] < smoothed[j] && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          start[i] = start[j];
        }
      }
      if (length[i] > 1 && (end < 0 || length[i] > length[end])) {
        end = i;
      }
    }
    if (end < 0) {
      return OptionalDouble.empty();
    }
    int third = (end - start[end]) / 3;
    return OptionalDouble.of(rates[start[end] + third + third / 2]);
  }
}
