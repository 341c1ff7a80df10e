package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.CellSummary.Parameter;
import temper.lab.report.ReportModel.Fact;

/** What a report says first of a sweep. */
class ExtremesTest {

  private static final double[] NONE = {Double.NaN, Double.NaN};

  private static List<Fact> facts(String metric) {
    double[] mean = {0.25, 0.5};
    Parameter rate = new Parameter("rate", "", new double[0], List.of("low", "high"));
    return Extremes.of(
        new CellSummary(
            "training",
            List.of(rate),
            List.of(new Metric(metric, "", mean, NONE, NONE)),
            new double[] {1, 1},
            new double[2],
            new double[2]),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "test_accuracy, Highest mean of test_accuracy, 0.5 at rate=high",
    "accuracy, Highest mean of accuracy, 0.5 at rate=high",
    "train_loss, Lowest mean of train_loss, 0.25 at rate=low",
    "error, Lowest mean of error, 0.25 at rate=low"
  })
  void onlyTheBetterEndIsToldOfAMetricWhoseNameSaysWhichItIs(
      String metric, String label, String text) {
    assertEquals(List.of(new Fact(label, text)), facts(metric));
  }

  @Test
  void bothEndsAreToldOfAMetricOfWhichNobodyKnows() {
    for (String metric : List.of("gloss", "steps", "accuracy_gap", "loss_ratio")) {
      assertEquals(
          List.of("Lowest mean of " + metric, "Highest mean of " + metric),
          facts(metric).stream().map(Fact::name).toList());
    }
  }
}
