package temper.studies.coolingtheory;

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
import temper.numerics.NumberText;
import temper.numerics.StableMath;

/** Figures of exact distributions. */
final class ExactFigures {

  private static final double[] TIMES = {1e2, 1e4, 1e6, 1e8};
  private static final double[] COURSES = {0.5, 0.9, 1, 1.1, 1.5};
  private static final double HEAT_MAP_STEPS = 1e6;

  private ExactFigures() {}

  static List<Figure> all() {
    return List.of(landscape(), threshold(), glass(), horizons(), temperatures());
  }

  private static Figure landscape() {
    return new Figure(
        "landscape",
        "Nine states in a row",
        "Energies of the landscape of this study. The upright line is the critical depth: what a walk"
            + " from state 1 must rise to reach a lower state. State 5 is 0.2 deep.",
        List.of(DepthEnumeration.NAME),
        tables -> {
          double depth = tables.trials(DepthEnumeration.NAME).numbers("path_depth")[0];
          int n = NinePath.LANDSCAPE.size();
          double[] states = IntStream.range(0, n).asDoubleStream().toArray();
          double[] energies =
              IntStream.range(0, n).mapToDouble(NinePath.LANDSCAPE::energy).toArray();
          return Chart.of(
              Panel.of(
                  "",
                  Axis.linear("state").from(-0.5, n - 0.5),
                  Axis.linear("energy").from(-0.05, 0.9),
                  new Layer.Line("", Ink.of(0), states, energies),
                  new Layer.Points("energy", Ink.of(0), states, energies),
                  new Layer.Rule(
                      "rim of the cup of state 1",
                      Ink.NEUTRAL.dotted(),
                      false,
                      energies[1] + depth),
                  new Layer.Line(
                      "critical depth d*",
                      Ink.of(1),
                      new double[] {1, 1},
                      new double[] {energies[1], energies[1] + depth})));
        });
  }

  private static Figure threshold() {
    return new Figure(
        "threshold",
        "Hajek's threshold",
        "Left: probability of the optimum after t steps of cooling at c / ln(2 + k), against c; as t"
            + " grows it goes to 1 from the threshold on, slowly where c is large, and not left of it."
            + " Right: probability of a"
            + " large error, of any state but the two lowest, against time.",
        List.of(LogarithmicCooling.NAME),
        ExactFigures::thresholdChart);
  }

  private static Chart thresholdChart(Tables tables) {
    Table course = tables.table(LogarithmicCooling.NAME, LogarithmicCooling.COURSE);
    List<Layer> success = new ArrayList<>();
    for (int i = 0; i < TIMES.length; i++) {
      Table at = course.where("time", TIMES[i]);
      success.add(
          new Layer.Line(
              "t = " + NumberLabel.power(TIMES[i]),
              Ink.of(i),
              map(at.numbers("ratio"), ratio -> 1 / ratio),
              map(at.numbers("error"), error -> 1 - error)));
    }
    success.add(new Layer.Rule("c = d*", Ink.NEUTRAL.dashed(), true, 1));
    List<Layer> errors = new ArrayList<>();
    for (int i = 0; i < COURSES.length; i++) {
      Table at = course.where("ratio", COURSES[i]);
      errors.add(
          new Layer.Line(
              "d*/c = " + NumberText.format(COURSES[i]),
              Ink.of(i),
              at.numbers("time"),
              at.numbers("large_error")));
    }
    return Chart.of(
        new Panel(
            "",
            Axis.log("cooling constant / critical depth"),
            Axis.linear("probability of the optimum").from(0, 1),
            success),
        new Panel("", Axis.log("steps t"), Axis.log("probability of a large error"), errors));
  }

  private static Figure glass() {
    return new Figure(
        "spin-glass",
        "A spin glass of 1024 states",
        "Left: probability of the deepest cup of the first glass under logarithmic cooling; dashed,"
            + " in equilibrium at the same temperature. Where c is below d* the cup freezes. Right:"
            + " mean time of escape from the deepest local minimum by linear solve, against the"
            + " inverse temperature, of the nine states and of another glass.",
        List.of(SpinGlassCooling.NAME, EscapeTimes.NAME),
        ExactFigures::glassChart);
  }

  private static Chart glassChart(Tables tables) {
    Table first =
        tables.table(SpinGlassCooling.NAME, SpinGlassCooling.COURSE).where("replicate", 0);
    List<Layer> cups = new ArrayList<>();
    int ink = 0;
    for (Map.Entry<Double, Table> cell : first.groupBy("ratio").entrySet()) {
      Table rows = cell.getValue();
      double[] time = rows.numbers("time");
      cups.add(
          new Layer.Line(
              "d*/c = " + NumberText.format(cell.getKey()),
              Ink.of(ink),
              time,
              rows.numbers("cup")));
      cups.add(new Layer.Line("", Ink.of(ink).dashed(), time, rows.numbers("gibbs_cup")));
      ink++;
    }
    List<Layer> times = new ArrayList<>();
    Table escapes = tables.table(EscapeTimes.NAME, EscapeTimes.TIMES).where("replicate", 0);
    ink = 0;
    for (Map.Entry<String, Table> cell : escapes.groupByText("landscape").entrySet()) {
      times.add(
          new Layer.Line(
              cell.getKey().replace('-', ' '),
              Ink.of(ink++),
              cell.getValue().numbers("coldness"),
              cell.getValue().numbers("time")));
    }
    times.add(
        new Layer.Line(
            "exp(d* / T)",
            Ink.NEUTRAL.dashed(),
            new double[] {2, 20},
            new double[] {StableMath.exp(2), StableMath.exp(20)}));
    return Chart.of(
        new Panel("", Axis.log("steps"), Axis.linear("probability of the deepest cup"), cups),
        new Panel("", Axis.linear("d* / T"), Axis.log("mean escape time (steps)"), times));
  }

