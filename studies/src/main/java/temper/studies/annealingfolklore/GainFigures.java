package temper.studies.annealingfolklore;

import java.util.ArrayList;
import java.util.Arrays;
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
import temper.stats.Evidence;
import temper.stats.Mean;

/** Figures of what annealing gains, and where. */
final class GainFigures {

  private static final double POINTS = 100;

  private GainFigures() {}

  static List<Figure> all() {
    return List.of(gains(), optimizers(), plateaus(), convolutional());
  }

  private static Figure gains() {
    return new Figure(
        "gain-of-annealing",
        "What linear decay gains over the best constant rate",
        "Gain in test accuracy, in points, with 95 % intervals. Left: against the length of training."
            + " Right: against the number of train examples, at a fixed number of epochs and at a"
            + " fixed number of updates. The shaded strip is a point up and down.",
        List.of(NetworkExperiments.SHORT.name(), NetworkExperiments.SMALL_DATA.name()),
        tables -> {
          Axis gain = Axis.linear("gain in points of accuracy");
          List<Layer> sizes = new ArrayList<>(strip(NetworkClaims.bySize(tables, true), "train"));
          sizes.addAll(
              curve("equal epochs", Ink.of(0), NetworkClaims.bySize(tables, true), "train"));
          sizes.addAll(
              curve(
                  "equal updates",
                  Ink.of(1).dashed(),
                  NetworkClaims.bySize(tables, false),
                  "train"));
          return Chart.of(
              lengths("length of training", tables.trials(NetworkExperiments.SHORT.name()), gain),
              new Panel("size of the data set", Axis.log("train examples"), gain, sizes));
        });
  }

  private static Panel lengths(String title, Table trials, Axis gain) {
    List<Layer> layers = new ArrayList<>(strip(trials, "epochs"));
    layers.addAll(curve("", Ink.of(0), trials, "epochs"));
    return new Panel(title, Axis.log("epochs"), gain, layers);
  }

  private static List<Layer> strip(Table trials, String column) {
    double[] x = Drawing.array(trials.groupBy(column).keySet());
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    Arrays.fill(low, -POINTS * NetworkClaims.MARGIN);
    Arrays.fill(high, POINTS * NetworkClaims.MARGIN);
    Arrays.sort(x);
    return List.of(
        new Layer.Band("", Ink.NEUTRAL, x, low, high), new Layer.Rule("", Ink.NEUTRAL, false, 0));
  }

  private static List<Layer> curve(String label, Ink ink, Table trials, String column) {
    Map<Double, Table> levels = trials.groupBy(column);
    List<Evidence> gains = levels.values().stream().map(GainFigures::points).toList();
    return Drawing.band(label, ink, Drawing.array(levels.keySet()), gains);
  }

  /** The gain of linear decay in points. */
  private static Evidence points(Table trials) {
    double[] linear = accuracy(trials.where("law", Law.LINEAR.label()));
    double[] constant = accuracy(trials.where("law", Law.CONSTANT.label()));
    double[] gain = new double[linear.length];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = linear[i] - constant[i];
    }
    return Mean.of(gain);
  }

  /** Accuracies in points. */
  private static double[] accuracy(Table trials) {
    return Arrays.stream(Accuracies.of(trials, "test_accuracy")).map(v -> POINTS * v).toArray();
  }

  private static Figure optimizers() {
    return new Figure(
        "gain-by-optimizer",
        "Adaptive optimisers, with and without a schedule; fine-tuning",
        "Gain in test accuracy of linear decay over the best constant rate, in points, with 95 %"
            + " intervals. Left: by optimiser. Right: in a network that was trained on other classes"
            + " before, and in one that was not, on a tenth of the data.",
        List.of(NetworkExperiments.ADAPTIVE.name(), FineTuning.PERCEPTRON.name()),
        tables ->
            Chart.of(
                grouped(
                    "optimiser", tables.trials(NetworkExperiments.ADAPTIVE.name()), "optimizer"),
                grouped("start", tables.trials(FineTuning.PERCEPTRON.name()), "start")));
  }

  private static Panel grouped(String title, Table trials, String column) {
    Map<String, Table> groups = trials.groupByText(column);
    double[] x = new double[groups.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return Panel.of(
        title,
        Axis.named("", List.copyOf(groups.keySet())),
        Axis.linear("gain in points of accuracy"),
        new Layer.Rule("", Ink.NEUTRAL, false, 0),
        Drawing.intervals(
            "", Ink.of(0), x, groups.values().stream().map(GainFigures::points).toList()));
  }

  private static Figure plateaus() {
    return new Figure(
        "plateau",
        "Reduce-on-plateau against tuned step decay",
        "Left: test accuracies, a box for each schedule. Right: how often the controller reduced the"
            + " rate.",
        List.of(NetworkExperiments.PLATEAU.name()),
        GainFigures::plateauChart);
  }

  private static Chart plateauChart(Tables tables) {
    Table trials = tables.trials(NetworkExperiments.PLATEAU.name());
    List<String> names = new ArrayList<>();
    List<double[]> accuracies = new ArrayList<>();
    List<double[]> reductions = new ArrayList<>();
    names.add("step");
    accuracies.add(accuracy(trials.where("law", Law.STEP.label())));
    reductions.add(new double[] {2});
    for (Map.Entry<Double, Table> patience :
        trials.where("law", Law.PLATEAU.label()).groupBy("shape").entrySet()) {
      names.add("patience " + Math.round(patience.getKey()));
      accuracies.add(accuracy(patience.getValue()));
      reductions.add(
          Arrays.stream(patience.getValue().numbers("reductions"))
              .filter(n -> !Double.isNaN(n))
              .toArray());
    }
    Axis x = Axis.named("", names);
    return Chart.of(
        new Panel("", x, Axis.linear("test accuracy in points"), List.of(boxes(accuracies))),
        new Panel("", x, Axis.linear("reductions"), List.of(boxes(reductions))));
  }

  private static Layer boxes(List<double[]> samples) {
    return Layer.Samples.grouped(
        "", Ink.of(0), Layer.Samples.Form.BOX, 0, 1, samples.toArray(double[][]::new));
  }

  private static Figure convolutional() {
    return new Figure(
        "gain-of-annealing-convolutional",
        "What linear decay gains in a convolutional network",
        "Gain in test accuracy over the best constant rate, in points, with 95 % intervals. Left:"
            + " against the length of training. Right: in fine-tuning and from scratch.",
        List.of(NetworkExperiments.SHORT_CONVOLUTIONAL.name(), FineTuning.CONVOLUTIONAL.name()),
        tables ->
            Chart.of(
                lengths(
                    "length of training",
                    tables.trials(NetworkExperiments.SHORT_CONVOLUTIONAL.name()),
                    Axis.linear("gain in points of accuracy")),
                grouped("start", tables.trials(FineTuning.CONVOLUTIONAL.name()), "start")));
  }
}
