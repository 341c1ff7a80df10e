package temper.random;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The root of all random streams of a study.
 *
 * <p>A stream is keyed by (root, experiment, replicate, purpose, indices) and by nothing else: 128
 * bits of SHA-256 over an encoding in which different keys never coincide, since every name and
 * list is preceded by its length. Adding a consumer never shifts another's numbers.
 *
 * @since 0.1
 */
public final class StreamRoot {

  private static final String ENCODING = "temper stream 1";

  private final String name;

  /** What a study's numbers are for; the seeds of the two are disjoint. */
  public enum Phase {
    /** Looking around: smoke and quick runs, and whatever was overridden. */
    EXPLORE,
    /** The registered run, whose seeds nobody has looked at before. */
    CONFIRM
  }

  /**
   * A root with a name.
   *
   * @param name the name from which every stream is derived
   */
  public StreamRoot(String name) {
    this.name = name;
  }

  /**
   * The root of a study.
   *
   * @param study name of the study
   * @param phase what its numbers are for
   * @return a root named {@code explore:study} or {@code confirm:study}
   */
  public static StreamRoot of(String study, Phase phase) {
    return new StreamRoot((phase == Phase.CONFIRM ? "confirm:" : "explore:") + study);
  }

  /**
   * The name from which every stream is derived; a root made with it has the same streams.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The stream of one purpose.
   *
   * @param experiment name of the experiment
   * @param replicate number of the replicate, &gt;= 0
   * @param purpose what the numbers are for
   * @param indices further numbers that tell streams of one purpose apart
   * @return a stream at its beginning
   * @throws IllegalArgumentException if {@code replicate} is negative
   */
  public RandomStream stream(String experiment, long replicate, String purpose, long... indices) {
    if (replicate < 0) {
      throw new IllegalArgumentException("replicate must be >= 0, got " + replicate);
    }
    byte[] hash = sha256(encode(experiment, replicate, purpose, indices));
    ByteBuffer words = ByteBuffer.wrap(hash);
    return new RandomStream(words.getLong(), words.getLong(), 0);
  }

  private byte[] encode(String experiment, long replicate, String purpose, long[] indices) {
    int characters = ENCODING.length() + name.length() + experiment.length() + purpose.length();
    int size = 4 * Integer.BYTES + characters * Character.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(size + Long.BYTES + Integer.BYTES + indices.length * Long.BYTES);
    put(bytes, ENCODING);
    put(bytes, name);
    put(bytes, experiment);
    bytes.putLong(replicate);
    put(bytes, purpose);
    bytes.putInt(indices.length);
    for (long index : indices) {
      bytes.putLong(index);
    }
    return bytes.array();
  }

  private static void put(ByteBuffer bytes, String text) {
    bytes.putInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes.putChar(text.charAt(i));
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
