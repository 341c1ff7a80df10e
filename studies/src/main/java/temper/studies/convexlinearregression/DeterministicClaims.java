package temper.studies.convexlinearregression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;
import temper.numerics.StableMath;
import temper.stats.Exact;
import temper.stats.Region;

/** The claims about the model itself, which has no randomness. */
final class DeterministicClaims {

  private static final double ROUNDING = 1e-9;

  private DeterministicClaims() {}

  static List<Claim> all() {
    return List.of(gain(), threshold(), speed(), matched(), reversed(), gap());
  }

  private static Claim gain() {
    return new Statement(
            "NAK-1",
            Statement.ABSTRACT,
            "At equal train loss a run that begins at a large rate and is annealed has a lower test"
                + " loss than a run at a small rate. In our model the ratio tends to that of the"
                + " train curvatures if the population is isotropic.")
        .exactly(
            "ratio of test losses over its limit (c1/c2)",
            "[1 / (1 + delta c1/c2), 1] for stopping losses of at most 1e-3, wherever the window of"
                + " the theorem is not empty, which it must not be in 9 of 10 settings",
            List.of(SpectrumRatio.NAME),
            DeterministicClaims::gainParts);
  }

  private static List<Part> gainParts(Tables tables) {
    Table trials = tables.trials(SpectrumRatio.NAME);
    double[] flat = trials.numbers("flat");
    double[] loss = trials.numbers("loss");
    double[] delta = trials.numbers("delta");
    double[] ratio = trials.numbers("ratio");
    List<String> full = trials.texts("full_window");
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < flat.length; i++) {
      double limit = 1 / flat[i];
      if (loss[i] <= 1e-3 && full.get(i).equals("true")) {
        parts.add(
            new Part(
                "ratio / (c1/c2), c2/c1 = "
                    + NumberText.format(flat[i])
                    + ", loss = "
                    + NumberText.format(loss[i]),
                new Exact(ratio[i] / limit),
                Region.between(1 / (1 + delta[i] * limit), 1)));
      }
    }
    parts.add(
        new Part(
            "share of settings with a window",
            new Exact((double) parts.size() / flat.length),
            Region.atLeast(0.9)));
    return parts;
  }

  private static Claim threshold() {
    return new Statement(
            "NAK-2",
            Statement.OURS,
            "What decides is whether the rate is above 1/(c1 + c2): below it gradient descent ends"
                + " in the flat direction, above it in the steep one, and the test loss at equal"
                + " train loss falls monotonically with the rate.")
        .exactly(
            "test over train loss of gradient descent at one rate, stopped at train loss 1e-3",
            "no rise from one named rate to the next; 20/11 within 1e-9 at the threshold; within"
                + " 0.1 % of 10 up to 0.8 of the stability bound and of 1 from 0.98",
            List.of(ThresholdCurve.NAME),
            DeterministicClaims::thresholdParts);
  }

  private static List<Part> thresholdParts(Tables tables) {
    Table trials = tables.trials(ThresholdCurve.NAME);
    double[] rates = trials.numbers("rate");
    double[] values = trials.numbers("test_over_train");
    int[] named =
        Arrays.stream(ThresholdCurve.NAMED_RATES)
            .filter(rate -> rate < 1)
            .mapToInt(rate -> indexOf(rates, rate))
            .toArray();
    double rise = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < named.length; i++) {
      rise = Math.max(rise, values[named[i]] - values[named[i - 1]]);
    }
    double atThreshold = values[indexOf(rates, GradientDescent.threshold(1, 0.1))];
    return List.of(
        new Part("largest rise between named rates", new Exact(rise), atMostRounding()),
        new Part(
            "value at the threshold",
            new Exact(atThreshold),
            Region.between(20.0 / 11 - ROUNDING, 20.0 / 11 + ROUNDING)),
        new Part(
            "value at 0.8", new Exact(values[indexOf(rates, 0.8)]), Region.between(9.99, 10.01)),
        new Part(
            "value at 0.98",
            new Exact(values[indexOf(rates, 0.98)]),
            Region.between(0.999, 1.001)));
  }

  private static Region atMostRounding() {
    return Region.atMost(ROUNDING);
  }

  private static Claim speed() {
    return new Statement(
            "NAK-3",
            Statement.OURS,
            "Annealing is needed for speed, not for direction: a constant large rate ends in the"
                + " good direction as well but needs ever more steps, and at the stability bound it"
                + " never comes down.")
        .exactly(
            "steps to train loss 1e-3 at a constant rate",
            "23, 33, 85, 344 at 0.93, 0.95, 0.98, 0.995 of the stability bound; not reached at 1;"
                + " test over train loss below 1.1 at all four",
            List.of(ThresholdCurve.NAME),
            DeterministicClaims::speedParts);
  }

  private static List<Part> speedParts(Tables tables) {
    Table trials = tables.trials(ThresholdCurve.NAME);
    double[] rates = trials.numbers("rate");
    double[] steps = trials.numbers("steps");
    double[] values = trials.numbers("test_over_train");
    double[] wanted = {0.93, 23, 0.95, 33, 0.98, 85, 0.995, 344};
    List<Part> parts = new ArrayList<>();
    double worst = 0;
    for (int i = 0; i < wanted.length; i += 2) {
      int row = indexOf(rates, wanted[i]);
      worst = Math.max(worst, values[row]);
      parts.add(
          new Part(
              "steps at " + NumberText.format(wanted[i]),
              new Exact(steps[row]),
              Region.between(wanted[i + 1], wanted[i + 1])));
    }
    parts.add(new Part("largest test over train loss", new Exact(worst), Region.below(1.1)));
    boolean reached = trials.texts("reached").get(indexOf(rates, 1)).equals("true");
    parts.add(
        new Part(
            "reached at the stability bound", new Exact(reached ? 1 : 0), Region.between(0, 0)));
    return parts;
  }

  private static Claim matched() {
    return new Statement(
            "NAK-7",
            Statement.OURS,
            "Control: where the test landscape is that of the train set, annealing changes nothing.")
        .exactly(
            "ratio of test losses with test curvatures proportional to train curvatures",
            "1 within 1e-9",
            List.of(PopulationCurvature.NAME),
            tables ->
                List.of(
                    new Part(
                        "ratio",
                        new Exact(control(tables, PopulationCurvature.MATCHED, "ratio")),
                        Region.between(1 - ROUNDING, 1 + ROUNDING))));
  }

  private static Claim reversed() {
    return new Statement(
            "NAK-8",
            Statement.OURS,
            "Control: where the population is flatter still in the flat direction, annealing"
                + " hurts.")
        .exactly(
            "test losses with train curvatures (1, .1) and test curvatures (1, .001)",
            "flow within 1 % of 1e-5, annealed run within 1 % of 9.9e-4",
            List.of(PopulationCurvature.NAME),
            tables ->
                List.of(
                    new Part(
                        "test loss of flow",
                        new Exact(control(tables, PopulationCurvature.REVERSED, "flow_test")),
                        Region.between(0.99e-5, 1.01e-5)),
                    new Part(
                        "test loss of the annealed run",
                        new Exact(control(tables, PopulationCurvature.REVERSED, "annealed_test")),
                        Region.between(0.99 * 9.9e-4, 1.01 * 9.9e-4))));
  }

  private static double control(Tables tables, double curvature, String metric) {
    Table trials = tables.trials(PopulationCurvature.NAME);
    return trials.numbers(metric)[indexOf(trials.numbers("population"), curvature)];
  }

  private static Claim gap() {
    return new Statement(
            "NAK-9",
            Statement.OURS,
            "Early stopping is needed for a gap that matters: as the stopping loss goes to 0 the"
                + " difference of the test losses vanishes in proportion while their ratio"
                + " settles.")
        .exactly(
            "log-log slope of the difference against the stopping loss, and change of the ratio",
            "slope in [0.95, 1.05] for losses of at most .03; no rise of the difference towards"
                + " smaller losses; ratio at 1e-8 within 2 % of that at 1e-7",
            List.of(StoppingLoss.NAME),
            DeterministicClaims::gapParts);
  }

  private static List<Part> gapParts(Tables tables) {
    Table trials = tables.trials(StoppingLoss.NAME);
    double[] loss = trials.numbers("loss");
    double[] flow = trials.numbers("flow_test");
    double[] annealed = trials.numbers("annealed_test");
    double[] ratio = trials.numbers("ratio");
    SimpleRegression slope = new SimpleRegression();
    double rise = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < loss.length; i++) {
      if (loss[i] <= 0.03) {
        slope.addData(StableMath.log(loss[i]), StableMath.log(flow[i] - annealed[i]));
      }
      if (i > 0) {
        rise = Math.max(rise, (flow[i] - annealed[i]) - (flow[i - 1] - annealed[i - 1]));
      }
    }
    double settled = ratio[indexOf(loss, 1e-8)] / ratio[indexOf(loss, 1e-7)];
    return List.of(
        new Part("log-log slope", new Exact(slope.getSlope()), Region.between(0.95, 1.05)),
        new Part("largest rise of the difference", new Exact(rise), Region.below(0)),
        new Part("change of the ratio", new Exact(settled), Region.between(0.98, 1.02)));
  }

  /** The row of a value that an experiment's design contains. */
  static int indexOf(double[] values, double wanted) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no row for " + wanted + " among " + Arrays.toString(values));
  }
}
