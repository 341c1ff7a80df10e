package temper.schedule;

import temper.numerics.StableMath;

/**
 * The way from one value to another within a phase, for example of a warm-up or a cooldown.
 *
 * @since 0.1
 */
public enum Shape {
  /** A straight line. */
  LINEAR,
  /** Half a period of a cosine: flat at both ends. */
  COSINE,
  /**
   * One minus the square root of the remaining (rising) or elapsed (falling) part: {@code 1 -
   * sqrt(z)} falls steeply at first and then ever more slowly.
   */
  ONE_MINUS_SQUARE_ROOT,
  /** The starting value during the whole phase, then a jump. */
  CONSTANT;

  /**
   * The share of the starting value that is left in a falling phase.
   *
   * @param z elapsed part of the phase, 0 to 1
   * @return 1 at the start, 0 at the end
   */
  public double fall(double z) {
    return switch (this) {
      case LINEAR -> 1 - z;
      case COSINE -> 0.5 * (1 + StableMath.cos(Math.PI * z));
      case ONE_MINUS_SQUARE_ROOT -> 1 - Math.sqrt(z);
      case CONSTANT -> z < 1 ? 1 : 0;
    };
  }

  /**
   * A value on the way from one value down to another.
   *
   * @param from value at the start, returned exactly at {@code z = 0}
   * @param to value at the end, returned exactly at {@code z = 1}
   * @param z elapsed part of the phase, 0 to 1
   * @return {@code to + (from - to) * fall(z)}
   */
  public double down(double from, double to, double z) {
    double share = fall(z);
    return share * from + (1 - share) * to;
  }

  /**
   * A value on the way from one value up to another: the mirror image of the way down, but of
   * {@link #CONSTANT}, whose jump is at the end here too.
   *
   * @param from value at the start, returned exactly at {@code z = 0}
   * @param to value at the end, returned exactly at {@code z = 1}
   * @param z elapsed part of the phase, 0 to 1
   * @return {@code to + (from - to) * (1 - fall(1 - z))}; of {@link #CONSTANT} {@code down(from,
   *     to, z)}
   */
  public double up(double from, double to, double z) {
    return switch (this) {
      case LINEAR, CONSTANT -> down(from, to, z);
      case COSINE, ONE_MINUS_SQUARE_ROOT -> down(to, from, 1 - z);
    };
  }
}
