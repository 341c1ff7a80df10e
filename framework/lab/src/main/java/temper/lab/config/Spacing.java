package temper.lab.config;

import java.math.BigDecimal;
import java.math.MathContext;
import temper.numerics.StableMath;

/**
 * Numbers at equal distances, on a linear or a logarithmic scale. The ends are exact; what lies
 * between is rounded to 12 significant digits, so that tables say 0.3 and not 0.30000000000000004.
 */
record Spacing(boolean logarithmic, double first, double last, int count) {

  private static final MathContext DIGITS = new MathContext(12);

  double value(int index) {
    if (index == 0) {
      return first;
    } else if (index == count - 1) {
      return last;
    }
    double share = index / (count - 1.0);
    if (!logarithmic) {
      return rounded(first * (1 - share) + last * share);
    }
    double from = StableMath.log(first);
    return rounded(StableMath.exp(from + (StableMath.log(last) - from) * share));
  }

  static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
