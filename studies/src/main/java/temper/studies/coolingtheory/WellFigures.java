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
import temper.stats.Evidence;
import temper.stats.Mean;

/** Figures of noisy gradient descent in double wells. */
final class WellFigures {

  private static final int CURVE = 101;

  private static final List<String> LAWS =
      List.of(DoubleWell.ANNEALED, DoubleWell.CONSTANT, DoubleWell.SMALL);

  private WellFigures() {}

  static List<Figure> all() {
    return List.of(wells(), tuning());
  }

  private static Figure wells() {
    return new Figure(
        "double-well",
        "A learning rate as a temperature",
        "Left: the two potentials. Middle: share of runs that end in the deeper well, against the"
            + " number of steps in which the rate is annealed, with 95 % intervals, and at constant"
            + " rates of the largest number of steps. Right: the largest numbers of steps where one well"
            + " is wider and none deeper.",
        List.of(DoubleWell.NAME),
        WellFigures::wellChart);
  }

  private static Chart wellChart(Tables tables) {
    double[] x = IntStream.range(0, CURVE).mapToDouble(i -> -1.8 + 3.6 * i / (CURVE - 1)).toArray();
    Panel potentials =
        Panel.of(
            "",
            Axis.linear("x"),
            Axis.linear("potential").from(-0.5, 0.6),
            new Layer.Line(
                "deeper left",
                Ink.of(0),
                x,
                Arrays.stream(x).map(Potential.TILTED::height).toArray()),
            new Layer.Line(
                "wider right",
                Ink.of(1).dashed(),
                x,
                Arrays.stream(x).map(Potential.UNEQUAL::height).toArray()));
    Table trials = tables.trials(DoubleWell.NAME).where("outcome", "ok");
    Table deep = trials.where("potential", Potential.DEEPER);
    Table wide = trials.where("potential", Potential.WIDER);
    return Chart.of(
        potentials,
        new Panel(
            "deeper well",
            Axis.log("steps"),
            Axis.linear("share of runs").from(0.4, 1),
            laws(deep)),
        new Panel(
            "wider well",
            Axis.named("rate", LAWS),
            Axis.linear("share of runs").from(0.4, 1),
            ends(wide)));
  }

  /** The laws at their largest number of steps, side by side. */
  private static List<Layer> ends(Table trials) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < LAWS.size(); i++) {
      Table rows = trials.where("law", LAWS.get(i));
      double most = Arrays.stream(rows.numbers("steps")).max().orElse(Double.NaN);
      List<Evidence> share = List.of(shares(rows.where("steps", most)));
      layers.add(SampledFigures.intervals("", Ink.of(i), new double[] {i}, share));
    }
    return layers;
  }

  private static List<Layer> laws(Table trials) {
    List<Layer> layers = new ArrayList<>();
    int ink = 0;
    for (String law : LAWS) {
      Map<Double, Table> steps = trials.where("law", law).groupBy("steps");
      layers.add(
          SampledFigures.intervals(
              law,
              Ink.of(ink++),
              steps.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
              steps.values().stream().map(WellFigures::shares).toList()));
    }
    return layers;
  }

  private static Evidence shares(Table rows) {
    return Mean.of(rows.numbers("share"));
  }

  private static Figure tuning() {
    return new Figure(
        "double-well-rates",
        "The best constant rate and the best annealed one",
        "Share of runs that end in the deeper well against the largest rate, with 95 % intervals;"
            + " a little to the right of its best rate each law again, at this rate with starts and"
            + " noise of its own.",
        List.of(TunedDoubleWell.TUNING, TunedDoubleWell.NAME),
        WellFigures::tuningChart);
  }

  private static Chart tuningChart(Tables tables) {
    Table tried = tables.trials(TunedDoubleWell.TUNING).where("outcome", "ok");
    Table best = tables.trials(TunedDoubleWell.NAME).where("outcome", "ok");
    List<Layer> layers = new ArrayList<>();
    int ink = 0;
    for (Map.Entry<String, Table> law : tried.groupByText("law").entrySet()) {
      Map<Double, Table> rates = law.getValue().groupBy("rate");
      double[] x = rates.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      List<Evidence> shares = rates.values().stream().map(WellFigures::shares).toList();
      layers.add(SampledFigures.intervals(law.getKey(), Ink.of(ink), x, shares));
      Table again = best.where("law", law.getKey());
      // Half way to the next rate of the grid, or it would hide what it was chosen from.
      double[] aside = {again.numbers("rate")[0] * 1.04};
      layers.add(
          SampledFigures.intervals(
              law.getKey() + ", confirmed", Ink.of(ink++).dashed(), aside, List.of(shares(again))));
    }
    return Chart.of(
        new Panel(
            "", Axis.log("largest rate"), Axis.linear("share of runs in the deeper well"), layers));
  }
}
