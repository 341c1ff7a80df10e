package temper.studies.largeinitialrate.theory;

import static temper.studies.largeinitialrate.theory.TheoryParameters.LARGE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.SMALL;

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
import temper.numerics.NumberText;
import temper.studies.largeinitialrate.theory.LargeAgainstSmall.Setting;

/** Figures of the large rate that is annealed against the small one. */
final class PairFigures {

  private PairFigures() {}

  private static String label(String algorithm) {
    return algorithm.equals(LARGE) ? "large, then small (L-S)" : "small (S)";
  }

  static List<Figure> all() {
    return List.of(errors(), course(), order(), equalLoss(), stops());
  }

  private static Figure errors() {
    return new Figure(
        "theory-errors",
        "Error on the pattern that is hard to generalise, at equal train loss",
        "Test errors on the first pattern, of S against L-S. A point is a replicate, whose two runs"
            + " share examples, weights at the start and noise. On the solid line both are equal; in"
            + " the mean the claim wants points above the dashed one, a ratio of 1.5.",
        List.of(LargeAgainstSmall.NAME),
        tables -> Chart.facets(2, settings(tables)));
  }

  private static List<Panel> settings(Tables tables) {
    List<Panel> panels = new ArrayList<>();
    double[] errors = Arms.of(tables, LargeAgainstSmall.NAME).of(LARGE).errors();
    double end = Arrays.stream(errors).max().orElse(1);
    for (Setting setting : Setting.values()) {
      Arms arms = setting.arms(tables, LargeAgainstSmall.NAME);
      panels.add(
          Panel.of(
              setting.label(),
              Axis.linear("error of L-S").from(0, Double.NaN),
              Axis.linear("error of S").from(0, Double.NaN),
              diagonal("equal", Ink.NEUTRAL, end, 1),
              diagonal("ratio 1.5", Ink.NEUTRAL.dashed(), end, TheoryClaims.RATIO),
              new Layer.Points(
                  "pair of runs", Ink.of(0), arms.of(LARGE).errors(), arms.of(SMALL).errors())));
    }
    return panels;
  }

  private static Layer diagonal(String label, Ink ink, double end, double slope) {
    return new Layer.Line(label, ink, new double[] {0, end}, new double[] {0, slope * end});
  }

  private static Figure course() {
    return new Figure(
        "theory-course",
        "What is learned when",
        "Train losses of one pair of runs on examples of the first pattern alone, of the second"
            + " alone and of both, and of all examples, against steps, with the learning rate"
            + " underneath. Noise on the second block above, spherical noise below.",
        List.of(LargeAgainstSmall.NAME),
        tables -> {
          List<Panel> panels = new ArrayList<>();
          for (Setting setting : Setting.values()) {
            for (String algorithm : List.of(LARGE, SMALL)) {
              Table rows =
                  courses(tables, setting).where("algorithm", algorithm).where("replicate", 0);
              panels.add(coursePanel(label(algorithm) + ", " + setting.label(), rows));
            }
          }
          return new Chart(panels, 2);
        });
  }

  private static Table courses(Tables tables, Setting setting) {
    return tables
        .table(LargeAgainstSmall.NAME, TwoPhaseRun.COURSE)
        .where("noise.first", setting.base().noise().first());
  }

  private static Panel coursePanel(String title, Table rows) {
    // A logarithmic axis has no place for step 0.
    Table later = rows.select(i -> rows.numbers("step")[i] > 0);
    double[] steps = later.numbers("step");
    Panel panel =
        Panel.of(
            title,
            Axis.log("steps"),
            Axis.log("train loss").from(3e-4, 20),
            new Layer.Line("first pattern alone", Ink.of(0), steps, later.numbers("p_loss")),
            new Layer.Line("second pattern alone", Ink.of(1), steps, later.numbers("q_loss")),
            new Layer.Line("both", Ink.of(2).dashed(), steps, later.numbers("mixed_loss")),
            new Layer.Line(
                "all, averaged", Ink.NEUTRAL.dotted(), steps, later.numbers("average_loss")));
    return panel.below(
        Axis.log("rate").from(0.2, 16),
        new Layer.Steps("", Ink.NEUTRAL, steps, later.numbers("rate")));
  }

  private static Figure order() {
    return new Figure(
        "theory-order",
        "The order of learning",
        "Loss on examples of the second pattern alone less that on examples of the first alone: for"
            + " L-S when its rate is lowered, for S when its loss on examples with both patterns"
            + " falls to 0.3. Above zero the first pattern was learned first.",
        List.of(LargeAgainstSmall.NAME, WeakerPattern.NAME),
        tables ->
            Chart.facets(
                2,
                List.of(
                    orderPanel("settings of the claims", LargeAgainstSmall.NAME, tables),
                    orderPanel("weaker second pattern", WeakerPattern.NAME, tables))));
  }

