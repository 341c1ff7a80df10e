package temper.lab.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import temper.lab.figure.Ticks.Tick;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.NumberLabel;

/**
 * Chooses ticks: as many round numbers as have room beside one another. Labels are made of decimal
 * numbers, so that 0.3 reads 0.3 in every locale.
 */
final class TickChooser {

  private static final int[] MANTISSAS = {1, 2, 5};
  private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500};
  private static final double SLACK = 1e-9;

  private final double points;
  private final double gap;
  private final int most;
  private final ToDoubleFunction<String> extent;

  /**
   * A chooser for an axis of a certain size.
   *
   * @param points length of the axis on the page
   * @param gap least distance between two labels on the page
   * @param most largest number of labels
   * @param extent the size of a label along the axis
   */
  TickChooser(double points, double gap, int most, ToDoubleFunction<String> extent) {
    this.points = points;
    this.gap = gap;
    this.most = most;
    this.extent = extent;
  }

  /** Returns the ticks of an axis that shows a span. */
  Ticks choose(Axis.Scale scale, Span span) {
    return scale == Axis.Scale.LOG ? logarithmic(span) : linear(span, false);
  }

  private Ticks linear(Span span, boolean asLogarithms) {
    double low = asLogarithms ? StrictMath.pow(10, span.low()) : span.low();
    double high = asLogarithms ? StrictMath.pow(10, span.high()) : span.high();
    int exponent = (int) Math.floor(StrictMath.log10((high - low) / most)) - 1;
    Ticks best = new Ticks(List.of(), List.of(), "");
    for (int i = 0; i < 12; i++) {
      int mantissa = MANTISSAS[i % MANTISSAS.length];
      BigDecimal step = BigDecimal.valueOf(mantissa, -(exponent + i / MANTISSAS.length));
      Ticks ticks = steps(low, high, step, asLogarithms);
      if (ticks.major().isEmpty()) {
        break;
      }
      best = ticks;
      if (fits(ticks.major(), span)) {
        break;
      }
    }
    return best;
  }

  private Ticks steps(double low, double high, BigDecimal step, boolean asLogarithms) {
    List<BigDecimal> values = multiples(low, high, step);
    int power = values.isEmpty() ? 0 : power(values);
    List<Tick> major = new ArrayList<>();
    for (BigDecimal value : values) {
      String label = NumberLabel.plain(value.scaleByPowerOfTen(-power));
      major.add(new Tick(place(value, asLogarithms), label));
    }
    List<Double> minor = new ArrayList<>();
    boolean two = step.unscaledValue().intValue() == 2;
    BigDecimal part = step.multiply(two ? new BigDecimal("0.25") : new BigDecimal("0.2"));
    if (values.size() <= most) {
      for (BigDecimal value : multiples(low, high, part)) {
        if (value.remainder(step).signum() != 0) {
          minor.add(place(value, asLogarithms));
        }
      }
    }
    return new Ticks(major, minor, power == 0 ? "" : "×10" + NumberLabel.superscript(power));
  }

  private static double place(BigDecimal value, boolean asLogarithms) {
    double number = value.doubleValue();
    return asLogarithms ? StrictMath.log10(number) : number;
  }

  private static List<BigDecimal> multiples(double low, double high, BigDecimal step) {
    double unit = step.doubleValue();
    double first = Math.ceil(low / unit - SLACK);
    double last = Math.floor(high / unit + SLACK);
    List<BigDecimal> out = new ArrayList<>();
    if (last - first > 1000) {
      return out;
    }
    // Beyond 2^53 counting up by one would not end.
    for (int i = 0; i <= last - first; i++) {
      out.add(step.multiply(new BigDecimal(first + i)));
    }
    return out;
  }

  /** Labels of more than five digits share a power of ten. */
  private static int power(List<BigDecimal> values) {
    int largest = Integer.MIN_VALUE;
    for (BigDecimal value : values) {
      if (value.signum() != 0) {
        largest = Math.max(largest, value.precision() - value.scale() - 1);
      }
    }
    boolean readable = largest == Integer.MIN_VALUE || (largest < 5 && largest >= -3);
    return readable ? 0 : largest;
  }

  private Ticks logarithmic(Span span) {
    int first = (int) Math.ceil(span.low() - SLACK);
    int last = (int) Math.floor(span.high() + SLACK);
    if (last - first >= 2 || (last - first == 1 && span.length() > 1.6)) {
      return decades(span, first, last);
    }
    List<Tick> parts = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int decade = first - 1; decade <= last; decade++) {
      for (int digit = 1; digit <= 9; digit++) {
        BigDecimal value = BigDecimal.valueOf(digit, -decade);
        double position = StrictMath.log10(value.doubleValue());
        if (position < span.low() - SLACK || position > span.high() + SLACK) {
          continue;
        }
        if (digit == 1 || digit == 2 || digit == 5) {
          parts.add(new Tick(position, NumberLabel.of(value)));
        } else {
          minor.add(position);
        }
      }
    }
    boolean enough = parts.size() >= 2 && fits(parts, span);
    return enough ? new Ticks(parts, minor, "") : linear(span, true);
  }

  private Ticks decades(Span span, int first, int last) {
    for (int stride : STRIDES) {
      List<Tick> major = new ArrayList<>();
      List<Double> minor = new ArrayList<>();
      for (int decade = first; decade <= last; decade++) {
        if (Math.floorMod(decade, stride) == 0) {
          major.add(new Tick(decade, "10" + NumberLabel.superscript(decade)));
        } else {
          minor.add((double) decade);
        }
      }
      if (!fits(major, span)) {
        continue;
      }
      if (stride == 1 && last - first <= 8) {
        addDigits(minor, span, first, last);
      }
      return new Ticks(major, minor, "");
    }
    return new Ticks(List.of(), List.of(), "");
  }

  private static void addDigits(List<Double> minor, Span span, int first, int last) {
    for (int decade = first - 1; decade <= last; decade++) {
      for (int digit = 2; digit <= 9; digit++) {
        double position = decade + StrictMath.log10(digit);
        if (position >= span.low() && position <= span.high()) {
          minor.add(position);
        }
      }
    }
  }

  private boolean fits(List<Tick> ticks, Span span) {
    if (ticks.size() > most) {
      return false;
    }
    for (int i = 1; i < ticks.size(); i++) {
      Tick left = ticks.get(i - 1);
      Tick right = ticks.get(i);
      double between = (right.position() - left.position()) / span.length() * points;
      double labels = extent.applyAsDouble(left.label()) + extent.applyAsDouble(right.label());
      if (between < labels / 2 + gap) {
        return false;
      }
    }
    return true;
  }
}
