package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** Figures of the policies on Caffe's net. */
final class PolicyFigures {

  private static final String BANDS =
      " Means over replicates with 95 % intervals of Student, measured on the first test examples;"
          + " underneath the rate. The small profiles show a perceptron on synthetic data.";

  private static final String FINALS =
      "Means with 95 % intervals of Student over replicates, and single runs beside them, on all"
          + " test examples.";

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
        "The rate of each policy where it was measured.",
        List.of(Policies.REDUCED, Policies.EXPONENTIAL),
        tables -> {
          Map<String, Table> arms = new LinkedHashMap<>(arms(tables, Policies.REDUCED));
          arms.putAll(arms(tables, Policies.EXPONENTIAL));
          List<Panel> panels = new ArrayList<>();
          arms.forEach((policy, rows) -> panels.add(rate(policy, rows.where("replicate", 0))));
          return new Chart(panels, 4);
        });
  }

  private static Panel rate(String policy, Table run) {
    double[] steps = run.numbers("step");
    double[] rates = run.numbers("learning_rate");
    return Panel.of(
        policy,
        Axis.linear("iteration"),
        Axis.log("rate"),
        new Layer.Line("", Ink.of(0), steps, rates));
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
          return Chart.of(Curves.panel("", left, all), Curves.panel("", right, all));
        });
  }

  private static Figure course(String name, String title, String experiment) {
    return new Figure(
        name,
        title,
        BANDS.strip(),
        List.of(experiment),
        tables -> Chart.of(Curves.panel("", arms(tables, experiment))));
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
