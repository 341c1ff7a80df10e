package temper.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RandomStreamTest {

  private static RandomStream stream() {
    return new StreamRoot("test").stream("stream", 0, "bits");
  }

  private static RandomStream savedAndRestored(RandomStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    stream.writeTo(new DataOutputStream(bytes));
    assertEquals(24, bytes.size());
    return RandomStream.readFrom(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  @Test
  void goesOnBitForBitAfterSavingAtEveryPositionOfABlock() throws IOException {
    for (int position = 0; position < 20; position++) {
      RandomStream stream = stream();
      for (int i = 0; i < position; i++) {
        stream.nextLong();
      }
      RandomStream restored = savedAndRestored(stream);
      RandomStream copy = stream.copy();
      for (int i = 0; i < 20; i++) {
        long expected = stream.nextLong();
        assertEquals(expected, restored.nextLong());
        assertEquals(expected, copy.nextLong());
      }
      assertEquals(position + 20, restored.position());
    }
  }

  @Test
  void goesToAnyPositionAtOnce() {
    RandomStream stream = stream();
    long[] all = new long[40];
    for (int i = 0; i < all.length; i++) {
      all[i] = stream.nextLong();
    }
    for (int i = all.length - 1; i >= 0; i--) {
      stream.seek(i);
      assertEquals(all[i], stream.longAt(i));
      assertEquals(all[i], stream.nextLong());
      assertEquals((all[i] >>> 11) * 0x1p-53, stream.uniformAt(i));
    }
    stream.seek(-1);
    assertEquals(stream.longAt(-1), stream.nextLong());
    assertEquals(all[0], stream.nextLong(), "positions wrap at 2^64");
  }

  @Test
  void givesTheSameNumbersInBulkAsOneByOne() {
    for (int length : new int[] {0, 1, 7, 8, 1000}) {
      RandomStream one = stream();
      RandomStream bulk = stream();
      double[] doubles = new double[length];
      float[] floats = new float[length];

      bulk.fillUniform(doubles);
      for (double value : doubles) {
        assertEquals(one.uniform(), value);
      }
      bulk.fillUniform(floats);
      for (float value : floats) {
        assertEquals(one.uniformFloat(), value);
      }
      bulk.fillGaussian(doubles);
      for (double value : doubles) {
        assertEquals(one.gaussian(), value);
      }
      bulk.fillGaussian(floats);
      for (float value : floats) {
        assertEquals((float) one.gaussian(), value);
      }
      assertEquals(one.position(), bulk.position());
    }
  }

  /** The pinned numbers are those of this code: they must never change on any platform. */
  @Test
  void drawsTheSameNumbersOnEveryPlatform() {
    RandomStream stream = stream();
    long hash = 0;
    for (int i = 0; i < 100_000; i++) {
      hash = 31 * hash + stream.nextLong();
      hash = 31 * hash + stream.nextInt();
      hash = 31 * hash + stream.nextInt(1000);
      hash = 31 * hash + stream.nextLong(1L << 60);
      hash = 31 * hash + (stream.nextBoolean() ? 1 : 0);
      hash = 31 * hash + Double.doubleToLongBits(stream.uniform(-3, 5));
      hash = 31 * hash + Float.floatToIntBits(stream.uniformFloat());
      hash = 31 * hash + Double.doubleToLongBits(stream.gaussian());
      hash = 31 * hash + Double.doubleToLongBits(stream.exponential());
      hash = 31 * hash + Double.doubleToLongBits(stream.gaussianAt(i));
      hash = 31 * hash + stream.poisson(i % 50);
      hash = 31 * hash + stream.binomial(i % 100, 0.3);
    }
    hash = 31 * hash + Arrays.hashCode(stream.permutation(1000));
    hash = 31 * hash + Arrays.hashCode(stream.sample(1000, 5));
    assertEquals(4435221493038573154L, hash);
  }

  @Test
  void staysBelowTheEndOfAnInterval() {
    RandomStream stream = stream();
    double next = Math.nextUp(1.0);
    for (int i = 0; i < 100; i++) {
      assertEquals(1.0, stream.uniform(1.0, next));
      double value = stream.uniform(-2, 3);
      assertTrue(value >= -2 && value < 3);
    }
  }

  @Test
  void drawsDifferentNumbersWithoutReplacement() {
    RandomStream stream = stream();
    for (int count : new int[] {0, 1, 10, 62, 63, 500, 1000}) {
      int[] sample = stream.sample(1000, count);
      assertEquals(count, Arrays.stream(sample).distinct().count());
      assertTrue(Arrays.stream(sample).allMatch(i -> i >= 0 && i < 1000));
    }
    int[] permutation = stream.permutation(100);
    assertNotEquals(0, Arrays.mismatch(permutation, stream.permutation(100)) + 1);
    Arrays.sort(permutation);
    for (int i = 0; i < permutation.length; i++) {
      assertEquals(i, permutation[i]);
    }
    assertArrayEquals(new int[0], stream.permutation(0));
  }

  @Test
  void acceptsTheEndsOfEveryRange() {
    RandomStream stream = stream();
    assertEquals(0, stream.nextInt(1));
    assertEquals(0, stream.nextLong(1));
    assertTrue(stream.nextInt(Integer.MAX_VALUE) >= 0);
    assertTrue(stream.nextLong(Long.MAX_VALUE) >= 0);
    assertEquals(0, stream.poisson(0));
    assertEquals(0, stream.binomial(0, 0.5));
    assertEquals(0, stream.binomial(9, 0));
    assertEquals(9, stream.binomial(9, 1));
    assertEquals(0x1p50, (double) stream.poisson(0x1p50), 0x1p29);
    assertEquals(0x1p49, (double) stream.binomial(1L << 50, 0.5), 0x1p29);
  }

  @Test
  void refusesWhatIsOutsideARange() {
    RandomStream stream = stream();
    refuses("bound must be > 0, got 0", () -> stream.nextInt(0));
    refuses("bound must be > 0, got -5", () -> stream.nextLong(-5));
    refuses("mean must be in [0, 2^50], got NaN", () -> stream.poisson(Double.NaN));
    refuses("mean must be in [0, 2^50], got -1.0", () -> stream.poisson(-1));
    refuses("n must be in [0, 2^50], got -1", () -> stream.binomial(-1, 0.5));
    refuses("p must be in [0, 1], got 1.5", () -> stream.binomial(1, 1.5));
    refuses("n must be >= 0, got -1", () -> stream.permutation(-1));
    refuses("count must be in [0, n = 3], got 4", () -> stream.sample(3, 4));
    refuses("count must be in [0, n = 3], got -1", () -> stream.sample(3, -1));
    refuses(
        "low must be < high and high - low finite, got low 1.0 and high 1.0",
        () -> stream.uniform(1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> stream.uniform(-Double.MAX_VALUE, Double.MAX_VALUE));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
