package temper.studies.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The mean loss of the batches since it was last asked for: a point of a training curve without a
 * pass over the training set. Without a batch in between it is not a number. A part of a
 * checkpoint.
 */
public final class MeanOfBatches {

  private double sum;
  private long count;

  /**
   * One batch more.
   *
   * @param loss its mean loss
   */
  public void add(double loss) {
    sum += loss;
    count++;
  }

  /**
   * The mean; the next one begins with the next batch.
   *
   * @return the mean of the losses since the last call
   */
  public double take() {
    double mean = sum / count;
    sum = 0;
    count = 0;
    return mean;
  }

  /**
   * Writes what {@link #readFrom} restores.
   *
   * @param out where to
   * @throws IOException if it cannot be written
   */
  public void writeTo(DataOutput out) throws IOException {
    out.writeDouble(sum);
    out.writeLong(count);
  }

  /**
   * Goes on from what {@link #writeTo} wrote.
   *
   * @param in where from
   * @throws IOException if it cannot be read
   */
  public void readFrom(DataInput in) throws IOException {
    sum = in.readDouble();
    count = in.readLong();
  }
}
