package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV by RFC 4180, row by row, strictly: a row in which a quote stands where it must not has
 * a {@link #problem()}. Behind such a row reading goes on at the next line, so that a lost quote
 * costs one line and not the rest of the file. Line ends of Windows and a byte order mark are
 * accepted.
 */
final class CsvReader implements Closeable {

  /** A longer row makes no sense; a file without line breaks is not to fill the memory. */
  private static final int LARGEST_ROW = 1 << 24;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int limit;
  private int consumed;
  private boolean ended;
  private long nextLine = 1;
  private long line;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int cells;
  private int rowEnd;
  private @Nullable String problem;

  private CsvReader(InputStream in) {
    this.in = in;
  }

  static CsvReader open(Path file) throws IOException {
    CsvReader reader = new CsvReader(Files.newInputStream(file));
    while (reader.limit < BYTE_ORDER_MARK.length && reader.fill()) {
      // A short read is no end.
    }
    if (reader.limit >= 3 && Arrays.equals(reader.buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      reader.from = 3;
    }
    return reader;
  }

  /** Goes to the next row; returns false at the end of the file. */
  boolean next() throws IOException {
    from += consumed;
    consumed = 0;
    line = nextLine;
    problem = null;
    cells = 0;
    if (from == limit && !fill()) {
      return false;
    }
    consumed = scan();
    if (problem != null) {
      cells = 0;
      consumed = 0;
      skipLine();
    }
    return true;
  }

  /** The byte at a place counted from the beginning of the row, -1 at the end of the file. */
  private int at(int place) throws IOException {
    return from + place < limit || fill() ? buffer[from + place] & 0xFF : -1;
  }

  /** Finds the cells of the row, and returns the length of the row. */
  private int scan() throws IOException {
    int start = 0;
    for (int at = 0; ; at++) {
      int b = at(at);
      if (b == '"') {
        if (at > start) {
          problem = "a quote within a cell that has none at its beginning";
          return at;
        }
        at = closingQuote(at);
        b = at < 0 ? -1 : at(++at);
        if (b == '\r' && at(at + 1) == '\n') {
          b = at(++at);
        }
        if (b != ',' && b != '\n') {
          problem = b < 0 ? "the file ends within a line" : "text behind a closing quote";
          return at;
        }
      }
      if (b == ',' || b == '\n') {
        int end = b == '\n' && at > start && at(at - 1) == '\r' ? at - 1 : at;
        endCell(start, end);
        start = at + 1;
        if (b == '\n') {
          rowEnd = end;
          nextLine++;
          return at + 1;
        }
      } else if (b < 0) {
        problem = "the file ends within a line";
        return at;
      }
    }
  }

  /** The place of the quote that closes the one at a place, -1 if there is none. */
  private int closingQuote(int open) throws IOException {
    int newlines = 0;
    for (int at = open + 1; ; at++) {
      int b = at(at);
      if (b < 0) {
        return -1;
      }
      if (b == '\n') {
        newlines++;
      } else if (b == '"') {
        if (at(at + 1) != '"') {
          nextLine += newlines;
          return at;
        }
        at++;
      }
    }
  }

  private void endCell(int start, int end) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    starts[cells] = start;
    ends[cells++] = end;
  }

  /** Goes on behind the first line of a row that makes no sense. */
  private void skipLine() throws IOException {
    nextLine = line + 1;
    for (int i = 0; ; i++) {
      int b = at(i);
      if (b < 0 || b == '\n') {
        consumed = b < 0 ? limit - from : i + 1;
        if (b < 0 && !ended) {
          // The row is too long to be kept: what was read of it is dropped.
          from = limit;
          consumed = 0;
          i = -1;
          continue;
        }
        return;
      }
    }
  }

  /** Reads on behind what is there, moving it to the front. Returns false at the end. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (limit - from > LARGEST_ROW) {
      return false;
    }
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    from = 0;
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
      return false;
    }
    limit += read;
    return true;
  }

  /** The line on which the row begins, counted from 1. */
  long line() {
    return line;
  }

  /** What is wrong with the row, null if nothing. */
  @Nullable String problem() {
    return problem;
  }

  int cells() {
    return cells;
  }

  /** A cell without its quotes. */
  String text(int cell) {
    int start = from + starts[cell];
    int end = from + ends[cell];
    if (end - start >= 2 && buffer[start] == '"') {
      String inside = new String(buffer, start + 1, end - start - 2, StandardCharsets.UTF_8);
      return inside.replace("\"\"", "\"");
    }
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  /** All cells without their quotes. */
  List<String> texts() {
    List<String> all = new ArrayList<>(cells);
    for (int i = 0; i < cells; i++) {
      all.add(text(i));
    }
    return all;
  }

  /** Appends the cells from one on as they stand in the file, to the end of the row. */
  void appendRaw(int cell, CsvLine to) {
    if (cell < cells) {
      to.append(buffer, from + starts[cell], rowEnd - starts[cell]);
    }
  }

  /** The cells from one on as they stand in the file. */
  String raw(int cell) {
    return cell < cells
        ? new String(buffer, from + starts[cell], rowEnd - starts[cell], StandardCharsets.UTF_8)
        : "";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
