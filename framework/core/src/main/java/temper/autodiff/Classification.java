package temper.autodiff;

import java.util.List;
import temper.tensor.Kernels;
import temper.tensor.Shape;

/**
 * Softmax and the cross-entropy of class labels.
 *
 * @since 0.2
 */
public final class Classification {

  private Classification() {}

  /**
   * The softmax of each row.
   *
   * @param x [rows, classes], at least one class
   * @return probabilities of the same shape
   * @throws IllegalArgumentException if the shape is another
   */
  public static Variable softmax(Variable x) {
    int columns = columns("softmax", x);
    return x.tape().record(new Softmax(columns), x.shape(), x);
  }

  /**
   * The cross-entropy of each row's label under its softmax.
   *
   * @param logits [rows, classes]
   * @param labels the class of each row
   * @return [rows]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable crossEntropy(Variable logits, Labels labels) {
    int columns = columns("cross-entropy", logits);
    if (labels.size() != logits.shape().length(0) || labels.classes() != columns) {
      throw new IllegalArgumentException(
          "cross-entropy: logits %s need %d labels of %d classes, got %d of %d"
              .formatted(
                  logits.shape(),
                  logits.shape().length(0),
                  columns,
                  labels.size(),
                  labels.classes()));
    }
    Node node =
        logits
            .tape()
            .record(
                new CrossEntropy(columns),
                List.of(Shape.of(labels.size()), logits.shape()),
                List.of(),
                logits,
                labels.variable());
    return node.output(0);
  }

  private static int columns(String operation, Variable x) {
    if (x.shape().rank() != 2 || x.shape().length(1) < 1) {
      throw new IllegalArgumentException(
          operation + ": needs [rows, classes] with at least one class, got " + x.shape());
    }
    return x.shape().length(1);
  }

  /** The adjoint of softmax: p (g - sum of g p). */
  private static Variable softmaxAdjoint(Variable p, Variable g) {
    Variable mean = Reductions.sumTo(Elementwise.multiply(g, p), Shape.of(p.shape().length(0), 1));
    return Elementwise.multiply(p, Elementwise.subtract(g, mean));
  }

  /** The softmax of rows. */
  record Softmax(int columns) implements Operation {

    @Override
    public String label() {
      return "softmax";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.softmax(columns, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      adjoint.add(0, softmaxAdjoint(adjoint.output(0), adjoint.gradient()));
    }
  }

  /** Outputs: the losses; the probabilities. */
  record CrossEntropy(int columns) implements Operation {

    @Override
    public String label() {
      return "cross-entropy";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.softmaxCrossEntropy(
          columns, operands.in(0), operands.integers(0), operands.out(0), operands.out(1));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable lossGradients = adjoint.gradient(0);
      Variable probabilities = adjoint.output(1);
      if (lossGradients != null) {
        adjoint.add(
            0,
            CrossEntropyGradient.record(columns, probabilities, lossGradients, adjoint.input(1)));
      }
      Variable probabilityGradients = adjoint.gradient(1);
      if (probabilityGradients != null) {
        adjoint.add(0, softmaxAdjoint(probabilities, probabilityGradients));
      }
    }
  }

  /** (probability - [is the label]) times the gradient of the row's loss. */
  record CrossEntropyGradient(int columns) implements Operation {

    static Variable record(int columns, Variable probabilities, Variable g, Variable labels) {
      return labels
          .tape()
          .record(
              new CrossEntropyGradient(columns), probabilities.shape(), probabilities, g, labels);
    }

    @Override
    public String label() {
      return "cross-entropy's gradient";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.softmaxCrossEntropyGradient(
          columns, operands.in(0), operands.integers(0), operands.in(1), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable probabilities = adjoint.input(0);
      Variable lossGradients = adjoint.input(1);
      Variable labels = adjoint.input(2);
      Variable g = adjoint.gradient();
      int rows = probabilities.shape().length(0);
      if (adjoint.needs(0)) {
        Variable column = Reshaping.reshape(lossGradients, Shape.of(rows, 1));
        adjoint.add(0, Elementwise.multiply(g, column));
      }
      if (adjoint.needs(1)) {
        Variable ones = adjoint.tape().constant(Shape.of(rows), 1);
        Variable slopes = record(columns, probabilities, ones, labels);
        adjoint.add(1, Reductions.sum(Elementwise.multiply(g, slopes), 1));
      }
    }
  }
}
