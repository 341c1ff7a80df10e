package temper.data.table;

/**
 * What stands before the decimals of a number.
 *
 * @since 0.3
 */
public enum DecimalMark {
  /** A point, as in 3.14. */
  POINT('.'),
  /** A comma, as in 3,14. */
  COMMA(',');

  private final char character;

  DecimalMark(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}
