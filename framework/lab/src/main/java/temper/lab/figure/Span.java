package temper.lab.figure;

/**
 * A stretch of an axis, in positions.
 *
 * @param low lower end
 * @param high upper end, not below the lower one
 */
record Span(double low, double high) {

  double length() {
    return high - low;
  }

  /** Returns a span longer by a part of its length at both ends. */
  Span padded(double part) {
    double more = part * length();
    return new Span(low - more, high + more);
  }
}
