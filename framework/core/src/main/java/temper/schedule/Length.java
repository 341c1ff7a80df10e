package temper.schedule;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import temper.numerics.NumberText;

/**
 * A length of time in steps, in epochs or as a percentage of the run: {@code 300 steps}, {@code 5
 * epochs}, {@code 20%}. A number alone counts steps.
 *
 * @param amount number of units, {@code >= 0} and finite
 * @param unit the unit
 * @since 0.1
 */
public record Length(double amount, Unit unit) implements DoubleSupplier {

  private static final Pattern FORM =
      Pattern.compile("([0-9]+\\.?[0-9]*(?:e[+-]?[0-9]+)?)\\s*(steps?|epochs?|%|)");

  /**
   * What a length counts.
   *
   * @since 0.1
   */
  public enum Unit {
    /** Steps of the run. */
    STEPS,
    /** Passes over the data. */
    EPOCHS,
    /** Hundredths of the run. */
    PERCENT
  }

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the amount is negative or not finite
   */
  public Length {
    if (!(amount >= 0) || Double.isInfinite(amount)) {
      throw new IllegalArgumentException("a length must be >= 0 and finite, got " + amount);
    }
    amount += 0.0; // No negative zero, so that equal lengths have equal texts.
  }

  /**
   * A length in steps.
   *
   * @param amount number of steps
   * @return the length
   */
  public static Length steps(double amount) {
    return new Length(amount, Unit.STEPS);
  }

  /**
   * A length in epochs.
   *
   * @param amount number of epochs
   * @return the length
   */
  public static Length epochs(double amount) {
    return new Length(amount, Unit.EPOCHS);
  }

  /**
   * A length as a percentage of the run.
   *
   * @param amount hundredths of the run
   * @return the length
   */
  public static Length percent(double amount) {
    return new Length(amount, Unit.PERCENT);
  }

  /**
   * Reads a length.
   *
   * @param text a number {@code >= 0}, followed by {@code steps}, {@code epochs}, {@code %} or
   *     nothing
   * @return the length
   * @throws IllegalArgumentException if the text is not of this form
   */
  public static Length parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a length: write 300 steps, 5 epochs or 20%");
    }
    double amount = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "%" -> percent(amount);
      case "epoch", "epochs" -> epochs(amount);
      default -> steps(amount);
    };
  }

  /**
   * The length in steps. It is not rounded.
   *
   * @param horizon the run
   * @return number of steps, {@code >= 0} and finite
   * @throws IllegalArgumentException if the unit has no meaning for this run
   */
  public double resolve(Horizon horizon) {
    return switch (unit) {
      case STEPS -> amount;
      case EPOCHS -> {
        if (horizon.stepsPerEpoch() == 0) {
          throw new IllegalArgumentException(
              "the length '" + this + "' is in epochs, but this run has none");
        }
        yield times(horizon.stepsPerEpoch(), 0);
      }
      case PERCENT -> {
        if (Double.isInfinite(horizon.totalSteps())) {
          throw new IllegalArgumentException(
              "the length '" + this + "' is relative, but this run has no planned end");
        }
        yield times(horizon.totalSteps(), -2);
      }
    };
  }

  /**
   * The amount as it is written times a number, rounded once: 16.1 % of 1000 steps are exactly 161.
   * In binary arithmetic they are a little more, and a boundary there would be met a step late.
   */
  private double times(double steps, int powerOfTen) {
    return new BigDecimal(NumberText.format(amount))
        .multiply(new BigDecimal(NumberText.format(steps)))
        .scaleByPowerOfTen(powerOfTen)
        .doubleValue();
  }

  /**
   * The amount in the length's own unit, to which constraints on numbers apply.
   *
   * @return the amount
   */
  @Override
  public double getAsDouble() {
    return amount;
  }

  /**
   * The length as text that {@link #parse} reads back.
   *
   * @return for example {@code 300 steps}
   */
  @Override
  public String toString() {
    return switch (unit) {
      case STEPS -> NumberText.format(amount) + " steps";
      case EPOCHS -> NumberText.format(amount) + " epochs";
      case PERCENT -> NumberText.format(amount) + "%";
    };
  }
}
