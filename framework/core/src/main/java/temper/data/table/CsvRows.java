package temper.data.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file of comma-separated values as RFC 4180 has them, in UTF-8 with or without a
 * byte-order mark, and knows where each value stands. Lines without anything are passed over.
 */
final class CsvRows {

  /** Is told of every value and of the end of every row. */
  interface Visitor {

    /** A value; the buffer is read only during the call. */
    void cell(
        int index, char[] buffer, int offset, int length, boolean quoted, int line, int place);

    /** The end of a row of so many values that began in a line. */
    void endOfRow(int cells, int line) throws TableException;
  }

  /** A longer value is one whose quotation mark was never closed. */
  private static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 14;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xff, (byte) 0xfe};
  private static final byte[] UTF_16_BIG = {(byte) 0xfe, (byte) 0xff};

  private CsvRows() {}

  /**
   * Reads a file to its end.
   *
   * @param file the file as the user wrote it; one that ends in {@code .gz} is decompressed
   * @throws TableException if it is not such a file, or the visitor refuses it
   */
  static void read(String file, InputStream in, Separator separator, Visitor visitor)
      throws IOException {
    Positions positions = new Positions(visitor);
    try (Reader reader = new InputStreamReader(text(file, in), StandardCharsets.UTF_8);
        CsvReader<Optional<TableException>> rows =
            CsvReader.builder()
                .fieldSeparator(separator.character())
                .quoteCharacter('"')
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST)
                .build(positions, reader)) {
      for (Optional<TableException> refused : rows) {
        if (refused.isPresent()) {
          throw refused.get();
        }
      }
    } catch (CsvParseException broken) {
      throw problem(
          file,
          positions.line,
          positions.place,
          "a value in quotation marks is not ended by one before the next separator, or is longer"
              + " than a million characters; within it a quotation mark is written twice");
    } catch (EOFException | ZipException damaged) {
      throw problem(file, positions.line, 1, "ends early or is damaged: it cannot be decompressed");
    } catch (UncheckedIOException failed) {
      IOException cause = failed.getCause();
      if (cause instanceof EOFException || cause instanceof ZipException) {
        throw problem(
            file, positions.line, 1, "ends early or is damaged: it cannot be decompressed");
      }
      throw cause;
    }
  }

  private static TableException problem(String file, int line, int place, String message) {
    return new TableException(List.of(TableProblem.in(file, line, place, "", message)));
  }

  private static InputStream text(String file, InputStream in) throws IOException {
    InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    PushbackInputStream back = new PushbackInputStream(new BufferedInputStream(plain, BUFFER), 4);
    byte[] start = back.readNBytes(4);
    if (begins(start, ZIP)) {
      throw problem(file, 1, 1, "is a workbook or an archive: save the sheet as CSV in UTF-8");
    } else if (begins(start, UTF_16_LITTLE) || begins(start, UTF_16_BIG)) {
      throw problem(file, 1, 1, "is UTF-16: save it as CSV in UTF-8");
    }
    int skipped = begins(start, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    back.unread(start, skipped, start.length - skipped);
    return back;
  }

  private static boolean begins(byte[] start, byte[] mark) {
    return start.length >= mark.length
        && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
  }

  /** Follows the parser through lines and columns. */
  private static final class Positions
      extends AbstractBaseCsvCallbackHandler<Optional<TableException>> {

    private final Visitor visitor;
    private int first = 1;
    private int line = 1;
    private int place = 1;
    private boolean blank;

    Positions(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      first = (int) Math.min(Integer.MAX_VALUE, startingLineNumber);
      line = first;
      place = 1;
      blank = true;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
      if (fieldIdx == 0) {
        blank = len == 0 && !quoted; // Of a line without anything no value is told.
      } else if (blank) {
        blank = false;
        visitor.cell(0, buf, offset, 0, false, line, 1);
      }
      if (!blank) {
        visitor.cell(fieldIdx, buf, offset, len, quoted, line, place);
      }
      move(buf, offset, len, quoted);
    }

    private void move(char[] buf, int offset, int len, boolean quoted) {
      int step = len + 1 + (quoted ? 2 : 0);
      for (int i = offset; i < offset + len; i++) {
        char c = buf[i];
        if (Character.isLowSurrogate(c)) {
          step--;
        } else if (quoted && c == '"') {
          step++;
        } else if (quoted && (c == '\n' || c == '\r')) {
          line += c == '\n' && i > offset && buf[i - 1] == '\r' ? 0 : 1;
          place = 1;
          step = offset + len - i + 1; // The rest of the value, its mark and the separator.
        }
      }
      place += step;
    }

    @Override
    protected Optional<TableException> buildRecord() {
      if (!blank) {
        try {
          visitor.endOfRow(getFieldCount(), first);
        } catch (TableException refused) {
          return Optional.of(refused);
        }
      }
      return Optional.empty();
    }
  }
}
