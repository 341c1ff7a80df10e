package temper.lab.figure;

import java.util.List;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;

/**
 * From values to the colours of a heat map.
 *
 * @param span what the colour bar shows, in positions; around the neutral value if there is one
 * @param map the colours
 * @param scale how values are laid out
 */
record HeatScale(Span span, ColorMap map, Axis.Scale scale) {

  static HeatScale of(Layer.HeatMap heat) {
    return common(List.of(heat));
  }

  /** Returns the scale of maps that are to be compared; the first says how values are laid out. */
  static HeatScale common(List<Layer.HeatMap> maps) {
    Layer.HeatMap heat = maps.get(0);
    Span met = met(maps);
    double low = met.low();
    double high = met.high();
    double neutral = Scaling.position(heat.scale(), heat.neutral());
    if (!Double.isNaN(neutral)) {
      double reach = Math.max(Math.abs(low - neutral), Math.abs(high - neutral));
      double half = reach > 0 ? reach : 1;
      return new HeatScale(
          new Span(neutral - half, neutral + half), ColorMap.TWO_SIDED, heat.scale());
    }
    if (!(high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) {
      double half = low == 0 ? 0.5 : 0.1 * Math.abs(low);
      low -= half;
      high += half;
    }
    return new HeatScale(new Span(low, high), ColorMap.ONE_SIDED, heat.scale());
  }

  private static Span met(List<Layer.HeatMap> maps) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Layer.HeatMap map : maps) {
      for (double[] row : map.z()) {
        for (double position : Scaling.positions(maps.get(0).scale(), row)) {
          if (!Double.isNaN(position)) {
            low = Math.min(low, position);
            high = Math.max(high, position);
          }
        }
      }
    }
    return low > high ? new Span(0, 1) : new Span(low, high);
  }

  /** Returns the step of a value in the colour map, -1 for a value that has no colour. */
  int step(double value) {
    double position = Scaling.position(scale, value);
    return Double.isNaN(position) ? -1 : ColorMap.step((position - span.low()) / span.length());
  }

  /** Returns whether some value of a map has no colour. */
  boolean lacksSome(Layer.HeatMap heat) {
    for (double[] row : heat.z()) {
      for (double value : row) {
        if (step(value) < 0) {
          return true;
        }
      }
    }
    return false;
  }
}
