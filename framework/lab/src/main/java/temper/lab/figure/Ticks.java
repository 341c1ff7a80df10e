package temper.lab.figure;

import java.util.List;

/**
 * The ticks of an axis.
 *
 * @param major ticks with labels, ascending
 * @param minor positions of ticks without labels
 * @param factor what every label is to be multiplied by, such as ×10⁻⁴; empty for one
 * @param kind what the labels are
 */
record Ticks(List<Tick> major, List<Double> minor, String factor, Kind kind) {

  /** No ticks at all. */
  static final Ticks NONE = new Ticks(List.of(), List.of(), "");

  /** What labels are. */
  enum Kind {
    /** Numbers, at marks of their own and lines of the grid. */
    NUMBERS,
    /** Names in lines, without marks. */
    NAMES,
    /** Names that read upwards for want of room. */
    UPRIGHT_NAMES
  }

  /** Ticks of numbers. */
  Ticks(List<Tick> major, List<Double> minor, String factor) {
    this(major, minor, factor, Kind.NUMBERS);
  }

  /**
   * A tick with a label.
   *
   * @param position place along the axis
   * @param label a number or a name; lines are parted by LF
   */
  record Tick(double position, String label) {}

  /** Returns the same ticks without labels. */
  Ticks unlabelled() {
    return new Ticks(
        major.stream().map(tick -> new Tick(tick.position(), "")).toList(), minor, "", kind);
  }

  Ticks {
    major = List.copyOf(major);
    minor = List.copyOf(minor);
  }
}
