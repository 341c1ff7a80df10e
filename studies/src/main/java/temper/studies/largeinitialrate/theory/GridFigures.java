package temper.studies.largeinitialrate.theory;

import static temper.studies.largeinitialrate.theory.TheoryParameters.ACTIVATION_NOISE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.EQUAL_NOISE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.LARGE;
import static temper.studies.largeinitialrate.theory.TheoryParameters.SMALL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Figure;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.NumberLabel;
import temper.lab.study.chart.Panel;
import temper.numerics.NumberText;
import temper.studies.largeinitialrate.theory.LargeAgainstSmall.Setting;

/** Figures of grids: initial rates, deviations of noise, kinds of noise. */
final class GridFigures {

  private static final String ERROR = "test error on the first pattern";

  /** Lower end of logarithmic axes of errors. */
  private static final double LEAST = 3e-3;

  private GridFigures() {}

  static List<Figure> all() {
    return List.of(doses(), noises(), mitigations());
  }

  private static Figure doses() {
    return new Figure(
        "theory-initial-rate",
        "Dose and response: the error against the initial rate",
        "Means of the test error on the first pattern with 95 % intervals, against the rate of the"
            + " first phase; at 0.4 there is but one phase. Left: first block linear, first phase of"
            + " fixed length. Middle and right: rectified neurons, first phase ended by the loss.",
        List.of(LinearDose.NAME, RateDose.NAME),
        tables ->
            Chart.facets(
                3,
                List.of(
                    dosePanel("first block linear", Arms.of(tables, LinearDose.NAME)),
                    dosePanel(
                        Setting.SECOND_BLOCK.label(),
                        Setting.SECOND_BLOCK.arms(tables, RateDose.NAME)),
                    dosePanel(
                        Setting.SPHERICAL.label(),
                        Setting.SPHERICAL.arms(tables, RateDose.NAME)))));
  }

  private static Panel dosePanel(String title, Arms arms) {
    List<double[]> samples = new ArrayList<>();
    double[] x = new double[RateDose.RATES.size() + 1];
    x[0] = TheoryParameters.SECOND_BLOCK_NOISE.descent().small();
    samples.add(arms.of(SMALL).errors());
    for (int i = 1; i < x.length; i++) {
      x[i] = RateDose.RATES.get(i - 1);
      samples.add(arms.of(LARGE).where("descent.large", x[i]).errors());
    }
    return Panel.of(
        title,
        Axis.log("initial rate"),
        Axis.linear(ERROR).from(0, Double.NaN),
        Means.of("", Ink.of(0), x, 0, samples));
  }

  private static Figure noises() {
    return new Figure(
        "theory-gradient-noise",
        "Too little noise and too much",
        "Means of test errors with 95 % intervals against the deviation of noise on all gradients."
            + " Left: on the first pattern; at the two largest deviations also of a network with 128"
            + " instead of 32 neurons in the first block. Right: mean of the errors on the"
            + " first and on the second pattern, which the large rate does not learn without noise.",
        List.of(NoiseDose.NAME),
        tables -> {
          List<String> names = NoiseDose.NOISES.stream().map(GridFigures::writtenOut).toList();
          Axis axis = Axis.named("deviation of the gradient noise", names);
          List<Layer> first = new ArrayList<>();
          List<Layer> both = new ArrayList<>();
          int member = 0;
          for (String algorithm : List.of(LARGE, SMALL)) {
            String label = algorithm.equals(LARGE) ? "L-S" : "S";
            Arms narrow = NoiseDose.narrow(tables).of(algorithm);
            Arms wide = NoiseDose.wide(tables).of(algorithm);
            Ink ink = Ink.of(member);
            first.add(noiseLayer(label, ink, -0.09 + 0.18 * member, narrow, false));
            first.add(
                noiseLayer(
                    label + ", 128 neurons", ink.dashed(), -0.27 + 0.54 * member, wide, false));
            both.add(noiseLayer(label, ink, -0.09 + 0.18 * member, narrow, true));
            member++;
          }
          return Chart.of(
              new Panel("first pattern", axis, Axis.log(ERROR).from(LEAST, 1), first),
              new Panel(
                  "both patterns",
                  axis,
                  Axis.log("mean of both test errors").from(LEAST, 1),
                  both));
        });
  }

  /** A number without a power of ten, among others that have none either. */
  private static String writtenOut(double value) {
    return NumberLabel.plain(new BigDecimal(NumberText.format(value)));
  }

  private static Layer noiseLayer(
      String label, Ink ink, double aside, Arms arms, boolean bothPatterns) {
    double[] x = IntStream.range(0, NoiseDose.NOISES.size()).mapToDouble(i -> i + aside).toArray();
    List<double[]> samples =
        NoiseDose.NOISES.stream()
            .map(noise -> arms.where("noise.first", noise))
            .map(at -> bothPatterns ? at.bothErrors() : at.errors())
            .toList();
    return Means.of(label, ink, x, LEAST, samples);
  }

  private static Figure mitigations() {
    return new Figure(
        "theory-mitigation",
        "The small rate with noise of other kinds",
        "Means of the test error on the first pattern with 95 % intervals. Left: noise before"
            + " activations of the second block until the loss at which L-S lowers its rate. Right:"
            + " gradient noise with the stationary deviation of the large rate, until the same loss.",
        List.of(Mitigation.NAME, EqualNoise.NAME),
        tables -> {
          Layer.Intervals activation = activations(tables);
          List<Layer.Intervals> equal = equalNoises(tables);
          List<Layer.Intervals> all = new ArrayList<>(equal);
          all.add(activation);
          Axis error = Means.axis(ERROR, all);
          return Chart.of(
              Panel.of(
                  "noise before activations",
                  Axis.named("algorithm and deviation", activationNames()),
                  error,
                  activation),
              new Panel(
                  "gradient noise",
                  Axis.named("algorithm", List.of("L-S", "S", "S + noise")),
                  error,
                  List.copyOf(equal)));
        });
  }

  private static List<String> activationNames() {
    List<String> names = new ArrayList<>(List.of("L-S", "S"));
    Mitigation.NOISES.forEach(noise -> names.add("S + " + NumberLabel.of(noise)));
    return names;
  }

  private static Layer.Intervals activations(Tables tables) {
    Arms arms = Arms.of(tables, Mitigation.NAME);
    List<double[]> samples =
        new ArrayList<>(List.of(arms.of(LARGE).errors(), arms.of(SMALL).errors()));
    for (double noise : Mitigation.NOISES) {
      samples.add(arms.of(ACTIVATION_NOISE).where("noise.activation", noise).errors());
    }
    return Means.of("", Ink.of(0), places(samples.size(), 0), 0, samples);
  }

  private static List<Layer.Intervals> equalNoises(Tables tables) {
    List<Layer.Intervals> layers = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      Arms arms = setting.arms(tables, EqualNoise.NAME);
      List<double[]> samples =
          List.of(arms.of(LARGE).errors(), arms.of(SMALL).errors(), arms.of(EQUAL_NOISE).errors());
      int member = setting == Setting.SPHERICAL ? 1 : 0;
      layers.add(
          Means.of(setting.label(), Ink.of(member), places(3, -0.1 + 0.2 * member), 0, samples));
    }
    return layers;
  }

  private static double[] places(int count, double aside) {
    return IntStream.range(0, count).mapToDouble(i -> i + aside).toArray();
  }
}
