package temper.studies.convexlinearregression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Distributions;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.numerics.NumberText;
import temper.stats.Interval;
import temper.stats.MedianSign;
import temper.stats.RankEvidence;

/** Figures of random samples, of the extensions and of real data. */
final class SampleFigures {

  /** Level of the intervals in all figures. */
  private static final double CONFIDENCE = 0.95;

  /** Rates of which the figure of momentum shows a median. */
  private static final int NEIGHBOURS = 10;

  private SampleFigures() {}

  static List<Figure> all() {
    return List.of(
        samples(),
        momentum(),
        stochastic(),
        noise(),
        real("image-features", "Fashion-MNIST, two classes", ImageFeatures.NAME),
        real("tabular-classes", "Wisconsin breast cancer", TabularClasses.NAME));
  }

  private static Figure samples() {
    return new Figure(
        "samples",
        "The effect against the size of the train sample",
        "Medians of the ratio of test losses over random train samples, with 95 % intervals, for a"
            + " Gaussian population and a fair coin between two directions. The coin's median"
            + " depends on whether n is even.",
        List.of(GaussianSample.NAME, CoinSample.NAME),
        tables -> {
          Table coin =
              tables.trials(CoinSample.NAME).where("loss", 1e-3).where("degenerate", "false");
          return Chart.of(
              Panel.of(
                  "",
                  Axis.log("train samples n"),
                  Axis.log("ratio of test losses"),
                  medians(
                      "Gaussian",
                      Ink.of(0),
                      tables.trials(GaussianSample.NAME).groupBy("n"),
                      "ratio"),
                  medians("coin", Ink.of(1), coin.groupBy("n"), "ratio")));
        });
  }

