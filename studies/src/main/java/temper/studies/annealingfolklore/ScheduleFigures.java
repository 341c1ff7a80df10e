package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
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
import temper.stats.BinomialEvidence;
import temper.stats.Evidence;
import temper.stats.Friedman;
import temper.stats.Interval;
import temper.stats.Mean;

/** Figures of schedules against each other and of what happens on the way. */
final class ScheduleFigures {

  private static final double POINTS = 100;

  private ScheduleFigures() {}

  static List<Figure> all() {
    return List.of(
        ranking(
            "schedule-ranking",
            "Schedules ranked, each at its best base rate",
            NetworkExperiments.RANKING,
            NetworkExperiments.RANKED),
        drops(),
        speed(),
        decay(),
        rangeTests(),
        warmUp(),
        restarts(),
        ranking(
            "schedule-ranking-convolutional",
            "Schedules ranked in a convolutional network",
            NetworkExperiments.RANKING_CONVOLUTIONAL,
            ScheduleClaims.claimed()));
  }

  private static Figure ranking(
      String name, String title, TunedComparison comparison, List<Law> laws) {
    return new Figure(
        name,
        title,
        "Mean rank of the test accuracy over data sets and replicates, the largest rank the best."
            + " The bars are half the critical difference of Nemenyi at 5 %: schedules whose bars do"
            + " not overlap differ.",
        List.of(comparison.name()),
        tables -> rankingChart(tables, comparison, laws));
  }

