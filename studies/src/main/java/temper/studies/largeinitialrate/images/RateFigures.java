package temper.studies.largeinitialrate.images;

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

/** Figures of the comparison of rates on plain images. */
final class RateFigures {

  private RateFigures() {}

  static List<Figure> all() {
    return List.of(crossing(), accuracies());
  }

  private static Table curve(Tables tables, double rate, double noise) {
    return tables
        .table(RateTraining.NAME, RateCurve.NAME)
        .where("rate", rate)
        .where("noise", noise);
  }

  private static Figure crossing() {
    return new Figure(
        "rate-crossing",
        "A large and a small rate cross",
        "Accuracy after each epoch on train images (left) and test images (right): means over"
            + " replicates with 95 % intervals of Student. Below: the learning rate. Both rates are"
            + " annealed at the same epochs.",
        List.of(RateTraining.NAME),
        tables ->
            Chart.of(panel(tables, "train images", "train"), panel(tables, "test images", "test")));
  }

  private static Panel panel(Tables tables, String title, String column) {
    double large = RateClaims.largeRate();
    double small = RateTraining.SMALL;
    double noise = RateTraining.NOISES.get(1);
    List<Layer> layers = new ArrayList<>();
    layers.addAll(
        Curves.band(curve(tables, large, 0), column, "rate " + NumberLabel.of(large), Ink.of(0)));
    layers.addAll(
        Curves.band(curve(tables, small, 0), column, "rate " + NumberLabel.of(small), Ink.of(1)));
    layers.addAll(
        Curves.band(
            curve(tables, small, noise),
            column,
            "rate " + NumberLabel.of(small) + ", noise " + NumberLabel.of(noise),
            Ink.of(2)));
    return new Panel(title, Axis.linear("epoch"), Axis.linear("accuracy").from(0, 1), layers)
        .below(
            Axis.log("rate"),
            Curves.rate(curve(tables, large, 0), Ink.of(0)),
            Curves.rate(curve(tables, small, 0), Ink.of(1)));
  }

  private static Figure accuracies() {
    return new Figure(
        "rate-accuracies",
        "Test accuracy at the end",
        "Accuracy on all test images at the end, of both rates and of the small rate with annealed"
            + " noise before activations, with 95 % intervals of Student over replicates.",
        List.of(RateTraining.NAME),
        tables -> {
          List<String> names = new ArrayList<>();
          List<Curves.Spread> spreads = new ArrayList<>();
          names.add("large rate");
          spreads.add(spread(tables, RateClaims.largeRate(), 0));
          names.add("small rate");
          spreads.add(spread(tables, RateTraining.SMALL, 0));
          for (double noise : RateTraining.NOISES) {
            names.add("small, noise " + NumberLabel.of(noise));
            spreads.add(spread(tables, RateTraining.SMALL, noise));
          }
          return Chart.of(
              Panel.of(
                  "",
                  Axis.named("", names),
                  Axis.linear("test accuracy").from(0, 1),
                  Layer.Bars.grouped(
                      "",
                      Ink.of(0),
                      0,
                      1,
                      Curves.means(spreads),
                      Curves.lows(spreads),
                      Curves.highs(spreads))));
        });
  }

  private static Curves.Spread spread(Tables tables, double rate, double noise) {
    return Curves.Spread.of(RateClaims.cell(tables, rate, noise).numbers("test_accuracy"));
  }
}
