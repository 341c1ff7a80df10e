package temper.studies.cyclicalrates;

import java.util.ArrayList;
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
          + " underneath the rate.";

  private PolicyFigures() {}

  static List<Figure> all() {
    return List.of(rates(), course(), finals());
  }

  private static Figure rates() {
    return new Figure(
        "policies",
        "The policies of the learning rate",
        "The rate of each policy as it was measured, every hundredth iteration or so.",
        List.of(Policies.REDUCED),
        tables -> {
          List<Panel> panels = new ArrayList<>();
          arms(tables, Policies.REDUCED)
              .forEach(
                  (policy, rows) -> {
                    Table run = rows.where("replicate", 0);
                    panels.add(
                        Panel.of(
                            policy,
                            Axis.linear("iteration"),
                            Axis.log("rate"),
                            new Layer.Line(
                                "",
                                Ink.of(panels.size()),
                                run.numbers("step"),
                                run.numbers("learning_rate"))));
                  });
          return new Chart(panels, 3);
        });
  }

  private static Figure course() {
    return new Figure(
        "accuracy-over-iterations",
        "Accuracy over the iterations, the rate underneath",
        "Left: as the paper's figure 1, cycles against the fixed rate. Right: the policies of as many"
            + " iterations as the cycles."
            + BANDS,
        List.of(Policies.REDUCED),
        tables -> {
          Map<String, Table> arms = arms(tables, Policies.REDUCED);
          return Chart.of(
              Curves.panel("", chosen(arms, Policy.FIXED, Policy.TRIANGULAR2)),
              Curves.panel(
                  "",
                  chosen(
                      arms,
                      Policy.TRIANGULAR2,
                      Policy.DECAY,
                      Policy.DECAY_DROPS,
                      Policy.FIXED_DROPS)));
        });
  }

  private static Map<String, Table> chosen(Map<String, Table> arms, Policy... policies) {
    Map<String, Table> out = new java.util.LinkedHashMap<>();
    for (Policy policy : policies) {
      Table rows = arms.get(policy.label());
      if (rows != null) {
        out.put(policy.label(), rows);
      }
    }
    return out;
  }

  private static Map<String, Table> arms(Tables tables, String experiment) {
    return tables.table(experiment, TrainedArms.CURVE).groupByText("policy");
  }

  private static Figure finals() {
    return new Figure(
        "final-accuracy",
        "Accuracy at the end of the schedule",
        "Means with 95 % intervals of Student over replicates, and single runs beside them.",
        List.of(Policies.REDUCED),
        tables ->
            Chart.of(
                Curves.finals("", "policy", Curves.finals(tables, Policies.REDUCED, "policy"))));
  }
}
