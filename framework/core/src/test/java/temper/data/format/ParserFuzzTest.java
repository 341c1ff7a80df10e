package temper.data.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.data.DataFormatException;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * Damaged files: whatever the bytes, a parser ends in an array or in a message that names the file,
 * and allocates what the bytes need and not what they claim.
 */
final class ParserFuzzTest {

  private static final int FAST = 600;
  private static final int MANY = 10_000;
  private static final long MOST_BYTES = 512L << 20;

  /** What is read, with a whole file to begin with. */
  private enum Parser {
    IDX {
      @Override
      byte[] whole() {
        byte[] file = new byte[16 + 2 * 3 * 4];
        byte[] head = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4};
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
      }

      @Override
      void read(InputStream in) throws IOException {
        IdxFile.read("fuzz", in, 3);
      }
    },

    RECORDS {
      @Override
      byte[] whole() {
        return new byte[20 * 13];
      }

      @Override
      void read(InputStream in) throws IOException {
        new LabelledRecords(1, 0, 10, 12).read("fuzz", in, 20, new byte[240], new int[20], 0);
      }
    },

    TAR {
      @Override
      byte[] whole() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/one", new byte[600]);
        files.put("a/two", new byte[10]);
        return TarFiles.of(files);
      }

      @Override
      void read(InputStream in) throws IOException {
        TarArchive.read("fuzz", in, (name, content) -> content.readNBytes(300));
      }
    },

    CSV {
      @Override
      byte[] whole() {
        return "1,B,2.5,3\n2,M,-1e3,4\n".repeat(20).getBytes(StandardCharsets.US_ASCII);
      }

      @Override
      void read(InputStream in) throws IOException {
        new CsvNumbers(4, 1, List.of(0), List.of("B", "M")).read("fuzz", in);
      }
    };

    abstract byte[] whole();

    abstract void read(InputStream in) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Parser.class)
  void damagedFilesEndInAMessageThatNamesThem(Parser parser) throws IOException {
    fuzz(parser, FAST);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Parser.class)
  void tenThousandDamagedFilesEndInAMessageThatNamesThem(Parser parser) throws IOException {
    fuzz(parser, MANY);
  }

  private static void fuzz(Parser parser, int inputs) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    parser.read(new ByteArrayInputStream(parser.whole()));
    int refused = 0;
    for (int seed = 0; seed < inputs; seed++) {
      byte[] bytes = damaged(parser.whole(), seed);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        parser.read(new ByteArrayInputStream(bytes));
      } catch (DataFormatException e) {
        refused++;
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("fuzz"), message);
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains("expected "), message);
      } catch (IOException | RuntimeException e) {
        throw new AssertionError(parser + " fails with seed " + seed, e);
      }
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < MOST_BYTES, parser + ", seed " + seed + ": " + allocated + " bytes");
    }
    assertTrue(refused > inputs / 3, "refused " + refused + " of " + inputs);
  }

  /** Bytes changed, runs cut, doubled or replaced, before or after compression, or noise alone. */
  private static byte[] damaged(byte[] whole, int seed) {
    RandomStream stream = new StreamRoot("test").stream("fuzz", 0, "parsers", seed);
    byte[] bytes = whole.clone();
    boolean compress = stream.nextInt(3) == 0;
    boolean after = stream.nextBoolean();
    if (compress && after) {
      bytes = TarFiles.compressed(bytes);
    }
    int changes = 1 + stream.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 1; i++) {
      bytes = changed(bytes, stream);
    }
    if (seed % 50 == 0) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) stream.nextInt();
      }
    }
    return compress && !after ? TarFiles.compressed(bytes) : bytes;
  }

  private static byte[] changed(byte[] bytes, RandomStream stream) {
    int at =
        stream.nextBoolean()
            ? stream.nextInt(bytes.length)
            : stream.nextInt(Math.min(16, bytes.length));
    int length = stream.nextInt(bytes.length - at + 1);
    byte[] out;
    switch (stream.nextInt(5)) {
      case 0 -> {
        out = bytes.clone();
        out[at] ^= (byte) (1 << stream.nextInt(8));
      }
      case 1 -> {
        out = bytes.clone();
        out[at] = (byte) stream.nextInt();
      }
      case 2 -> out = Arrays.copyOf(bytes, at);
      case 3 -> {
        out = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, out, 0, at + length);
        System.arraycopy(bytes, at, out, at + length, bytes.length - at);
      }
      default -> {
        out = bytes.clone();
        Arrays.fill(out, at, at + length, (byte) (stream.nextBoolean() ? -1 : 0x7f));
      }
    }
    return out;
  }
}
