package temper.schedule.builtin;

/** The triangle of height one that cyclical learning rates are made of. */
final class Triangle {

  private Triangle() {}

  /** The height at a step of a cycle: 0 at its ends, 1 at the end of the rise. */
  static double height(double step, double up, double length) {
    return step < up ? step / up : Math.max(1 - (step - up) / (length - up), 0);
  }
}
