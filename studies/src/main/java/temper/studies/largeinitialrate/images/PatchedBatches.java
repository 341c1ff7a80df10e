package temper.studies.largeinitialrate.images;

import java.util.Arrays;
import temper.data.BatchOrder;
import temper.data.Examples;
import temper.random.RandomStream;
import temper.tensor.Tensor;
import temper.train.Batch;
import temper.train.BatchSource;
import temper.train.ExampleBatches;

/**
 * Batches of images of which some carry a {@link Patch}.
 *
 * <p>Which images do is fixed: each has a uniform number of its own, which is below the wanted
 * share or not. What patch such an image has, and whether anything is left of it, is drawn anew at
 * every access, as a function of the step and the place in the batch: batches can be read in any
 * order.
 */
final class PatchedBatches implements BatchSource {

  private final ExampleBatches source;
  private final Patch patch;
  private final Shares shares;
  private final RandomStream membership;
  private final RandomStream accesses;
  private final int[] rows;

  /**
   * How often there is a patch, and what it is put on.
   *
   * @param patched share of images that can have a patch
   * @param alone probability at each access that a patch is put on zeros
   * @param blank whether every image is one of zeros before it gets its patch
   */
  record Shares(double patched, double alone, boolean blank) {

    /** Patches alone, as the test set has them that asks how well patches were learnt. */
    Shares onBlanks() {
      return new Shares(1, alone, true);
    }
  }

  /**
   * Batches with patches.
   *
   * @param source the images, 3 x 32 x 32 in single precision
   * @param patch the patch
   * @param shares how often it is there
   * @param membership one number for each row: who can have a patch; read at places of its own
   * @param accesses one number for each access: which patch; read at places of its own
   */
  PatchedBatches(
      ExampleBatches source,
      Patch patch,
      Shares shares,
      RandomStream membership,
      RandomStream accesses) {
    this.source = source;
    this.patch = patch;
    this.shares = shares;
    this.membership = membership.copy();
    this.accesses = accesses.copy();
    this.rows = new int[source.batches().order().batchSize()];
  }

  @Override
  public int size(long step) {
    return source.size(step);
  }

  @Override
  public void read(long step, Batch batch) {
    source.read(step, batch);
    BatchOrder order = source.batches().order();
    Examples examples = source.batches().examples();
    Tensor inputs = batch.inputs();
    int count = order.rows(step, rows);
    if (shares.blank()) {
      Arrays.fill(inputs.floats(), inputs.offset(), inputs.offset() + inputs.size(), 0);
    }
    for (int i = 0; i < count; i++) {
      if (membership.uniformAt(rows[i]) < shares.patched()) {
        patch.apply(
            examples.label(rows[i]),
            shares.alone(),
            accesses.longAt(step * rows.length + i),
            inputs.floats(),
            inputs.offset() + i * examples.columns());
      }
    }
  }
}
