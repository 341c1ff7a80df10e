package temper.lab.figure;

import java.util.Arrays;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Distributions;
import temper.numerics.StableMath;

/** What is drawn of a sample: quartiles and whiskers of its values, density of its positions. */
final class Spread {

  private static final int PLACES = 81;

  /** How far whiskers reach, in lengths of the box (Tukey, Exploratory Data Analysis, 1977). */
  private static final double WHISKER = 1.5;

  private final double[] sorted;

  /** The spread of values; what is not finite is left out. */
  Spread(double[] values) {
    sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }

  int size() {
    return sorted.length;
  }

  double value(int i) {
    return sorted[i];
  }

  /** Returns the same sample in positions. */
  Spread positions(Axis.Scale scale) {
    return new Spread(Scaling.positions(scale, sorted));
  }

  double quantile(double part) {
    return Distributions.quantile(sorted, part);
  }

  /** Returns the least value that is not far below the box, as seen on an axis. */
  double lowWhisker(Axis.Scale scale) {
    double fence = position(scale, 0.25) - WHISKER * height(scale);
    return Arrays.stream(sorted)
        .filter(value -> Scaling.position(scale, value) >= fence)
        .min()
        .orElse(sorted[0]);
  }

  /** Returns the largest value that is not far above the box, as seen on an axis. */
  double highWhisker(Axis.Scale scale) {
    double fence = position(scale, 0.75) + WHISKER * height(scale);
    return Arrays.stream(sorted)
        .filter(value -> Scaling.position(scale, value) <= fence)
        .max()
        .orElse(sorted[size() - 1]);
  }

  private double position(Axis.Scale scale, double part) {
    return Scaling.position(scale, quantile(part));
  }

  private double height(Axis.Scale scale) {
    return position(scale, 0.75) - position(scale, 0.25);
  }

  /** Returns places from the least value to the largest. */
  double[] places() {
    double[] out = new double[PLACES];
    double length = sorted[size() - 1] - sorted[0];
    for (int i = 0; i < PLACES; i++) {
      out[i] = sorted[0] + length * i / (PLACES - 1);
    }
    return out;
  }

  /**
   * Returns the density at places by a Gaussian kernel; its width is 0.9 min(s, IQR / 1.34) n^-1/5.
   *
   * <p>Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis, 1986, equation
   * 3.31.
   */
  double[] density(double[] places) {
    double width = width();
    double[] out = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      double sum = 0;
      for (double value : sorted) {
        double z = (places[i] - value) / width;
        sum += StableMath.exp(-0.5 * z * z);
      }
      out[i] = sum / (size() * width * StrictMath.sqrt(2 * Math.PI));
    }
    return out;
  }

  private double width() {
    double mean = Arrays.stream(sorted).sum() / size();
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, size() - 1));
    double box = (quantile(0.75) - quantile(0.25)) / 1.34;
    double scale = box > 0 ? Math.min(deviation, box) : deviation;
    return 0.9 * scale * StableMath.pow(size(), -0.2);
  }
}
