package temper.nn;

import temper.autodiff.Classification;
import temper.autodiff.Elementwise;
import temper.autodiff.Labels;
import temper.autodiff.Reductions;
import temper.autodiff.Reshaping;
import temper.autodiff.Variable;
import temper.tensor.Shape;
import temper.tensor.UnaryFunction;

/**
 * Losses of each example; {@link Reductions#mean} makes the loss of a batch of them.
 *
 * @since 0.2
 */
public final class Losses {

  private Losses() {}

  /**
   * The cross-entropy of labels under the softmax of the outputs.
   *
   * @param logits [batch, classes]
   * @param labels the class of each example
   * @return [batch]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable crossEntropy(Variable logits, Labels labels) {
    return Classification.crossEntropy(logits, labels);
  }

  /**
   * The logistic loss {@code log(1 + e^(-y f))}.
   *
   * @param outputs f, [batch] or [batch, 1]
   * @param signs y, -1 or 1, [batch]
   * @return [batch]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable logistic(Variable outputs, Variable signs) {
    Variable margins = margins("logistic loss", outputs, signs);
    return Elementwise.apply(UnaryFunction.SOFTPLUS, Elementwise.negate(margins));
  }

  /**
   * The hinge loss {@code max(0, 1 - y f)}.
   *
   * @param outputs f, [batch] or [batch, 1]
   * @param signs y, -1 or 1, [batch]
   * @return [batch]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable hinge(Variable outputs, Variable signs) {
    Variable margins = margins("hinge loss", outputs, signs);
    return Elementwise.apply(UnaryFunction.RELU, Elementwise.affine(-1, margins, 1));
  }

  private static Variable margins(String loss, Variable outputs, Variable signs) {
    if (signs.shape().rank() != 1 || outputs.shape().size() != signs.shape().size()) {
      throw new IllegalArgumentException(
          "%s: needs outputs [batch] or [batch, 1] and signs [batch], got %s and %s"
              .formatted(loss, outputs.shape(), signs.shape()));
    }
    return Elementwise.multiply(Reshaping.reshape(outputs, signs.shape()), signs);
  }

  /**
   * The squared error, the mean over an example's outputs of {@code (f - y)^2}; its mean over a
   * batch is PyTorch's MSE.
   *
   * @param outputs f, [batch, ...] with at least one output
   * @param targets y, of the same shape
   * @return [batch]
   * @throws IllegalArgumentException if the shapes differ or there are no outputs
   */
  public static Variable squaredError(Variable outputs, Variable targets) {
    Shape shape = outputs.shape();
    if (!shape.equals(targets.shape()) || shape.rank() == 0) {
      throw new IllegalArgumentException(
          "squared error: outputs and targets must be [batch, ...] of one shape, got %s and %s"
              .formatted(shape, targets.shape()));
    }
    Variable squares = Elementwise.square(Elementwise.subtract(outputs, targets));
    Variable rows = Reshaping.flatten(squares, 1);
    int width = rows.shape().length(1);
    if (width == 0) {
      throw new IllegalArgumentException("squared error: no outputs in " + shape);
    }
    return Elementwise.scale(1.0 / width, Reductions.sum(rows, 1));
  }
}
