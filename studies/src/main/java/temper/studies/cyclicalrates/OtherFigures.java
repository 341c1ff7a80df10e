package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import temper.stats.Interval;

/** Figures of step sizes, windows, range tests, optimisers and other networks. */
final class OtherFigures {

  private static final String INTERVALS =
      "Means with 95 % intervals of Student over replicates, and single runs beside them.";

  private OtherFigures() {}

  static List<Figure> all() {
    return List.of(
        stepSizes(),
        windows(),
        rangeTest("range-test", "The range test of Caffe's net", RangeTests.CAFFE, RateGrid.CAFFE),
        rangeTest(
            "range-test-perceptron",
            "The range test of a perceptron",
            RangeTests.PERCEPTRON,
            RateGrid.PERCEPTRON),
        optimizers(),
        networks(),
        superConvergence());
  }

  private static Figure stepSizes() {
    return new Figure(
        "step-sizes",
        "The step size",
        "Left: accuracy at the end of runs of 64 epochs against the step size. Right: accuracy over"
            + " the iterations of three of them, the rate underneath. "
            + INTERVALS,
        List.of(Cycles.STEP_SIZES),
        tables -> {
          Map<String, double[]> finals = new LinkedHashMap<>();
          Map<String, Table> courses = new LinkedHashMap<>();
          tables
              .trials(Cycles.STEP_SIZES)
              .groupBy("half")
              .forEach((half, trials) -> finals.put(NumberText.format(half), Arms.finals(trials)));
          Table curve = tables.table(Cycles.STEP_SIZES, TrainedArms.CURVE);
          for (double half : new double[] {1, 4, 16}) {
            courses.put("step size " + NumberText.format(half), curve.where("half", half));
          }
          return Chart.of(
              Curves.finals("", "step size in epochs", finals), Curves.panel("", courses));
        });
  }

  private static Figure windows() {
    return new Figure(
        "windows",
        "The shape of a cycle",
        "Left: accuracy over the iterations, the rate underneath. Right: accuracy at the end. "
            + INTERVALS,
        List.of(Cycles.WINDOWS),
        tables ->
            Chart.of(
                Curves.panel(
                    "", tables.table(Cycles.WINDOWS, TrainedArms.CURVE).groupByText("window")),
                Curves.finals("", "window", Curves.finals(tables, Cycles.WINDOWS, "window"))));
  }

  private static Figure rangeTest(String name, String title, String range, String grid) {
    return new Figure(
        name,
        title,
        "Left: accuracy while the rate rises linearly, a line for each of the first replicates, and"
            + " the medians of the bounds read from it. Right: accuracy after twenty epochs at a"
            + " constant rate, with 95 % intervals, the median upper bound of the range test and the"
            + " median of the best rate.",
        List.of(range, grid),
        tables ->
            Chart.of(
                rising(tables.table(range, RangeTests.CURVE), tables.trials(range)),
                constant(tables.trials(grid), tables.trials(range))));
  }

  private static Panel rising(Table curve, Table trials) {
    List<Layer> layers = new ArrayList<>();
    for (Table run : curve.groupBy("replicate").values()) {
      if (layers.size() < 5) {
        layers.add(
            new Layer.Line(
                layers.isEmpty() ? "single runs" : "",
                Ink.of(0),
                run.numbers("learning_rate"),
                run.numbers("accuracy")));
      }
    }
    layers.add(
        new Layer.Rule(
            "lower bound", Ink.of(2).dotted(), true, median(trials.numbers("base_rate"))));
    layers.add(
        new Layer.Rule(
            "upper bound", Ink.of(1).dashed(), true, median(trials.numbers("max_rate"))));
    return new Panel("", Axis.linear("rate"), Axis.linear("test accuracy"), layers);
  }

