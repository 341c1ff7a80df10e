package temper.studies.largeratedynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.Evidence;
import temper.stats.Exact;
import temper.stats.Mean;
import temper.stats.MedianSign;
import temper.stats.Region;

/** The claims about the edge of stability. */
final class EdgeClaims {

  private static final String PLACE =
      "Cohen and others (2021), as we recall it; bounds and problem are ours";
  private static final String REDUCED =
      "500 synthetic examples with random labels and one output, where the paper has 5,000 images of"
          + " CIFAR-10 and ten; one hidden layer of 64 units";
  private static final String NONE_DIVERGES =
      "a run that diverges is left out and counted; none should";

  private EdgeClaims() {}

  static List<Claim> all() {
    return List.of(hovers(), restless(), rises());
  }

  private static Claim hovers() {
    return new Statement(
            "EOS-1",
            PLACE,
            "Under full-batch gradient descent the sharpness rises to 2 / rate and hovers there.",
            REDUCED)
        .tested(
            "student-t",
            "mean of rate times sharpness over the last fifth of the steps, at three rates",
            "[1.8, 2.3] at each",
            NONE_DIVERGES,
            List.of(EdgeOfStability.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              runs(tables)
                  .forEach(
                      (rate, cell) ->
                          parts.add(
                              new Part(
                                  "rate times sharpness, rate " + NumberText.format(rate),
                                  mean(cell.numbers("edge_product")),
                                  Region.between(1.8, 2.3))));
              return parts;
            });
  }

  private static Claim restless() {
    return new Statement(
            "EOS-2",
            PLACE,
            "At the edge of stability the loss rises and falls from step to step but falls in the"
                + " long run.",
            REDUCED)
        .tested(
            "sign",
            "median share of steps in the last fifth at which the loss rises; median logarithm of"
                + " the mean loss of the last fifth over that of the middle fifth; at three rates",
            "> 0.1; < 0",
            NONE_DIVERGES,
            List.of(EdgeOfStability.NAME),
            tables -> {
              List<Part> parts = new ArrayList<>();
              runs(tables)
                  .forEach(
                      (rate, cell) -> {
                        double[] last = cell.numbers("last_loss");
                        double[] middle = cell.numbers("middle_loss");
                        double[] fall = new double[last.length];
                        Arrays.setAll(fall, i -> StableMath.log(last[i] / middle[i]));
                        String at = ", rate " + NumberText.format(rate);
                        parts.add(
                            new Part(
                                "share of rising steps" + at,
                                median(cell.numbers("rising")),
                                Region.above(0.1)));
                        parts.add(
                            new Part("ln(last / middle loss)" + at, median(fall), Region.below(0)));
                      });
              return parts;
            });
  }

  private static Claim rises() {
    return new Statement(
            "EOS-3",
            PLACE,
            "Gradient flow knows no such edge: its sharpness keeps rising past that at which"
                + " descent hovers.",
            REDUCED)
        .tested(
            "student-t",
            "mean logarithm of the sharpness at the end of the flow over that at half the time; mean"
                + " sharpness at the end times the largest rate of descent",
            "> 0; > 2.3",
            NONE_DIVERGES,
            List.of(FlowSharpness.NAME),
            tables -> {
              Table runs = tables.trials(FlowSharpness.NAME).where("outcome", "ok");
              double[] last = runs.numbers("last_sharpness");
              double[] half = runs.numbers("half_sharpness");
              double[] rise = new double[last.length];
              double[] product = new double[last.length];
              Arrays.setAll(rise, i -> StableMath.log(last[i] / half[i]));
              Arrays.setAll(product, i -> last[i] * EdgeOfStability.RATES.get(0));
              return List.of(
                  new Part("ln(last / half sharpness)", mean(rise), Region.above(0)),
                  new Part("last sharpness times largest rate", mean(product), Region.above(2.3)));
            });
  }

  /** The runs that did not diverge, by their rates; none at a rate at which every run did. */
  private static Map<Double, Table> runs(Tables tables) {
    Map<Double, Table> runs = new LinkedHashMap<>();
    tables
        .trials(EdgeOfStability.NAME)
        .groupBy("rate")
        .forEach((rate, all) -> runs.put(rate, all.where("outcome", "ok")));
    return runs;
  }

  /** The mean over runs; without any it is NaN, which decides nothing. */
  private static Evidence mean(double[] runs) {
    return runs.length == 0 ? new Exact(Double.NaN) : Mean.of(runs);
  }

  /** The median over runs; without any it is NaN, which decides nothing. */
  private static Evidence median(double[] runs) {
    return runs.length == 0 ? new Exact(Double.NaN) : MedianSign.of(runs);
  }
}
