package temper.studies.sharpminima;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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

  private static final Axis DISTANCE = Axis.linear("distance along the direction");

  /** What scaling does not move. */
  private static final List<String> INVARIANT =
      List.of("train", "test", "path_norm", "fisher_rao", "adaptive", "filter");

  /** The loss from which on {@link StabilityEdge} breaks a run off. */
  private static final double DIVERGED = 1e6;

  /** Where runs stand whose loss did not rise, and whose growth has no logarithm. */
  private static final double FLOOR = 0.01;

  /** Where runs stand that diverged, and have no sharpness at the end. */
  private static final double TOP = 22;

  private TransformFigures() {}

  static List<Figure> all() {
    return List.of(sharpness(), slices(), plane(), edge(), volume(), spectrum(), normalized());
  }

  private static Figure sharpness() {
    return new Figure(
        "sharpness-against-scale",
        "As sharp as one likes, and the same function",
        "(a) Largest eigenvalue of the Hessian and sharpness in a ball of radius 0.05 of one"
            + " function at many scales, with the asymptotes from the largest eigenvalues λ₁ and λ₂"
            + " of both layers' blocks of the Hessian. (b) The largest eigenvalue over its value at"
            + " scale 1, and as one line six measures that scaling does not move: train and test"
            + " loss, path norm, Fisher-Rao norm, curvature in units of the weights and along"
            + " filter-normalised directions; the legend has the farthest that any of them is from"
            + " its value at scale 1. Medians over trained networks; bands from the lower to the"
            + " upper quartile.",
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
    Table invariant = relative(scales, INVARIANT);
    double farthest =
        Arrays.stream(invariant.numbers("ratio")).map(r -> Math.abs(r - 1)).max().orElse(0);
    BigDecimal above = new BigDecimal(farthest).round(new MathContext(1, RoundingMode.UP));
    Table moved = relative(scales, List.of("curvature"));
    right.addAll(MedianLines.median("largest eigenvalue", Ink.of(0), moved, "alpha", "ratio"));
    right.addAll(
        MedianLines.median(
            "six measures, within " + NumberLabel.of(above) + " of 1",
            Ink.of(3),
            invariant,
            "alpha",
            "ratio"));
    return Chart.of(
        new Panel("", Axis.log(ALPHA), Axis.log("curvature, sharpness"), left),
        new Panel("", Axis.log(ALPHA), Axis.log("value / value at α = 1"), right));
  }

  /** Values of some columns over those of the same network at scale 1. */
  private static Table relative(Table scales, List<String> columns) {
    Table units = scales.where("alpha", 1);
    double[] networks = units.numbers("replicate");
    double[] replicate = scales.numbers("replicate");
    double[] scale = scales.numbers("alpha");
    int rows = scale.length;
    double[] alpha = new double[rows * columns.size()];
    double[] ratio = new double[alpha.length];
    for (int k = 0; k < columns.size(); k++) {
      double[] values = scales.numbers(columns.get(k));
      double[] unit = units.numbers(columns.get(k));
      for (int i = 0; i < rows; i++) {
        alpha[k * rows + i] = scale[i];
        ratio[k * rows + i] = values[i] / unit[place(networks, replicate[i])];
      }
    }
    return Table.builder(alpha.length).numbers("alpha", alpha).numbers("ratio", ratio).build();
  }

  private static int place(double[] networks, double network) {
    return IntStream.range(0, networks.length)
        .filter(i -> networks[i] == network)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scale 1 of network " + network));
  }

  private static double[] map(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  private static Figure slices() {
    return new Figure(
        "slices",
        "The same minimum before and after scaling",
        "Train loss along one random direction of length 1 through a minimum, before (α = 1) and"
            + " after its layers were scaled against one another. (a) A wide view. (b) Near the"
            + " minimum. Samples lie 0.025 apart: in (b) each has a mark, and between them lines"
            + " are straight, so that a narrow minimum seems to have a corner.",
        List.of(ScaledMinimum.NAME),
        tables -> {
          Table slices = tables.table(ScaledMinimum.NAME, ScaledMinimum.SLICES);
          return Chart.of(
              new Panel("", DISTANCE, Axis.log("train loss"), slice(slices, 1, false)),
              new Panel("", DISTANCE, Axis.log("train loss"), slice(slices, 0.25, true)));
        });
  }

  private static List<Layer> slice(Table slices, double reach, boolean marks) {
    List<Layer> layers = new ArrayList<>();
    int color = 0;
    for (Map.Entry<Double, Table> entry : slices.groupBy("alpha").entrySet()) {
      double alpha = Math.rint(entry.getKey() * 1000) / 1000;
      double[] all = entry.getValue().numbers("distance");
      Table rows = entry.getValue().select(i -> Math.abs(all[i]) <= reach);
      double[] distance = rows.numbers("distance");
      double[] loss = rows.numbers("loss");
      Ink ink = Ink.of(color++);
      layers.add(new Layer.Line("α = " + NumberLabel.of(alpha), ink, distance, loss));
      if (marks) {
        layers.add(new Layer.Points("", ink, distance, loss));
      }
    }
    return layers;
  }

  private static Figure plane() {
    return new Figure(
        "plane",
        "Gradient descent from sharp ends of the valley",
        "Contours of the train loss, over its least value in the plane, with both layers of a"
            + " trained network multiplied by factors of their own: the valley of equal loss is"
            + " where their product is 1. Paths of gradient descent at one rate, begun beside the"
            + " valley at scales over the one at which it is predicted to become unstable, from an"
            + " open to a filled mark; the path at half of the edge stays where it begins, and is a"
            + " dot. Paths leave the plane, and only the lengths of the layers are shown: the"
            + " contour below a path is not its loss.",
        List.of(StabilityEdge.NAME),
        TransformFigures::planeChart);
  }

  private static Chart planeChart(Tables tables) {
    Table plane = tables.table(StabilityEdge.NAME, StabilityEdge.PLANE);
    double[] x = distinct(plane, "first");
    double[] y = distinct(plane, "second");
    double[] loss = plane.numbers("loss");
    double least = Arrays.stream(loss).min().orElseThrow();
    double[][] z = new double[y.length][x.length];
    for (int i = 0; i < loss.length; i++) {
      z[i / x.length][i % x.length] = loss[i] / least;
    }
    List<Layer> layers = new ArrayList<>();
    double[] levels = {1.5, 3, 10, 100, 1000};
    layers.add(new Layer.Contour("loss / least loss", Ink.NEUTRAL, x, y, z, levels).numbered());
    layers.add(new Layer.Line("valley", Ink.NEUTRAL.dashed(), x, map(x, a -> 1 / a)));
    Table paths = tables.table(StabilityEdge.NAME, StabilityEdge.PATHS);
    int[] colors = {0, 1, 3}; // The mark of 2 is a triangle, which would look like an arrow.
    for (int i = 0; i < colors.length; i++) {
      double relative = StabilityEdge.DRAWN.get(i);
      Table path = paths.where("relative", relative);
      layers.add(
          new Layer.Trajectory(
              NumberLabel.of(relative) + " of the edge",
              Ink.of(colors[i]),
              path.numbers("first"),
              path.numbers("second")));
    }
    return Chart.of(
        new Panel(
            "",
            Axis.log("first layer, length / at the minimum").from(0.3, 20),
            Axis.log("second layer, length / at the minimum").from(0.05, 20),
            layers));
  }

  private static double[] distinct(Table table, String column) {
    return table.groupBy(column).keySet().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Figure edge() {
    return new Figure(
        "stability-edge",
        "At one rate, gradient descent stays at flat copies only",
        "Runs of gradient descent begun beside scaled minima, against rate times sharpness there."
            + " (a) How far the loss rose above that of the minimum, over the excess with which a"
            + " run begins; runs in which it never did stand on the line at the bottom. (b) Rate"
            + " times sharpness where they ended; runs that diverged ended nowhere, and stand open"
            + " at the top. Dashed: the bound 2; the dotted line is where nothing changes.",
        List.of(StabilityEdge.NAME),
        TransformFigures::edgeChart);
  }

  private static Chart edgeChart(Tables tables) {
    Table runs = tables.table(StabilityEdge.NAME, StabilityEdge.RUNS);
    double[] growth = runs.numbers("growth");
    double[] loss = runs.numbers("end_loss");
    Table risen = runs.select(i -> growth[i] != 0);
    Table still = runs.select(i -> growth[i] == 0);
    Table ended = runs.select(i -> loss[i] < DIVERGED);
    Table diverged = runs.select(i -> !(loss[i] < DIVERGED));
    String floor = "no rise, 0: " + still.rows() + " of " + runs.rows() + " runs";
    String top = "diverged: " + diverged.rows() + " of " + runs.rows() + " runs";
    Ink open = Ink.of(0).dotted();
    double[] line = {0.4, 10};
    return Chart.of(
        Panel.of(
            "",
            Axis.log("rate times sharpness at the start"),
            Axis.log("largest excess loss / excess at the start"),
            new Layer.Points("run", Ink.of(0), risen.numbers("product"), risen.numbers("growth")),
            new Layer.Rule(floor, Ink.NEUTRAL.dotted(), false, FLOOR),
            level(floor, open, still, FLOOR),
            new Layer.Rule("bound 2", Ink.NEUTRAL.dashed(), true, 2)),
        Panel.of(
            "",
            Axis.log("rate times sharpness at the start"),
            Axis.log("rate times sharpness at the end").from(0.1, 30),
            new Layer.Line("end = start", Ink.NEUTRAL.dotted(), line, line),
            new Layer.Points(
                "run", Ink.of(0), ended.numbers("product"), ended.numbers("end_product")),
            level(top, open, diverged, TOP),
            new Layer.Rule("bound 2", Ink.NEUTRAL.dashed(), false, 2)));
  }

  /** Runs without a value, at one height. */
  private static Layer level(String label, Ink ink, Table runs, double height) {
    double[] product = runs.numbers("product");
    return new Layer.Points(label, ink, product, map(product, x -> height));
  }

  private static Figure volume() {
    return new Figure(
        "orbit-volume",
        "The valley has no end",
        "Volume of separate boxes along the orbit of a minimum, in each of which the loss stays"
            + " within 0.05 of it: of all boxes up to a scale, over that of the first. One line for"
            + " each of six networks; they lie on one another.",
        List.of(OrbitVolume.NAME),
        tables -> {
          Table boxes = tables.table(OrbitVolume.NAME, OrbitVolume.BOXES);
          List<Layer> layers = new ArrayList<>();
          boxes
              .groupBy("replicate")
              .forEach(
                  (replicate, rows) -> {
                    if (replicate < 6) {
                      layers.add(
                          new Layer.Line(
                              "", Ink.of(0), rows.numbers("alpha"), rows.numbers("log_total")));
                    }
                  });
          return Chart.of(
              new Panel("", Axis.log(ALPHA), Axis.linear("log₁₀(volume / first box)"), layers));
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
