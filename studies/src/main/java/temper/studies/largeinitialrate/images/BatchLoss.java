package temper.studies.largeinitialrate.images;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The mean loss of the batches since it was last asked for. */
final class BatchLoss {

  private double sum;
  private long count;

  void add(double loss) {
    sum += loss;
    count++;
  }

  /** The mean; begins anew. */
  double take() {
    double mean = sum / count;
    sum = 0;
    count = 0;
    return mean;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeDouble(sum);
    out.writeLong(count);
  }

  void readFrom(DataInput in) throws IOException {
    sum = in.readDouble();
    count = in.readLong();
  }
}
