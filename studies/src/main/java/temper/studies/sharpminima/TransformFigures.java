package temper.studies.sharpminima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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

/** Figures of scaled minima. */
final class TransformFigures {

  private static final String ALPHA = "scale of the first layer, α";

  private TransformFigures() {}

  static List<Figure> all() {
    return List.of(sharpness(), slices(), plane(), edge(), volume(), spectrum(), normalized());
  }

  private static Figure sharpness() {
    return new Figure(
        "sharpness-against-scale",
        "As sharp as one likes, and the same function",
        "Left: largest eigenvalue of the Hessian and sharpness in a ball of radius 0.05 of one"
            + " function at many scales, with the asymptotes from the blocks of the Hessian. Right:"
            + " what scaling does not move, over its value at scale 1. Medians over trained"
            + " networks; bands from the lower to the upper quartile.",
        List.of(ScaledMinimum.NAME),
        TransformFigures::sharpnessChart);
  }

  private static Chart sharpnessChart(Tables tables) {
    Table scales = tables.table(ScaledMinimum.NAME, ScaledMinimum.SCALES);
    Table trials = tables.trials(ScaledMinimum.NAME);
    double first = MedianLines.median(trials.numbers("first_curvature"));
    double second = MedianLines.median(trials.numbers("second_curvature"));
    double[] large = {1, ScaledMinimum.ALPHAS[ScaledMinimum.ALPHAS.length - 1]};
    double[] small = {ScaledMinimum.ALPHAS[0], 1};
    List<Layer> left = new ArrayList<>();
    left.add(
        new Layer.Line(
            "α² λ₂ and λ₁ / α²", Ink.NEUTRAL.dashed(), large, map(large, a -> second * a * a)));
    left.add(new Layer.Line("", Ink.NEUTRAL.dashed(), small, map(small, a -> first / (a * a))));
    left.addAll(MedianLines.median("largest eigenvalue", Ink.of(0), scales, "alpha", "curvature"));
    left.addAll(
        MedianLines.median("sharpness in the ball", Ink.of(1), scales, "alpha", "sharpness"));
    left.addAll(
        MedianLines.median(
            "its quadratic estimate", Ink.of(2).dotted(), scales, "alpha", "estimate"));
    List<Layer> right = new ArrayList<>();
    List<String> columns =
        List.of("train", "test", "path_norm", "fisher_rao", "adaptive", "filter", "curvature");
    List<String> labels =
        List.of(
            "train loss",
            "test loss",
            "path norm",
            "Fisher-Rao norm",
            "curvature in units of weights",
            "filter-normalised curvature",
            "largest eigenvalue");
    for (int i = columns.size() - 1; i >= 0; i--) {
      Table rows = scales.where("replicate", 0);
      double[] values = rows.numbers(columns.get(i));
      double unit = values[values.length / 2];
      Ink ink = i == 6 ? Ink.NEUTRAL : Ink.of(i);
      right.add(
          new Layer.Line(
              labels.get(i), ink, rows.numbers("alpha"), map(values, value -> value / unit)));
    }
    return Chart.of(
        new Panel("", Axis.log(ALPHA), Axis.log("curvature, sharpness"), left),
        new Panel("", Axis.log(ALPHA), Axis.log("value / value at α = 1"), right));
  }

