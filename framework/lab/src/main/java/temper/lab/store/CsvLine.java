package temper.lab.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes of CSV lines, collected in a buffer that is used again and again. */
final class CsvLine {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[256];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Drops all bytes from a place on. */
  CsvLine cut(int to) {
    length = to;
    return this;
  }

  CsvLine append(byte b) {
    ensure(1);
    bytes[length++] = b;
    return this;
  }

  CsvLine append(byte[] source, int offset, int count) {
    ensure(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  CsvLine append(byte[] source) {
    return append(source, 0, source.length);
  }

  CsvLine hex(long id) {
    ensure(16);
    for (int shift = 60; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(int) (id >>> shift) & 15];
    }
    return this;
  }

  CsvLine number(long value) {
    return append(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
  }

  private void ensure(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * length));
    }
  }

  /**
   * Finds the end of an encoded line.
   *
   * @return the position behind its line feed, or {@code end} if there is none
   */
  static int endOfRow(byte[] text, int from, int end) {
    boolean quoted = false;
    for (int i = from; i < end; i++) {
      byte b = text[i];
      if (b == '"') {
        quoted = !quoted;
      } else if (b == '\n' && !quoted) {
        return i + 1;
      }
    }
    return end;
  }

  /** A cell of text as it stands in a file, with quotes only where they are needed. */
  static String encode(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return cell;
  }

  /** Cells of text as they stand in a file, joined by commas. */
  static String encode(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : ",").append(encode(cells.get(i)));
    }
    return line.toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
