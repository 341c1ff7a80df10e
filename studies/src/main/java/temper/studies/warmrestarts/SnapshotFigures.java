package temper.studies.warmrestarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Figures of several networks of one budget. */
final class SnapshotFigures {

  private static final String ERROR_AXIS = "test error (%)";

  /** A cell of the comparison of snapshots, as figures name it. */
  private record Source(String label, String arm, double rate) {

    Table of(Table table) {
      return table.where("arm", arm).where("rate", rate);
    }
  }

  private static final Source STEP =
      new Source("one run, step decay", SnapshotTraining.STEP, SnapshotExperiments.LOW_RATE);
  private static final Source LOW =
      new Source("cycles, rate 0.1", SnapshotTraining.CYCLIC, SnapshotExperiments.LOW_RATE);
  private static final Source HIGH =
      new Source("cycles, rate 0.2", SnapshotTraining.CYCLIC, SnapshotExperiments.HIGH_RATE);
  private static final Source SINGLE =
      new Source(
          "a new network each cycle", SnapshotTraining.SINGLE_CYCLES, SnapshotExperiments.LOW_RATE);
  private static final Source INDEPENDENT =
      new Source("whole budget each", SnapshotTraining.INDEPENDENT, SnapshotExperiments.LOW_RATE);
  private static final List<Source> SOURCES = List.of(STEP, LOW, HIGH, SINGLE);

  private SnapshotFigures() {}

  static List<Figure> all() {
    return List.of(curves(), ensembles(), correlations(), paths(), counts(), oracle());
  }

  private static Figure curves() {
    return new Figure(
        "snapshot-curves",
        "Runs whose snapshots are taken",
        "Mean test error on the way with 95 % intervals over replicates; underneath, the learning"
            + " rate. Snapshots are taken at the ends of the cycles, and in the run under step decay"
            + " at the same epochs.",
        List.of(SnapshotExperiments.SNAPSHOTS),
        tables -> {
          Table all = tables.table(SnapshotExperiments.SNAPSHOTS, SnapshotTraining.CURVE);
          List<Layer> bands = new ArrayList<>();
          List<Layer> lines = new ArrayList<>();
          List<Layer> rates = new ArrayList<>();
          int ink = 0;
          for (Source source : List.of(STEP, LOW, HIGH)) {
            Table curve = source.of(all);
            Means errors = Means.of(curve, "epoch", "test_error").percent(1);
            bands.add(errors.band(Ink.of(ink)));
            lines.add(errors.line(source.label(), Ink.of(ink)));
            rates.add(Means.of(curve, "epoch", "learning_rate").line("", Ink.of(ink)));
            ink++;
          }
          bands.addAll(lines);
          Panel panel = new Panel("", Axis.linear("epoch"), Axis.linear(ERROR_AXIS), bands);
          return Chart.of(panel.below(Axis.linear("rate"), rates.toArray(Layer[]::new)));
        });
  }

  private static Figure ensembles() {
    return new Figure(
        "ensembles",
        "Ensembles of the last snapshots",
        "Means with 95 % intervals over replicates of the test error and the test loss of the mean"
            + " prediction of the last snapshots, against their number. The budget of all sources is"
            + " the same.",
        List.of(SnapshotExperiments.SNAPSHOTS),
        tables -> {
          Table all = tables.table(SnapshotExperiments.SNAPSHOTS, SnapshotTraining.ENSEMBLES);
          return Chart.of(
              new Panel(
                  "",
                  Axis.linear("snapshots in the ensemble"),
                  Axis.linear(ERROR_AXIS),
                  bySize(all, SOURCES, "test_error", true)),
              new Panel(
                  "",
                  Axis.linear("snapshots in the ensemble"),
                  Axis.linear("test loss"),
                  bySize(all, SOURCES, "test_loss", false)));
        });
  }

