package temper.data;

import java.util.Arrays;
import java.util.TreeSet;
import temper.schedule.Schedule;

/**
 * Which examples are in the batch of a step. Any step can be asked for at once, so that training
 * goes on at step k without a replay of the steps before it. Not for use by several threads at
 * once.
 *
 * @since 0.1
 */
public final class BatchOrder {

  /** More sizes than this would each need a compiled network and its storage. */
  private static final int MOST_SIZES = 32;

  private final ExampleOrder order;
  private final int batchSize;
  private final LastBatch last;
  private final long[] starts; // Of scheduled batches, and where the last one ends; else empty.
  private final double stepsPerEpoch;

  /**
   * Batches of one size.
   *
   * @param order order of the examples
   * @param batchSize number of examples in a batch, at least 1 and at most one epoch
   * @param last what becomes of the examples at the end of an epoch that do not fill a batch
   * @throws IllegalArgumentException if the batch is empty or larger than an epoch
   */
  public BatchOrder(ExampleOrder order, int batchSize, LastBatch last) {
    if (batchSize < 1 || batchSize > order.examples()) {
      throw new IllegalArgumentException(
          "batch size must be in [1, " + order.examples() + " examples], got " + batchSize);
    }
    this.order = order;
    this.batchSize = batchSize;
    this.last = last;
    this.starts = new long[0];
    this.stepsPerEpoch =
        last == LastBatch.FILLED ? (double) order.examples() / batchSize : (double) wholeSteps();
  }

  private BatchOrder(ExampleOrder order, int largest, long[] starts, double epochs) {
    this.order = order;
    this.batchSize = largest;
    this.last = LastBatch.FILLED;
    this.starts = starts;
    this.stepsPerEpoch = (starts.length - 1) / epochs;
  }

  /**
   * Batches whose size follows a schedule. Where a batch begins is known beforehand, so that any
   * step can still be asked for at once; batches go on across the ends of epochs.
   *
   * @param order order of the examples
   * @param sizes size of a batch by the number of examples before it, in units of the first batch:
   *     the clock on which a run of the first size would count its steps. Sizes are rounded, and
   *     larger ones than an epoch are an epoch
   * @param epochs length of the run in passes over the examples, {@code > 0} and finite; the last
   *     batch ends with it
   * @return the batches
   * @throws IllegalArgumentException if a size is below 1, there are more than 32 different ones,
   *     or the run holds no example
   */
  public static BatchOrder scheduled(ExampleOrder order, Schedule sizes, double epochs) {
    long end = Math.round(epochs * order.examples());
    if (!(epochs > 0) || end < 1 || end == Long.MAX_VALUE) {
      throw new IllegalArgumentException("epochs must hold an example at least, got " + epochs);
    }
    int first = size(sizes.at(0), order.examples());
    TreeSet<Integer> different = new TreeSet<>();
    long[] starts = new long[16];
    int steps = 0;
    while (starts[steps] < end) {
      if (steps + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      int size = size(sizes.at((double) starts[steps] / first), order.examples());
      size = (int) Math.min(size, end - starts[steps]);
      different.add(size);
      if (different.size() > MOST_SIZES) {
        throw new IllegalArgumentException(
            "a schedule of batch sizes may take at most %d different ones, got %s and more; use one with steps"
                .formatted(MOST_SIZES, different));
      }
      starts[steps + 1] = starts[steps] + size;
      steps++;
    }
    return new BatchOrder(order, different.last(), Arrays.copyOf(starts, steps + 1), epochs);
  }

  private static int size(double scheduled, int most) {
    double size = Math.rint(scheduled);
    if (!(size >= 1)) {
      throw new IllegalArgumentException(
          "batch size must be >= 1, got %s from its schedule".formatted(scheduled));
    }
    return (int) Math.min(size, most);
  }

  /**
   * The largest size of a batch. Without a schedule only a {@link LastBatch#SMALLER} one falls
   * short of it.
   *
   * @return 1 or more
   */
  public int batchSize() {
    return batchSize;
  }

  /**
   * The number of examples of an epoch.
   *
   * @return 1 or more
   */
  public int examples() {
    return order.examples();
  }

  /**
   * The length of an epoch in steps.
   *
   * @return whole but for {@link LastBatch#FILLED}, where it is {@code examples / batchSize}; the
   *     mean of the run where sizes follow a schedule
   */
  public double stepsPerEpoch() {
    return stepsPerEpoch;
  }

  /**
   * The steps of a run.
   *
   * @param epochs passes over the examples, {@code > 0}; those of the schedule where there is one
   * @return {@code >= 1}
   */
  public long steps(double epochs) {
    return starts.length > 0 ? starts.length - 1 : Math.max(1, Math.round(epochs * stepsPerEpoch));
  }

  /**
   * The examples that were seen before a step, in passes over all of them.
   *
   * @param step number of the step, from 0; of a schedule at most its steps
   * @return {@code >= 0}
   */
  public double epochs(long step) {
    return starts.length > 0
        ? (double) starts[(int) step] / order.examples()
        : step / stepsPerEpoch;
  }

  private long wholeSteps() {
    int whole = order.examples() / batchSize;
    boolean rest = order.examples() % batchSize != 0;
    return last == LastBatch.SMALLER && rest ? whole + 1 : whole;
  }

  /**
   * The number of examples in a batch.
   *
   * @param step number of the step, from 0
   * @return from 1 to the batch size
   * @throws IllegalArgumentException if the step is negative
   */
  public int size(long step) {
    requireStep(step);
    if (starts.length > 0) {
      return (int) (starts[(int) step + 1] - starts[(int) step]);
    }
    if (last != LastBatch.SMALLER) {
      return batchSize;
    }
    long inEpoch = step % wholeSteps();
    return (int) Math.min(batchSize, order.examples() - inEpoch * batchSize);
  }

  /**
   * The examples in a batch.
   *
   * @param step number of the step, from 0
   * @param rows overwritten from its beginning with row numbers
   * @return how many they are, {@link #size}
   * @throws IllegalArgumentException if the step is negative or the array too short
   */
  public int rows(long step, int[] rows) {
    int size = size(step);
    if (rows.length < size) {
      throw new IllegalArgumentException(
          "rows must have room for " + size + " examples, got " + rows.length);
    }
    long first = first(step);
    for (int i = 0; i < size; i++) {
      rows[i] = order.row(first + i);
    }
    return size;
  }

  private long first(long step) {
    if (starts.length > 0) {
      return starts[(int) step];
    }
    return last == LastBatch.FILLED
        ? step * batchSize
        : step / wholeSteps() * order.examples() + step % wholeSteps() * batchSize;
  }

  private void requireStep(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step must be >= 0, got " + step);
    }
    if (starts.length > 0 && step >= starts.length - 1) {
      throw new IllegalArgumentException(
          "step must be < %d, where the schedule of batches ends, got %d"
              .formatted(starts.length - 1, step));
    }
  }
}
