package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.numerics.NumberText;
import temper.stats.Evidence;
import temper.stats.Mean;

/** Figures of the models that need no data. */
final class ModelFigures {

  private ModelFigures() {}

  static List<Figure> all() {
    return List.of(convex(), floor(), wells());
  }

  private static Figure convex() {
    return new Figure(
        "last-iterate",
        "The last iterate on a convex piecewise linear loss",
        "Left: mean loss above the minimum along the run, each schedule at its best base rate. Right:"
            + " at the end, a box for each schedule.",
        List.of(NonsmoothRegression.NAME),
        ModelFigures::convexChart);
  }

  private static Chart convexChart(Tables tables) {
    List<Layer> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<double[]> ends = new ArrayList<>();
    Table course = tables.table(NonsmoothRegression.NAME, NonsmoothRegression.COURSE);
    Table trials = tables.trials(NonsmoothRegression.NAME);
    for (Law law : NonsmoothRegression.LAWS) {
      Map<Double, Table> steps = course.where("law", law.label()).groupBy("step");
      lines.add(
          new Layer.Line(
              law.label(),
              Ink.of(names.size()),
              Drawing.array(steps.keySet()),
              steps.values().stream()
                  .mapToDouble(rows -> Mean.of(rows.numbers("suboptimality")).estimate())
                  .toArray()));
      names.add(law.label());
      ends.add(trials.where("law", law.label()).numbers("suboptimality"));
    }
    return Chart.of(
        new Panel("", Axis.linear("steps"), Axis.log("loss above the minimum"), lines),
        new Panel(
            "at the end",
            Axis.named("", names),
            Axis.log("loss above the minimum"),
            List.of(
                Layer.Samples.grouped(
                    "", Ink.of(0), Layer.Samples.Form.BOX, 0, 1, ends.toArray(double[][]::new)))));
  }

  private static Figure floor() {
    return new Figure(
        "noise-floor-of-batches",
        "The floor of mini-batches goes with rate over batch",
        "Left: stationary excess loss against rate over batch, with 95 % intervals; the line is the"
            + " limit of small rates. Right: expected excess loss where the rate is divided by ten in the middle"
            + " of the run, where the batch grows tenfold, and under 1 / t.",
        List.of(BatchNoiseFloor.NAME, NoiseFloorDrop.NAME),
        ModelFigures::floorChart);
  }

  private static Chart floorChart(Tables tables) {
    List<Layer> floors = new ArrayList<>();
    int ink = 0;
    for (Map.Entry<Double, Table> rate :
        tables.trials(BatchNoiseFloor.NAME).groupBy("rate").entrySet()) {
      Map<Double, Table> batches = rate.getValue().groupBy("batch");
      double[] x = batches.keySet().stream().mapToDouble(b -> rate.getKey() / b).toArray();
      List<Evidence> losses = new ArrayList<>();
      batches.values().forEach(cell -> losses.add(Mean.of(cell.numbers("loss"))));
      String label = "rate " + NumberText.format(rate.getKey());
      floors.add(Drawing.intervals(label, Ink.of(ink++), x, losses));
    }
    floors.add(formula());
    List<Layer> courses = new ArrayList<>();
    int line = 0;
    for (Map.Entry<String, Table> law :
        tables.table(NoiseFloorDrop.NAME, NoiseFloorDrop.COURSE).groupByText("law").entrySet()) {
      Ink drawn =
          law.getKey().equals(NoiseFloorDrop.LARGER_BATCH) ? Ink.of(line).dashed() : Ink.of(line);
      line++;
      courses.add(
          new Layer.Line(
              law.getKey(), drawn, law.getValue().numbers("step"), law.getValue().numbers("loss")));
    }
    return Chart.of(
        new Panel("", Axis.log("rate / batch"), Axis.log("excess loss"), floors),
        new Panel("", Axis.linear("steps"), Axis.log("expected excess loss"), courses));
  }

  /** The floor of a small rate, against its ratio to the batch. */
  private static Layer formula() {
    int points = 41;
    double small = 1e-3;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = 0.005 * StrictMath.pow(24, i / (points - 1.0));
      y[i] = NoisyLeastSquares.STANDARD.floor(small, small / x[i]);
    }
    return new Layer.Line("formula, rate to 0", Ink.NEUTRAL, x, y);
  }

  private static Figure wells() {
    return new Figure(
        "batch-temperature",
        "Rate over batch as a temperature",
        "Share of runs that end in the deeper of two wells, in blocks, with 95 % intervals: a falling"
            + " rate from three first rates with batches in proportion, a growing batch, and rates"
            + " that stay as they are.",
        List.of(BatchTemperature.NAME),
        ModelFigures::wellChart);
  }

  private static Chart wellChart(Tables tables) {
    List<String> names = new ArrayList<>();
    List<Evidence> shares = new ArrayList<>();
    tables
        .trials(BatchTemperature.NAME)
        .groupByText("law")
        .forEach(
            (law, ofLaw) ->
                ofLaw
                    .groupBy("rate")
                    .forEach(
                        (rate, cell) -> {
                          names.add(law.replace('-', ' ') + ", " + NumberText.format(rate));
                          shares.add(Mean.of(Pairs.present(cell.numbers("share"))[0]));
                        }));
    double[] x = new double[names.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return Chart.of(
        Panel.of(
            "",
            Axis.named("law and first rate", names),
            Axis.linear("share in the deeper well").from(0.4, 1),
            Drawing.intervals("", Ink.of(0), x, shares)));
  }
}
