package temper.studies.largeratedynamics;

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
import temper.lab.study.chart.NumberLabel;
import temper.lab.study.chart.Panel;
import temper.studies.fullbatch.MedianLines;

/** The figures of this study. */
final class RateFigures {

  private RateFigures() {}

  static List<Figure> all() {
    return List.of(catapult(), height(), edge(), sparse(), batch());
  }

  private static Figure catapult() {
    return new Figure(
        "catapult",
        "Three phases of the learning rate",
        "Loss, and learning rate times curvature, along gradient descent of the one-example model"
            + " at learning rates of so many times the inverse of the curvature at the start; first"
            + " replicate. Below 2 the loss falls, between 2 and 4 it rises until the curvature has"
            + " fallen below the bound, above 4 it diverges. Losses below 10⁻⁶ and above 10⁶ are cut"
            + " off.",
        List.of(CatapultPhases.NAME),
        tables -> {
          Table courses = tables.table(CatapultPhases.NAME, CatapultPhases.COURSE);
          List<Layer> losses = new ArrayList<>();
          List<Layer> curvatures = new ArrayList<>();
          for (double product : new double[] {1.9, 2.1, 2.5, 3, 3.9, 4.05}) {
            Table rows = courses.where("product", product);
            String label = NumberLabel.of(product) + " / curvature";
            Ink ink = Ink.of(losses.size());
            double[] step = rows.numbers("step");
            losses.add(new Layer.Line(label, ink, step, rows.numbers("loss")));
            curvatures.add(new Layer.Line(label, ink, step, rows.numbers("curvature")));
          }
          curvatures.add(new Layer.Rule("bound 2", Ink.NEUTRAL.dashed(), false, 2));
          return Chart.of(
              new Panel("", Axis.linear("step"), Axis.log("loss").from(1e-6, 1e6), losses),
              new Panel(
                  "",
                  Axis.linear("step"),
                  Axis.linear("rate times curvature").from(0, 6),
                  curvatures));
        });
  }

  private static Figure height() {
    return new Figure(
        "catapult-height",
        "The wider the network, the higher it is thrown",
        "Highest loss of runs at 3 / curvature against the number of hidden units; the dashed line"
            + " is proportional to it. Points are runs, the line is their median, and the band goes"
            + " from the lower to the upper quartile.",
        List.of(CatapultHeight.NAME),
        tables -> {
          Table trials = tables.trials(CatapultHeight.NAME);
          double[] ends = {64, 4096};
          double middle = MedianLines.median(trials.where("width", 512).numbers("highest_loss"));
          double[] proportional = {middle / 8, middle * 8};
          List<Layer> layers = new ArrayList<>();
          layers.add(new Layer.Line("proportional", Ink.NEUTRAL.dashed(), ends, proportional));
          layers.add(
              new Layer.Points(
                  "run", Ink.of(0), trials.numbers("width"), trials.numbers("highest_loss")));
          layers.addAll(MedianLines.median("median", Ink.of(1), trials, "width", "highest_loss"));
          return Chart.of(
              new Panel("", Axis.log("hidden units"), Axis.log("highest loss"), layers));
        });
  }

