package temper.train;

import temper.data.Batches;
import temper.data.Examples;
import temper.data.FeatureShape;
import temper.tensor.Precision;
import temper.tensor.Shape;

/**
 * Batches of a data set's examples.
 *
 * @since 0.2
 */
public final class ExampleBatches implements BatchSource {

  private final Batches batches;
  private final boolean signs;
  private final boolean fixed;
  private final int[] labels;
  private final double[] targets;
  private final float[] narrowTargets;

  private ExampleBatches(Batches batches, Loss loss, boolean fixed) {
    Examples examples = batches.examples();
    this.batches = batches;
    this.signs = loss.classifies() && !loss.ofLabels();
    this.fixed = fixed;
    int size = batches.order().batchSize();
    this.labels = new int[examples.hasTargets() ? 0 : size];
    this.targets = new double[size];
    this.narrowTargets = new float[size];
  }

  /**
   * Batches by their order.
   *
   * @param batches inputs and labels or targets of examples
   * @param loss what they are for: with two classes and one output, class 0 is -1 and class 1 is 1
   * @return a source of its own for one thread
   */
  public static ExampleBatches of(Batches batches, Loss loss) {
    return new ExampleBatches(batches, loss, false);
  }

  /**
   * All examples in every step.
   *
   * @param batches one batch that holds all examples, in a fixed order
   * @param loss what they are for
   * @return a source that is read once
   * @throws IllegalArgumentException if a batch does not hold all examples
   */
  public static ExampleBatches full(Batches batches, Loss loss) {
    if (batches.order().batchSize() != batches.examples().rows()) {
      throw new IllegalArgumentException(
          "a full batch has %d examples, got %d"
              .formatted(batches.examples().rows(), batches.order().batchSize()));
    }
    return new ExampleBatches(batches, loss, true);
  }

  /**
   * The shape in which a network sees an example.
   *
   * @param shape the shape of its features
   * @return [features] for plain ones, [channels, height, width] for images
   */
  public static Shape exampleShape(FeatureShape shape) {
    return shape.area() == 1
        ? Shape.of(shape.channels())
        : Shape.of(shape.channels(), shape.height(), shape.width());
  }

  /**
   * The examples in their order.
   *
   * @return what batches are read from
   */
  public Batches batches() {
    return batches;
  }

  @Override
  public int size(long step) {
    return batches.order().size(step);
  }

  @Override
  public boolean fixed() {
    return fixed;
  }

  @Override
  public void read(long step, Batch batch) {
    boolean narrow = batch.inputs().precision() == Precision.FLOAT32;
    if (batch.hasLabels() || signs) {
      int size =
          narrow
              ? batches.read(step, batch.inputs().floats(), labels)
              : batches.read(step, batch.inputs().doubles(), labels);
      for (int i = 0; i < size; i++) {
        if (signs) {
          batch.target(i, labels[i] == 0 ? -1 : 1);
        } else {
          batch.label(i, labels[i]);
        }
      }
      return;
    }
    if (narrow) {
      int size = batches.read(step, batch.inputs().floats(), narrowTargets);
      for (int i = 0; i < size; i++) {
        batch.target(i, narrowTargets[i]);
      }
    } else {
      int size = batches.read(step, batch.inputs().doubles(), targets);
      for (int i = 0; i < size; i++) {
        batch.target(i, targets[i]);
      }
    }
  }
}
