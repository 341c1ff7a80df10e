package temper.studies.sharpminima;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.studies.fullbatch.MedianLines;

/** Figures of the width of minima against the learning rate. */
final class WidthFigures {

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
            + " Left: from the minimum that the low rate has found. Right: from a copy of it that"
            + " scaling has made narrow. Medians over seeds, bands from the lower to the upper"
            + " quartile; runs that diverged are left out and counted in the table of trials.",
        List.of(CyclicWidth.NAME),
        tables ->
            Chart.of(
                course(tables, CyclicWidth.FOUND, "from the minimum as found"),
                course(tables, CyclicWidth.NARROW, "from a narrow copy")));
  }

  private static Panel course(Tables tables, double alpha, String title) {
    Table all = tables.table(CyclicWidth.NAME, CyclicWidth.COURSE).where("alpha", alpha);
    List<Layer> layers = new ArrayList<>();
    List<Layer> rates = new ArrayList<>();
    for (RatePath path : RatePath.values()) {
      Ink ink = Ink.of(path.color());
      Table rows = all.where("path", path.label());
      layers.addAll(MedianLines.median(path.label() + " rate", ink, rows, "step", "curvature"));
      Table one = rows.where("replicate", 0);
      rates.add(new Layer.Line("", ink, one.numbers("step"), one.numbers("rate")));
    }
    return new Panel(title, Axis.linear("step"), Axis.log("largest eigenvalue"), layers)
        .below(Axis.linear("rate"), rates.toArray(Layer[]::new));
  }

  private static Figure profiles() {
    return new Figure(
        "profiles",
        "The minima themselves",
        "Rise of the train loss along the steepest direction through the minima in which the first"
            + " replicate's runs end under each rate. Left: from the minimum that the low rate has"
            + " found. Right: from a narrow copy.",
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
      layers.add(
          new Layer.Line(
              path.label() + " rate",
              Ink.of(path.color()),
              rows.numbers("distance"),
              rows.numbers("rise")));
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
        "Large rates end at flatter minima",
        "Rate times sharpness at the end of full gradient descent against the rate, in units of the"
            + " largest at which the minimum of a small rate is stable. Dotted: the sharpness of the"
            + " small rate; dashed: the bound 2. Medians over networks, bands from the lower to the"
            + " upper quartile.",
        List.of(RateAndSharpness.NAME),
        tables -> {
          Table trials = tables.trials(RateAndSharpness.NAME);
          double[] ends = {0.25, 2};
          List<Layer> layers = new ArrayList<>();
          layers.add(
              new Layer.Line(
                  "sharpness of the small rate",
                  Ink.NEUTRAL.dotted(),
                  ends,
                  new double[] {0.5, 4}));
          layers.addAll(
              MedianLines.median("gradient descent", Ink.of(0), trials, "multiple", "product"));
          layers.add(
              new Layer.Points(
                  "", Ink.of(0), trials.numbers("multiple"), trials.numbers("product")));
          layers.add(new Layer.Rule("2", Ink.NEUTRAL.dashed(), false, 2));
          return Chart.of(
              new Panel(
                  "",
                  Axis.linear("rate / stability bound of the small rate's minimum"),
                  Axis.linear("rate times sharpness at the end"),
                  layers));
        });
  }
}
