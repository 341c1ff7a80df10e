package temper.lab.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import temper.numerics.NumberText;

/**
 * Builds CSV text by RFC 4180, with line feeds, a decimal point, and the shortest text of a number
 * that reads back as the same number. A missing value is an empty cell, and so is an empty text;
 * NaN and the infinities are spelled {@code NaN}, {@code Infinity}, {@code -Infinity}.
 *
 * <p>Text is written as it is, also where it begins with {@code =}, {@code +}, {@code -} or
 * {@code @}: such a cell is no formula to Temper, but a spreadsheet may take it for one. Not safe
 * for use by several threads.
 *
 * @since 0.1
 */
public final class CsvWriter {

  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  /**
   * Appends a cell of text.
   *
   * @param cell any text
   * @return this writer
   */
  public CsvWriter cell(String cell) {
    separate();
    text.append(CsvLine.encode(cell));
    return this;
  }

  /**
   * Appends a number.
   *
   * @param cell any number
   * @return this writer
   */
  public CsvWriter cell(double cell) {
    separate();
    NumberText.append(text, cell);
    return this;
  }

  /**
   * Appends an integer.
   *
   * @param cell any integer
   * @return this writer
   */
  public CsvWriter cell(long cell) {
    separate();
    text.append(cell);
    return this;
  }

  /**
   * Appends a truth value.
   *
   * @param cell true or false
   * @return this writer
   */
  public CsvWriter cell(boolean cell) {
    separate();
    text.append(cell);
    return this;
  }

  /**
   * Appends a missing value.
   *
   * @return this writer
   */
  public CsvWriter missing() {
    separate();
    return this;
  }

  /**
   * Appends cells of text and ends the row.
   *
   * @param cells any texts
   * @return this writer
   */
  public CsvWriter row(List<String> cells) {
    cells.forEach(this::cell);
    return endRow();
  }

  /**
   * Ends a row.
   *
   * @return this writer
   */
  public CsvWriter endRow() {
    text.append('\n');
    rowBegun = false;
    return this;
  }

  /**
   * Forgets all text.
   *
   * @return this writer
   */
  public CsvWriter clear() {
    text.setLength(0);
    rowBegun = false;
    return this;
  }

  /**
   * The text so far.
   *
   * @return rows, each ended by a line feed, but for the last if it was not ended
   */
  @Override
  public String toString() {
    return text.toString();
  }

  /**
   * The text so far, as it stands in a file.
   *
   * @return bytes in UTF-8
   */
  public byte[] toBytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void separate() {
    if (rowBegun) {
      text.append(',');
    }
    rowBegun = true;
  }
}
