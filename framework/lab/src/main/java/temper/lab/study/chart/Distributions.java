package temper.lab.study.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.chart.Layer.Band;
import temper.lab.study.chart.Layer.Histogram;
import temper.lab.study.chart.Layer.Steps;
import temper.stats.PerformanceProfile;

/**
 * Layers of samples: histograms, empirical distributions, performance profiles.
 *
 * @since 0.1
 */
public final class Distributions {

  private static final int MOST_BINS = 60;

  private Distributions() {}

  /**
   * Edges of bins for samples that are to be compared: equal bins of the width of Freedman and
   * Diaconis for all values together, 1 to 60 of them.
   *
   * <p>Source: D. Freedman and P. Diaconis, On the histogram as a density estimator: L2 theory,
   * Zeitschrift fuer Wahrscheinlichkeitstheorie und verwandte Gebiete 57 (1981) 453-476.
   *
   * @param samples the samples; what is not finite is left out
   * @return edges, ascending
   * @throws IllegalArgumentException if no value is finite
   */
  public static double[] edges(double[]... samples) {
    double[] all =
        Arrays.stream(samples).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    if (all.length == 0) {
      throw new IllegalArgumentException("bins need at least one finite value");
    }
    Arrays.sort(all);
    double low = all[0];
    double high = all[all.length - 1];
    if (!(high > low)) {
      double half = low == 0 ? 0.5 : 0.1 * Math.abs(low);
      return new double[] {low - half, low + half};
    }
    double width = 2 * (quantile(all, 0.75) - quantile(all, 0.25)) / StrictMath.cbrt(all.length);
    double wanted = width > 0 ? Math.ceil((high - low) / width) : Math.sqrt(all.length);
    int bins = (int) Math.max(1, Math.min(MOST_BINS, wanted));
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = i == bins ? high : low + (high - low) * i / bins;
    }
    return edges;
  }

  /**
   * A quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, the
   * default of R and NumPy).
   *
   * @param sorted values, ascending, at least one
   * @param part between 0 and 1
   * @return the quantile
   */
  public static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int left = (int) Math.floor(place);
    int right = Math.min(sorted.length - 1, left + 1);
    return sorted[left] + (place - left) * (sorted[right] - sorted[left]);
  }

  /**
   * A histogram of counts. The last bin holds its right edge; values outside all bins are not
   * counted.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param values a sample
   * @param edges edges of the bins, ascending
   * @return the histogram
   */
  public static Histogram histogram(String label, Ink ink, double[] values, double[] edges) {
    double[] counts = new double[edges.length - 1];
    for (double value : values) {
      if (value >= edges[0] && value <= edges[counts.length]) {
        int found = Arrays.binarySearch(edges, value);
        int bin = found >= 0 ? found : -found - 2;
        counts[Math.min(bin, counts.length - 1)]++;
      }
    }
    return new Histogram(label, ink, edges, counts);
  }

  /**
   * The share of values that are at most x, for every x.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param values a sample; infinite values count, NaN is left out
   * @return a line that rises at the least finite value and ends at the largest
   */
  public static Steps ecdf(String label, Ink ink, double[] values) {
    double[] sorted = sorted(values);
    int finite = 0;
    for (double value : sorted) {
      finite += Double.isInfinite(value) ? 0 : 1;
    }
    double[] x = new double[finite + 1];
    double[] y = new double[finite + 1];
    int n = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (Double.isInfinite(sorted[i])) {
        continue;
      }
      if (n == 0) {
        x[n] = sorted[i];
        y[n++] = (double) i / sorted.length;
      } else if (n > 1 && x[n - 1] == sorted[i]) {
        n--;
      }
      x[n] = sorted[i];
      y[n++] = (i + 1.0) / sorted.length;
    }
    return new Steps(label, ink, Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }

  /**
   * The band around an empirical distribution that holds the whole true one with a given
   * confidence, at least.
   *
   * <p>Source: P. Massart, The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality, Annals
   * of Probability 18 (1990) 1269-1283.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param values a sample
   * @param confidence between 0 and 1, both excluded
   * @return the band
   */
  public static Band ecdfBand(String label, Ink ink, double[] values, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + confidence);
    }
    Steps steps = ecdf(label, ink, values);
    int n = sorted(values).length;
    double half = Math.sqrt(StrictMath.log(2 / (1 - confidence)) / (2 * n));
    Steps corners = corners(steps);
    double[] low = new double[corners.x().length];
    double[] high = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      low[i] = Math.max(0, corners.y()[i] - half);
      high[i] = Math.min(1, corners.y()[i] + half);
    }
    return new Band(label, ink, corners.x(), low, high);
  }

  /**
   * The corners of a line in steps, as a line.
   *
   * @param steps the steps
   * @return the same line with a point at each of its corners
   */
  public static Steps corners(Steps steps) {
    int n = steps.x().length;
    double[] x = new double[Math.max(0, 2 * n - 1)];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = steps.x()[(i + 1) / 2];
      y[i] = steps.y()[i / 2];
    }
    return new Steps(steps.label(), steps.ink(), x, y);
  }

  /**
   * Performance profiles: for each solver the share of problems that it solves within a factor of
   * the best, from a factor of 1 to a little beyond the largest that is met.
   *
   * @param solvers names of the solvers, one for each column of costs
   * @param costs one row for each problem, one column for each solver; positive, smaller is better,
   *     infinite for a failure
   * @return a line for each solver, for a logarithmic axis
   * @throws IllegalArgumentException if costs are not as said
   */
  public static List<Layer> profiles(List<String> solvers, double[][] costs) {
    PerformanceProfile profile = PerformanceProfile.of(costs);
    double[][] ratios = new double[solvers.size()][];
    double largest = 1;
    for (int solver = 0; solver < ratios.length; solver++) {
      ratios[solver] = ratios(costs, solver);
      for (double ratio : ratios[solver]) {
        largest = Math.max(largest, ratio);
      }
    }
    List<Layer> lines = new ArrayList<>();
    double end = largest > 1 ? StrictMath.pow(largest, 1.05) : 2;
    for (int solver = 0; solver < ratios.length; solver++) {
      double[] inner = ratios[solver];
      double[] x = new double[inner.length + 2];
      x[0] = 1;
      System.arraycopy(inner, 0, x, 1, inner.length);
      x[x.length - 1] = end;
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = profile.at(solver, x[i]);
      }
      lines.add(new Steps(solvers.get(solver), Ink.of(solver), x, y));
    }
    return lines;
  }

  /** The finite factors above 1 by which a solver is behind the best, ascending, without twins. */
  private static double[] ratios(double[][] costs, int solver) {
    return Arrays.stream(costs)
        .mapToDouble(
            problem -> {
              double best = Arrays.stream(problem).min().orElse(Double.POSITIVE_INFINITY);
              return Double.isInfinite(problem[solver])
                  ? Double.POSITIVE_INFINITY
                  : problem[solver] / best;
            })
        .filter(ratio -> ratio > 1 && Double.isFinite(ratio))
        .sorted()
        .distinct()
        .toArray();
  }

  private static double[] sorted(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
