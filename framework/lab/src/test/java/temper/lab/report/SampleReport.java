package temper.lab.report;

import java.util.List;
import temper.lab.compare.ComparisonRow;
import temper.lab.figure.FigureRenderer;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.stats.Interval;

/** A report with one of everything. */
final class SampleReport {

  static final String HOSTILE = "</style></svg><script>alert(\"1\")</script>'&\u0000\u001b\u202e";

  private SampleReport() {}

  static ReportModel model() {
    return new ReportModel(
        "convex-linear-regression",
        "A large initial rate finds a solution of lower test loss, although the problem is convex.",
        "P. Nakkiran. Learning rate annealing can provably help generalization, even for convex "
            + "problems. 2020.",
        "https://arxiv.org/abs/2005.07360",
        "quick",
        "Exploratory: run with 12 replicates where 24 were registered.",
        "small-rates",
        List.of(new ReportModel.Fact("Best mean of loss", "0.12 [0.1, 0.14] at rate=0.5")),
        List.of(
            new ReportModel.Fact("Registration", "4f1d2c7e0b"),
            new ReportModel.Fact("Trials", "1440")),
        List.of(
            claim("NAK-1", "REPRODUCED", 0.1234567, 0.1, 0.15, 1.3e-9, List.of()),
            claim("NAK-2", "REFUTED", -2.5e-7, -3e-7, -2e-7, 0.8, parts()),
            claim("NAK-3", "NOT_AT_THIS_SCALE", 4, 3.5, 4.5, 0.04, List.of()),
            claim("NAK-4", "INCONCLUSIVE", 1.01, 0.5, Double.POSITIVE_INFINITY, 0.06, List.of()),
            claim("NAK-5", "NOT_RUN", Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of())),
        List.of(family()),
        List.of(figure("trajectories", 1), figure("phase diagram", 2)),
        List.of(
            new ReportModel.ExperimentRow(
                "gradient-descent",
                "Descends from a common start at two rates.",
                24,
                288,
                280,
                6,
                2,
                List.of("gradient-descent/plan.csv", "gradient-descent/trials.csv"),
                cells("rate", "loss", "0.1"))),
        List.of("The paper leaves the stopping rule open; we stop at a train loss of 10⁻³."),
        List.of(new ReportModel.FailureRow("gradient-descent", "9f8e7d6c5b4a3920", "OutOfMemory")),
        "./temper run convex-linear-regression --profile quick");
  }

  static ClaimRow claim(
      String id,
      String verdict,
      double estimate,
      double low,
      double high,
      double p,
      List<PartRow> parts) {
    return new ClaimRow(
        id,
        "Theorem 1",
        "Descent at a large rate, annealed later, ends at a lower test loss than descent at a "
            + "small rate, at equal train loss.",
        "ratio of test losses, geometric mean over replicates",
        "log ratio, bootstrap",
        "below 0.5",
        Double.isNaN(estimate) ? 0 : 24,
        estimate,
        low,
        high,
        p,
        Math.min(1, 5 * p),
        verdict,
        verdict.equals("NOT_AT_THIS_SCALE") ? "width 64 instead of 4096" : "",
        "The interval lies where the verdict says.",
        parts);
  }

  private static List<PartRow> parts() {
    return List.of(
        new PartRow("ratio, d = 2", "paired-t", "< 0.5", 24, 0.4, 0.3, 0.45, 0.001, "REPRODUCED"),
        new PartRow("ratio, d = 100", "paired-t", "< 0.5", 24, 1.4, 1.3, 1.45, 0.8, "REFUTED"));
  }

  private static ReportModel.FamilyRows family() {
    return new ReportModel.FamilyRows(
        "loss: all others against rate=0.1",
        "Value minus baseline within replicates, mean difference by paired-t.",
        List.of(difference("rate=0.2", "", 12), difference("rate=0.4", "n=5", 0)));
  }

  private static ComparisonRow difference(String value, String within, int pairs) {
    return new ComparisonRow(
        1,
        "gradient-descent",
        "loss",
        "",
        "rate=0.1",
        value,
        within,
        "paired-t",
        "mean difference",
        pairs,
        1,
        0,
        1,
        pairs == 0 ? Double.NaN : -0.25,
        new Interval(-0.5, -0.125),
        0.95,
        0.01,
        0.02,
        pairs == 0 ? ComparisonRow.Finding.NOTHING_TO_COMPARE : ComparisonRow.Finding.BETTER,
        pairs == 0 ? "no pair of trials can be compared" : "");
  }

  static ReportModel.FigureRow figure(String name, int panels) {
    double[] x = {0, 1, 2, 3};
    double[] y = {3, 1, 0.5, 0.2};
    Panel panel =
        Panel.of(
            "Descent",
            Axis.linear("step"),
            Axis.log("loss"),
            new Layer.Line("large rate", Ink.of(1), x, y),
            new Layer.Line("small rate", Ink.of(0), y, x));
    Chart chart = panels == 1 ? Chart.of(panel) : Chart.of(panel, panel);
    String path = "figures/" + name.replace(' ', '-');
    return new ReportModel.FigureRow(
        name,
        "Figure of " + name,
        "Loss against steps. The large rate is noisier at first and lower in the end.",
        new FigureRenderer().svg(chart, name),
        path + ".svg",
        path + ".csv",
        path + "-trials.csv");
  }

  private static ReportModel.CellTable cells(String parameter, String metric, String value) {
    return new ReportModel.CellTable(
        List.of(parameter),
        List.of(metric),
        List.of(
            new ReportModel.CellRow(
                List.of(value), 10, 2, 0, List.of(new ReportModel.Mean(0.25, 0.2, 0.3))),
            new ReportModel.CellRow(
                List.of(""),
                0,
                12,
                0,
                List.of(new ReportModel.Mean(Double.NaN, Double.NaN, Double.NaN)))));
  }

  static ReportModel hostile() {
    String h = HOSTILE;
    ClaimRow claim =
        new ClaimRow(
            h,
            h,
            h,
            h,
            h,
            h,
            3,
            1,
            0,
            2,
            0.5,
            0.5,
            h,
            h,
            h,
            List.of(new PartRow(h, h, h, 1, 1, 1, 1, 1, h)));
    return new ReportModel(
        h,
        h,
        h,
        "javascript:alert(1)",
        h,
        h,
        h,
        List.of(new ReportModel.Fact(h, h)),
        List.of(new ReportModel.Fact(h, h)),
        List.of(claim),
        List.of(new ReportModel.FamilyRows(h, h, List.of(difference(h, h, 3)))),
        List.of(
            new ReportModel.FigureRow(
                h, h, h, "<svg onload=\"alert(1)\">" + h, h, "//host/" + h, "")),
        List.of(
            new ReportModel.ExperimentRow(
                h, h, 1, 1, 1, 0, 0, List.of("javascript:alert(1)", h), cells(h, h, h))),
        List.of(h),
        List.of(new ReportModel.FailureRow(h, h, h)),
        h);
  }
}
