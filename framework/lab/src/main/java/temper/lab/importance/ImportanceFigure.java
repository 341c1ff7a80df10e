package temper.lab.importance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * Draws importance: on the left how large the contributions of each parameter are, on the right the
 * contributions themselves, apart by whether the value of the parameter is small or large.
 *
 * @since 0.1
 */
public final class ImportanceFigure {

  private static final int MOST = 12;
  private static final int BINS = 60;
  private static final double WIDEST = 0.38;
  private static final List<String> PARTS =
      List.of("small values", "middle values", "large values");

  private ImportanceFigure() {}

  /**
   * The chart of an importance.
   *
   * @param importance the importance
   * @return two panels of the parameters, the most important first
   */
  public static Chart of(Importance importance) {
    List<Importance.Parameter> shown =
        importance.parameters().subList(0, Math.min(MOST, importance.parameters().size()));
    int count = shown.size();
    String unit = (importance.logarithmic() ? "log " : "") + importance.metric();
    Axis places = Axis.named("", shown.stream().map(Importance.Parameter::name).toList());
    double[] place = IntStream.range(0, count).asDoubleStream().toArray();
    double[] size = shown.stream().mapToDouble(Importance.Parameter::shap).toArray();
    Panel bars =
        Panel.of(
            "",
            places,
            Axis.linear("mean |SHAP| of " + unit),
            new Layer.Intervals("", Ink.of(0), place, size, new double[count], size));
    return Chart.of(bars, strip(shown, unit, places));
  }

  private static Panel strip(List<Importance.Parameter> shown, String unit, Axis places) {
    List<List<Double>> across = lists();
    List<List<Double>> up = lists();
    double reach =
        shown.stream()
            .flatMap(one -> one.contributions().stream())
            .mapToDouble(Math::abs)
            .max()
            .orElse(1);
    for (int i = 0; i < shown.size(); i++) {
      Importance.Parameter parameter = shown.get(i);
      List<Double> sorted = parameter.values().stream().sorted().toList();
      double[] offsets = offsets(parameter.contributions(), reach);
      for (int row = 0; row < offsets.length; row++) {
        int part = part(sorted, parameter.values().get(row));
        across.get(part).add(i + offsets[row]);
        up.get(part).add(parameter.contributions().get(row));
      }
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Rule("", Ink.NEUTRAL, false, 0));
    for (int part = 0; part < PARTS.size(); part++) {
      layers.add(
          new Layer.Points(
              PARTS.get(part), Ink.of(part), array(across.get(part)), array(up.get(part))));
    }
    return new Panel("", places, Axis.linear("SHAP of " + unit), layers);
  }

  private static List<List<Double>> lists() {
    return PARTS.stream().<List<Double>>map(part -> new ArrayList<>()).toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The lower, middle or upper third of the values. */
  private static int part(List<Double> sorted, double value) {
    double low = sorted.get(sorted.size() / 3);
    double high = sorted.get(sorted.size() - 1 - sorted.size() / 3);
    return value < low || value == sorted.get(0)
        ? 0
        : value > high || value == last(sorted) ? 2 : 1;
  }

  private static double last(List<Double> sorted) {
    return sorted.get(sorted.size() - 1);
  }

  /** Points of nearly equal height stand side by side, alternately to the right and to the left. */
  private static double[] offsets(List<Double> heights, double reach) {
    Map<Long, Integer> crowd = new HashMap<>();
    for (double height : heights) {
      crowd.merge(bin(height, reach), 1, Integer::sum);
    }
    int most = crowd.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    double step = Math.min(0.06, 2 * WIDEST / Math.max(1, most));
    Map<Long, Integer> met = new HashMap<>();
    double[] offsets = new double[heights.size()];
    for (int i = 0; i < offsets.length; i++) {
      int before = met.merge(bin(heights.get(i), reach), 1, Integer::sum) - 1;
      int steps = (before + 1) / 2;
      offsets[i] = (before % 2 == 0 ? step : -step) * steps;
    }
    return offsets;
  }

  private static long bin(double height, double reach) {
    return reach == 0 ? 0 : Math.round(height / reach * BINS / 2);
  }
}
