package temper.lab.paper;

import java.util.Optional;
import temper.lab.config.Place;

/** The characters of a file, with the place of the next one. */
final class TexCharacters {

  private final String file;
  private final int[] text;
  private int at;
  private int line = 1;
  private int column = 1;

  TexCharacters(String file, String text) {
    this.file = file;
    this.text = text.replace("\r\n", "\n").codePoints().toArray();
  }

  Place place() {
    return new Place(file, line, column);
  }

  boolean atEnd() {
    return at == text.length;
  }

  int at() {
    return at;
  }

  int peek() {
    return text[at];
  }

  int next() {
    int c = text[at++];
    if (c == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    return c;
  }

  /** What was read since a place. */
  String from(int start) {
    return new String(text, start, at - start);
  }

  boolean startsWith(String wanted) {
    int[] points = wanted.codePoints().toArray();
    if (at + points.length > text.length) {
      return false;
    }
    for (int i = 0; i < points.length; i++) {
      if (text[at + i] != points[i]) {
        return false;
      }
    }
    return true;
  }

  void skipAll() {
    while (!atEnd()) {
      next();
    }
  }

  void take(String what) {
    for (int i = what.codePointCount(0, what.length()); i > 0; i--) {
      next();
    }
  }

  /** Reads letters, as in the name of a command. */
  String letters() {
    int start = at;
    while (!atEnd() && ((peek() >= 'a' && peek() <= 'z') || (peek() >= 'A' && peek() <= 'Z'))) {
      next();
    }
    return from(start);
  }

  /** Skips a comment, its line end and the blanks that begin the next line. */
  void skipComment() {
    while (!atEnd() && peek() != '\n') {
      next();
    }
    if (!atEnd()) {
      next();
    }
    while (!atEnd() && (peek() == ' ' || peek() == '\t')) {
      next();
    }
  }

  /** Skips blanks and at most one line end. */
  void skipBlanks() {
    boolean ended = false;
    while (!atEnd() && Character.isWhitespace(peek()) && !(ended && peek() == '\n')) {
      ended |= peek() == '\n';
      next();
    }
  }

  /** Skips white space; says whether there was an empty line in it. */
  boolean skipSpace() {
    int lines = 0;
    while (!atEnd() && Character.isWhitespace(peek())) {
      lines += next() == '\n' ? 1 : 0;
    }
    return lines > 1;
  }

  /** Reads up to a text, and that too; empty if it does not come. */
  Optional<String> upTo(String end) {
    int start = at;
    while (!atEnd()) {
      if (startsWith(end)) {
        String read = from(start);
        take(end);
        return Optional.of(read);
      }
      next();
    }
    return Optional.empty();
  }

  /** Reads up to the brace that closes what is open. */
  String upToBrace() {
    int start = at;
    int depth = 0;
    while (!atEnd() && !(depth == 0 && peek() == '}')) {
      int c = next();
      if (c == '\\' && !atEnd()) {
        next();
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
    }
    return from(start);
  }

  /** Reads a character as TeX sets it: quotes, dashes and the blank at which no line ends. */
  String ligature() {
    if (startsWith("---")) {
      take("---");
      return "\u2014";
    }
    if (startsWith("--")) {
      take("--");
      return "\u2013";
    }
    if (startsWith("``")) {
      take("``");
      return "\u201c";
    }
    if (startsWith("''")) {
      take("''");
      return "\u201d";
    }
    int c = next();
    return switch (c) {
      case '~' -> "\u00a0";
      case '`' -> "\u2018";
      case '\'' -> "\u2019";
      default -> Character.toString(c);
    };
  }
}
