package temper.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import temper.tensor.Precision;

/** Reads the header of a safetensors file: the part of JSON that it needs, strictly. */
final class SafetensorsHeader {

  private static final String METADATA = "__metadata__";

  private final String text;
  private int at;

  private SafetensorsHeader(String text) {
    this.text = text;
  }

  /** A tensor's type, shape and place in bytes after the header. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares entries.
  record Entry(String name, Precision precision, int[] shape, long start, long end) {}

  static List<Entry> parse(String text) throws IOException {
    SafetensorsHeader header = new SafetensorsHeader(text);
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    header.expect('{');
    if (!header.accept('}')) {
      do {
        String name = header.string();
        header.expect(':');
        if (!names.add(name)) {
          throw header.wrong("the name '" + name + "' stands twice");
        }
        if (name.equals(METADATA)) {
          header.skipMetadata();
        } else {
          entries.add(header.entry(name));
        }
      } while (header.accept(','));
      header.expect('}');
    }
    header.skipSpace();
    if (header.at < text.length()) {
      throw header.wrong("nothing may follow it");
    }
    return entries;
  }

  private void skipMetadata() throws IOException {
    expect('{');
    if (accept('}')) {
      return;
    }
    do {
      string();
      expect(':');
      string();
    } while (accept(','));
    expect('}');
  }

  private Entry entry(String name) throws IOException {
    Precision precision = null;
    long[] shape = null;
    long[] place = null;
    expect('{');
    do {
      String key = string();
      expect(':');
      switch (key) {
        case "dtype" -> precision = precision(name, string());
        case "shape" -> shape = numbers();
        case "data_offsets" -> place = numbers();
        default -> throw wrong("tensor '" + name + "' has an unknown key '" + key + "'");
      }
    } while (accept(','));
    expect('}');
    if (precision == null || shape == null || place == null || place.length != 2) {
      throw wrong("tensor '" + name + "' needs dtype, shape and two data_offsets");
    }
    int[] lengths = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] > Integer.MAX_VALUE) {
        throw wrong("tensor '" + name + "' has an axis of length " + shape[i]);
      }
      lengths[i] = (int) shape[i];
    }
    return new Entry(name, precision, lengths, place[0], place[1]);
  }

  private Precision precision(String name, String type) throws IOException {
    return switch (type) {
      case "F32" -> Precision.FLOAT32;
      case "F64" -> Precision.FLOAT64;
      default -> throw wrong("tensor '" + name + "' is of type " + type + "; F32 and F64 are read");
    };
  }

  private long[] numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    expect('[');
    if (!accept(']')) {
      do {
        numbers.add(number());
      } while (accept(','));
      expect(']');
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private long number() throws IOException {
    skipSpace();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > 18) {
      throw wrong("a number is wanted");
    }
    return Long.parseLong(text.substring(start, at));
  }

  private String string() throws IOException {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    if (at == text.length()) {
      throw wrong("a text does not end");
    }
    at++;
    return out.toString();
  }

  private char escaped() throws IOException {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw wrong("an escape is unknown");
    };
  }

  private char hexadecimal() throws IOException {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
      throw wrong("an escape wants 4 hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private void expect(char wanted) throws IOException {
    if (!accept(wanted)) {
      throw wrong("'" + wanted + "' is wanted");
    }
  }

  private boolean accept(char wanted) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IOException wrong(String what) {
    return Safetensors.malformed("at character %d of its header %s".formatted(at, what));
  }

  /** Appends a text as JSON writes it. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