  private static Chart rankingChart(Tables tables, TunedComparison comparison, List<Law> laws) {
    Friedman friedman = Friedman.of(ScheduleClaims.blocks(tables, comparison, laws));
    double[] ranks = friedman.meanRanks();
    Interval pair = friedman.pair(0, 1).interval(Drawing.CONFIDENCE);
    double half = (pair.high() - pair.low()) / 4;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(ranks[b], ranks[a]));
    int n = order.size();
    double[] x = new double[n];
    double[] y = new double[n];
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
      y[i] = ranks[order.get(i)];
      low[i] = y[i] - half;
      high[i] = y[i] + half;
    }
    return Chart.of(
        Panel.of(
            "",
            Axis.named(
                "schedule",
                order.stream().map(i -> laws.get(i).label().replace('-', ' ')).toList()),
            Axis.linear("mean rank"),
            new Layer.Intervals("", Ink.of(0), x, y, low, high)));
  }

  private static Figure drops() {
    return new Figure(
        "step-drops",
        "The loss around the drops of the rate",
        "Mean train loss after each epoch with 95 % intervals, under step decay and under the same"
            + " base rate without drops; the rate underneath.",
        List.of(NetworkExperiments.DROPS),
        tables ->
            Chart.of(course(tables, NetworkExperiments.DROPS, "law", "train_loss", "train loss")));
  }

  private static Panel course(
      Tables tables, String experiment, String column, String measured, String label) {
    List<Layer> layers = new ArrayList<>();
    List<Layer> rates = new ArrayList<>();
    Table course = tables.table(experiment, ArmTraining.COURSE);
    Map<String, Table> groups =
        column.equals("law") ? course.groupByText(column) : byNumber(course, column);
    int ink = 0;
    for (Map.Entry<String, Table> group : groups.entrySet()) {
      Map<Double, Table> epochs = group.getValue().groupBy("epoch");
      double[] x = Drawing.array(epochs.keySet());
      List<Evidence> means =
          epochs.values().stream().<Evidence>map(rows -> Mean.of(rows.numbers(measured))).toList();
      layers.addAll(Drawing.band(group.getKey(), Ink.of(ink), x, means));
      rates.add(
          new Layer.Line(
              "",
              Ink.of(ink++),
              x,
              epochs.values().stream()
                  .mapToDouble(rows -> rows.numbers("learning_rate")[0])
                  .toArray()));
    }
    Axis y = measured.equals("train_loss") ? Axis.log(label) : Axis.linear(label);
    return new Panel("", Axis.linear("epoch"), y, layers)
        .below(Axis.linear("rate"), rates.toArray(Layer[]::new));
  }

  private static Map<String, Table> byNumber(Table course, String column) {
    Map<String, Table> out = new java.util.LinkedHashMap<>();
    course
        .groupBy(column)
        .forEach(
            (value, rows) ->
                out.put(Math.round(value) + (value == 1 ? " cycle" : " cycles"), rows));
    return out;
  }

  private static Figure speed() {
    return new Figure(
        "cyclic-speed",
        "Accuracy epoch by epoch under cyclic rates and under others",
        "Left: mean accuracy with 95 % intervals, the rate underneath. Right: share of runs that have"
            + " reached the target, which is the mean final accuracy of step decay less a point.",
        List.of(NetworkExperiments.SPEED),
        ScheduleFigures::speedChart);
  }

  private static Chart speedChart(Tables tables) {
    Table course = tables.table(NetworkExperiments.SPEED, ArmTraining.COURSE);
    double target = ScheduleClaims.target(tables);
    List<Layer> reached = new ArrayList<>();
    int ink = 0;
    for (Map.Entry<String, Table> law : course.groupByText("law").entrySet()) {
      Map<String, Table> runs = law.getValue().groupByText("trial");
      Map<Double, Table> epochs = law.getValue().groupBy("epoch");
      double[] x = Drawing.array(epochs.keySet());
      double[] y = new double[x.length];
      for (Table run : runs.values()) {
        double[] accuracy = run.numbers("accuracy");
        boolean there = false;
        for (int i = 0; i < accuracy.length; i++) {
          there |= accuracy[i] >= target;
          y[i] += there ? 1.0 / runs.size() : 0;
        }
      }
      reached.add(new Layer.Steps(law.getKey(), Ink.of(ink++), x, y));
    }
    return Chart.of(
        course(tables, NetworkExperiments.SPEED, "law", "accuracy", "accuracy"),
        new Panel("", Axis.linear("epoch"), Axis.linear("share at target").from(0, 1.02), reached));
  }

  private static Figure decay() {
    return new Figure(
        "exponential-fragility",
        "Exponential decay by its factor, cosine by its base rate",
        "Mean test accuracy in points with 95 % intervals, against the decay constant of an epoch over"
            + " the one that was tuned for (exponential), and the base rate over the tuned one"
            + " (cosine).",
        List.of(NetworkExperiments.DECAY_TUNING.name()),
        ScheduleFigures::decayChart);
  }

  private static Chart decayChart(Tables tables) {
    double[] x =
        NetworkExperiments.DECAYS.stream()
            .mapToDouble(NetworkExperiments::timesTunedDecay)
            .toArray();
    List<Layer> layers = new ArrayList<>();
    int ink = 0;
    for (Law law : List.of(Law.EXPONENTIAL_PER_EPOCH, Law.COSINE)) {
      List<Evidence> means =
          ScheduleClaims.decays(tables, law).stream()
              .<Evidence>map(
                  column -> Mean.of(Arrays.stream(column).map(v -> POINTS * v).toArray()))
              .toList();
      String label = law == Law.COSINE ? "cosine, base rate" : "exponential, decay constant";
      layers.addAll(Drawing.band(label, Ink.of(ink++), x, means));
    }
    return Chart.of(
        new Panel(
            "", Axis.log("times the tuned value"), Axis.linear("test accuracy in points"), layers));
  }

  private static Figure rangeTests() {
    return new Figure(
        "range-tests",
        "What range tests suggest, against the best rate of a grid",
        "A point for each combination of data, network, optimiser and batch: the median of what ten"
            + " range tests suggest, of those that do. The dashed lines are a factor of three away.",
        List.of(RangeTest.GRID, RangeTest.NAME),
        tables ->
            Chart.of(
                suggestions(tables, "minimum_over_ten", "minimum / 10"),
                suggestions(tables, "steepest", "steepest slope")));
  }

  private static Panel suggestions(Tables tables, String rule, String title) {
    List<Layer> layers = new ArrayList<>();
    double[] ends = {1e-6, 10};
    for (double factor : new double[] {1 / DynamicsClaims.HIT, 1, DynamicsClaims.HIT}) {
      double[] y = {ends[0] * factor, ends[1] * factor};
      Ink ink = factor == 1 ? Ink.NEUTRAL : new Ink(Ink.NEUTRAL.color(), Ink.Dash.DASHED);
      layers.add(new Layer.Line("", ink, ends, y));
    }
    int ink = 0;
    for (String rise : List.of(RangeTest.EXPONENTIAL, RangeTest.LINEAR)) {
      List<DynamicsClaims.Combination> all = DynamicsClaims.combinations(tables, rule, rise);
      layers.add(
          new Layer.Points(
              rise + " rise",
              ink == 0 ? Ink.of(ink) : Ink.of(ink).dashed(),
              all.stream().mapToDouble(DynamicsClaims.Combination::best).toArray(),
              all.stream().mapToDouble(DynamicsClaims.Combination::suggested).toArray()));
      ink++;
    }
    return new Panel(
        title,
        Axis.log("best rate of the grid").from(ends[0], ends[1]),
        Axis.log("suggested rate").from(1e-8, ends[1]),
        layers);
  }

  private static Figure warmUp() {
    return new Figure(
        "warm-up",
        "Failures at large rates, with and without a warm-up",
        "Share of networks that diverged or learnt nothing, with 95 % intervals of Clopper and"
            + " Pearson.",
        List.of(NetworkExperiments.WARM),
        ScheduleFigures::warmUpChart);
  }

  private static Chart warmUpChart(Tables tables) {
    List<Layer> layers = new ArrayList<>();
    int ink = 0;
    for (Law law : List.of(Law.CONSTANT, Law.WARM_UP)) {
      Map<Double, Table> rates =
          tables.trials(NetworkExperiments.WARM).where("law", law.label()).groupBy("rate");
      List<Evidence> failures =
          rates.values().stream()
              .<Evidence>map(
                  rows -> new BinomialEvidence(DynamicsClaims.failures(rows), rows.rows()))
              .toList();
      double[] x = Drawing.array(rates.keySet());
      layers.addAll(
          Drawing.band(law == Law.CONSTANT ? "without" : "warm-up", Ink.of(ink++), x, failures));
    }
    return Chart.of(
        new Panel("", Axis.log("learning rate"), Axis.linear("share of failures"), layers));
  }

  private static Figure restarts() {
    return new Figure(
        "restarts",
        "Warm restarts: the loss jumps and recovers",
        "Mean train loss after each epoch with 95 % intervals, by the number of cycles; the rate"
            + " underneath.",
        List.of(NetworkExperiments.RESTARTS.name()),
        tables ->
            Chart.of(
                course(
                    tables,
                    NetworkExperiments.RESTARTS.name(),
                    "shape",
                    "train_loss",
                    "train loss")));
  }
}
