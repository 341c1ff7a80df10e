package temper.train;

import org.jspecify.annotations.Nullable;
import temper.autodiff.Labels;
import temper.autodiff.Variable;
import temper.tensor.Tensor;

/**
 * Where a batch is put before a program runs: inputs, and the labels or targets that the outputs
 * are compared with.
 *
 * @since 0.2
 */
public final class Batch {

  private final Tensor inputs;
  private final @Nullable Labels labels;
  private final @Nullable Tensor targets;
  private final @Nullable Variable recorded;

  Batch(
      Tensor inputs,
      @Nullable Labels labels,
      @Nullable Tensor targets,
      @Nullable Variable recorded) {
    this.inputs = inputs;
    this.labels = labels;
    this.targets = targets;
    this.recorded = recorded;
  }

  /**
   * The number of examples.
   *
   * @return {@code >= 1}
   */
  public int size() {
    return inputs.shape().length(0);
  }

  /**
   * The inputs.
   *
   * @return [size, example's shape], to be overwritten
   */
  public Tensor inputs() {
    return inputs;
  }

  /**
   * Whether examples have classes by number, not targets.
   *
   * @return true where {@link #label} is to be called for each example, false for {@link #target}
   */
  public boolean hasLabels() {
    return labels != null;
  }

  /**
   * Sets the class of an example.
   *
   * @param example from 0 to size - 1
   * @param label the class
   * @throws IllegalArgumentException if there is no such class
   * @throws IllegalStateException if examples have targets
   */
  public void label(int example, int label) {
    requireLabels().set(example, label);
  }

  /**
   * Sets the target of an example: a real number, or -1 or 1 for two classes.
   *
   * @param example from 0 to size - 1
   * @param target the target
   * @throws IllegalStateException if examples have labels
   */
  public void target(int example, double target) {
    targets().set(example, target);
  }

  double target(int example) {
    return targets().get(example);
  }

  private Tensor targets() {
    if (targets == null) {
      throw new IllegalStateException("the examples have labels, not targets");
    }
    return targets;
  }

  Labels requireLabels() {
    if (labels == null) {
      throw new IllegalStateException("the examples have targets, not labels");
    }
    return labels;
  }

  Variable requireTargets() {
    if (recorded == null) {
      throw new IllegalStateException("the examples have labels, not targets");
    }
    return recorded;
  }
}