  private static List<Layer> bySize(
      Table ensembles, List<Source> sources, String column, boolean percent) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Means all = Means.of(sources.get(i).of(ensembles), "size", column);
      double aside = 0.05 * (i - (sources.size() - 1) / 2.0);
      Means means = percent ? all.percentAside(aside) : all.aside(aside);
      layers.add(means.line("", Ink.of(i)));
      layers.add(means.intervals(sources.get(i).label(), Ink.of(i)));
    }
    return layers;
  }

  private static Figure correlations() {
    return new Figure(
        "correlations",
        "How alike the predictions of snapshots are",
        "Mean over replicates of the correlation of the probabilities that two snapshots give to all"
            + " classes of the test examples.",
        List.of(SnapshotExperiments.SNAPSHOTS),
        tables -> {
          Table pairs = tables.table(SnapshotExperiments.SNAPSHOTS, SnapshotTraining.PAIRS);
          return Chart.facets(
              2, SOURCES.stream().map(source -> heatMap(source, source.of(pairs))).toList());
        });
  }

  private static Panel heatMap(Source source, Table pairs) {
    int count = (int) Arrays.stream(pairs.numbers("second")).max().orElse(2);
    double[][] correlations = new double[count][count];
    double[] places = new double[count];
    for (int i = 0; i < count; i++) {
      Arrays.fill(correlations[i], Double.NaN);
      correlations[i][i] = 1;
      places[i] = i;
    }
    pairs
        .groupBy("first")
        .forEach(
            (first, some) ->
                some.groupBy("second")
                    .forEach(
                        (second, pair) -> {
                          double mean =
                              Arrays.stream(pair.numbers("correlation"))
                                  .average()
                                  .orElse(Double.NaN);
                          correlations[first.intValue() - 1][second.intValue() - 1] = mean;
                          correlations[second.intValue() - 1][first.intValue() - 1] = mean;
                        }));
    Axis snapshots =
        Axis.named(
            "snapshot", IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    return Panel.of(
        source.label(),
        snapshots,
        snapshots,
        new Layer.HeatMap(
            "correlation", places, places, correlations, Axis.Scale.LINEAR, Double.NaN));
  }

  private static Figure paths() {
    return new Figure(
        "paths",
        "Between the last two snapshots",
        "Mean test error with 95 % intervals over replicates on the straight line in parameter space"
            + " from the last snapshot but one to the last. Left: batch-norm statistics estimated at"
            + " each point. Right: statistics between those of the two.",
        List.of(SnapshotExperiments.SNAPSHOTS),
        tables -> {
          Table all = tables.table(SnapshotExperiments.SNAPSHOTS, SnapshotTraining.PATHS);
          return Chart.of(
              path("statistics estimated anew", all, "test_error"),
              path("statistics between", all, "error_between"));
        });
  }

  private static Panel path(String title, Table all, String column) {
    List<Layer> layers = new ArrayList<>();
    List<Layer> lines = new ArrayList<>();
    for (int i = 0; i < SOURCES.size(); i++) {
      Means means = Means.of(SOURCES.get(i).of(all), "share", column).percent(1);
      layers.add(means.band(Ink.of(i)));
      lines.add(means.line(SOURCES.get(i).label(), Ink.of(i)));
    }
    layers.addAll(lines);
    return new Panel(
        title, Axis.linear("weight of the last snapshot"), Axis.linear(ERROR_AXIS), layers);
  }

  private static Figure counts() {
    return new Figure(
        "cycle-count",
        "Numbers of cycles at one budget",
        "Mean test error, with 95 % intervals over replicates, of the ensemble of all snapshots and"
            + " of the last snapshot alone, against the number of cycles.",
        List.of(SnapshotExperiments.CYCLES),
        tables -> {
          Table trials = tables.trials(SnapshotExperiments.CYCLES);
          Means together =
              Means.of(trials, "snapshots", SnapshotTraining.ENSEMBLE_ERROR).percent(0.98);
          Means last = Means.of(trials, "snapshots", SnapshotTraining.ERROR).percent(1.02);
          return Chart.of(
              Panel.of(
                  "",
                  Axis.log("cycles"),
                  Axis.linear(ERROR_AXIS),
                  together.line("", Ink.of(0)),
                  together.intervals("all snapshots together", Ink.of(0)),
                  last.line("", Ink.of(1)),
                  last.intervals("the last snapshot", Ink.of(1))));
        });
  }

  private static Figure oracle() {
    return new Figure(
        "true-ensemble",
        "Snapshots of one budget against networks that have it each",
        "Mean test error, with 95 % intervals over replicates, of the mean prediction of the last"
            + " networks, against their number. The one run costs as much as one of the others'"
            + " networks.",
        List.of(SnapshotExperiments.INDEPENDENT),
        SnapshotFigures::oracleChart);
  }

  private static Chart oracleChart(Tables tables) {
    Table all = tables.table(SnapshotExperiments.INDEPENDENT, SnapshotTraining.ENSEMBLES);
    return Chart.of(
        new Panel(
            "",
            Axis.linear("networks in the ensemble"),
            Axis.linear(ERROR_AXIS),
            bySize(all, List.of(HIGH, INDEPENDENT), "test_error", true)));
  }
}
