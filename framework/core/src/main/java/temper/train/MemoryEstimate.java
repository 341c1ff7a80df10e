package temper.train;

import java.util.Locale;
import temper.nn.Model;
import temper.random.StreamRoot;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * The room that a training step needs, known before it is taken: numbers stored are a straight line
 * in the batch size.
 *
 * @since 0.3
 */
public final class MemoryEstimate {

  /** Smaller batches are not worth an estimate. */
  private static final int SMALL = 64;

  /** Parameters and their gradient. */
  private static final int LEAST_VECTORS = 2;

  private static final double GIGA = 1 << 30;

  private MemoryEstimate() {}

  /**
   * Refuses a network for which even an empty JVM has no room.
   *
   * @param precision precision of its parameters
   * @param model the network
   * @throws IllegalArgumentException if there is not enough memory for a step
   */
  public static void requireNetwork(Precision precision, Model model) {
    double bytes = LEAST_VECTORS * bytes(precision) * model.parameters().size();
    long most = Runtime.getRuntime().maxMemory();
    if (bytes > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network of %d parameters needs more than %.1f GB, and Java may take %.1f GB: take a"
                  + " smaller one, or set TEMPER_JAVA_OPTS=-Xmx%dg",
              model.parameters().size(),
              bytes / GIGA,
              most / GIGA,
              (long) Math.ceil(1.3 * bytes / GIGA) + 1));
    }
  }

  /**
   * Refuses a batch for which even an empty JVM has no room.
   *
   * @param kernels what computes; they decide the precision
   * @param model the network, for whose parameters there is room
   * @param loss what its outputs are compared with
   * @param size examples in a batch
   * @throws IllegalArgumentException if there is not enough memory for a step
   */
  public static void requireBatch(Kernels kernels, Model model, Loss loss, int size) {
    Precision precision = kernels.precision();
    Tensor parameters = Tensor.zeros(precision, Shape.of(model.parameters().size()));
    Tensor state = Tensor.zeros(precision, Shape.of(model.state().size()));
    require(new RecordedBatch.Task(kernels, model, loss, parameters, state), size);
  }

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
    return (numbers + inputs) * bytes(task.kernels().precision());
  }

  private static double bytes(Precision precision) {
    return precision == Precision.FLOAT32 ? 4 : 8;
  }

  private static double stored(RecordedBatch.Task task, int size) {
    return RecordedBatch.training(
            task, size, layer -> new StreamRoot("estimate").stream("memory", 0, layer))
        .storedElements();
  }
}
