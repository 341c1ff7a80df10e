package temper.data;

/**
 * Batches of examples, read straight into arrays of the caller: inputs as N x channels x height x
 * width in row-major order, and labels or targets. Nothing is allocated for a batch. Not for use by
 * several threads at once.
 *
 * <pre>{@code
 * InputScaling scaling = InputScaling.fit(Standardization.CHANNEL, data.train());
 * ExampleOrder order = ExampleOrder.shuffled(data.train().rows(), trial.stream("order"));
 * Batches batches =
 *     new Batches(data.train(), scaling, new BatchOrder(order, 100, LastBatch.SMALLER));
 * float[] inputs = new float[100 * data.columns()];
 * int[] labels = new int[100];
 * for (long step = resumedAt; step < steps; step++) {
 *   int size = batches.read(step, inputs, labels);
 *   ...
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class Batches {

  /** Inputs that are kept in single precision at most: 16 MiB of them. */
  private static final long KEPT = 1 << 22;

  private final Examples examples;
  private final InputScaling scaling;
  private final BatchOrder order;
  private final int[] rows;

  /** All inputs in single precision, made by the first batch; empty where they are made anew. */
  private float[] singles = new float[0];

  /**
   * Batches of examples.
   *
   * @param examples the examples
   * @param scaling how features become inputs
   * @param order which examples are in which batch
   * @throws IllegalArgumentException if scaling or order were made for other examples
   */
  public Batches(Examples examples, InputScaling scaling, BatchOrder order) {
    if (!scaling.shape().equals(examples.shape())) {
      throw new IllegalArgumentException(
          "scaling must be for shape " + examples.shape() + ", got " + scaling.shape());
    }
    if (order.examples() != examples.rows()) {
      throw new IllegalArgumentException(
          "order must be of " + examples.rows() + " examples, got " + order.examples());
    }
    this.examples = examples;
    this.scaling = scaling;
    this.order = order;
    this.rows = new int[order.batchSize()];
  }

  /**
   * All examples once, in the order in which they are stored, for evaluation.
   *
   * @param examples the examples, at least one
   * @param scaling how features become inputs
   * @param batchSize number of examples in a batch; the last may be smaller
   * @return batches, of which {@code order().stepsPerEpoch()} are all
   * @throws IllegalArgumentException if there is no example or the batch is empty
   */
  public static Batches inOrder(Examples examples, InputScaling scaling, int batchSize) {
    ExampleOrder order = ExampleOrder.sequential(examples.rows());
    int size = Math.min(batchSize, examples.rows());
    return new Batches(examples, scaling, new BatchOrder(order, size, LastBatch.SMALLER));
  }

  /**
   * The examples.
   *
   * @return all examples
   */
  public Examples examples() {
    return examples;
  }

  /**
   * Which examples are in which batch.
   *
   * @return the order
   */
  public BatchOrder order() {
    return order;
  }

  /**
   * Reads a batch of classes.
   *
   * @param step number of the step, from 0
   * @param inputs overwritten from its beginning with {@code size x columns} inputs
   * @param labels overwritten from its beginning with {@code size} labels
   * @return the number of examples
   * @throws IllegalArgumentException if the step is negative or an array too short
   * @throws IllegalStateException if the examples have targets
   */
  public int read(long step, float[] inputs, int[] labels) {
    int size = begin(step, inputs.length, labels.length);
    readInputs(size, inputs);
    for (int i = 0; i < size; i++) {
      labels[i] = examples.label(rows[i]);
    }
    return size;
  }

  /**
   * Reads a batch of targets.
   *
   * @param step number of the step, from 0
   * @param inputs overwritten from its beginning with {@code size x columns} inputs
   * @param targets overwritten from its beginning with {@code size} targets, or labels as numbers
   * @return the number of examples
   * @throws IllegalArgumentException if the step is negative or an array too short
   */
  public int read(long step, float[] inputs, float[] targets) {
    int size = begin(step, inputs.length, targets.length);
    readInputs(size, inputs);
    for (int i = 0; i < size; i++) {
      targets[i] = (float) examples.target(rows[i]);
    }
    return size;
  }

  /**
   * Reads a batch of classes in double precision.
   *
   * @param step number of the step, from 0
   * @param inputs overwritten from its beginning with {@code size x columns} inputs
   * @param labels overwritten from its beginning with {@code size} labels
   * @return the number of examples
   * @throws IllegalArgumentException if the step is negative or an array too short
   * @throws IllegalStateException if the examples have targets
   */
  public int read(long step, double[] inputs, int[] labels) {
    int size = begin(step, inputs.length, labels.length);
    for (int i = 0; i < size; i++) {
      scaling.read(examples, rows[i], inputs, i * examples.columns());
      labels[i] = examples.label(rows[i]);
    }
    return size;
  }

  /**
   * Reads a batch of targets in double precision.
   *
   * @param step number of the step, from 0
   * @param inputs overwritten from its beginning with {@code size x columns} inputs
   * @param targets overwritten from its beginning with {@code size} targets, or labels as numbers
   * @return the number of examples
   * @throws IllegalArgumentException if the step is negative or an array too short
   */
  public int read(long step, double[] inputs, double[] targets) {
    int size = begin(step, inputs.length, targets.length);
    for (int i = 0; i < size; i++) {
      scaling.read(examples, rows[i], inputs, i * examples.columns());
      targets[i] = examples.target(rows[i]);
    }
    return size;
  }

  /**
   * To round numbers to single precision takes as long as half a step of a small network: they are
   * rounded once. Pixels have their table.
   */
  private void readInputs(int size, float[] inputs) {
    int columns = examples.columns();
    if (singles.length == 0 && !examples.hasPixels() && (long) examples.rows() * columns <= KEPT) {
      singles = new float[examples.rows() * columns];
      for (int row = 0; row < examples.rows(); row++) {
        scaling.read(examples, row, singles, row * columns);
      }
    }
    for (int i = 0; i < size; i++) {
      if (singles.length == 0) {
        scaling.read(examples, rows[i], inputs, i * columns);
      } else {
        System.arraycopy(singles, rows[i] * columns, inputs, i * columns, columns);
      }
    }
  }

  private int begin(long step, int inputs, int outputs) {
    int size = order.rows(step, rows);
    if ((long) size * examples.columns() > inputs || size > outputs) {
      throw new IllegalArgumentException(
          "a batch of "
              + size
              + " examples needs "
              + (long) size * examples.columns()
              + " inputs and "
              + size
              + " labels or targets, got room for "
              + inputs
              + " and "
              + outputs);
    }
    return size;
  }
}