  private static Panel constant(Table grid, Table trials) {
    Map<Double, Table> rates = grid.groupBy("rate");
    double[] x = rates.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    List<double[]> values = rates.values().stream().map(Arms::finals).toList();
    return Panel.of(
        "",
        Axis.log("constant rate"),
        Axis.linear("test accuracy at the end"),
        intervals("twenty epochs", Ink.of(0), x, values),
        new Layer.Rule("upper bound", Ink.of(1).dashed(), true, median(trials.numbers("max_rate"))),
        new Layer.Rule("best rate", Ink.of(0).dotted(), true, median(RangeClaims.bestRates(grid))));
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static Layer.Intervals intervals(
      String label, Ink ink, double[] x, List<double[]> values) {
    double[] y = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Interval interval = Curves.interval(values.get(i));
      y[i] = Curves.mean(values.get(i));
      low[i] = interval.low();
      high[i] = interval.high();
    }
    return new Layer.Intervals(label, ink, x, y, low, high);
  }

  private static Figure optimizers() {
    return new Figure(
        "optimizers",
        "Cycles and the fixed lower bound under five optimisers",
        "As the paper's table 3: accuracy at the end, means with 95 % intervals of Student.",
        List.of(Optimizers.NAME),
        tables -> {
          Map<String, Table> trials = tables.trials(Optimizers.NAME).groupByText("optimizer");
          List<String> names = List.copyOf(trials.keySet());
          List<Layer> layers = new ArrayList<>();
          for (String policy : List.of(Optimizers.FIXED, Optimizers.CYCLES)) {
            int member = layers.size();
            layers.add(
                intervals(
                    policy,
                    Ink.of(member),
                    Layer.Bars.places(member, 2, names.size()),
                    trials.values().stream()
                        .map(rows -> Arms.finals(rows.where("policy", policy)))
                        .toList()));
          }
          return Chart.of(
              new Panel(
                  "",
                  Axis.named("optimiser", names),
                  Axis.linear("test accuracy at the end"),
                  layers));
        });
  }

  private static Figure networks() {
    return new Figure(
        "normalized-networks",
        "Networks with batch normalisation",
        "Left: Caffe's net with sigmoids. Right: three large rates and cycles between them. Accuracy"
            + " over the iterations with 95 % intervals of Student, the rate underneath.",
        List.of(SigmoidNetwork.NAME, NormalizedRates.NAME),
        tables ->
            Chart.of(
                Curves.panel(
                    "sigmoids",
                    tables.table(SigmoidNetwork.NAME, TrainedArms.CURVE).groupByText("policy")),
                Curves.panel(
                    "large rates",
                    tables.table(NormalizedRates.NAME, TrainedArms.CURVE).groupByText("rate"))));
  }

  private static Figure superConvergence() {
    return new Figure(
        "super-convergence",
        "Super-convergence",
        "Left: one cycle in the short time against drops in the long and in the short one, the rate"
            + " underneath. Right: what one cycle gains over drops in the same short time, by train"
            + " images. Means with 95 % intervals of Student.",
        List.of(SuperConvergence.NAME),
        tables -> Chart.of(speed(tables), gains(tables)));
  }

  private static Panel speed(Tables tables) {
    Table trials = NetworkClaims.middle(tables);
    double size = trials.numbers("train")[0];
    Table curve =
        tables
            .table(SuperConvergence.NAME, TrainedArms.CURVE)
            .where("train", size)
            .where("decay", SuperConvergence.WEAK_DECAY);
    double longest = Arrays.stream(trials.numbers("steps")).max().orElse(Double.NaN);
    double shortest = Arrays.stream(trials.numbers("steps")).min().orElse(Double.NaN);
    Map<String, Table> arms = new LinkedHashMap<>();
    Table step = curve.where("schedule", SuperConvergence.STEP);
    arms.put("one cycle", curve.where("schedule", SuperConvergence.ONE_CYCLE));
    arms.put("drops", step.where("steps", longest));
    arms.put("drops, short", step.where("steps", shortest));
    return Curves.panel("", arms);
  }

  private static Panel gains(Tables tables) {
    Table weak = tables.trials(SuperConvergence.NAME).where("decay", SuperConvergence.WEAK_DECAY);
    double[] sizes = Arrays.stream(weak.numbers("train")).distinct().sorted().toArray();
    return Panel.of(
        "",
        Axis.log("train images"),
        Axis.linear("accuracy, one cycle less drops"),
        intervals("gain", Ink.of(0), sizes, NetworkClaims.gains(tables)),
        new Layer.Rule("no difference", Ink.NEUTRAL.dashed(), false, 0));
  }
}
