package temper.lab.study.chart;

/**
 * An axis of a panel.
 *
 * @param label quantity and unit
 * @param scale how values are laid out
 * @param min lower end; NaN to take it from the data
 * @param max upper end; NaN to take it from the data
 * @since 0.1
 */
public record Axis(String label, Scale scale, double min, double max) {

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
   *     logarithmic axis
   */
  public Axis {
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
   * The same axis with fixed ends.
   *
   * @param min lower end
   * @param max upper end
   * @return an axis that differs only in its ends
   */
  public Axis from(double min, double max) {
    return new Axis(label, scale, min, max);
  }
}
