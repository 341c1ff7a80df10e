package temper.lab.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a Java file, with its places. */
final class SourceText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Tokens of one character, around which blanks mean nothing. */
  private static final String ALONE = "(){}[];,";

  private static final String TEXT_BLOCK = "\"\"\"";

  private final String file;
  private final String text;

  private SourceText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @throws SourceException if it is not UTF-8
   */
  static SourceText of(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return new SourceText(file, (marked ? text.substring(1) : text).replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      throw new SourceException(
          List.of(new SourceProblem(file, 1, 1, "the file is not UTF-8", "")));
    }
  }

  String text() {
    return text;
  }

  /** A problem at an offset; at the beginning of the file for one that stands nowhere. */
  SourceProblem problem(long offset, String message) {
    if (offset < 0 || offset > text.length()) {
      return new SourceProblem(file, 1, 1, message, "");
    }
    int at = (int) offset;
    int begin = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    int line = 1 + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
    return new SourceProblem(
        file,
        line,
        1 + text.codePointCount(begin, at),
        message,
        text.substring(begin, end < 0 ? text.length() : end));
  }

  /**
   * A piece of Java without what means nothing to a compiler: comments and blanks. Two pieces with
   * equal results mean the same.
   */
  static String normalised(String java) {
    if (java.contains("\\u")) {
      return java; // An escape can begin or end a literal or a comment: only a compiler can tell.
    }
    StringBuilder out = new StringBuilder(java.length());
    boolean gap = false;
    for (int at = 0; at < java.length(); ) {
      int next = afterBlank(java, at).orElse(at);
      if (next > at) {
        gap = true;
      } else {
        next = afterToken(java, at);
        if (gap && needsBlank(out, java.charAt(at))) {
          out.append(' ');
        }
        gap = false;
        out.append(java, at, next);
      }
      at = next;
    }
    return out.toString();
  }

  private static boolean needsBlank(StringBuilder before, char next) {
    return before.length() > 0
        && ALONE.indexOf(before.charAt(before.length() - 1)) < 0
        && ALONE.indexOf(next) < 0;
  }

  /** The end of the blank or comment that begins at a place, if one does. */
  private static Optional<Integer> afterBlank(String java, int at) {
    if (Character.isWhitespace(java.charAt(at))) {
      return Optional.of(at + 1);
    }
    if (java.startsWith("//", at)) {
      return Optional.of(orEnd(java, java.indexOf('\n', at), 0));
    }
    if (java.startsWith("/*", at)) {
      return Optional.of(orEnd(java, java.indexOf("*/", at + 2), 2));
    }
    return Optional.empty();
  }

  private static int orEnd(String java, int found, int length) {
    return found < 0 ? java.length() : found + length;
  }

  /** The end of the literal of text that begins at a place, or the next place. */
  private static int afterToken(String java, int at) {
    char first = java.charAt(at);
    if (java.startsWith(TEXT_BLOCK, at)) {
      return afterLiteral(java, at, TEXT_BLOCK);
    }
    return first == '"' || first == '\'' ? afterLiteral(java, at, "" + first) : at + 1;
  }

  private static int afterLiteral(String java, int at, String quote) {
    int next = at + quote.length();
    while (next < java.length() && !java.startsWith(quote, next)) {
      next += java.charAt(next) == '\\' ? 2 : 1;
    }
    return Math.min(java.length(), next + quote.length());
  }
}
