package temper.train;

import java.util.Locale;
import temper.autodiff.Elementwise;
import temper.autodiff.Labels;
import temper.autodiff.Reshaping;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.data.Dataset;
import temper.nn.Losses;
import temper.numerics.StableMath;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * What a network's outputs are compared with, and how.
 *
 * @since 0.2
 */
public enum Loss {
  /** Cross-entropy of a class under the softmax of the outputs, one output a class. */
  CROSS_ENTROPY,
  /** Logistic loss of one output for two classes: {@code log(1 + e^(-y f))}, y -1 or 1. */
  LOGISTIC,
  /** Hinge loss of one output for two classes: {@code max(0, 1 - y f)}, y -1 or 1. */
  HINGE,
  /** Squared error of one output for a real target: {@code (f - y)^2}. */
  SQUARED_ERROR,
  /** Half the squared error: {@code (f - y)^2 / 2}. */
  HALF_SQUARED_ERROR;

  /**
   * The outputs that a network for a data set has.
   *
   * @param data the data set
   * @return the number of classes, or 1
   * @throws IllegalArgumentException if the loss does not fit the data
   */
  public int outputs(Dataset data) {
    int classes = data.classes().size();
    return switch (this) {
      case CROSS_ENTROPY -> {
        require(!data.train().hasTargets() && classes >= 2, data, "two classes or more");
        yield classes;
      }
      case LOGISTIC, HINGE -> {
        require(!data.train().hasTargets() && classes == 2, data, "two classes");
        yield 1;
      }
      case SQUARED_ERROR, HALF_SQUARED_ERROR -> 1;
    };
  }

  private void require(boolean fits, Dataset data, String wanted) {
    if (!fits) {
      throw new IllegalArgumentException(
          "loss %s needs %s, data set '%s' has %s"
              .formatted(
                  name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  wanted,
                  data.name(),
                  data.train().hasTargets() ? "real targets" : data.classes().size() + " classes"));
    }
  }

  /** Whether outputs are compared with classes by number. */
  boolean ofLabels() {
    return this == CROSS_ENTROPY;
  }

  /**
   * Whether an output is right or wrong, and not only near or far.
   *
   * @return false for squared errors
   */
  public boolean classifies() {
    return this == CROSS_ENTROPY || this == LOGISTIC || this == HINGE;
  }

  /** Records what the outputs are compared with. */
  Batch batch(Tape tape, Variable inputs, int outputs) {
    int size = inputs.shape().length(0);
    if (ofLabels()) {
      Labels labels = tape.labels("labels", size, outputs);
      return new Batch(inputs.tensor(), labels, null, null);
    }
    if (outputs != 1) {
      throw new IllegalArgumentException(
          "loss " + this + " needs a network of one output, got " + outputs);
    }
    Variable targets = tape.input("targets", Shape.of(size));
    return new Batch(inputs.tensor(), null, targets.tensor(), targets);
  }

  /** Records the loss of each example, [batch]. */
  Variable of(Variable outputs, Batch batch) {
    return switch (this) {
      case CROSS_ENTROPY -> Losses.crossEntropy(outputs, batch.requireLabels());
      case LOGISTIC -> Losses.logistic(outputs, batch.requireTargets());
      case HINGE -> Losses.hinge(outputs, batch.requireTargets());
      case SQUARED_ERROR -> Losses.squaredError(flat(outputs), batch.requireTargets());
      case HALF_SQUARED_ERROR ->
          Elementwise.scale(0.5, Losses.squaredError(flat(outputs), batch.requireTargets()));
    };
  }

  private static Variable flat(Variable outputs) {
    return Reshaping.reshape(outputs, Shape.of(outputs.shape().length(0)));
  }

  /** Whether an example's outputs are right: the first largest is the label's, or the sign is. */
  boolean right(Tensor outputs, int example, Batch batch) {
    if (!ofLabels()) {
      return outputs.get(example) * batch.target(example) > 0;
    }
    int classes = batch.requireLabels().classes();
    int start = example * classes;
    int largest = 0;
    for (int i = 1; i < classes; i++) {
      if (outputs.get(start + i) > outputs.get(start + largest)) {
        largest = i;
      }
    }
    return largest == batch.requireLabels().get(example);
  }

  /**
   * Adds a network's predictions to a mean: probabilities of all classes, the probability of class
   * 1, or the outputs themselves.
   */
  void addPredictions(Tensor outputs, int count, double weight, double[] mean) {
    for (int start = 0; start < mean.length; start += count) {
      double sum = 0;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = start; i < start + count; i++) {
        largest = Math.max(largest, outputs.get(i));
      }
      for (int i = start; i < start + count; i++) {
        sum += this == CROSS_ENTROPY ? StableMath.exp(outputs.get(i) - largest) : 0;
      }
      for (int i = start; i < start + count; i++) {
        double output = outputs.get(i);
        double prediction =
            switch (this) {
              case CROSS_ENTROPY -> StableMath.exp(output - largest) / sum;
              case LOGISTIC -> 1 / (1 + StableMath.exp(-output));
              case HINGE, SQUARED_ERROR, HALF_SQUARED_ERROR -> output;
            };
        mean[i] += weight * prediction;
      }
    }
  }

  /** The loss of an example's prediction. */
  double ofPrediction(double[] mean, int example, Batch batch) {
    if (this == CROSS_ENTROPY) {
      int classes = batch.requireLabels().classes();
      return -StableMath.log(mean[example * classes + batch.requireLabels().get(example)]);
    }
    double prediction = mean[example];
    double target = batch.target(example);
    return switch (this) {
      case LOGISTIC -> -StableMath.log(target > 0 ? prediction : 1 - prediction);
      case HINGE -> Math.max(0, 1 - target * prediction);
      case SQUARED_ERROR -> (prediction - target) * (prediction - target);
      default -> (prediction - target) * (prediction - target) / 2;
    };
  }

  /** Whether an example's prediction is right; false where nothing is classified. */
  boolean rightPrediction(double[] mean, int example, Batch batch) {
    if (this == CROSS_ENTROPY) {
      int classes = batch.requireLabels().classes();
      int largest = 0;
      for (int i = 1; i < classes; i++) {
        if (mean[example * classes + i] > mean[example * classes + largest]) {
          largest = i;
        }
      }
      return largest == batch.requireLabels().get(example);
    }
    double threshold = this == LOGISTIC ? 0.5 : 0;
    return classifies() && (mean[example] - threshold) * batch.target(example) > 0;
  }
}
