package temper.lab.figure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Charts with every kind of layer, and with what is hard to draw. */
final class Gallery {

  private Gallery() {}

  static Map<String, Chart> charts() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("lines-with-bands", Chart.of(losses("", true)));
    charts.put("shared-legend", Chart.of(losses("Train", true), losses("Test", true)));
    charts.put("own-legends", Chart.of(points(), losses("Loss of a long run on test data", true)));
    charts.put("landscape", Chart.of(landscape("Train loss", 4), landscape("Test loss", 0.5)));
    charts.put("one-landscape", Chart.of(landscape("", 4)));
    charts.put("heat", Chart.of(heat(Double.NaN, Axis.Scale.LINEAR)));
    charts.put("heat-two-sided", Chart.of(heat(0, Axis.Scale.LINEAR), logHeat()));
    charts.put("points", Chart.of(points()));
    charts.put("intervals", Chart.of(intervals()));
    charts.put("four", new Chart(List.of(points(), intervals(), losses("", false), tiny()), 2));
    charts.put("three", Chart.of(tiny(), intervals(), losses("Loss", false)));
    charts.put("empty", Chart.of(Panel.of("", Axis.linear("nothing"), Axis.log("still nothing"))));
    charts.put("long-labels", Chart.of(longLabels()));
    charts.put("seven", Chart.of(seven()));
    charts.putAll(KindsGallery.charts());
    return charts;
  }

  /** Returns the SHA-256 of all charts as SVG. */
  static String digest() {
    FigureRenderer renderer = new FigureRenderer();
    StringBuilder all = new StringBuilder();
    charts().forEach((name, chart) -> all.append(renderer.svg(chart, name)));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static double[] range(double from, double to, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = n == 1 ? from : from + (to - from) * i / (n - 1);
    }
    return out;
  }

  static double[] map(double[] x, DoubleUnaryOperator f) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = f.applyAsDouble(x[i]);
    }
    return out;
  }

  static Panel losses(String title, boolean bands) {
    double[] t = range(0, 400, 201);
    double[] small = map(t, x -> StrictMath.exp(-x / 60) + 1e-3);
    double[] large = map(t, x -> 0.6 * StrictMath.exp(-x / 25) + 2e-5 * (2 + StrictMath.sin(x)));
    double[] annealed = map(t, x -> 0.8 * StrictMath.exp(-x / 40) + 1e-4);
    Layer a = new Layer.Line("small rate, η = 0.01", Ink.of(0), t, small);
    Layer b = new Layer.Line("large rate, η = 0.3", Ink.of(1), t, large);
    Layer c = new Layer.Line("large, then small", Ink.of(2), t, annealed);
    Layer floor = new Layer.Rule("Bayes risk", Ink.NEUTRAL.dotted(), false, 5e-5);
    Axis x = Axis.linear("step");
    Axis y = Axis.log("excess loss ‖w − w*‖²");
    if (!bands) {
      return Panel.of(title, x, y, a, b, c, floor);
    }
    Layer d =
        new Layer.Band(
            "small rate, η = 0.01",
            Ink.of(0),
            t,
            map(small, v -> v - 6e-4 - v / 4),
            map(small, v -> 1.5 * v));
    Layer e =
        new Layer.Band(
            "large rate, η = 0.3",
            Ink.of(1),
            t,
            map(large, v -> v / 1.4),
            map(large, v -> v * 1.4));
    return Panel.of(title, x, y, d, e, a, b, c, floor);
  }

  static Panel landscape(String title, double bend) {
    double[] x = range(-1.5, 1.5, 61);
    double[] y = range(-1, 1, 41);
    double[][] z = new double[y.length][x.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        z[i][j] = bend * x[j] * x[j] + 3 * y[i] * y[i];
      }
    }
    double[] k = range(0, 30, 31);
    double[] px = map(k, s -> 1.3 * StrictMath.pow(-0.85, s));
    double[] py = map(k, s -> 0.8 * StrictMath.pow(0.9, s));
    double[] qx = map(k, s -> 1.3 * StrictMath.pow(0.9, s));
    double[] qy = map(k, s -> 0.8 * StrictMath.pow(0.97, s));
    return Panel.of(
        title,
        Axis.linear("w₁"),
        Axis.linear("w₂"),
        new Layer.Contour("loss", Ink.NEUTRAL, x, y, z, new double[] {0.1, 0.5, 1, 2, 4, 6, 8}),
        new Layer.Trajectory("large rate", Ink.of(1), px, py),
        new Layer.Trajectory("small rate", Ink.of(0), qx, qy));
  }

  static Panel heat(double neutral, Axis.Scale scale) {
    double[] x = range(0.1, 2, 20);
    double[] y = range(1, 10, 10);
    double[][] z = new double[y.length][x.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        z[i][j] = x[j] * y[i] > 14 ? Double.NaN : StrictMath.sin(x[j] * 2) * y[i] / 5 - 0.2;
      }
    }
    return Panel.of(
        "Phase diagram",
        Axis.linear("rate η"),
        Axis.linear("spectrum ratio λ₁/λ₂"),
        new Layer.HeatMap("gain in test loss (nats)", x, y, z, scale, neutral),
        new Layer.Contour("η = 2/λ₁", Ink.of(6).dashed(), x, y, z, new double[] {0.5}));
  }

  static Panel logHeat() {
    double[] x = map(range(-4, 0, 30), e -> StrictMath.pow(10, e));
    double[] y = map(range(0, 3, 25), e -> StrictMath.pow(10, e));
    double[][] z = new double[y.length][x.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        z[i][j] = x[j] * y[i] * y[i];
      }
    }
    return Panel.of(
        "Heat on logarithmic axes",
        Axis.log("rate"),
        Axis.log("steps"),
        new Layer.HeatMap("loss", x, y, z, Axis.Scale.LOG, Double.NaN));
  }

  static Panel points() {
    double[] x = range(1, 6, 40);
    Layer[] layers = new Layer[7];
    for (int i = 0; i < 7; i++) {
      int k = i;
      layers[i] =
          new Layer.Points(
              "group " + i,
              i == 6 ? Ink.of(i).dashed() : Ink.of(i),
              x,
              map(x, v -> 1e-6 * (v * (k + 1) + StrictMath.sin(9 * v + k))));
    }
    return Panel.of("Scatter", Axis.linear("x"), Axis.linear("y"), layers);
  }

  static Panel intervals() {
    double[] x = {0.001, 0.003, 0.01, 0.03, 0.1};
    double[] y = {1, 2, 3, Double.NaN, 5};
    double[] low = {0.5, Double.NEGATIVE_INFINITY, 2.5, 1, 4};
    double[] high = {1.5, 2.5, 3.4, 2, Double.POSITIVE_INFINITY};
    return Panel.of(
        "Intervals",
        Axis.log("rate"),
        Axis.linear("accuracy (%)"),
        new Layer.Intervals("95 % interval", Ink.of(3), x, y, low, high),
        new Layer.Rule("optimal rate", Ink.of(2).dashed(), true, 0.02));
  }

  static Panel tiny() {
    double[] x = range(1e6, 5e6, 30);
    return Panel.of(
        "Large numbers",
        Axis.linear("number of steps"),
        Axis.log("narrow"),
        new Layer.Line("", Ink.of(0), x, map(x, v -> 2 + v / 1e7)));
  }

  static Panel longLabels() {
    double[] x = range(-123456.5, 9876543.25, 50);
    return Panel.of(
        "A title of a panel that is so long that it cannot stand in one line above its plot",
        Axis.linear("a label of the horizontal axis that is longer than its axis by some words"),
        Axis.linear("and a vertical one that is longer than the plot is high, too, indeed it is"),
        new Layer.Line(
            "an entry that explains its line at great length, beyond every need, in more words than fit",
            Ink.of(0),
            x,
            map(x, v -> v * v)),
        new Layer.Line("b", Ink.of(1).dashed(), x, map(x, v -> -v * v)));
  }

  static Panel seven() {
    double[] x = range(0, 1, 101);
    Layer[] layers = new Layer[7];
    for (int i = 0; i < 7; i++) {
      int k = i + 1;
      layers[i] = new Layer.Line("n = " + k, Ink.of(i), x, map(x, v -> StrictMath.pow(v, k)));
    }
    return Panel.of("", Axis.linear("x"), Axis.linear("xⁿ"), layers);
  }
}
