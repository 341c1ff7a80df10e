package temper.schedule.builtin;

import java.util.Arrays;
import java.util.List;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;

/**
 * Schedules for use from Java, made by the same plug-ins as from a config file.
 *
 * <p>{@code Schedules.cosine(0.1, 0, 1000).at(500)} is 0.05. Whatever is not here is made with
 * {@code Schedule.of(plugin, parameters, horizon)}.
 *
 * @since 0.1
 */
public final class Schedules {

  private Schedules() {}

  /**
   * The same value at every step.
   *
   * @param value the value
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Constant
   */
  public static Schedule constant(double value) {
    return Schedule.of(new Constant(), new Constant.Parameters(value), Horizon.endless());
  }

  /**
   * Step decay without an end.
   *
   * @param initial value at step 0
   * @param factor factor at each change, {@code > 0}
   * @param every steps between changes, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Step
   */
  public static Schedule step(double initial, double factor, double every) {
    return Schedule.of(
        new Step(), new Step.Parameters(initial, factor, Length.steps(every)), Horizon.endless());
  }

  /**
   * Exponential decay without an end.
   *
   * @param initial value at step 0
   * @param factor factor per length, {@code > 0}
   * @param every steps in which the factor applies once, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Exponential
   */
  public static Schedule exponential(double initial, double factor, double every) {
    return Schedule.of(
        new Exponential(),
        new Exponential.Parameters(initial, factor, Length.steps(every)),
        Horizon.endless());
  }

  /**
   * Decay by the inverse of time without an end.
   *
   * @param initial value at step 0
   * @param rate growth of the denominator per step, {@code >= 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see InverseTime
   */
  public static Schedule inverseTime(double initial, double rate) {
    return Schedule.of(
        new InverseTime(),
        new InverseTime.Parameters(initial, rate, Length.steps(1)),
        Horizon.endless());
  }

  /**
   * Decay by a power of time without an end: {@code initial * (1 + step)^-exponent}.
   *
   * @param initial value at step 0
   * @param exponent exponent of the fall, {@code >= 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Power
   */
  public static Schedule power(double initial, double exponent) {
    return Schedule.of(
        new Power(), new Power.Parameters(initial, exponent, Length.steps(1)), Horizon.endless());
  }

  /**
   * Logarithmic cooling without an end: {@code scale / ln(2 + step)}.
   *
   * @param scale the constant of the law, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Logarithmic
   */
  public static Schedule logarithmic(double scale) {
    return Schedule.of(
        new Logarithmic(),
        new Logarithmic.Parameters(scale, 2, Length.steps(1)),
        Horizon.endless());
  }

  /**
   * A straight line.
   *
   * @param initial value at step 0
   * @param end value at the end
   * @param length steps until the end, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Linear
   */
  public static Schedule linear(double initial, double end, double length) {
    return Schedule.of(
        new Linear(),
        new Linear.Parameters(initial, end, Length.steps(length)),
        Horizon.ofSteps(length));
  }

  /**
   * Polynomial decay.
   *
   * @param initial value at step 0
   * @param end value at the end
   * @param power exponent of the remaining time, {@code > 0}
   * @param length steps until the end, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Polynomial
   */
  public static Schedule polynomial(double initial, double end, double power, double length) {
    return Schedule.of(
        new Polynomial(),
        new Polynomial.Parameters(initial, end, Length.steps(length), power, false),
        Horizon.ofSteps(length));
  }

  /**
   * Cosine decay.
   *
   * @param peak value at step 0
   * @param end value at the end
   * @param length steps until the end, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Cosine
   */
  public static Schedule cosine(double peak, double end, double length) {
    return Schedule.of(
        new Cosine(),
        new Cosine.Parameters(peak, end, Length.steps(length), 1),
        Horizon.ofSteps(length));
  }

  /**
   * Geometric cooling.
   *
   * @param initial value at step 0, {@code > 0}
   * @param end value at the end, {@code > 0}
   * @param length steps until the end, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Geometric
   */
  public static Schedule geometric(double initial, double end, double length) {
    return Schedule.of(
        new Geometric(),
        new Geometric.Parameters(initial, end, Length.steps(length)),
        Horizon.ofSteps(length));
  }

  /**
   * Cooling after Lundy and Mees.
   *
   * @param initial value at step 0, {@code > 0}
   * @param end value at the end, {@code > 0}
   * @param length steps until the end, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see LundyMees
   */
  public static Schedule lundyMees(double initial, double end, double length) {
    return Schedule.of(
        new LundyMees(),
        new LundyMees.Parameters(initial, end, Length.steps(length)),
        Horizon.ofSteps(length));
  }

  /**
   * The triangular cycle without an end.
   *
   * @param base lowest value
   * @param peak highest value
   * @param halfCycle steps of a rise and of a fall, {@code > 0}
   * @return the schedule
   * @throws IllegalArgumentException if a parameter is out of its range
   * @see Triangular
   */
  public static Schedule triangular(double base, double peak, double halfCycle) {
    return Schedule.of(
        new Triangular(),
        new Triangular.Parameters(base, peak, Length.steps(halfCycle), Length.steps(halfCycle)),
        Horizon.endless());
  }

  /**
   * Constant values between given steps.
   *
   * @param values one value more than there are boundaries
   * @param boundaries steps at which one value gives way to the next, rising
   * @return the schedule
   * @throws IllegalArgumentException if the counts do not match or the boundaries do not rise
   * @see Piecewise
   */
  public static Schedule piecewise(double[] values, double... boundaries) {
    List<Double> all = Arrays.stream(values).boxed().toList();
    List<Length> lengths = Arrays.stream(boundaries).mapToObj(Length::steps).toList();
    return Schedule.of(new Piecewise(), new Piecewise.Parameters(all, lengths), Horizon.endless());
  }
}
