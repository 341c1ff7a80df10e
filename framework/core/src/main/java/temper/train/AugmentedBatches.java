package temper.train;

import temper.random.RandomStream;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Batches of images that are shifted and mirrored at random: each image is padded with zeros by
 * {@code crop} pixels on all sides, cut out again at a random place, and mirrored left to right
 * with probability 1/2.
 *
 * <p>What happens to an image is a function of the step and its place in the batch, so that batches
 * can be read in any order.
 *
 * <p>Source: K. He et al., Deep residual learning for image recognition, CVPR (2016), section 4.2.
 *
 * @since 0.2
 */
public final class AugmentedBatches implements BatchSource {

  private final BatchSource source;
  private final int crop;
  private final boolean flip;
  private final int places;
  private final RandomStream stream;
  private final double[] image;

  /**
   * Augmented batches.
   *
   * @param source the batches
   * @param example the shape of an example, [channels, height, width]
   * @param crop largest shift in pixels, {@code >= 0}
   * @param flip whether images are mirrored
   * @param places the largest batch size
   * @param stream where random numbers come from; read at places of its own choice
   * @throws IllegalArgumentException if examples are no images or the shift is negative
   */
  public AugmentedBatches(
      BatchSource source, Shape example, int crop, boolean flip, int places, RandomStream stream) {
    if (example.rank() != 3) {
      throw new IllegalArgumentException(
          "only images can be shifted and mirrored, got examples of shape " + example);
    }
    if (crop < 0) {
      throw new IllegalArgumentException("crop must be >= 0, got " + crop);
    }
    this.source = source;
    this.crop = crop;
    this.flip = flip;
    this.places = places;
    this.stream = stream.copy();
    this.image = new double[example.size()];
  }

  @Override
  public int size(long step) {
    return source.size(step);
  }

  @Override
  public void read(long step, Batch batch) {
    source.read(step, batch);
    Tensor inputs = batch.inputs();
    for (int i = 0; i < batch.size(); i++) {
      long bits = stream.longAt(step * places + i);
      // Three independent parts of the bits: two shifts and a coin.
      int down = (int) (((bits >>> 40) * (2L * crop + 1)) >>> 24) - crop;
      int right = (int) ((((bits >>> 16) & 0xFFFFFF) * (2L * crop + 1)) >>> 24) - crop;
      boolean mirrored = flip && (bits & 1) != 0;
      if (down != 0 || right != 0 || mirrored) {
        move(inputs, i, down, right, mirrored);
      }
    }
  }

  private void move(Tensor inputs, int example, int down, int right, boolean mirrored) {
    Shape shape = inputs.shape();
    int height = shape.length(2);
    int width = shape.length(3);
    int start = example * image.length;
    for (int i = 0; i < image.length; i++) {
      image[i] = inputs.get(start + i);
    }
    for (int i = 0; i < image.length; i++) {
      int column = i % width;
      int fromRow = i / width % height + down;
      int fromColumn = (mirrored ? width - 1 - column : column) + right;
      boolean inside = fromRow >= 0 && fromRow < height && fromColumn >= 0 && fromColumn < width;
      int plane = i - i % (height * width);
      double value = inside ? image[plane + fromRow * width + fromColumn] : 0;
      if (inputs.precision() == Precision.FLOAT32) {
        inputs.floats()[inputs.offset() + start + i] = (float) value;
      } else {
        inputs.doubles()[inputs.offset() + start + i] = value;
      }
    }
  }
}
