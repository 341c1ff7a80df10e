package temper.train;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Damaged files of weights end in tensors or in a message, for the memory that their bytes need.
 */
final class SafetensorsFuzzTest {

  private static final int FAST = 600;
  private static final int MANY = 10_000;
  private static final long MOST_BYTES = 512L << 20;
  private static final String[] PIECES = {
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\u12",
    "\\",
    "F32",
    "F64",
    "I8",
    "shape",
    "dtype",
    "data_offsets",
    "__metadata__",
    "-1",
    "0",
    "4294967296",
    "999999999999999999",
    "1e9",
    "[[[["
  };

  @Test
  void damagedFilesEndInTensorsOrAMessage() throws IOException {
    fuzz(FAST);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedFilesEndInTensorsOrAMessage() throws IOException {
    fuzz(MANY);
  }

  @Test
  void aHeaderThatPromisesGigabytesTakesNoMemory() {
    byte[] header =
        "{\"w\":{\"dtype\":\"F64\",\"shape\":[2000000000],\"data_offsets\":[0,16000000000]}}"
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    IOException told =
        assertThrows(
            IOException.class, () -> Safetensors.read(new ByteArrayInputStream(file.array())));

    assertTrue(String.valueOf(told.getMessage()).contains("ends too early"), told.getMessage());
    assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 1 << 20);
  }

  private static void fuzz(int inputs) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] whole = whole();
    int refused = 0;
    for (int seed = 0; seed < inputs; seed++) {
      byte[] bytes = damaged(whole, new SplittableRandom(seed));
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        Safetensors.read(new ByteArrayInputStream(bytes));
      } catch (IOException e) {
        refused++;
        assertTrue(String.valueOf(e.getMessage()).contains("safetensors"), e.getMessage());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < MOST_BYTES, "seed " + seed + ": " + allocated + " bytes");
    }
    assertTrue(refused > inputs / 3, "refused " + refused + " of " + inputs);
  }

  private static byte[] whole() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("first.weights", Tensor.zeros(Precision.FLOAT32, Shape.of(3, 4)));
    tensors.put("first.bias \u00e4", Tensor.zeros(Precision.FLOAT64, Shape.of(3)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(tensors, out);
    return out.toByteArray();
  }

  /** The header is damaged with a length that fits, or the file as a whole. */
  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return changed(whole, random);
    }
    int length = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] header = changed(Arrays.copyOfRange(whole, 8, 8 + length), random);
    ByteBuffer out = ByteBuffer.allocate(whole.length - length + header.length);
    out.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    return out.put(whole, 8 + length, whole.length - 8 - length).array();
  }

  private static byte[] changed(byte[] bytes, SplittableRandom random) {
    byte[] out = bytes;
    for (int changes = 1 + random.nextInt(3); changes > 0 && out.length > 0; changes--) {
      int at = random.nextInt(out.length);
      switch (random.nextInt(5)) {
        case 0 -> {
          out = out.clone();
          out[at] ^= (byte) (1 << random.nextInt(8));
        }
        case 1 -> out = Arrays.copyOf(out, at);
        case 2 -> out = put(out, at, Math.min(out.length, at + random.nextInt(9)), new byte[0]);
        case 3 -> {
          byte[] digits =
              Long.toString(random.nextLong(Long.MAX_VALUE)).getBytes(StandardCharsets.US_ASCII);
          out = put(out, at, at, Arrays.copyOf(digits, 1 + random.nextInt(digits.length)));
        }
        default -> {
          String piece = PIECES[random.nextInt(PIECES.length)];
          byte[] more =
              piece.repeat(random.nextInt(20) == 0 ? 20_000 : 1).getBytes(StandardCharsets.UTF_8);
          out = put(out, at, at, more);
        }
      }
    }
    return out;
  }

  private static byte[] put(byte[] bytes, int from, int to, byte[] piece) {
    byte[] out = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
    System.arraycopy(piece, 0, out, from, piece.length);
    System.arraycopy(bytes, to, out, from + piece.length, bytes.length - to);
    return out;
  }
}
