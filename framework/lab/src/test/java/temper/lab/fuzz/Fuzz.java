package temper.lab.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Hands damaged inputs to a parser. Of each may come a value or an error of those that users are
 * told in a sentence; nothing else, and not for more than 512 MiB, garbage of long inputs apart.
 * That none hangs is up to the time limit of the test.
 */
public final class Fuzz {

  /** Inputs of a test that always runs. */
  public static final int FEW = 60;

  /** Inputs of a slow test. */
  public static final int MANY = 10_000;

  /** Seconds after which a parser hangs, whatever the machine. */
  public static final int HANGS = 600;

  private static final long MOST_BYTES = 512L << 20;

  /** Bytes for each of an input that may be taken and given back at once. */
  private static final long GARBAGE = 2048;

  private static final int LONGEST_MESSAGE = 200_000;
  private static final int SHOWN = 600;

  private final String name;
  private final Mutations mutations;
  private final List<Class<? extends Exception>> told;
  private boolean unbounded;

  /** Reads an input. */
  @FunctionalInterface
  public interface Parser {

    /**
     * Reads an input and looks at what came of it.
     *
     * @param bytes the input
     * @throws Exception any
     */
    void read(byte[] bytes) throws Exception;
  }

  /**
   * What came of all inputs.
   *
   * @param read how many gave a value
   * @param refused how many gave an error that is told
   */
  public record Counts(int read, int refused) {}

  /**
   * A parser under test.
   *
   * @param name what it reads
   * @param mutations its inputs
   * @param told errors that it may throw
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public Fuzz(String name, Mutations mutations, Class<? extends Exception>... told) {
    this.name = name;
    this.mutations = mutations;
    this.told = List.of(told);
  }

  /**
   * Lets inputs make as much garbage as they like, such as sweeps of millions of cells; what is
   * kept of them is bounded by the heap.
   *
   * @return this
   */
  public Fuzz withGarbage() {
    unbounded = true;
    return this;
  }

  /**
   * Hands it whole inputs, all of which it must read, and then damaged ones.
   *
   * @param inputs how many
   * @param parser the parser
   * @return how many were read and refused
   */
  public Counts run(int inputs, Parser parser) {
    for (byte[] whole : mutations.seeds()) { // What is refused before it is damaged tests little.
      assertDoesNotThrow(() -> parser.read(whole), () -> what(-1, whole));
    }
    int refused = 0;
    for (int seed = 0; seed < inputs; seed++) {
      refused += one(seed, parser) ? 0 : 1;
    }
    return new Counts(inputs - refused, refused);
  }

  private boolean one(long seed, Parser parser) {
    byte[] bytes = mutations.at(seed);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean read = true;
    try {
      parser.read(bytes);
    } catch (Throwable thrown) { // Whatever it is: it is told with the input that made it.
      read = false;
      if (told.stream().noneMatch(type -> type.isInstance(thrown))) {
        throw new AssertionError(what(seed, bytes) + " made it throw " + thrown.getClass(), thrown);
      }
      String message = String.valueOf(thrown.getMessage());
      assertFalse(message.isBlank() || message.equals("null"), () -> what(seed, bytes));
      assertFalse(message.contains("\n\tat "), () -> what(seed, bytes) + " told a stack trace");
      assertTrue(message.length() < LONGEST_MESSAGE, () -> what(seed, bytes) + " told a book");
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    long most = unbounded ? Long.MAX_VALUE : MOST_BYTES + GARBAGE * bytes.length;
    assertTrue(allocated < most, () -> what(seed, bytes) + " took " + allocated + " bytes");
    return read;
  }

  private String what(long seed, byte[] bytes) {
    String text =
        new String(Arrays.copyOf(bytes, Math.min(SHOWN, bytes.length)), StandardCharsets.UTF_8);
    return name + ", seed " + seed + ", " + bytes.length + " bytes [" + text + "]";
  }
}