  private static Figure horizons() {
    return new Figure(
        "finite-horizon",
        "The least error in n steps",
        "Probability of not being in the optimum after n steps of the best cooling of each law, on"
            + " nine states. Lines through the last points: dashed, the exponent 1/6, gap / d*;"
            + " dotted, 1/3, which is 1 / D, D being the largest ratio of a state's depth to its"
            + " energy above the lowest.",
        List.of(FiniteHorizon.NAME),
        tables -> {
          Table trials = tables.trials(FiniteHorizon.NAME);
          List<Layer> layers = new ArrayList<>();
          for (int i = 0; i < FiniteHorizon.LAWS.size(); i++) {
            String law = FiniteHorizon.LAWS.get(i);
            Table rows = trials.where("law", law);
            layers.add(
                new Layer.Line(law, Ink.of(i), rows.numbers("steps"), rows.numbers("best_error")));
          }
          layers.add(reference(trials.where("law", FiniteHorizon.CONSTANT), 1.0 / 6));
          layers.add(reference(trials.where("law", FiniteHorizon.GEOMETRIC), 1.0 / 3));
          return Chart.of(
              new Panel("", Axis.log("steps n"), Axis.log("probability of an error"), layers));
        });
  }

  /** A power of the number of steps through the last point of a law. */
  private static Layer reference(Table rows, double exponent) {
    double[] steps = rows.numbers("steps");
    double[] errors = rows.numbers("best_error");
    int last = steps.length - 1;
    double from = 1e4;
    return new Layer.Line(
        "exponent 1/" + Math.round(1 / exponent),
        exponent > 0.2 ? Ink.NEUTRAL.dotted() : Ink.NEUTRAL.dashed(),
        new double[] {from, steps[last]},
        new double[] {errors[last] * StableMath.pow(steps[last] / from, exponent), errors[last]});
  }

  private static Figure temperatures() {
    return new Figure(
        "best-temperature",
        "The best constant temperature and the best geometric cooling",
        "Left: error of n steps at a constant temperature; points are the best. Right: error of 10⁶"
            + " steps of geometric cooling over the temperatures at its start and end; hatched, where"
            + " the end would be above the start.",
        List.of(FiniteHorizon.NAME),
        ExactFigures::temperatureChart);
  }

  private static Chart temperatureChart(Tables tables) {
    Table grid = tables.table(FiniteHorizon.NAME, FiniteHorizon.GRID);
    Table constant = grid.where("law", FiniteHorizon.CONSTANT);
    List<Layer> curves = new ArrayList<>();
    int ink = 0;
    for (Map.Entry<Double, Table> cell : constant.groupBy("steps").entrySet()) {
      curves.add(
          new Layer.Line(
              "n = " + NumberLabel.power(cell.getKey()),
              Ink.of(ink++),
              cell.getValue().numbers("start"),
              cell.getValue().numbers("error")));
    }
    Table best = tables.trials(FiniteHorizon.NAME).where("law", FiniteHorizon.CONSTANT);
    curves.add(
        new Layer.Points(
            "best", Ink.NEUTRAL, best.numbers("best_start"), best.numbers("best_error")));
    return Chart.of(
        new Panel(
            "constant temperature",
            Axis.log("temperature"),
            Axis.log("probability of an error"),
            curves),
        Panel.of(
            "geometric cooling, 10⁶ steps",
            Axis.log("temperature at the start"),
            Axis.log("temperature at the end"),
            heatMap(grid.where("law", FiniteHorizon.GEOMETRIC).where("steps", HEAT_MAP_STEPS))));
  }

  private static Layer heatMap(Table cells) {
    double[] start = cells.numbers("start");
    double[] end = cells.numbers("end");
    double[] error = cells.numbers("error");
    double[] x = Arrays.stream(start).sorted().distinct().toArray();
    double[] y = Arrays.stream(end).sorted().distinct().toArray();
    double[][] z = new double[y.length][x.length];
    for (double[] row : z) {
      Arrays.fill(row, Double.NaN);
    }
    for (int i = 0; i < error.length; i++) {
      z[Arrays.binarySearch(y, end[i])][Arrays.binarySearch(x, start[i])] = error[i];
    }
    return new Layer.HeatMap("probability of an error", x, y, z, Axis.Scale.LOG, Double.NaN);
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
