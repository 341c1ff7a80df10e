package temper.studies.schedulegallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.numerics.NumberText;

/** A figure for each family of schedules, with a panel for each schedule; and one of steering. */
final class GalleryFigures {

  static final List<String> CYCLES =
      List.of(
          "triangular",
          "triangular2",
          "exp-range",
          "cosine-warm-restarts",
          "one-cycle",
          "one-cycle-momentum",
          "warmup-stable-decay");
  static final List<String> TEMPERATURES =
      List.of("geometric", "logarithmic", "lundy-mees", "inverse-time");
  static final List<String> COMBINATORS =
      List.of(
          "warmup",
          "cooldown",
          "join",
          "restart",
          "repeat",
          "shift",
          "staircase",
          "scale",
          "product",
          "clamp",
          "perturb");

  private static final String SHARE = "share of the largest value";
  private static final int COLUMNS = 3;

  private GalleryFigures() {}

  static List<Figure> all() {
    return List.of(
        family(
            "decays",
            "Decays",
            "Schedules that change in one direction, and those of no other figure."),
        family("cycles", "Cycles and phases", "Schedules that rise and fall."),
        family(
            "temperatures",
            "Temperatures",
            "Laws of cooling; the inverse of time is also a learning rate."),
        family("combinators", "Combinators", "Schedules that are made of others."),
        acceptance());
  }

  private static Figure family(String name, String title, String what) {
    return new Figure(
        name,
        title,
        what
            + " Each panel has the examples of one schedule, each divided by its largest value, over"
            + " a run of 1000 steps in 10 epochs.",
        List.of(Curves.NAME),
        tables -> chart(name, tables));
  }

  private static Chart chart(String family, Tables tables) {
    Map<String, Table> schedules = tables.trials(Curves.NAME).groupByText("name");
    Table values = tables.table(Curves.NAME, Curves.VALUES);
    List<String> named =
        switch (family) {
          case "cycles" -> CYCLES;
          case "temperatures" -> TEMPERATURES;
          case "combinators" -> COMBINATORS;
          default -> decays(schedules.keySet().stream());
        };
    List<Panel> panels = new ArrayList<>();
    for (String name : named) {
      Table trials = schedules.get(name);
      if (trials != null) {
        panels.add(panel(name, trials, values, named == TEMPERATURES));
      }
    }
    if (panels.isEmpty()) {
      return Chart.of(Panel.of("no schedule of this family was run", axis(), Axis.linear(SHARE)));
    }
    // Four panels look better as a square than as three and one.
    return new Chart(panels, panels.size() == 4 ? 2 : COLUMNS);
  }

  /** The schedules of no other figure. */
  static List<String> decays(Stream<String> all) {
    return all.filter(name -> !CYCLES.contains(name))
        .filter(name -> !TEMPERATURES.contains(name))
        .filter(name -> !COMBINATORS.contains(name))
        .toList();
  }

  private static Panel panel(String name, Table trials, Table values, boolean ratios) {
    List<Layer> layers = new ArrayList<>();
    List<String> ids = trials.texts("trial");
    List<String> labels = trials.texts("label");
    for (int i = 0; i < ids.size(); i++) {
      Table curve = values.where("trial", ids.get(i));
      double[] y = curve.numbers("value");
      double largest = Arrays.stream(y).map(Math::abs).max().orElse(1);
      double[] shares = Arrays.stream(y).map(v -> largest == 0 ? v : v / largest).toArray();
      layers.add(new Layer.Line(labels.get(i), Ink.of(i), curve.numbers("step"), shares));
    }
    return new Panel(name, axis(), ratios ? Axis.log(SHARE) : Axis.linear(SHARE), layers);
  }

  private static Axis axis() {
    return Axis.linear("step");
  }

  private static Figure acceptance() {
    return new Figure(
        "steered-acceptance",
        "Temperatures that steer themselves",
        "Annealing of OneMax with 256 bits in 10 000 proposals at three scales of the cost. Above:"
            + " accepted share of the proposals, mean of the runs; dashed, the target. Below:"
            + " temperature of the first run. The Modified Lam needs time to find the scale, the"
            + " Self-Tuning Lam does not (Cicirello 2021, figures 2 to 4).",
        List.of(SteeredAcceptance.NAME),
        GalleryFigures::acceptanceChart);
  }

  private static Chart acceptanceChart(Tables tables) {
    Map<String, Table> controllers = tables.trials(SteeredAcceptance.NAME).groupByText("name");
    Table course = tables.table(SteeredAcceptance.NAME, SteeredAcceptance.COURSE);
    List<Panel> above = new ArrayList<>();
    List<Panel> below = new ArrayList<>();
    controllers.forEach(
        (name, trials) -> {
          List<Layer> accepted = new ArrayList<>();
          List<Layer> temperatures = new ArrayList<>();
          int ink = 0;
          Table last = course;
          for (Map.Entry<Double, Table> scale : trials.groupBy("scale").entrySet()) {
            List<String> ids = scale.getValue().texts("trial");
            Table rows = course.select(in(course.texts("trial"), ids));
            String label = "cost of a bit " + NumberText.format(scale.getKey());
            accepted.add(means(label, Ink.of(ink), rows, "accepted"));
            last = rows;
            Table first = rows.where("trial", ids.get(0));
            temperatures.add(
                new Layer.Line(
                    label, Ink.of(ink), first.numbers("elapsed"), first.numbers("temperature")));
            ink++;
          }
          accepted.add(means("target", Ink.NEUTRAL.dashed(), last, "target"));
          above.add(
              new Panel(
                  name,
                  Axis.linear("elapsed part of the run"),
                  Axis.linear("acceptance rate").from(0, 1),
                  accepted));
          below.add(
              new Panel(
                  name,
                  Axis.linear("elapsed part of the run"),
                  Axis.log("temperature"),
                  temperatures));
        });
    List<Panel> panels = new ArrayList<>(above);
    panels.addAll(below);
    return new Chart(panels, above.size());
  }

  private static IntPredicate in(List<String> cells, List<String> wanted) {
    Set<String> set = Set.copyOf(wanted);
    return row -> set.contains(cells.get(row));
  }

  private static Layer means(String label, Ink ink, Table rows, String column) {
    Map<Double, Table> times = rows.groupBy("elapsed");
    double[] x = times.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] y =
        times.values().stream()
            .mapToDouble(at -> Arrays.stream(at.numbers(column)).average().orElseThrow())
            .toArray();
    return new Layer.Line(label, ink, x, y);
  }
}
