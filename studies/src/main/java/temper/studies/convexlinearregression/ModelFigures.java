package temper.studies.convexlinearregression;

import java.util.ArrayList;
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

/** Figures of the model itself. */
final class ModelFigures {

  private static final Ink SMALL = Ink.of(0);
  private static final Ink ANNEALED = Ink.of(1);
  private static final int GRID = 71;

  /** Width over height of the plots of landscapes, so that units of both axes are equally long. */
  private static final double WIDTH = 1.205;

  private ModelFigures() {}

  static List<Figure> all() {
    return List.of(trajectories(), threshold(), stopping(), phases());
  }

  private static Figure trajectories() {
    return new Figure(
        "trajectories",
        "Two runs to the same train loss",
        "Left: a run at a small rate and a run at a large rate that is annealed, on the train"
            + " landscape; both end on the same contour. Right: the same end points on the test"
            + " landscape. The optimum is at (1, 1).",
        List.of(Trajectories.NAME),
        ModelFigures::trajectoryChart);
  }

  private static Chart trajectoryChart(Tables tables) {
    Table trials = tables.trials(Trajectories.NAME);
    double flat = trials.numbers("flat")[0];
    double loss = trials.numbers("loss")[0];
    Table paths = tables.table(Trajectories.NAME, Trajectories.PATHS);
    Table small = paths.where("run", Trajectories.SMALL);
    Table annealed = paths.where("run", Trajectories.ANNEALED);
    double[] x = grid(-0.25, 2.25);
    double[] y = grid(-0.25, -0.25 + 2.5 / WIDTH);
    double[] testX = grid(1 - 0.4 * WIDTH, 1 + 0.4 * WIDTH);
    double[] testY = grid(0.6, 1.4);
    double smallTest = last(small.numbers("test"));
    double annealedTest = last(annealed.numbers("test"));
    Panel train =
        Panel.of(
            "train landscape",
            Axis.linear("weight, steep direction").from(x[0], last(x)),
            Axis.linear("weight, flat direction").from(y[0], last(y)),
            new Layer.Contour("", Ink.NEUTRAL, x, y, heights(x, y, flat), levels(loss)).numbered(),
            path("small rate", SMALL, small),
            path("large rate, annealed", ANNEALED, annealed));
    Panel test =
        Panel.of(
            "test landscape",
            Axis.linear("weight, steep direction").from(testX[0], last(testX)),
            Axis.linear("weight, flat direction").from(testY[0], last(testY)),
            new Layer.Contour(
                    "",
                    Ink.NEUTRAL,
                    testX,
                    testY,
                    heights(testX, testY, 1),
                    new double[] {annealedTest, 0.03, 0.06, smallTest})
                .numbered(),
            end("small rate", SMALL, small),
            end("large rate, annealed", ANNEALED, annealed));
    return Chart.of(train, test);
  }

  private static Layer path(String label, Ink ink, Table run) {
    return new Layer.Trajectory(label, ink, run.numbers("steep"), run.numbers("level"));
  }

  private static Layer end(String label, Ink ink, Table run) {
    return new Layer.Points(
        label,
        ink,
        new double[] {last(run.numbers("steep"))},
        new double[] {last(run.numbers("level"))});
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  /** A grid that is finest around the optimum at 1, where contours are small. */
  private static double[] grid(double from, double to) {
    double low = -Math.sqrt(1 - from);
    double high = Math.sqrt(to - 1);
    double[] out = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      double at = low + (high - low) * i / (GRID - 1);
      out[i] = 1 + at * Math.abs(at);
    }
    return out;
  }

  private static double[][] heights(double[] x, double[] y, double flat) {
    double[][] z = new double[y.length][x.length];
    for (int row = 0; row < y.length; row++) {
      for (int column = 0; column < x.length; column++) {
        z[row][column] = (x[column] - 1) * (x[column] - 1) + flat * (y[row] - 1) * (y[row] - 1);
      }
    }
    return z;
  }

  private static double[] levels(double loss) {
    return new double[] {loss, 5 * loss, 20 * loss, 60 * loss};
  }

