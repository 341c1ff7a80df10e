package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.stats.BinomialEvidence;
import temper.stats.Evidence;
import temper.stats.Interval;
import temper.stats.Mean;

/** Figures of walks, and of noisy gradient descent on a quadratic. */
final class SampledFigures {

  /** Level of the intervals in all figures. */
  private static final double CONFIDENCE = 0.95;

  private static final int CURVE = 101;

  private SampledFigures() {}

  static List<Figure> all() {
    return List.of(walks(), floor());
  }

  private static Figure walks() {
    return new Figure(
        "sampled-walks",
        "Walks against the exact distribution",
        "Probability of the optimum: lines join exact values, points are walks drawn at random. Below:"
            + " share of walks minus exact probability, with 95 % intervals of Clopper and Pearson.",
        List.of(SampledWalks.NAME),
        SampledFigures::walkChart);
  }

  private static Chart walkChart(Tables tables) {
    double walks = tables.trials(SampledWalks.NAME).numbers("walks")[0];
    List<Layer> layers = new ArrayList<>();
    List<Layer> differences = new ArrayList<>();
    differences.add(new Layer.Rule("", Ink.NEUTRAL, false, 0));
    int ink = 0;
    for (Map.Entry<String, Table> law :
        tables.table(SampledWalks.NAME, SampledWalks.COUNTS).groupByText("law").entrySet()) {
      Map<Double, Table> times = law.getValue().groupBy("time");
      double[] x = times.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      double[] exact =
          times.values().stream().mapToDouble(rows -> rows.numbers("exact")[0]).toArray();
      List<Evidence> shares = new ArrayList<>();
      for (Table rows : times.values()) {
        int successes = (int) Arrays.stream(rows.numbers("successes")).sum();
        shares.add(new BinomialEvidence(successes, (int) (rows.rows() * walks)));
      }
      // Open marks let the lines through.
      Layer.Intervals sampled = intervals(law.getKey(), Ink.of(ink).dashed(), x, shares);
      layers.add(new Layer.Line(law.getKey() + ", exact", Ink.of(ink), x, exact));
      layers.add(new Layer.Points(law.getKey() + ", walks", Ink.of(ink).dashed(), x, sampled.y()));
      differences.add(less(sampled, exact, 1 + 0.06 * (2 * ink - 1), Ink.of(ink)));
      ink++;
    }
    Axis difference = Axis.linear("walks − exact");
    Panel panel =
        new Panel(
            "", Axis.log("steps"), Axis.linear("probability of the optimum").from(0, 1), layers);
    return Chart.of(panel.below(difference, differences.toArray(Layer[]::new)));
  }

  /** Intervals less exact values, a little aside, so that none hides another. */
  private static Layer less(Layer.Intervals sampled, double[] exact, double aside, Ink ink) {
    int n = exact.length;
    double[] x = IntStream.range(0, n).mapToDouble(i -> sampled.x()[i] * aside).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> sampled.y()[i] - exact[i]).toArray();
    double[] low = IntStream.range(0, n).mapToDouble(i -> sampled.low()[i] - exact[i]).toArray();
    double[] high = IntStream.range(0, n).mapToDouble(i -> sampled.high()[i] - exact[i]).toArray();
    return new Layer.Intervals("", ink, x, y, low, high);
  }

  private static Figure floor() {
    return new Figure(
        "noise-floor",
        "The noise floor, and how a falling rate removes it",
        "Left: stationary loss at a constant rate in units of rate noise² / 4, against rate times"
            + " curvature, with 95 % intervals; the line is the formula. Right: mean loss against"
            + " time at a constant rate and at 1 / t; lines are expectations.",
        List.of(NoiseFloor.NAME, DecayingRate.NAME),
        SampledFigures::floorChart);
  }

  private static Chart floorChart(Tables tables) {
    List<Double> x = new ArrayList<>();
    List<Evidence> means = new ArrayList<>();
    for (Map.Entry<Double, Table> rate :
        tables.trials(NoiseFloor.NAME).groupBy("rate").entrySet()) {
      for (Map.Entry<Double, Table> cell : rate.getValue().groupBy("curvature").entrySet()) {
        double unit = rate.getKey() / 4;
        x.add(rate.getKey() * cell.getKey());
        means.add(
            Mean.of(
                Arrays.stream(cell.getValue().numbers("loss")).map(loss -> loss / unit).toArray()));
      }
    }
    double[] curve = IntStream.range(0, CURVE).mapToDouble(i -> 1.6 * i / (CURVE - 1)).toArray();
    double[] formula = Arrays.stream(curve).map(v -> NoiseFloor.floor(1, v, 1) * 4).toArray();
    Panel floor =
        Panel.of(
            "",
            Axis.linear("rate × curvature"),
            Axis.linear("loss / (rate noise² / 4)"),
            new Layer.Line("formula", Ink.NEUTRAL, curve, formula),
            intervals(
                "simulation",
                Ink.of(1),
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                means));
    List<Layer> courses = new ArrayList<>();
    int ink = 0;
    for (Map.Entry<String, Table> law :
        tables.table(DecayingRate.NAME, DecayingRate.COURSE).groupByText("law").entrySet()) {
      Map<Double, Table> times = law.getValue().groupBy("time");
      double[] time = times.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      courses.add(
          new Layer.Line(
              law.getKey() + ", expected",
              Ink.of(ink),
              time,
              times.values().stream().mapToDouble(rows -> rows.numbers("exact")[0]).toArray()));
      courses.add(
          new Layer.Points(
              law.getKey() + ", simulation",
              Ink.of(ink),
              time,
              times.values().stream()
                  .mapToDouble(rows -> Mean.of(rows.numbers("loss")).estimate())
                  .toArray()));
      ink++;
    }
    return Chart.of(floor, new Panel("", Axis.log("steps t"), Axis.log("mean loss"), courses));
  }

  /** Estimates with their intervals; without, where an interval is infinite. */
  static Layer.Intervals intervals(
      String label, Ink ink, double[] x, List<? extends Evidence> evidence) {
    double[] y = evidence.stream().mapToDouble(Evidence::estimate).toArray();
    double[] low = new double[y.length];
    double[] high = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      Interval interval = evidence.get(i).interval(CONFIDENCE);
      low[i] = Double.isInfinite(interval.low()) ? y[i] : interval.low();
      high[i] = Double.isInfinite(interval.high()) ? y[i] : interval.high();
    }
    return new Layer.Intervals(label, ink, x, y, low, high);
  }
}
