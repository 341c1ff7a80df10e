package temper.studies.sharpminima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.NumberLabel;
import temper.lab.study.chart.Panel;
import temper.schedule.Schedule;
import temper.studies.fullbatch.MedianLines;

/** Figures of the width of minima against the learning rate. */
final class WidthFigures {

  /** Fewer runs are drawn one by one. */
  private static final int FEWEST_OF_MEDIAN = 8;

  /** Places in half a cycle at which a rate is drawn. */
  private static final int PLACES = 10;

  /** Where runs without a sharpness stand. */
  private static final double TOP = 4.7;

  private WidthFigures() {}

  static List<Figure> all() {
    return List.of(courses(), profiles(), rate());
  }

  private static Figure courses() {
    return new Figure(
        "minima-of-different-width",
        "Does a cyclic rate leave narrow minima for wide ones?",
        "Largest eigenvalue of the Hessian along training that goes on from one minimum under fixed"
            + " and triangular rates, with the rates below; at the end all settle at the low rate."
            + " (a) From the minimum that the low rate has found. (b) From a copy of it that"
            + " scaling has made narrow. Courses are written down of the first 12 replicates; drawn"
            + " are, from the first point to the last, those runs that did not diverge, and the"
            + " legends count them. Lines are medians, bands go from the lower to the upper"
            + " quartile; of fewer than eight runs each has a line of its own.",
        List.of(CyclicWidth.NAME),
        tables ->
            Chart.of(
                course(tables, CyclicWidth.FOUND, "from the minimum as found"),
                course(tables, CyclicWidth.NARROW, "from a narrow copy")));
  }

  private static Panel course(Tables tables, double alpha, String title) {
    Table all = tables.table(CyclicWidth.NAME, CyclicWidth.COURSE).where("alpha", alpha);
    Table trials = tables.trials(CyclicWidth.NAME).where("alpha", alpha);
    List<Layer> layers = new ArrayList<>();
    List<Layer> rates = new ArrayList<>();
    for (RatePath path : RatePath.values()) {
      Table arm = trials.where("path", path.label());
      layers.addAll(runs(path, all.where("path", path.label()), arm.where("outcome", "ok")));
      rates.add(rates(path, arm));
    }
    return new Panel(title, Axis.linear("step"), Axis.log("largest eigenvalue"), layers)
        .below(Axis.linear("rate"), rates.toArray(Layer[]::new));
  }

  /** The runs of an arm that did not diverge, of those whose course is known. */
  private static List<Layer> runs(RatePath path, Table courses, Table ended) {
    Map<Double, Table> known = courses.groupBy("replicate");
    Set<Double> whole = ended.groupBy("replicate").keySet();
    double[] replicate = courses.numbers("replicate");
    Table drawn = courses.select(i -> whole.contains(replicate[i]));
    Map<Double, Table> runs = drawn.groupBy("replicate");
    String label = path.label() + " rate, " + runs.size() + " of " + known.size() + " runs";
    Ink ink = Ink.of(path.color());
    if (runs.size() >= FEWEST_OF_MEDIAN) {
      return MedianLines.median(label, ink, drawn, "step", "curvature");
    }
    List<Layer> lines = new ArrayList<>();
    runs.values().forEach(run -> lines.add(line(label, ink, run, "step", "curvature")));
    return runs.isEmpty() ? List.of(line(label, ink, drawn, "step", "curvature")) : lines;
  }

  private static Layer line(String label, Ink ink, Table rows, String x, String y) {
    return new Layer.Line(label, ink, rows.numbers(x), rows.numbers(y));
  }

  /** The rates that were set, which the course has only at the ends of half cycles. */
  private static Layer rates(RatePath path, Table trials) {
    double low = trials.numbers("low")[0];
    int half = (int) trials.numbers("half_cycle")[0];
    int cycles = (int) trials.numbers("cycles")[0];
    double end = 2.0 * half * cycles;
    double settled = end + trials.numbers("settle")[0];
    Schedule schedule = path.schedule(low, trials.numbers("high")[0], half);
    double[] step = new double[2 * cycles * PLACES + 3];
    double[] rate = new double[step.length];
    Arrays.setAll(step, i -> Math.min(end, i * (double) half / PLACES));
    Arrays.setAll(rate, i -> schedule.at(step[i]));
    // The fall to the low rate is a jump: two rates at one step.
    step[step.length - 1] = settled;
    Arrays.fill(rate, rate.length - 2, rate.length, low);
    return new Layer.Line("", Ink.of(path.color()), step, rate);
  }

