package temper.studies.annealingfolklore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.NumberLabel;
import temper.lab.study.chart.Panel;
import temper.numerics.NumberText;
import temper.stats.Evidence;
import temper.stats.Mean;

/** Figures of the models that need no data. */
final class ModelFigures {

  /** The share of its rate at which {@link BatchTemperature#SMALL} runs, as its trials have it. */
  private static final double SMALL_SHARE = 0.01;

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
      String name = law.label().replace('-', ' ');
      Map<Double, Table> steps = course.where("law", law.label()).groupBy("step");
      lines.add(
          new Layer.Line(
              name,
              Ink.of(names.size()),
              Drawing.array(steps.keySet()),
              steps.values().stream()
                  .mapToDouble(rows -> Mean.of(rows.numbers("suboptimality")).estimate())
                  .toArray()));
      names.add(name);
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
            + " limit of small rates, and underneath is how far losses are above it. Right: expected"
            + " excess loss where the rate is divided by ten in the middle of the run, where the"
            + " batch grows tenfold, and under 1 / t.",
        List.of(BatchNoiseFloor.NAME, NoiseFloorDrop.NAME),
        ModelFigures::floorChart);
  }

  private static Chart floorChart(Tables tables) {
    List<Layer> courses = new ArrayList<>();
    int line = 0;
    for (Map.Entry<String, Table> law :
        tables.table(NoiseFloorDrop.NAME, NoiseFloorDrop.COURSE).groupByText("law").entrySet()) {
      Ink drawn =
          law.getKey().equals(NoiseFloorDrop.LARGER_BATCH) ? Ink.of(line).dashed() : Ink.of(line);
      line++;
      courses.add(
          new Layer.Line(
              law.getKey().replace('-', ' '),
              drawn,
              law.getValue().numbers("step"),
              law.getValue().numbers("loss")));
    }
    return Chart.of(
        floorPanel(tables.trials(BatchNoiseFloor.NAME)),
        new Panel("", Axis.linear("steps"), Axis.log("expected excess loss"), courses));
  }

  private static Panel floorPanel(Table trials) {
    List<Layer> floors = new ArrayList<>();
    List<Layer> above = new ArrayList<>();
    above.add(new Layer.Rule("", Ink.NEUTRAL, false, 0));
    Map<Double, Table> rates = new TreeMap<>(trials.groupBy("rate"));
    for (Map.Entry<Double, Table> rate : rates.entrySet()) {
      Map<Double, Table> batches = rate.getValue().groupBy("batch");
      double[] x = batches.keySet().stream().mapToDouble(b -> rate.getKey() / b).toArray();
      List<Evidence> losses = new ArrayList<>();
      List<Evidence> excesses = new ArrayList<>();
      for (Table cell : batches.values()) {
        double limit = limit(x[losses.size()]);
        double[] loss = cell.numbers("loss");
        losses.add(Mean.of(loss));
        excesses.add(Mean.of(Arrays.stream(loss).map(value -> value / limit - 1).toArray()));
      }
      String label = "rate " + NumberLabel.of(rate.getKey());
      Ink ink = Ink.of(floors.size());
      floors.add(Drawing.intervals(label, ink, x, losses));
      above.add(Drawing.intervals(label, ink, x, excesses));
    }
    floors.add(formula());
    return new Panel("", Axis.log("rate / batch"), Axis.log("excess loss"), floors)
        .below(Axis.linear("loss / formula − 1"), above.toArray(Layer[]::new));
  }

  /** The floor of a small rate at a ratio to the batch. */
  private static double limit(double ratio) {
    double small = 1e-3;
    return NoisyLeastSquares.STANDARD.floor(small, small / ratio);
  }

  private static Layer formula() {
    int points = 41;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = 0.005 * StrictMath.pow(24, i / (points - 1.0));
      y[i] = limit(x[i]);
    }
    return new Layer.Line("formula, rate to 0", Ink.NEUTRAL, x, y);
  }

  private static Figure wells() {
    return new Figure(
        "batch-temperature",
        "Rate over batch as a temperature",
        "Share of runs that end in the deeper of two wells, in blocks, with 95 % intervals: a falling"
            + " rate from three first rates with batches in proportion, a growing batch, and rates"
            + " that stay as they are. Rates and batches are those at first. Rate over batch is the"
            + " same at first but for the small rate, where it is a hundredth of that.",
        List.of(BatchTemperature.NAME),
        ModelFigures::wellChart);
  }

  /** A law at a rate: what it reads in the legend, where it stands and what came out. */
  private record Cell(String label, double x, Evidence share) {}

  private static Chart wellChart(Tables tables) {
    Map<String, Table> laws = tables.trials(BatchTemperature.NAME).groupByText("law");
    Map<Double, List<Cell>> byRate = new TreeMap<>();
    int group = 0;
    for (Map.Entry<String, Table> law : laws.entrySet()) {
      Map<Double, Table> cells = law.getValue().groupBy("rate");
      int member = 0;
      for (Map.Entry<Double, Table> cell : cells.entrySet()) {
        double first = cell.getKey();
        double rate = law.getKey().equals(BatchTemperature.SMALL) ? SMALL_SHARE * first : first;
        double batch = Math.max(1, Math.rint(first / BatchTemperature.RATIO));
        byRate
            .computeIfAbsent(rate, r -> new ArrayList<>())
            .add(
                new Cell(
                    "rate %s, batch %s".formatted(text(rate), text(batch)),
                    Layer.Bars.places(member++, cells.size(), laws.size())[group],
                    Mean.of(Pairs.present(cell.getValue().numbers("share"))[0])));
      }
      group++;
    }
    List<Layer> layers = new ArrayList<>();
    for (List<Cell> cells : byRate.values()) {
      layers.add(
          Drawing.intervals(
              cells.get(0).label(),
              Ink.of(layers.size()),
              cells.stream().mapToDouble(Cell::x).toArray(),
              cells.stream().map(Cell::share).toList()));
    }
    return Chart.of(
        new Panel(
            "",
            Axis.named("law", laws.keySet().stream().map(law -> law.replace('-', ' ')).toList()),
            Axis.linear("share in the deeper well").from(0.4, 1),
            layers));
  }

  /** A rate or a batch, all written out to be compared. */
  private static String text(double value) {
    return NumberLabel.plain(new BigDecimal(NumberText.format(value)));
  }
}
