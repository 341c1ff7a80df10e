package temper.studies.cyclicalrates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.stats.Interval;
import temper.stats.Mean;

/** Accuracy over the iterations with bands over replicates, and final accuracies with intervals. */
final class Curves {

  /** Level of the intervals in all figures. */
  static final double CONFIDENCE = 0.95;

  private Curves() {}

  /** Accuracy on the way of each arm, the rate that was measured underneath. */
  static Panel panel(String title, Map<String, Table> arms) {
    List<String> names = List.copyOf(arms.keySet());
    List<Layer> rates = new ArrayList<>();
    arms.forEach(
        (arm, rows) -> {
          Map<Double, Table> steps = sorted(rows.groupBy("step"));
          double[] rate =
              steps.values().stream().mapToDouble(at -> at.numbers("learning_rate")[0]).toArray();
          rates.add(new Layer.Line("", ink(arm, names), array(steps.keySet()), rate));
        });
    return new Panel(
            title, Axis.linear("iteration"), Axis.linear("test accuracy"), accuracies(arms, names))
        .below(Axis.log("rate"), rates.toArray(Layer[]::new));
  }

  /** Accuracies on the way, with inks by the places of arms among all that the figure shows. */
  static List<Layer> accuracies(Map<String, Table> arms, List<String> all) {
    List<Layer> layers = new ArrayList<>();
    List<Layer> lines = new ArrayList<>();
    arms.forEach(
        (arm, rows) -> {
          Map<Double, Table> steps = sorted(rows.groupBy("step"));
          double[] x = array(steps.keySet());
          double[] mean = new double[x.length];
          double[] low = new double[x.length];
          double[] high = new double[x.length];
          int i = 0;
          for (Table at : steps.values()) {
            double[] values = at.numbers("accuracy");
            Interval interval = interval(values);
            mean[i] = mean(values);
            low[i] = interval.low();
            high[i] = interval.high();
            i++;
          }
          layers.add(new Layer.Band("", ink(arm, all), x, low, high));
          lines.add(new Layer.Line(words(arm), ink(arm, all), x, mean));
        });
    layers.addAll(lines);
    return layers;
  }

  /** The ink of an arm in all panels of a figure. */
  static Ink ink(String arm, List<String> all) {
    return Ink.of(all.indexOf(arm));
  }

  /** The name of an arm in a figure. */
  static String words(String arm) {
    return arm.replace("-drops", " with drops").replace('-', ' ');
  }

  private static Map<Double, Table> sorted(Map<Double, Table> groups) {
    Map<Double, Table> out = new LinkedHashMap<>();
    groups.keySet().stream().sorted().forEach(key -> out.put(key, groups.get(key)));
    return out;
  }

  /** Final accuracies of arms with intervals, and those of single runs. */
  static Panel finals(String title, String axis, Map<String, double[]> arms) {
    List<String> names = List.copyOf(arms.keySet());
    int n = names.size();
    double[] x = new double[n];
    double[] y = new double[n];
    double[] low = new double[n];
    double[] high = new double[n];
    List<Double> runs = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double[] values = arms.getOrDefault(names.get(i), new double[0]);
      Interval interval = interval(values);
      x[i] = i;
      y[i] = mean(values);
      low[i] = interval.low();
      high[i] = interval.high();
      for (double value : values) {
        runs.add(value);
        places.add(i + 0.18);
      }
    }
    return Panel.of(
        title,
        Axis.named(axis, names.stream().map(Curves::words).toList()),
        Axis.linear("test accuracy at the end"),
        new Layer.Points("single runs", Ink.NEUTRAL.dashed(), array(places), array(runs)),
        new Layer.Intervals("mean", Ink.of(0), x, y, low, high));
  }

  private static double[] array(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** An interval of Student; a point where all values are one, of which it could not be drawn. */
  static Interval interval(double[] values) {
    double mean = mean(values);
    boolean one = Arrays.stream(values).distinct().count() < 2;
    return one ? new Interval(mean, mean) : Mean.of(values).interval(CONFIDENCE);
  }

  /** Accuracies at the end by the values of a column of text. */
  static Map<String, double[]> finals(Tables tables, String experiment, String column) {
    Map<String, double[]> out = new LinkedHashMap<>();
    tables
        .trials(experiment)
        .groupByText(column)
        .forEach((arm, trials) -> out.put(arm, Arms.finals(trials)));
    return out;
  }
}
