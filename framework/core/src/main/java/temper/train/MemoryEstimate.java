package temper.train;

import java.util.Locale;
import temper.random.StreamRoot;
import temper.tensor.Precision;

/**
 * The room that a training step needs, known before it is taken: numbers stored are a straight line
 * in the batch size.
 */
final class MemoryEstimate {

  /** Smaller batches are not worth an estimate. */
  private static final int SMALL = 64;

  private static final double GIGA = 1 << 30;

  private MemoryEstimate() {}

  /**
   * Refuses a batch for which even an empty JVM has no room.
   *
   * @throws IllegalArgumentException if there is not enough memory
   */
  static void require(RecordedBatch.Task task, int size) {
    if (size >= SMALL) {
      require(bytes(task, size), size, Runtime.getRuntime().maxMemory());
    }
  }

  static void require(double bytes, int size, long most) {
    if (bytes > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a batch of %d examples needs about %.1f GB, and Java may take %.1f GB: take a smaller"
                  + " batch, accumulate gradients, or set TEMPER_JAVA_OPTS=-Xmx%dg",
              size,
              bytes / GIGA,
              most / GIGA,
              (long) Math.ceil(1.3 * bytes / GIGA) + 1));
    }
  }

  /** Bytes of a compiled step, extrapolated from those of two small ones. */
  static double bytes(RecordedBatch.Task task, int size) {
    double one = stored(task, 2);
    double two = stored(task, 4);
    double numbers = one + (two - one) / 2 * (size - 2);
    double inputs = (double) task.model().batch(1).size() * size;
    return (numbers + inputs) * (task.kernels().precision() == Precision.FLOAT32 ? 4 : 8);
  }

  private static double stored(RecordedBatch.Task task, int size) {
    return RecordedBatch.training(
            task, size, layer -> new StreamRoot("estimate").stream("memory", 0, layer))
        .storedElements();
  }
}
