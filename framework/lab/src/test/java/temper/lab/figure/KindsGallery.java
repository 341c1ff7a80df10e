package temper.lab.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Distributions;
import temper.lab.study.chart.ImageTile;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Layer.Samples.Form;
import temper.lab.study.chart.Panel;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** Charts of samples, groups, facets, images, second axes and remarks. */
final class KindsGallery {

  private static final double[] NONE = {};

  private KindsGallery() {}

  static Map<String, Chart> charts() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("bars", Chart.of(bars()));
    charts.put("bars-below-zero", Chart.of(signedBars(), longNames()));
    charts.put("names-in-lines", Chart.of(schedules()));
    charts.put("histogram", Chart.of(histogram()));
    charts.put("boxes-and-violins", Chart.of(samples(Form.BOX, 24), samples(Form.VIOLIN, 200)));
    charts.put("boxes-on-logarithms", Chart.of(logSamples()));
    charts.put("ecdf", Chart.of(ecdf()));
    charts.put("performance-profile", Chart.of(profile()));
    charts.put("facets", Chart.facets(3, facets(6)));
    charts.put("facets-incomplete", Chart.facets(3, facets(5)));
    charts.put("facets-in-a-row", Chart.facets(3, facets(3)));
    charts.put("facets-of-heat", Chart.facets(2, heatFacets()));
    charts.put("rate-below", Chart.of(rated(true)));
    charts.put("rate-right", Chart.of(rated(false)));
    charts.put("rates-below", Chart.of(titled(rated(true), "Step"), titled(rated(true), "Again")));
    charts.put("remarks", Chart.of(remarks()));
    charts.put("numbered-contours", Chart.of(contours()));
    charts.put("long-line", Chart.of(longLine()));
    charts.put("images", Chart.of(images(6, 12, 3)));
    charts.put("grey-images", Chart.of(images(4, 4, 1)));
    charts.put("images-beside-lines", Chart.of(images(3, 6, 3), titled(rated(false), "Loss")));
    return charts;
  }

  private static double[] normal(String name, int n, double mean, double deviation) {
    RandomStream stream =
        StreamRoot.of("gallery", StreamRoot.Phase.EXPLORE).stream(name, 0, "values");
    return IntStream.range(0, n).mapToDouble(i -> mean + deviation * stream.gaussian()).toArray();
  }

  private static Panel titled(Panel panel, String title) {
    return new Panel(title, panel.x(), panel.y(), panel.layers(), panel.second());
  }

  static Panel bars() {
    List<Layer> layers = new ArrayList<>();
    double[][] y = {{6.9, 8.6, 11.8}, {5.4, 6.8, 9.9}, {5.1, 7.6, Double.NaN}, {8, 5, 9}};
    List<String> rates = List.of("constant", "cosine", "one-cycle", "large, then small");
    for (int k = 0; k < y.length; k++) {
      double[] low = Gallery.map(y[k], v -> v - 0.8);
      double[] high = Gallery.map(y[k], v -> v + 0.9);
      layers.add(Layer.Bars.grouped(rates.get(k), Ink.of(k), k, y.length, y[k], low, high));
    }
    Axis x = Axis.named("data set", List.of("Fashion-MNIST", "CIFAR-10", "patches"));
    return new Panel("", x, Axis.linear("test error (%)"), layers);
  }

  private static Panel signedBars() {
    double[] y = {0.4, -0.9, 1.3, -0.2, 0.75};
    double[] low = Gallery.map(y, v -> v - 0.3);
    double[] high = Gallery.map(y, v -> v + 0.3);
    return Panel.of(
        "Gain",
        Axis.named("", List.of("A", "B", "C", "D", "E")),
        Axis.linear("gain in accuracy (points)"),
        Layer.Bars.grouped("95 % interval", Ink.of(0), 0, 1, y, low, high),
        new Layer.Rule("no difference", Ink.NEUTRAL, false, 0));
  }

  private static Panel longNames() {
    List<String> names =
        List.of(
            "exponentialdecay",
            "triangular",
            "warmupstabledecay",
            "inverse-square-root",
            "cosine-warm-restarts",
            "constant");
    double[] y = {3, 2.5, 2, 1.8, 4, 0.5};
    return Panel.of(
        "Names without room",
        Axis.named("schedule", names),
        Axis.linear("time (s)"),
        Layer.Bars.grouped("", Ink.of(2), 0, 1, y, NONE, NONE));
  }

  private static Panel schedules() {
    List<String> names =
        List.of("reduce-on-plateau", "cosine", "inverse square root", "warmup-stable-decay");
    double[] y = {3, 2.5, 2, 1.8};
    Axis x = Axis.named("schedule", names);
    Layer intervals =
        new Layer.Intervals(
            "", Ink.of(0), new double[] {0, 1, 2, 3}, y, Gallery.map(y, v -> v - 0.2), y);
    return Panel.of("", x, Axis.linear("time (s)"), intervals);
  }

  static Panel histogram() {
    double[] a = normal("a", 400, 0, 1);
    double[] b = normal("b", 300, 1.5, 0.7);
    double[] edges = Distributions.edges(a, b);
    return Panel.of(
        "",
        Axis.linear("energy at the end"),
        Axis.linear("number of runs"),
        Distributions.histogram("constant", Ink.of(0), a, edges),
        Distributions.histogram("annealed", Ink.of(1).dashed(), b, edges),
        new Layer.Rule("ground state", Ink.NEUTRAL.dotted(), true, -3));
  }

  static Panel samples(Form form, int n) {
    List<Layer> layers = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      double[][] values = new double[3][];
      for (int i = 0; i < 3; i++) {
        values[i] = normal(form + " " + k + " " + i, n, 90 + 2 * i - 3 * k, 1 + 0.3 * i);
      }
      values[2][0] += 9;
      String label = k == 0 ? "annealed" : "constant";
      List<String> trials = IntStream.range(0, 3 * n).mapToObj(i -> "trial" + i).toList();
      layers.add(Layer.Samples.grouped(label, Ink.of(k), form, k, 2, values).from(trials));
    }
    Axis x = Axis.named("batch size", List.of("32", "128", "512"));
    String title = form == Form.BOX ? "Boxes of 24 values" : "Violins of 200 values";
    return new Panel(title, x, Axis.linear("test accuracy (%)"), layers);
  }

  private static Panel logSamples() {
    double[][] values = new double[3][];
    for (int i = 0; i < 3; i++) {
      values[i] = Gallery.map(normal("log" + i, 150, i, 0.8), v -> StrictMath.pow(10, v));
    }
    values[2] = new double[] {30, 100, 250};
    Axis x = Axis.named("temperature", List.of("0.1", "0.3", "1"));
    Axis y = Axis.log("steps to the optimum");
    return Panel.of(
        "",
        x,
        y,
        Layer.Samples.grouped("geometric", Ink.of(3), Form.VIOLIN, 0, 2, values),
        Layer.Samples.grouped("linear", Ink.of(2), Form.BOX, 1, 2, values));
  }

  static Panel ecdf() {
    double[] a = normal("first", 60, 3, 1);
    double[] b = normal("second", 60, 4, 1.5);
    return Panel.of(
        "",
        Axis.linear("final loss"),
        Axis.linear("share of runs").from(0, 1),
        Distributions.ecdfBand("annealed", Ink.of(0), a, 0.95),
        Distributions.ecdfBand("constant", Ink.of(1), b, 0.95),
        Distributions.ecdf("annealed", Ink.of(0), a),
        Distributions.ecdf("constant", Ink.of(1), b));
  }

  static Panel profile() {
    double[][] costs = new double[40][];
    for (int i = 0; i < costs.length; i++) {
      double[] draws = normal("cost" + i, 4, 2, 0.6);
      costs[i] = Gallery.map(draws, StrictMath::exp);
      costs[i][3] = i % 5 == 0 ? Double.POSITIVE_INFINITY : 1.8 * costs[i][3];
    }
    List<String> names = List.of("Lam", "geometric", "linear", "constant");
    return new Panel(
        "",
        Axis.log("factor of the best number of steps"),
        Axis.linear("share of problems").from(0, 1.05),
        Distributions.profiles(names, costs));
  }

  static List<Panel> facets(int n) {
    List<Panel> panels = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      double tau = 20 + 30 * k;
      double[] t = Gallery.range(0, 400, 101);
      double[] a = Gallery.map(t, x -> StrictMath.exp(-x / tau) + 2e-3);
      double[] b = Gallery.map(t, x -> 0.7 * StrictMath.exp(-x / 60) + 4e-4 * tau);
      List<Layer> layers = new ArrayList<>();
      layers.add(new Layer.Band("annealed", Ink.of(0), t, Gallery.map(a, v -> v / 1.5), a));
      layers.add(new Layer.Line("annealed", Ink.of(0), t, a));
      layers.add(new Layer.Line("constant", Ink.of(1).dashed(), t, b));
      if (k == 1) {
        layers.add(new Layer.Rule("only here", Ink.NEUTRAL.dotted(), true, 100));
      }
      panels.add(
          new Panel("rate " + (k + 1) / 10.0, Axis.linear("step"), Axis.log("loss"), layers));
    }
    return panels;
  }

  private static List<Panel> heatFacets() {
    List<Panel> panels = new ArrayList<>();
    for (int k = 1; k <= 4; k++) {
      double[] x = Gallery.range(0, 1, 21);
      double[][] z = new double[21][21];
      for (int i = 0; i < 21; i++) {
        for (int j = 0; j < 21; j++) {
          z[i][j] = k * x[i] * (1 - x[j]);
        }
      }
      Layer map = new Layer.HeatMap("loss", x, x, z, Axis.Scale.LINEAR, Double.NaN);
      panels.add(Panel.of("temperature " + k, Axis.linear("rate"), Axis.linear("momentum"), map));
    }
    return panels;
  }

  static Panel rated(boolean below) {
    double[] t = Gallery.range(0, 100, 401);
    double[] noise = normal("noise", t.length, 0, 0.04);
    double[] loss =
        IntStream.range(0, t.length)
            .mapToDouble(i -> (0.3 + 2 * StrictMath.exp(-t[i] / 18)) * (1 + noise[i]))
            .toArray();
    double[] rate =
        Gallery.map(
            t, x -> x < 10 ? 0.01 * x : 0.05 * (1 + StrictMath.cos(Math.PI * (x - 10) / 90)));
    Panel panel =
        Panel.of(
            "",
            Axis.linear("epoch"),
            Axis.log("training loss"),
            new Layer.Line("loss", Ink.of(0), t, loss));
    Layer line = new Layer.Line(below ? "" : "rate", Ink.of(1).dashed(), t, rate);
    Axis axis = Axis.linear(below ? "rate" : "learning rate");
    return below ? panel.below(axis, line) : panel.right(axis, line);
  }

  static Panel remarks() {
    double[] t = Gallery.range(0, 100, 201);
    double[] y = Gallery.map(t, x -> x < 40 ? 1 - x / 80 : x < 60 ? 0.5 : 0.5 - (x - 60) / 130);
    return Panel.of(
        "",
        Axis.linear("epoch"),
        Axis.linear("loss").from(0, 1.1),
        Layer.Band.over("large rate", Ink.of(4), 0, 40),
        new Layer.Line("training", Ink.of(0), t, y),
        new Layer.Rule("Bayes risk", Ink.NEUTRAL.dotted(), false, 0.1),
        new Layer.Note("the rate is lowered", 40, 0.5),
        new Layer.Note("plateau: gradient noise only", 52, 0.5),
        new Layer.Note("annealing pays", 62, 0.485),
        new Layer.Note("start", 0, 1));
  }

  static Panel contours() {
    double[] x = Gallery.range(-2, 2, 81);
    double[] y = Gallery.range(-1.5, 1.5, 61);
    double[][] z = new double[y.length][x.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        double well = x[j] * x[j] - 1;
        z[i][j] = well * well + 0.3 * x[j] + 1.5 * y[i] * y[i];
      }
    }
    double[] k = Gallery.range(0, 30, 31);
    return Panel.of(
        "",
        Axis.linear("w₁"),
        Axis.linear("w₂"),
        new Layer.Contour("loss", Ink.NEUTRAL, x, y, z, new double[] {-0.2, 0, 0.3, 0.8, 1.5, 3, 6})
            .numbered(),
        new Layer.Trajectory(
            "gradient descent",
            Ink.of(1),
            Gallery.map(k, s -> 1.6 - 0.65 * (1 - StrictMath.exp(-s / 5))),
            Gallery.map(k, s -> 1.2 * StrictMath.pow(-0.8, s))),
        new Layer.Note("shallow well", 0.96, 0),
        new Layer.Note("deep well", -1.04, 0));
  }

  static Panel longLine() {
    double[] t = Gallery.range(0, 1e6, 100_001);
    double[] noise = normal("long", t.length, 0, 1);
    noise[70_003] = 9;
    return Panel.of(
        "", Axis.linear("step"), Axis.linear("energy"), new Layer.Line("", Ink.of(0), t, noise));
  }

  static Panel images(int columns, int n, int channels) {
    List<ImageTile> tiles = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      int side = channels == 1 ? 28 : 32;
      double[] values = new double[side * side * channels];
      for (int i = 0; i < values.length; i++) {
        int pixel = i / channels;
        int column = pixel % side;
        int row = pixel / side;
        double x = (double) column / side;
        double y = (double) row / side;
        boolean patch = x > 0.7 && y < 0.25 && (column + row) % 2 == 0;
        values[i] = patch ? 1 : x * (1 - y) + 0.2 * StrictMath.sin(6 * (i % channels) + 9 * x * k);
      }
      String caption = k % 3 == 2 ? "class " + k + " with a patch" : "class " + k;
      tiles.add(
          channels == 1
              ? ImageTile.grey(caption, side, values, 0, 1)
              : ImageTile.rgb(caption, side, values, 0, 1));
    }
    return Panel.images(n == 6 ? "Inputs" : "", columns, tiles);
  }
}
