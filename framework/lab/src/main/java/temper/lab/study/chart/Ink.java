package temper.lab.study.chart;

/**
 * How a layer is told from others: a place in the palette, a dash and a marker. The palette is safe
 * for colour-blind readers.
 *
 * @param color place in the palette, 0 or more; places beyond the palette begin anew
 * @param dash how lines are broken
 * @since 0.1
 */
public record Ink(int color, Dash dash) {

  /** The colour of what is not data: axes, references, remarks. */
  public static final Ink NEUTRAL = new Ink(-1, Dash.SOLID);

  /** How lines are broken. */
  public enum Dash {
    /** Unbroken. */
    SOLID,
    /** Long strokes. */
    DASHED,
    /** Dots. */
    DOTTED
  }

  /**
   * A solid ink.
   *
   * @param color place in the palette
   * @return the ink
   */
  public static Ink of(int color) {
    return new Ink(color, Dash.SOLID);
  }

  /**
   * The same colour in dashes.
   *
   * @return an ink that differs only in its dash
   */
  public Ink dashed() {
    return new Ink(color, Dash.DASHED);
  }

  /**
   * The same colour in dots.
   *
   * @return an ink that differs only in its dash
   */
  public Ink dotted() {
    return new Ink(color, Dash.DOTTED);
  }
}
