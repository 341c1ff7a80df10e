package temper.lab.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Words of a text, and what brackets hold together. Where one takes the place of another, the text
 * stays well-formed and means something else: a list where a number is wanted, a name where a
 * mapping is. Bytes that are flipped seldom get as far as that.
 */
final class Pieces {

  /** Values of every kind, as YAML in one line and JSON both write them. */
  private static final List<String> VALUES =
      List.of(
          "{}",
          "[]",
          "[[]]",
          "[1, 2]",
          "[\"x\", {\"a\": [1]}]",
          "{\"a\": 1}",
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "9223372036854775807",
          "\"\"",
          "\"x\"");

  private static final String OPEN = "{[(";
  private static final String CLOSE = "}])";
  private static final String BETWEEN = OPEN + CLOSE + ",:\n\r";

  /** A piece lies from a place up to, not including, another. */
  private record Piece(int from, int to) {}

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces(byte[] bytes) {
    this.text = new String(bytes, StandardCharsets.ISO_8859_1); // A character for each byte.
    Deque<Integer> open = new ArrayDeque<>();
    int word = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (BETWEEN.indexOf(c) < 0) {
        continue;
      }
      addWord(word, at);
      word = at + 1;
      if (OPEN.indexOf(c) >= 0) {
        open.push(at);
      } else if (!open.isEmpty() && CLOSE.indexOf(c) == OPEN.indexOf(text.charAt(open.peek()))) {
        pieces.add(new Piece(open.pop(), at + 1));
      }
    }
    addWord(word, text.length());
  }

  private void addWord(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) == ' ') {
      to--;
    }
    if (from < to) {
      pieces.add(new Piece(from, to));
    }
  }

  /**
   * An input in which a piece is another value, or a piece of an input.
   *
   * @param bytes the input; one without any piece comes back as it is
   * @param others inputs whose pieces may come into it
   * @param random what and where
   * @return the input with the piece
   */
  static byte[] exchanged(byte[] bytes, List<byte[]> others, SplittableRandom random) {
    Pieces into = new Pieces(bytes);
    if (into.pieces.isEmpty()) {
      return bytes;
    }
    Piece old = into.pieces.get(random.nextInt(into.pieces.size()));
    String value = VALUES.get(random.nextInt(VALUES.size()));
    Pieces from = new Pieces(others.get(random.nextInt(others.size())));
    if (random.nextBoolean() && !from.pieces.isEmpty()) {
      Piece other = from.pieces.get(random.nextInt(from.pieces.size()));
      value = from.text.substring(other.from(), other.to());
    }
    return (into.text.substring(0, old.from()) + value + into.text.substring(old.to()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