  private static Figure profiles() {
    return new Figure(
        "profiles",
        "The minima themselves",
        "Rise of the train loss along the steepest direction through the minima in which the first"
            + " replicate's runs end under each rate. (a) From the minimum that the low rate has"
            + " found. (b) From a narrow copy; runs that diverged end in no minimum and have no"
            + " line. Samples lie 0.025 apart: in (b) each has a mark, and between them lines are"
            + " straight.",
        List.of(CyclicWidth.NAME),
        tables ->
            Chart.of(
                profile(tables, CyclicWidth.FOUND, "from the minimum as found"),
                profile(tables, CyclicWidth.NARROW, "from a narrow copy")));
  }

  private static Panel profile(Tables tables, double alpha, String title) {
    Table all = tables.table(CyclicWidth.NAME, CyclicWidth.PROFILES).where("alpha", alpha);
    List<Layer> layers = new ArrayList<>();
    for (RatePath path : RatePath.values()) {
      Table rows = all.where("path", path.label());
      String label = path.label() + (rows.rows() == 0 ? " rate, diverged" : " rate");
      Ink ink = Ink.of(path.color());
      layers.add(line(label, ink, rows, "distance", "rise"));
      if (alpha == CyclicWidth.NARROW) {
        layers.add(new Layer.Points("", ink, rows.numbers("distance"), rows.numbers("rise")));
      }
    }
    return new Panel(
        title,
        Axis.linear("distance along the steepest direction").from(-0.5, 0.5),
        Axis.linear("rise of the train loss").from(0, 0.5),
        layers);
  }

  private static Figure rate() {
    return new Figure(
        "rate-and-sharpness",
        "Above the bound, runs end at flatter minima or diverge",
        "Rate times sharpness at the end of full gradient descent against the rate, in units of the"
            + " largest at which the minimum of a small rate is stable. Dotted: the sharpness of"
            + " the small rate; dashed: the bound 2. The line is the median over networks, the"
            + " band goes from the lower to the upper quartile, both of the runs that did not"
            + " diverge. Those that did have no value: open marks at the top stand for them, and"
            + " the legend counts them.",
        List.of(RateAndSharpness.NAME),
        WidthFigures::rateChart);
  }

  private static Chart rateChart(Tables tables) {
    Table trials = tables.trials(RateAndSharpness.NAME);
    double[] ends = {0.25, 2};
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Layer.Line(
            "sharpness of the small rate", Ink.NEUTRAL.dotted(), ends, new double[] {0.5, 4}));
    layers.addAll(MedianLines.median("median", Ink.of(0), trials, "multiple", "product"));
    layers.add(
        new Layer.Points("run", Ink.of(0), trials.numbers("multiple"), trials.numbers("product")));
    layers.add(new Layer.Rule("bound 2", Ink.NEUTRAL.dashed(), false, 2));
    layers.add(diverged(trials));
    return Chart.of(
        new Panel(
            "",
            Axis.linear("rate / stability bound of the small rate's minimum"),
            Axis.linear("rate times sharpness at the end").from(0, 5),
            layers));
  }

  /** Runs without a sharpness, above all others; the label counts them for each rate. */
  private static Layer diverged(Table trials) {
    Map<Double, Table> all = trials.where("outcome", "diverged").groupBy("multiple");
    List<String> counts = new ArrayList<>();
    all.forEach(
        (multiple, runs) -> {
          int begun = trials.where("multiple", multiple).rows();
          counts.add(runs.rows() + " of " + begun + " at " + NumberLabel.of(multiple));
        });
    String label = counts.isEmpty() ? "" : "diverged: " + String.join(", ", counts);
    double[] multiples = all.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] top = new double[multiples.length];
    Arrays.fill(top, TOP);
    return new Layer.Points(label, Ink.of(0).dotted(), multiples, top);
  }
}
