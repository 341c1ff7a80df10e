package temper.lab.figure;

import java.util.List;

/**
 * The ticks of an axis.
 *
 * @param major ticks with labels, ascending
 * @param minor positions of ticks without labels
 * @param factor what every label is to be multiplied by, such as ×10⁻⁴; empty for one
 */
record Ticks(List<Tick> major, List<Double> minor, String factor) {

  /**
   * A tick with a label.
   *
   * @param position place along the axis
   * @param label a number
   */
  record Tick(double position, String label) {}

  Ticks {
    major = List.copyOf(major);
    minor = List.copyOf(minor);
  }
}
