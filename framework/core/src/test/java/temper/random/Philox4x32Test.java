package temper.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Philox4x32Test {

  /**
   * Lines "philox4x32 10" of tests/kat_vectors in the authors' library Random123
   * (github.com/DEShawResearch/random123, release 1.14.0): counter words, key words, result words.
   */
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
  })
  void agreesWithThePublishedKnownAnswers(String counter, String key, String expected) {
    long low = word(counter, 0) | word(counter, 1) << 32;
    long high = word(counter, 2) | word(counter, 3) << 32;
    long keyBits = word(key, 0) | word(key, 1) << 32;
    long[] out = new long[4];

    Philox4x32.fill(keyBits, high, low, out);

    assertEquals(word(expected, 0) | word(expected, 1) << 32, out[0]);
    assertEquals(word(expected, 2) | word(expected, 3) << 32, out[1]);
    assertEquals(out[0], Philox4x32.at(keyBits, high, low, false));
    assertEquals(out[1], Philox4x32.at(keyBits, high, low, true));
  }

  @Test
  void fillsWithTheValuesOfSuccessiveCountersAcrossTheWordBoundary() {
    long low = 0xFFFF_FFFEL;
    long[] out = new long[8];

    Philox4x32.fill(7, 9, low, out);

    for (int i = 0; i < out.length; i++) {
      assertEquals(Philox4x32.at(7, 9, low + i / 2, i % 2 == 1), out[i]);
    }
  }

  private static long word(String words, int index) {
    return Long.parseLong(words.split(" ", -1)[index], 16);
  }
}
