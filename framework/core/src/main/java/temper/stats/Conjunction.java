package temper.stats;

import java.util.List;

/**
 * Several statements that are claimed together, at one level for each part.
 *
 * <p>A conjunction is decided when every part is: {@link Position#INSIDE} if all parts are, {@link
 * Position#OUTSIDE} if all are decided and one of them is outside. Its p-value is the largest of
 * its parts (intersection-union test; Berger 1982, Technometrics 24).
 *
 * @param parts the statements, at least one
 * @since 0.1
 */
public record Conjunction(List<Hypothesis> parts) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public Conjunction {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts of a conjunction must be at least 1, got 0");
    }
  }

  /**
   * Decides all parts at one level.
   *
   * @param alpha probability of a wrong decision, between 0 and 1, both excluded
   * @return undecided if any part is, else inside if all parts are, else outside
   */
  public Position decide(double alpha) {
    Position all = Position.INSIDE;
    for (Hypothesis part : parts) {
      Position position = part.decide(alpha);
      if (position == Position.UNDECIDED) {
        return Position.UNDECIDED;
      }
      if (position == Position.OUTSIDE) {
        all = Position.OUTSIDE;
      }
    }
    return all;
  }

  /**
   * The largest p-value of the parts.
   *
   * @return between 0 and 1
   */
  public double p() {
    return weakest().p();
  }

  /**
   * The part that is decided last, which stands for the conjunction in a table.
   *
   * @return the part with the largest p-value, the first of several
   */
  public Hypothesis weakest() {
    Hypothesis weakest = parts.get(0);
    double largest = weakest.p();
    for (Hypothesis part : parts.subList(1, parts.size())) {
      double p = part.p();
      if (p > largest) {
        weakest = part;
        largest = p;
      }
    }
    return weakest;
  }
}