  private static Figure threshold() {
    return new Figure(
        "threshold",
        "Which direction is left over",
        "Test over train loss where gradient descent at one rate throughout is stopped, and the"
            + " number of steps it takes, against the rate in units of the stability bound. The rule"
            + " is the threshold 1/(c1 + c2).",
        List.of(ThresholdCurve.NAME),
        tables -> {
          Table trials = tables.trials(ThresholdCurve.NAME).where("reached", "true");
          double at = GradientDescent.threshold(1, trials.numbers("flat")[0]);
          return Chart.of(
              curve(trials, "test_over_train", "test loss / train loss", at),
              curve(trials, "steps", "steps to the stopping loss", at));
        });
  }

  private static Panel curve(Table trials, String column, String label, double threshold) {
    return Panel.of(
        "",
        Axis.linear("rate / stability bound"),
        Axis.log(label),
        new Layer.Line("constant rate", SMALL, trials.numbers("rate"), trials.numbers(column)),
        new Layer.Rule("threshold", Ink.NEUTRAL.dashed(), true, threshold));
  }

  private static Figure stopping() {
    return new Figure(
        "stopping-loss",
        "Gap and ratio against the stopping loss",
        "The difference of the test losses vanishes in proportion to the stopping loss; their ratio"
            + " settles near that of the curvatures, 10.",
        List.of(StoppingLoss.NAME),
        tables -> {
          Table trials = tables.trials(StoppingLoss.NAME);
          double[] loss = trials.numbers("loss");
          double[] flow = trials.numbers("flow_test");
          double[] annealed = trials.numbers("annealed_test");
          double[] gap = new double[flow.length];
          for (int i = 0; i < gap.length; i++) {
            gap[i] = flow[i] - annealed[i];
          }
          Panel absolute =
              Panel.of(
                  "",
                  Axis.log("train loss at the stop"),
                  Axis.log("test loss"),
                  new Layer.Line("gradient flow", SMALL, loss, flow),
                  new Layer.Line("annealed", ANNEALED, loss, annealed),
                  new Layer.Line("difference", Ink.of(2).dashed(), loss, gap));
          Panel ratio =
              Panel.of(
                  "",
                  Axis.log("train loss at the stop"),
                  Axis.log("ratio of test losses"),
                  new Layer.Line("flow / annealed", SMALL, loss, trials.numbers("ratio")),
                  new Layer.Points("flow / annealed", SMALL, loss, trials.numbers("ratio")),
                  new Layer.Rule(
                      "ratio of curvatures",
                      Ink.NEUTRAL.dashed(),
                      false,
                      1 / trials.numbers("flat")[0]));
          return Chart.of(absolute, ratio);
        });
  }

  private static Figure phases() {
    return new Figure(
        "phase-diagram",
        "Where the effect begins and ends",
        "Ratio of the test losses over the ratio of train curvatures and the rate, one map for each"
            + " stopping loss. On the dotted line annealing halves the test loss; the dashed"
            + " line is the threshold 1/(c1 + c2).",
        List.of(PhaseDiagram.NAME),
        tables -> {
          List<Panel> panels = new ArrayList<>();
          tables
              .trials(PhaseDiagram.NAME)
              .groupBy("loss")
              .forEach((loss, trials) -> panels.add(phase(loss, trials)));
          return Chart.facets(panels.size(), panels);
        });
  }

  private static Panel phase(double loss, Table trials) {
    double[] rates =
        trials.groupBy("rate").keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] spreads =
        trials.groupBy("spread").keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] ratio = trials.numbers("ratio");
    double[][] z = new double[spreads.length][rates.length];
    for (int i = 0; i < ratio.length; i++) {
      z[i / rates.length][i % rates.length] = ratio[i];
    }
    double[] threshold = new double[spreads.length];
    for (int i = 0; i < threshold.length; i++) {
      threshold[i] = GradientDescent.threshold(1, 1 / spreads[i]);
    }
    return Panel.of(
        "stopped at " + NumberLabel.power(loss),
        Axis.linear("rate / stability bound"),
        Axis.log("ratio of train curvatures"),
        new Layer.HeatMap("ratio of test losses", rates, spreads, z, Axis.Scale.LOG, 1),
        new Layer.Contour("ratio 2", Ink.NEUTRAL.dotted(), rates, spreads, z, new double[] {2}),
        new Layer.Line("threshold", Ink.NEUTRAL.dashed(), threshold, spreads));
  }
}