  /** Medians of a metric in each group, with distribution-free intervals. */
  private static Layer.Intervals medians(
      String label, Ink ink, Map<Double, Table> groups, String metric) {
    double[] x = new double[groups.size()];
    double[] y = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    int i = 0;
    for (Map.Entry<Double, Table> group : groups.entrySet()) {
      double[] values = group.getValue().numbers(metric);
      RankEvidence median =
          MedianSign.of(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
      Interval interval = median.interval(CONFIDENCE);
      x[i] = group.getKey();
      y[i] = median.estimate();
      low[i] = finite(interval.low(), y[i]);
      high[i] = finite(interval.high(), y[i]);
      i++;
    }
    return new Layer.Intervals(label, ink, x, y, low, high);
  }

  /** The same intervals a little aside, where they would hide others. */
  private static Layer.Intervals apart(Layer.Intervals layer, DoubleUnaryOperator shift) {
    double[] x = Arrays.stream(layer.x()).map(shift).toArray();
    return new Layer.Intervals(layer.label(), layer.ink(), x, layer.y(), layer.low(), layer.high());
  }

  /** An end that can be drawn: few replicates bound nothing. */
  private static double finite(double end, double otherwise) {
    return Double.isInfinite(end) ? otherwise : end;
  }

  private static Figure momentum() {
    return new Figure(
        "momentum",
        "Momentum makes all directions equally fast",
        "Left: test over train loss where descent at one rate is stopped, without momentum and with"
            + " heavy-ball momentum of 0.9, against the rate in units of the stability bound. With"
            + " momentum it depends on the phase of the oscillation at the stop: median and range of"
            + " ten neighbouring rates. Right: the long-run factors of the error per step with"
            + " momentum.",
        List.of(Momentum.NAME),
        tables -> {
          Table trials = tables.trials(Momentum.NAME).where("reached", "true");
          double largest = Arrays.stream(trials.numbers("momentum")).max().orElseThrow();
          Table without = trials.where("momentum", 0);
          Table with = trials.where("momentum", largest);
          List<Layer> ratios = stretches("momentum " + NumberText.format(largest), Ink.of(1), with);
          ratios.add(
              new Layer.Line(
                  "no momentum",
                  Ink.of(0),
                  without.numbers("rate"),
                  without.numbers("test_over_train")));
          Axis rate = Axis.linear("rate / stability bound");
          return Chart.of(
              new Panel("", rate, Axis.log("test loss / train loss"), ratios),
              Panel.of(
                  "",
                  rate,
                  Axis.linear("factor per step"),
                  factors("steep direction", Ink.of(2), with, "steep_contraction"),
                  factors("flat direction", Ink.of(3).dashed(), with, "flat_contraction")));
        });
  }

  private static Layer factors(String label, Ink ink, Table trials, String column) {
    return new Layer.Line(label, ink, trials.numbers("rate"), trials.numbers(column));
  }

  /** Medians and ranges of the ratio over rates that neighbour each other. */
  private static List<Layer> stretches(String label, Ink ink, Table trials) {
    double[] rates = trials.numbers("rate");
    double[] ratios = trials.numbers("test_over_train");
    int count = (rates.length + NEIGHBOURS - 1) / NEIGHBOURS;
    double[] x = new double[count];
    double[] median = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    for (int i = 0; i < count; i++) {
      int from = i * NEIGHBOURS;
      int to = Math.min(from + NEIGHBOURS, rates.length);
      double[] values = Arrays.stream(ratios, from, to).sorted().toArray();
      x[i] = (rates[from] + rates[to - 1]) / 2;
      median[i] = Distributions.quantile(values, 0.5);
      low[i] = values[0];
      high[i] = values[values.length - 1];
    }
    return new ArrayList<>(
        List.of(new Layer.Band(label, ink, x, low, high), new Layer.Line(label, ink, x, median)));
  }

  private static Figure stochastic() {
    return new Figure(
        "stochastic-direction",
        "Where stochastic and full gradient descent leave the error",
        "Left: medians, with 95 % intervals, of the Rayleigh quotient of the error at equal train"
            + " loss in units of the largest curvature, against the rate in units of the stability"
            + " bound of a single sample; points of a rate stand apart for sight. Right: the"
            + " logarithm of their ratio within replicates; above 0 stochastic descent leaves the"
            + " error in steeper directions.",
        List.of(StochasticDirection.NAME),
        tables -> {
          Map<Double, Table> rates = tables.trials(StochasticDirection.NAME).groupBy("rate");
          return Chart.of(
              Panel.of(
                  "",
                  Axis.linear("rate / stability bound of a sample"),
                  Axis.linear("Rayleigh quotient / largest curvature"),
                  apart(
                      medians("full gradient", Ink.of(0), rates, "full_quotient"),
                      rate -> rate - 0.0075),
                  apart(
                      medians("stochastic", Ink.of(1), rates, "stochastic_quotient"),
                      rate -> rate + 0.0075)),
              Panel.of(
                  "",
                  Axis.linear("rate / stability bound of a sample"),
                  Axis.linear("ln(stochastic / full)"),
                  medians("ln(stochastic / full)", Ink.of(0), rates, "log_quotient_ratio"),
                  new Layer.Rule("no difference", Ink.NEUTRAL.dashed(), false, 0)));
        });
  }

  private static Figure noise() {
    return new Figure(
        "label-noise",
        "Label noise sets a floor",
        "Medians, with 95 % intervals, of the ratio of test losses above their minimum, against the"
            + " stopping loss in units of σ² d / n.",
        List.of(LabelNoise.NAME),
        tables ->
            Chart.of(
                Panel.of(
                    "",
                    Axis.log("stopping loss / (σ² d / n)"),
                    Axis.log("ratio of test losses"),
                    medians(
                        "flow / annealed",
                        Ink.of(0),
                        tables.trials(LabelNoise.NAME).groupBy("multiple"),
                        "ratio"),
                    new Layer.Rule("no effect", Ink.NEUTRAL.dashed(), false, 1))));
  }

  private static Figure real(String name, String title, String experiment) {
    return new Figure(
        name,
        title,
        "Left: medians, with 95 % intervals over random train samples, of the mean square test error"
            + " against the share of the train loss above its minimum at which both runs stop;"
            + " points of a share stand apart for sight. Right: the logarithm of their ratio; above 0"
            + " annealing helps.",
        List.of(experiment),
        tables -> realChart(tables, experiment));
  }

  private static Chart realChart(Tables tables, String experiment) {
    Map<Double, Table> shares = tables.table(experiment, LeastSquares.STOPS).groupBy("share");
    Layer.Intervals ratio = medians("ln(flow / annealed)", Ink.of(0), shares, "log_ratio");
    double largest =
        Math.max(
            Arrays.stream(ratio.high()).map(Math::abs).max().orElse(0),
            Arrays.stream(ratio.low()).map(Math::abs).max().orElse(0));
    double end = largest > 0 ? 1.1 * largest : 1;
    return Chart.of(
        Panel.of(
            "",
            Axis.log("train loss above minimum / at the start"),
            Axis.linear("mean square test error"),
            apart(medians("gradient flow", Ink.of(0), shares, "flow"), share -> share / 1.03),
            apart(medians("annealed", Ink.of(1), shares, "annealed"), share -> 1.03 * share)),
        Panel.of(
            "",
            Axis.log("train loss above minimum / at the start"),
            Axis.linear("ln(ratio of test errors)").from(-end, end),
            ratio,
            new Layer.Rule("no effect", Ink.NEUTRAL.dashed(), false, 0)));
  }
}