  private static Figure edge() {
    return new Figure(
        "edge-of-stability",
        "The edge of stability",
        "Sharpness (largest eigenvalue of the Hessian) and train loss of a tanh network along"
            + " full-batch gradient descent at three rates and along gradient flow, against time,"
            + " which is rate times steps. Rules: 2 / rate. Medians over seeds, bands from the lower"
            + " to the upper quartile. The flow is followed for a shorter time, for its cost grows with"
            + " the sharpness.",
        List.of(EdgeOfStability.NAME, FlowSharpness.NAME),
        tables -> {
          Table descents = tables.table(EdgeOfStability.NAME, EdgeOfStability.COURSE);
          Table flow = tables.table(FlowSharpness.NAME, FlowSharpness.COURSE);
          List<Layer> sharpness = new ArrayList<>();
          List<Layer> loss = new ArrayList<>();
          Ink neutral = Ink.NEUTRAL;
          sharpness.addAll(MedianLines.median("gradient flow", neutral, flow, "time", "sharpness"));
          loss.addAll(MedianLines.median("gradient flow", neutral, flow, "time", "loss"));
          for (int i = 0; i < EdgeOfStability.RATES.size(); i++) {
            double rate = EdgeOfStability.RATES.get(i);
            Table rows = descents.where("rate", rate);
            String label = "rate " + NumberLabel.of(rate);
            Ink ink = Ink.of(i);
            sharpness.addAll(MedianLines.median(label, ink, rows, "time", "sharpness"));
            sharpness.add(new Layer.Rule("", ink.dashed(), false, 2 / rate));
            loss.addAll(MedianLines.median(label, ink, rows, "time", "loss"));
          }
          return Chart.of(
              new Panel("", Axis.linear("time"), Axis.linear("sharpness"), sharpness),
              new Panel("", Axis.linear("time"), Axis.log("train loss"), loss));
        });
  }

  private static Figure sparse() {
    return new Figure(
        "sparse-features",
        "A large rate at first finds the sparse solution",
        "Test error of diagonal linear networks with a sparse target at the end of runs of equal"
            + " length. Left: stochastic gradient descent against the length of its phase at the"
            + " large rate. Right: stochastic and full gradient descent with and without such a"
            + " phase over half the run. Boxes of train sets.",
        List.of(SparseFeatures.NAME),
        RateFigures::sparseChart);
  }

  private static Chart sparseChart(Tables tables) {
    Table trials = tables.trials(SparseFeatures.NAME);
    Table stochastic = trials.where("gradient", SparseFeatures.STOCHASTIC);
    double[] durations =
        stochastic.groupBy("duration").keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double longest = durations[durations.length - 1];
    List<String> names = Arrays.stream(durations).mapToObj(NumberLabel::of).toList();
    List<String> arms =
        List.of("stochastic, small", "stochastic, annealed", "full, small", "full, annealed");
    return Chart.of(
        Panel.of(
            "",
            Axis.named("steps at the large rate", names),
            Axis.log("test error"),
            boxes(
                Arrays.stream(durations)
                    .mapToObj(duration -> errors(stochastic, duration))
                    .toArray(double[][]::new))),
        Panel.of(
            "",
            Axis.named("", arms),
            Axis.log("test error"),
            boxes(
                errors(stochastic, 0),
                errors(stochastic, longest),
                errors(trials.where("gradient", SparseFeatures.FULL), 0),
                errors(trials.where("gradient", SparseFeatures.FULL), longest))));
  }

  private static double[] errors(Table trials, double duration) {
    return trials.where("duration", duration).numbers("test_error");
  }

  private static Layer boxes(double[]... values) {
    return Layer.Samples.grouped("", Ink.of(0), Layer.Samples.Form.BOX, 0, 1, values);
  }

  private static Figure batch() {
    return new Figure(
        "batch-against-rate",
        "A growing batch in place of a falling rate",
        "Test accuracy along training with a rate that falls twice, with batches that grow by the"
            + " same factors instead, and with neither. Medians over seeds, bands from the lower to"
            + " the upper quartile.",
        List.of(BatchAgainstRate.NAME),
        tables -> {
          List<Layer> layers = new ArrayList<>();
          Table curve = tables.table(BatchAgainstRate.NAME, BatchAgainstRate.CURVE);
          curve
              .groupByText("arm")
              .forEach(
                  (arm, rows) ->
                      layers.addAll(
                          MedianLines.median(
                              arm.replace('-', ' '),
                              Ink.of(layers.size() / 2),
                              rows,
                              "epoch",
                              "test_accuracy")));
          return Chart.of(
              new Panel("", Axis.linear("epoch"), Axis.linear("test accuracy"), layers));
        });
  }
}
