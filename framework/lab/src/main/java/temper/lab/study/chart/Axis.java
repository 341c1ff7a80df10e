package temper.lab.study.chart;

import java.util.List;

/**
 * An axis of a panel.
 *
 * @param label quantity and unit
 * @param scale how values are laid out
 * @param min lower end; NaN to take it from the data
 * @param max upper end; NaN to take it from the data
 * @param names what stands at 0, 1, 2 ... instead of numbers; empty for an axis of numbers
 * @since 0.1
 */
public record Axis(String label, Scale scale, double min, double max, List<String> names) {

  /** How values are laid out along an axis. */
  public enum Scale {
    /** Equal differences at equal distances. */
    LINEAR,
    /** Equal ratios at equal distances; only positive values can be drawn. */
    LOG
  }

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if the ends are in the wrong order, or not positive on a
   *     logarithmic axis, or a logarithmic axis has names
   */
  public Axis {
    names = List.copyOf(names);
    if (scale == Scale.LOG && !names.isEmpty()) {
      throw new IllegalArgumentException(
          "axis '" + label + "' has names and cannot be logarithmic");
    }
    if (min >= max) {
      throw new IllegalArgumentException(
          "axis '" + label + "' needs min < max, got " + min + " and " + max);
    }
    if (scale == Scale.LOG && (min <= 0 || max <= 0)) {
      throw new IllegalArgumentException(
          "logarithmic axis '" + label + "' needs positive ends, got " + min + " and " + max);
    }
  }

  /**
   * An axis of numbers.
   *
   * @param label quantity and unit
   * @param scale how values are laid out
   * @param min lower end; NaN to take it from the data
   * @param max upper end; NaN to take it from the data
   * @throws IllegalArgumentException if the ends are in the wrong order, or not positive on a
   *     logarithmic axis
   */
  public Axis(String label, Scale scale, double min, double max) {
    this(label, scale, min, max, List.of());
  }

  /**
   * A linear axis whose ends come from the data.
   *
   * @param label quantity and unit
   * @return the axis
   */
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, Double.NaN, Double.NaN);
  }

  /**
   * A logarithmic axis whose ends come from the data.
   *
   * @param label quantity and unit
   * @return the axis
   */
  public static Axis log(String label) {
    return new Axis(label, Scale.LOG, Double.NaN, Double.NaN);
  }

  /**
   * An axis of names, at 0, 1, 2 and so on, each with as much room as the others.
   *
   * @param label what is named
   * @param names at least one
   * @return the axis
   * @throws IllegalArgumentException if there is no name
   */
  public static Axis named(String label, List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("axis '" + label + "' needs at least one name");
    }
    return new Axis(label, Scale.LINEAR, -0.5, names.size() - 0.5, names);
  }

  /**
   * The same axis with fixed ends.
   *
   * @param min lower end
   * @param max upper end
   * @return an axis that differs only in its ends
   */
  public Axis from(double min, double max) {
    return new Axis(label, scale, min, max, names);
  }
}
