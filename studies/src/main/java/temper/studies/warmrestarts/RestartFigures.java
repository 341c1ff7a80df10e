package temper.studies.warmrestarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Figures of single networks. */
final class RestartFigures {

  private static final String ERROR_AXIS = "test error (%)";
  private static final List<Arm> RESTARTS =
      List.of(Arm.STEP, Arm.COSINE, Arm.LONG_RESTARTS, Arm.SHORT_RESTARTS);
  private static final List<Arm> COMPARISON =
      List.of(Arm.COSINE, Arm.LINEAR, Arm.COOLDOWN, Arm.AVERAGED);

  private RestartFigures() {}

  static List<Figure> all() {
    return List.of(
        anytime(
            "anytime",
            "The test error on the way, with restarts and without",
            RestartExperiments.RESTARTS,
            RESTARTS),
        recommended(),
        anytime(
            "endings",
            "Later ways to end a run against one cosine cycle",
            RestartExperiments.COMPARISON,
            COMPARISON),
        finalErrors(),
        grid());
  }

  private static Figure anytime(String name, String title, String experiment, List<Arm> arms) {
    return new Figure(
        name,
        title,
        "Mean test error after each epoch with 95 % intervals over replicates; underneath, the"
            + " learning rate.",
        List.of(experiment),
        tables -> curveChart(tables, experiment, arms, "test_error"));
  }

  private static Figure recommended() {
    return new Figure(
        "recommended",
        "The test error of the network that one would stop with",
        "As the curves on the way, but of runs with restarts the network at the end of the last"
            + " whole cycle is shown.",
        List.of(RestartExperiments.RESTARTS),
        tables -> curveChart(tables, RestartExperiments.RESTARTS, RESTARTS, "recommended_error"));
  }

  private static Chart curveChart(Tables tables, String experiment, List<Arm> arms, String column) {
    Table curves = tables.table(experiment, AnytimeTraining.CURVE);
    List<Layer> bands = new ArrayList<>();
    List<Layer> lines = new ArrayList<>();
    List<Layer> rates = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      Table curve = curves.where("arm", arms.get(i).key());
      Means errors = Means.of(curve, "epoch", column).percent(1);
      bands.add(errors.band(Ink.of(i)));
      lines.add(errors.line(arms.get(i).label(), Ink.of(i)));
      rates.add(Means.of(curve, "epoch", "learning_rate").line("", Ink.of(i)));
    }
    bands.addAll(lines);
    Panel panel = new Panel("", Axis.linear("epoch"), Axis.linear(ERROR_AXIS), bands);
    return Chart.of(panel.below(Axis.linear("rate"), rates.toArray(Layer[]::new)));
  }

  private static Figure finalErrors() {
    return new Figure(
        "final-errors",
        "Test errors of the networks that are recommended at the end",
        "Left: at one largest rate. Middle: later ways to end a run. Right: one cosine cycle and step"
            + " decay at the best rate of each. Each point is a replicate; boxes are quartiles.",
        List.of(
            RestartExperiments.RESTARTS, RestartExperiments.COMPARISON, RestartExperiments.TUNED),
        tables ->
            Chart.of(
                boxes(tables, "one rate", RestartExperiments.RESTARTS, RESTARTS),
                boxes(tables, "endings", RestartExperiments.COMPARISON, COMPARISON),
                boxes(
                    tables,
                    "best rates",
                    RestartExperiments.TUNED,
                    List.of(Arm.STEP, Arm.COSINE))));
  }

  private static Panel boxes(Tables tables, String title, String experiment, List<Arm> arms) {
    double[][] errors =
        arms.stream()
            .map(arm -> Runs.errors(Runs.of(tables, experiment, arm), AnytimeTraining.ERROR))
            .map(values -> Arrays.stream(values).map(value -> 100 * value).toArray())
            .toArray(double[][]::new);
    return Panel.of(
        title,
        Axis.named("", arms.stream().map(Arm::key).toList()),
        Axis.linear(ERROR_AXIS),
        Layer.Samples.grouped("", Ink.of(0), Layer.Samples.Form.BOX, 0, 1, errors));
  }

  private static Figure grid() {
    return new Figure(
        "rate-grid",
        "How much the largest rate matters",
        "Mean final test error against the largest rate, with 95 % intervals over replicates.",
        List.of(RestartExperiments.GRID),
        tables -> {
          List<Layer> layers = new ArrayList<>();
          int ink = 0;
          for (Arm arm : List.of(Arm.STEP, Arm.LONG_RESTARTS)) {
            Means errors =
                Means.of(
                        Runs.of(tables, RestartExperiments.GRID, arm),
                        "rate",
                        AnytimeTraining.ERROR)
                    .percent(1 + 0.03 * (2 * ink - 1));
            layers.add(errors.line("", Ink.of(ink)));
            layers.add(errors.intervals(arm.label(), Ink.of(ink)));
            ink++;
          }
          return Chart.of(
              new Panel("", Axis.log("largest learning rate"), Axis.linear(ERROR_AXIS), layers));
        });
  }
}
