package temper.lab.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages inputs as disks, editors and hands do: bytes flipped, cut, doubled and moved, pieces of
 * other inputs put in, numbers made huge, values nested deeply, lines made long, letters made odd;
 * or values of one kind put in the place of another. A pure function of its seed.
 */
public final class Mutations {

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1e999",
          "-1e999",
          "1e-999",
          ".nan",
          "-.inf",
          "NaN",
          "2147483648",
          "9223372036854775808",
          "-9223372036854775809",
          "0x7fffffffffffffff",
          "1_000",
          "1,5",
          "00017",
          "0.1e",
          "+",
          "4294967295");

  private static final List<String> NESTS =
      List.of("[", "{", "(", "{a: ", "[[", "{\"a\":", "<", "- ", "\\emph{", "((", "'", "\"");

  /** Characters that editors, terminals and decoders stumble over. */
  private static final List<String> ODD =
      List.of(
          "\u0000",
          "\u0007",
          "\u001b[2J",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\u2028",
          "\ufeff",
          "\ufffe",
          "\ud83d\ude00",
          "e\u0301",
          "\u00e9",
          "\uff11",
          "\r",
          "\r\n",
          "\t",
          "\"",
          "'",
          "\\",
          "\\u0000",
          "\\x",
          "`",
          "\n\n",
          "\n  ",
          "---\n",
          "...\n");

  private static final List<byte[]> NO_TEXT =
      List.of(
          new byte[] {(byte) 0xff},
          new byte[] {(byte) 0xc0, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // half of a surrogate pair
          new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
          new byte[] {0, 0, 0, 0, 0, 0, 0, 0},
          new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});

  private static final int LONG = 20_000;
  private static final int VERY_LONG = 1 << 20;

  private final List<byte[]> seeds;
  private final List<String> tokens;

  /**
   * Damage of some inputs.
   *
   * @param seeds whole inputs, at least one
   * @param tokens pieces that mean something in their language
   */
  public Mutations(List<byte[]> seeds, List<String> tokens) {
    this.seeds = List.copyOf(seeds);
    this.tokens = List.copyOf(tokens);
  }

  /**
   * The inputs that are damaged.
   *
   * @return whole inputs
   */
  List<byte[]> seeds() {
    return seeds;
  }

  /**
   * A damaged input.
   *
   * @param seed decides all of it
   * @return the bytes
   */
  public byte[] at(long seed) {
    SplittableRandom random = new SplittableRandom(0x5eedL + seed);
    byte[] bytes = pick(random, seeds);
    if (random.nextInt(100) == 0) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      return noise;
    }
    if (random.nextInt(3) == 0) {
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bytes = Pieces.exchanged(bytes, seeds, random);
      }
      return bytes;
    }
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 12));
    return switch (random.nextInt(13)) {
      case 0 -> flipped(bytes, random);
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> put(bytes, at, end, new byte[0]);
      case 3 -> put(bytes, end, end, Arrays.copyOfRange(bytes, at, end));
      case 4 -> moved(bytes, at, end, random);
      case 5 -> spliced(bytes, at, random);
      case 6 -> number(bytes, at, random);
      case 7 -> put(bytes, at, at, utf8(pick(random, ODD)));
      case 8 -> put(bytes, at, end, pick(random, NO_TEXT));
      case 9 -> put(bytes, at, at, utf8(nest(random)));
      case 10 -> put(bytes, at, at, repeated(bytes, at, end, random));
      case 11 -> tokens.isEmpty() ? flipped(bytes, random) : token(bytes, at, end, random);
      default -> line(bytes, at, random);
    };
  }

  private byte[] token(byte[] bytes, int at, int end, SplittableRandom random) {
    return put(bytes, at, random.nextBoolean() ? at : end, utf8(pick(random, tokens)));
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom random) {
    byte[] out = bytes.clone();
    for (int i = 1 + random.nextInt(3); i > 0 && out.length > 0; i--) {
      out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return out;
  }

  private static byte[] moved(byte[] bytes, int at, int end, SplittableRandom random) {
    byte[] rest = put(bytes, at, end, new byte[0]);
    int to = random.nextInt(rest.length + 1);
    return put(rest, to, to, Arrays.copyOfRange(bytes, at, end));
  }

  private byte[] spliced(byte[] bytes, int at, SplittableRandom random) {
    byte[] other = pick(random, seeds);
    int from = random.nextInt(other.length + 1);
    return put(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  /** The digits from a place on become another number. */
  private static byte[] number(byte[] bytes, int from, SplittableRandom random) {
    int at = from;
    while (at < bytes.length && !Character.isDigit(bytes[at])) {
      at++;
    }
    int end = at;
    while (end < bytes.length && (Character.isDigit(bytes[end]) || bytes[end] == '.')) {
      end++;
    }
    String number = random.nextInt(4) == 0 ? "7".repeat(length(random)) : pick(random, NUMBERS);
    return put(bytes, at, end, utf8(number));
  }

  private static String nest(SplittableRandom random) {
    String open = pick(random, NESTS);
    return open.repeat(Math.max(1, length(random) / open.length()));
  }

  /** A piece of the input, or a character, again and again on one line. */
  private static byte[] repeated(byte[] bytes, int at, int end, SplittableRandom random) {
    byte[] piece =
        random.nextBoolean() && end > at
            ? Arrays.copyOfRange(bytes, at, Math.min(end, at + 8))
            : utf8(
                pick(random, List.of("a", "-a", "1", "_", ".", " ", ",", "a.", "\"\"", "%", "é")));
    byte[] out = new byte[Math.max(piece.length, length(random))];
    for (int i = 0; i < out.length; i++) {
      out[i] = piece[i % piece.length];
    }
    return out;
  }

  /** A line is doubled, or taken away. */
  private static byte[] line(byte[] bytes, int at, SplittableRandom random) {
    int begin = at;
    while (begin > 0 && bytes[begin - 1] != '\n') {
      begin--;
    }
    int end = at;
    while (end < bytes.length && bytes[end++] != '\n') {
      // To the end of the line.
    }
    byte[] own = Arrays.copyOfRange(bytes, begin, end);
    return random.nextBoolean() ? put(bytes, begin, end, new byte[0]) : put(bytes, end, end, own);
  }

  /** Mostly short, so that there is time for many; now and then as long as nothing should be. */
  private static int length(SplittableRandom random) {
    int kind = random.nextInt(200);
    return 1 + random.nextInt(kind == 0 ? VERY_LONG : kind < 20 ? LONG : 90);
  }

  private static byte[] put(byte[] bytes, int from, int to, byte[] piece) {
    byte[] out = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(piece, 0, out, from, piece.length);
    System.arraycopy(bytes, to, out, from + piece.length, bytes.length - to);
    return out;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T pick(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
