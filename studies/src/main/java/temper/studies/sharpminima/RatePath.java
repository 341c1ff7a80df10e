package temper.studies.sharpminima;

import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

/** The learning rates that are compared from one minimum on. */
enum RatePath {
  /** The low rate, at which the minimum was found. */
  LOW("low", 0),
  /** The mean of the triangular rate throughout. */
  MEAN("mean", 1),
  /** The highest rate throughout. */
  HIGH("high", 2),
  /** To and fro between the low and the high rate. */
  TRIANGULAR("triangular", 3);

  private final String label;
  private final int color;

  RatePath(String label, int color) {
    this.label = label;
    this.color = color;
  }

  String label() {
    return label;
  }

  /** Its colour in figures. */
  int color() {
    return color;
  }

  /** The path of a label. */
  static RatePath of(String label) {
    for (RatePath path : values()) {
      if (path.label.equals(label)) {
        return path;
      }
    }
    throw new IllegalArgumentException(
        "path must be low, mean, high or triangular, got '" + label + "'");
  }

  /** The rates, by step. */
  Schedule schedule(double low, double high, int halfCycle) {
    return switch (this) {
      case LOW -> Schedules.constant(low);
      case MEAN -> Schedules.constant((low + high) / 2);
      case HIGH -> Schedules.constant(high);
      case TRIANGULAR -> Schedules.triangular(low, high, halfCycle);
    };
  }
}