  private static double[] map(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  private static Figure slices() {
    return new Figure(
        "slices",
        "The same minimum before and after scaling",
        "Train loss along one random direction of length 1 through a minimum, before (α = 1) and"
            + " after its layers were scaled against one another. Left: a wide view; right: near the"
            + " minimum.",
        List.of(ScaledMinimum.NAME),
        tables -> {
          Table slices = tables.table(ScaledMinimum.NAME, ScaledMinimum.SLICES);
          return Chart.of(
              slice(slices, 1, "distance along the direction"),
              slice(slices, 0.25, "distance along the direction"));
        });
  }

  private static Panel slice(Table slices, double reach, String label) {
    List<Layer> layers = new ArrayList<>();
    slices
        .groupBy("alpha")
        .forEach(
            (alpha, all) -> {
              double[] distance = all.numbers("distance");
              Table rows = all.select(i -> Math.abs(distance[i]) <= reach);
              layers.add(
                  new Layer.Line(
                      "α = " + NumberLabel.of(Math.rint(alpha * 1000) / 1000),
                      Ink.of(layers.size()),
                      rows.numbers("distance"),
                      rows.numbers("loss")));
            });
    return new Panel("", Axis.linear(label), Axis.log("train loss"), layers);
  }

  private static Figure plane() {
    return new Figure(
        "plane",
        "Gradient descent from sharp ends of the valley",
        "Contours of the train loss with both layers of a trained network multiplied by factors of"
            + " their own: the valley of equal loss is where their product is 1. Paths of gradient"
            + " descent at one rate, begun beside the valley at scales over the one at which it is"
            + " predicted to become unstable, in lengths of the layers.",
        List.of(StabilityEdge.NAME),
        tables -> {
          Table plane = tables.table(StabilityEdge.NAME, StabilityEdge.PLANE);
          double[] x = distinct(plane, "first");
          double[] y = distinct(plane, "second");
          double[] loss = plane.numbers("loss");
          double[][] z = new double[y.length][x.length];
          for (int i = 0; i < loss.length; i++) {
            z[i / x.length][i % x.length] = loss[i];
          }
          double least = Arrays.stream(loss).min().orElseThrow();
          List<Layer> layers = new ArrayList<>();
          double[] levels = {1.5 * least, 3 * least, 10 * least, 100 * least, 1000 * least};
          layers.add(new Layer.Contour("", Ink.NEUTRAL, x, y, z, levels));
          layers.add(new Layer.Line("valley", Ink.NEUTRAL.dashed(), x, map(x, a -> 1 / a)));
          Table paths = tables.table(StabilityEdge.NAME, StabilityEdge.PATHS);
          for (double relative : StabilityEdge.DRAWN) {
            Table path = paths.where("relative", relative);
            layers.add(
                new Layer.Trajectory(
                    NumberLabel.of(relative) + " of the edge",
                    Ink.of(layers.size() - 2),
                    path.numbers("first"),
                    path.numbers("second")));
          }
          return Chart.of(
              new Panel(
                  "",
                  Axis.log("first layer, length / at the minimum").from(0.3, 20),
                  Axis.log("second layer, length / at the minimum").from(0.05, 20),
                  layers));
        });
  }

  private static double[] distinct(Table table, String column) {
    return table.groupBy(column).keySet().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Figure edge() {
    return new Figure(
        "stability-edge",
        "At one rate, gradient descent stays at flat copies only",
        "Left: how much the excess of the loss grew in runs of gradient descent begun beside scaled"
            + " minima, against rate times sharpness there. Right: rate times sharpness where they"
            + " ended, those that diverged left out. The rule is the bound 2; the dotted line is where"
            + " runs stay.",
        List.of(StabilityEdge.NAME),
        tables -> {
          Table runs = tables.table(StabilityEdge.NAME, StabilityEdge.RUNS);
          double[] product = runs.numbers("product");
          double[] line = {0.4, 10};
          return Chart.of(
              Panel.of(
                  "",
                  Axis.log("rate times sharpness at the start"),
                  Axis.log("largest growth of the excess loss"),
                  new Layer.Points("run", Ink.of(0), product, runs.numbers("growth")),
                  new Layer.Rule("2", Ink.NEUTRAL.dashed(), true, 2)),
              Panel.of(
                  "",
                  Axis.log("rate times sharpness at the start"),
                  Axis.log("rate times sharpness at the end").from(0.1, 10),
                  new Layer.Line("stays", Ink.NEUTRAL.dotted(), line, line),
                  new Layer.Points("run", Ink.of(0), product, runs.numbers("end_product")),
                  new Layer.Rule("2", Ink.NEUTRAL.dashed(), false, 2)));
        });
  }

  private static Figure volume() {
    return new Figure(
        "orbit-volume",
        "The valley has no end",
        "Volume, over that of the first box, of separate boxes along the orbit of a minimum in which the loss"
            + " stays within 0.05 of it: of each box, and of all boxes so far. One line for each of"
            + " six networks.",
        List.of(OrbitVolume.NAME),
        tables -> {
          Table boxes = tables.table(OrbitVolume.NAME, OrbitVolume.BOXES);
          List<Layer> layers = new ArrayList<>();
          boxes
              .groupBy("replicate")
              .forEach(
                  (replicate, rows) -> {
                    if (replicate < 6) {
                      double[] alpha = rows.numbers("alpha");
                      boolean first = replicate == 0;
                      layers.add(
                          new Layer.Line(
                              first ? "all boxes so far" : "",
                              Ink.of(0),
                              alpha,
                              rows.numbers("log_total")));
                      layers.add(
                          new Layer.Line(
                              first ? "one box" : "",
                              Ink.of(1).dashed(),
                              alpha,
                              rows.numbers("log_volume")));
                    }
                  });
          return Chart.of(
              new Panel(
                  "", Axis.log(ALPHA), Axis.linear("decimal log of volume / first box"), layers));
        });
  }

  private static Figure spectrum() {
    return new Figure(
        "spectrum",
        "Many directions at once",
        "Eigenvalues of the Hessian of a network of three layers before and after scaling, in"
            + " falling order; those that are not positive are left out. The rule is ten times the"
            + " largest one before.",
        List.of(ThreeLayers.NAME),
        tables -> {
          Table spectrum = tables.table(ThreeLayers.NAME, ThreeLayers.SPECTRUM);
          double bound = tables.trials(ThreeLayers.NAME).numbers("bound")[0];
          return Chart.of(
              Panel.of(
                  "",
                  Axis.linear("number of the eigenvalue"),
                  Axis.log("eigenvalue"),
                  positive("before", Ink.of(0), spectrum),
                  positive("after", Ink.of(1), spectrum),
                  new Layer.Rule("bound", Ink.NEUTRAL.dashed(), false, bound)));
        });
  }

  private static Layer positive(String column, Ink ink, Table spectrum) {
    double[] values = map(spectrum.numbers(column), value -> value > 1e-9 ? value : Double.NaN);
    return new Layer.Points(column + " scaling", ink, spectrum.numbers("index"), values);
  }

  private static Figure normalized() {
    return new Figure(
        "batch-normalized",
        "Batch normalisation: large weights are flat",
        "Curvature of the first layer, and of all parameters together, against the factor by which"
            + " the first layer is multiplied in front of batch normalisation; the loss stays as it"
            + " is. Medians and quartiles over networks.",
        List.of(BatchNormalized.NAME),
        tables -> {
          Table scales = tables.table(BatchNormalized.NAME, BatchNormalized.SCALES);
          List<Layer> layers = new ArrayList<>();
          layers.addAll(
              MedianLines.median("first layer", Ink.of(0), scales, "factor", "curvature"));
          layers.addAll(MedianLines.median("whole Hessian", Ink.of(1), scales, "factor", "whole"));
          layers.addAll(MedianLines.median("train loss", Ink.of(2), scales, "factor", "loss"));
          return Chart.of(
              new Panel(
                  "", Axis.log("factor of the first layer"), Axis.log("curvature, loss"), layers));
        });
  }
}