  private static Panel orderPanel(String title, String experiment, Tables tables) {
    List<String> names = new ArrayList<>();
    List<double[]> large = new ArrayList<>();
    List<double[]> small = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      names.add(setting == Setting.SPHERICAL ? "all weights" : "second block");
      Arms arms = setting.arms(tables, experiment);
      large.add(arms.of(LARGE).order());
      small.add(arms.of(SMALL).order());
    }
    return Panel.of(
        title,
        Axis.named("noise on", names),
        Axis.linear("loss, second − first pattern"),
        new Layer.Rule("", Ink.NEUTRAL, false, 0),
        samples(LARGE, 0, large),
        samples(SMALL, 1, small));
  }

  private static Layer samples(String algorithm, int member, List<double[]> values) {
    return Layer.Samples.grouped(
        label(algorithm),
        Ink.of(member),
        Layer.Samples.Form.BOX,
        member,
        2,
        values.toArray(double[][]::new));
  }

  private static Figure equalLoss() {
    return new Figure(
        "theory-equal-pattern-loss",
        "The same runs at equal loss on the first pattern alone",
        "Test error on the first pattern against the train loss on examples of the first pattern"
            + " alone, in the course of ten pairs of runs, which go from right to left. Where lines"
            + " of L-S end, its train loss of all examples is what that of S is where those of S end.",
        List.of(LargeAgainstSmall.NAME),
        tables -> {
          List<Panel> panels = new ArrayList<>();
          for (Setting setting : Setting.values()) {
            List<Layer> layers = new ArrayList<>();
            int ink = 0;
            for (String algorithm : List.of(SMALL, LARGE)) {
              Table rows = courses(tables, setting).where("algorithm", algorithm);
              layers.add(broken(label(algorithm), Ink.of(1 - ink++), rows));
            }
            panels.add(
                new Panel(
                    setting.label(),
                    Axis.linear("train loss on the first pattern alone"),
                    Axis.linear("test error on the first pattern").from(0, Double.NaN),
                    layers));
          }
          return Chart.facets(2, panels);
        });
  }

  /** The courses of all replicates as one line with breaks. */
  private static Layer broken(String label, Ink ink, Table rows) {
    double[] replicates = rows.numbers("replicate");
    double[] losses = rows.numbers("p_loss");
    double[] errors = rows.numbers("p_error");
    for (int i = 0; i < losses.length; i++) {
      // The first row of a course, at weights that say nothing, makes room for the break.
      if (i == 0 || replicates[i] != replicates[i - 1]) {
        losses[i] = errors[i] = Double.NaN;
      }
    }
    return new Layer.Line(label, ink, losses, errors);
  }

  private static Figure stops() {
    return new Figure(
        "theory-stopping",
        "How the advantage depends on the train loss at which runs stop",
        "Test errors on the first pattern of runs that go on beyond the stopping loss, with 95 %"
            + " intervals, against the average train loss; smaller losses, to the left, are later."
            + " A loss that fewer than two runs of an algorithm reached is left out.",
        List.of(LongSecondPhase.NAME),
        tables -> {
          Table stops = tables.table(LongSecondPhase.NAME, TwoPhaseRun.STOPS);
          if (stops.rows() == 0) {
            return Chart.of(
                Panel.of("", Axis.linear("train loss at the stop"), Axis.linear("test error")));
          }
          List<Panel> panels = new ArrayList<>();
          for (Map.Entry<Double, Table> noise : stops.groupBy("noise.second").entrySet()) {
            panels.add(
                Panel.of(
                    "noise " + NumberText.format(noise.getKey()) + " on the second block",
                    Axis.log("train loss at the stop"),
                    Axis.linear("test error on the first pattern").from(0, Double.NaN),
                    stopsOf(LARGE, 0, noise.getValue()),
                    stopsOf(SMALL, 1, noise.getValue())));
          }
          return Chart.facets(panels.size(), panels);
        });
  }

  private static Layer stopsOf(String algorithm, int member, Table stops) {
    Table rows = stops.where("algorithm", algorithm);
    double aside = 0.96 + 0.08 * member;
    double[] x = LongSecondPhase.LOSSES.stream().mapToDouble(loss -> loss * aside).toArray();
    List<double[]> samples =
        LongSecondPhase.LOSSES.stream()
            .map(loss -> rows.where("stop_loss", loss).numbers("p_error"))
            .map(errors -> errors.length < 2 ? new double[0] : errors)
            .toList();
    return Means.of(label(algorithm), Ink.of(member), x, 0, samples);
  }
}
