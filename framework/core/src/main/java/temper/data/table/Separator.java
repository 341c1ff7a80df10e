package temper.data.table;

import java.util.Locale;

/**
 * What stands between the values of a line.
 *
 * @since 0.3
 */
public enum Separator {
  /** A comma. */
  COMMA(','),
  /** A semicolon, as spreadsheets write where the comma is that of decimals. */
  SEMICOLON(';'),
  /** A tabulator. */
  TAB('\t');

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }

  /** The name that a config has. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
