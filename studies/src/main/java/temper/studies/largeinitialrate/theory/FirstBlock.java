package temper.studies.largeinitialrate.theory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The part of the network that sees the first pattern. */
sealed interface FirstBlock permits RectifiedBlock, LinearBlock {

  /**
   * Adds this block's outputs on the train examples.
   *
   * @param outputs one for each train example; added to
   */
  void addTo(double[] outputs);

  /**
   * A step of gradient descent from the weights of the last {@link #addTo}.
   *
   * @param slopes derivatives of the train loss in the outputs
   * @param rate learning rate
   * @param decay coefficient of weight decay
   * @param noise standard deviation of the noise on the gradient
   */
  void descend(double[] slopes, double rate, double decay, double noise);

  /**
   * Outputs on test examples that have the first pattern.
   *
   * @return one for each of {@link TwoPatterns#firstRows()}; overwritten by the next call
   */
  double[] testOutputs();

  void writeTo(DataOutput out) throws IOException;

  void readFrom(DataInput in) throws IOException;
}
