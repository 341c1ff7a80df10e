package temper.studies.warmrestarts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The mean loss of the batches since it was last asked for. */
final class MeanOfBatches {

  private double sum;
  private long count;

  void add(double loss) {
    sum += loss;
    count++;
  }

  /** The mean; the next one begins with the next batch. */
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
