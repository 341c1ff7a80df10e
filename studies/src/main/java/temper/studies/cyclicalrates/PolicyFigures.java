package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.NumberLabel;
import temper.lab.study.chart.Panel;
import temper.schedule.ControlPlugin;
import temper.schedule.Controller;
import temper.schedule.Horizon;

/** Figures of the policies on Caffe's net. */
final class PolicyFigures {

  private static final String BANDS =
      " Means over replicates with 95 % intervals of Student; underneath the rate.";

  private static final String FINALS =
      "Means with 95 % intervals of Student over replicates, and single runs beside them, on all"
          + " test examples.";

  /** Places of a policy that are drawn, about. */
  private static final long MOST_PLACES = 1000;

  private PolicyFigures() {}

  static List<Figure> all() {
    return List.of(
        rates(),
        reduced(),
        finals("final-accuracy", "Accuracy at the end of the schedule", Policies.REDUCED),
        course(
            "exponential-over-iterations",
            "Exponential decay, and cycles whose bounds or amplitude decay",
            Policies.EXPONENTIAL),
        finals(
            "final-accuracy-exponential",
            "Accuracy at the end, exponential policies",
            Policies.EXPONENTIAL),
        course(
            "faithful-pair-over-iterations", "One pair of runs in the paper's size", Policies.PAIR),
        course("faithful-over-iterations", "The policies in the paper's size", Policies.FAITHFUL));
  }

  private static Figure rates() {
    return new Figure(
        "policies",
        "The policies of the learning rate",
        "The rate of each policy.",
        List.of(Policies.REDUCED, Policies.EXPONENTIAL),
        tables -> {
          List<Panel> panels = new ArrayList<>();
          for (String experiment : List.of(Policies.REDUCED, Policies.EXPONENTIAL)) {
            tables
                .trials(experiment)
                .groupByText("policy")
                .forEach(
                    (policy, trials) ->
                        panels.add(
                            Panel.of(
                                Curves.words(policy),
                                Axis.linear("iteration"),
                                Axis.log("rate"),
                                rate(policy, trials, Ink.of(0)))));
          }
          return new Chart(panels, 4);
        });
  }

  /** The rate of a policy itself: cycles can be too short for the steps that were measured. */
  private static Layer.Line rate(String policy, Table trials, Ink ink) {
    double shrink = trials.numbers("shrink")[0];
    double factor = trials.numbers("factor")[0];
    Policy of = Policy.of(policy);
    long steps = of.iterations(shrink);
    Controller rate = ControlPlugin.of(of.rate(shrink, factor), Horizon.ofSteps((double) steps));
    long stride = Math.max(1, steps / MOST_PLACES);
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (long step = 0; step < steps; step++) {
      if (step % stride == 0 || step == steps - 1) {
        x.add((double) step);
        y.add(rate.value());
      }
      rate.observe(0);
    }
    return new Layer.Line("", ink, x.build().toArray(), y.build().toArray());
  }

  private static Figure reduced() {
    return new Figure(
        "accuracy-over-iterations",
        "Accuracy over the iterations, the rate underneath",
        "Left: as the paper's figure 1, cycles against the fixed rate. Right: policies of as many"
            + " iterations as the cycles."
            + BANDS,
        List.of(Policies.REDUCED),
        tables -> {
          Map<String, Table> right = new LinkedHashMap<>(arms(tables, Policies.REDUCED));
          List<String> all = List.copyOf(right.keySet());
          Map<String, Table> left = new LinkedHashMap<>(right);
          left.keySet().retainAll(List.of(Policy.FIXED.label(), Policy.TRIANGULAR2.label()));
          right.remove(Policy.FIXED.label());
          Table trials = tables.trials(Policies.REDUCED);
          return Chart.of(panels(List.of(left, right), all, trials).toArray(Panel[]::new));
        });
  }

  private static Figure course(String name, String title, String experiment) {
    return new Figure(
        name,
        title,
        BANDS.strip(),
        List.of(experiment),
        tables -> {
          Map<String, Table> arms = arms(tables, experiment);
          List<String> all = List.copyOf(arms.keySet());
          return new Chart(panels(List.of(arms), all, tables.trials(experiment)), 1);
        });
  }

  /** Panels of some arms each, on the same vertical axes. */
  private static List<Panel> panels(
      List<Map<String, Table>> shown, List<String> all, Table trials) {
    String first = NumberLabel.of(trials.numbers("bench.probe")[0]);
    String measured = "accuracy on the first %s test examples".formatted(first);
    Axis accuracy = common(Axis.linear(measured), Curves.accuracies(joined(shown), all));
    Axis rate = common(Axis.log("rate"), rates(joined(shown), all, trials));
    List<Panel> panels = new ArrayList<>();
    for (Map<String, Table> arms : shown) {
      Layer[] rates = rates(arms, all, trials).toArray(Layer[]::new);
      panels.add(
          new Panel("", Axis.linear("iteration"), accuracy, Curves.accuracies(arms, all))
              .below(rate, rates));
    }
    return panels;
  }

  private static Map<String, Table> joined(List<Map<String, Table>> shown) {
    Map<String, Table> all = new LinkedHashMap<>();
    shown.forEach(all::putAll);
    return all;
  }

  private static List<Layer> rates(Map<String, Table> arms, List<String> all, Table trials) {
    List<Layer> rates = new ArrayList<>();
    for (String arm : arms.keySet()) {
      rates.add(rate(arm, trials.where("policy", arm), Curves.ink(arm, all)));
    }
    return rates;
  }

  /** An axis with the ends of all that some layers show, and a little air. */
  private static Axis common(Axis axis, List<Layer> layers) {
    double[] values =
        layers.stream()
            .flatMapToDouble(
                layer ->
                    layer instanceof Layer.Band band
                        ? DoubleStream.concat(Arrays.stream(band.low()), Arrays.stream(band.high()))
                        : Arrays.stream(((Layer.Line) layer).y()))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    double low = Arrays.stream(values).min().orElse(1);
    double high = Arrays.stream(values).max().orElse(1);
    double air = Math.max(0.05 * (high - low), 1e-3);
    return axis.scale() == Axis.Scale.LOG
        ? axis.from(low / 1.5, high * 1.5)
        : axis.from(low - air, high + air);
  }

  private static Map<String, Table> arms(Tables tables, String experiment) {
    return tables.table(experiment, TrainedArms.CURVE).groupByText("policy");
  }

  private static Figure finals(String name, String title, String experiment) {
    return new Figure(
        name,
        title,
        FINALS,
        List.of(experiment),
        tables ->
            Chart.of(Curves.finals("", "policy", Curves.finals(tables, experiment, "policy"))));
  }
}
