package temper.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Convolution;

/**
 * Images with their padding, laid out so that what one element of a filter meets along a row of the
 * output is contiguous whatever the stride: pixels whose row and column leave the same remainders
 * by the stride make a plane of their own.
 *
 * <p>An element of the matrix of pixels that a convolution multiplies with stands at {@code
 * base(row) + place(position)}: rows of that matrix are copied out of here vector by vector, and
 * the matrix as a whole never exists.
 */
final class Float32x256Planes {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();

  private float[] data = new float[0];
  private int[] bases = new int[0];
  private int[] sources = new int[0];
  private int[] targets = new int[0];
  private int copies;

  private int channels;
  private int stride;
  private int kernel;
  private int dilation;
  private int margin;
  private int inputHeight;
  private int inputWidth;
  private int outputHeight;
  private int outputWidth;
  private int planeHeight;
  private int planeWidth;

  /** Prepares for the inputs of a convolution. */
  void readInputs(Convolution shape, int slots) {
    channels = shape.inputs();
    stride = shape.stride();
    dilation = 1;
    margin = shape.padding();
    inputHeight = shape.height();
    inputWidth = shape.width();
    outputHeight = shape.outputHeight();
    outputWidth = shape.outputWidth();
    kernel = shape.kernel();
    prepare(slots);
  }

  /** Prepares for the outputs' gradients, which the turned filter runs over with stride 1. */
  void readOutputs(Convolution shape) {
    channels = shape.outputs();
    stride = 1;
    dilation = shape.stride();
    margin = shape.kernel() - 1 - shape.padding();
    inputHeight = shape.outputHeight();
    inputWidth = shape.outputWidth();
    outputHeight = shape.height();
    outputWidth = shape.width();
    kernel = shape.kernel();
    prepare(1);
  }

  private void prepare(int slots) {
    planeHeight = ((outputHeight - 1) * stride + kernel + stride - 1) / stride;
    planeWidth = ((outputWidth - 1) * stride + kernel + stride - 1) / stride;
    int size = slots * imageSize();
    if (data.length < size + LENGTH) {
      data = new float[size + LENGTH];
    } else {
      // The padding of other geometries lay elsewhere.
      Arrays.fill(data, 0, size, 0f);
    }
    int inner = channels * kernel * kernel;
    if (bases.length < inner) {
      bases = new int[inner];
    }
    int row = 0;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < kernel; i++) {
        for (int j = 0; j < kernel; j++) {
          int plane = (c * stride + i % stride) * stride + j % stride;
          bases[row++] = (plane * planeHeight + i / stride) * planeWidth + j / stride;
        }
      }
    }
  }

  private int imageSize() {
    return channels * stride * stride * planeHeight * planeWidth;
  }

  /** Lays out an image. */
  void put(int slot, float[] image, int offset) {
    int start = slot * imageSize();
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < inputHeight; y++) {
        int from = offset + (c * inputHeight + y) * inputWidth;
        int row = y * dilation + margin;
        if (row >= planeHeight * stride) {
          break;
        }
        if (row % stride >= kernel) {
          // Between the rows that a small filter with a large stride reads.
          continue;
        }
        int to =
            start
                + ((c * stride + row % stride) * stride * planeHeight + row / stride) * planeWidth;
        putRow(image, from, to);
      }
    }
  }

  private void putRow(float[] image, int from, int to) {
    if (stride == 1 && dilation == 1) {
      int length = Math.min(inputWidth, planeWidth - margin);
      if (length % LENGTH == 0) {
        for (int x = 0; x < length; x += LENGTH) {
          FloatVector.fromArray(SPECIES, image, from + x).intoArray(data, to + margin + x);
        }
      } else {
        System.arraycopy(image, from, data, to + margin, length);
      }
    } else if (stride == 1) {
      for (int x = 0; x < inputWidth; x++) {
        data[to + margin + x * dilation] = image[from + x];
      }
    } else {
      for (int phase = 0; phase < Math.min(stride, kernel); phase++) {
        putPhase(image, from, to + phase * planeHeight * planeWidth, phase);
      }
    }
  }

  /** Columns that leave a remainder by the stride. */
  private void putPhase(float[] image, int from, int to, int phase) {
    int first = Math.floorDiv(margin - phase + stride - 1, stride);
    int start = from + first * stride + phase - margin;
    int last = Math.min(planeWidth - 1, Math.floorDiv(inputWidth - 1 + margin - phase, stride));
    for (int q = 0; q <= last - first; q++) {
      data[to + first + q] = image[start + q * stride];
    }
  }

  /** Forgets which positions are copied. */
  void clearPositions() {
    copies = 0;
  }

  /** Adds positions of an image's output, from one in row-major order, to those copied. */
  void addPositions(int slot, int first, int count, int target) {
    int position = first;
    int to = target;
    int end = first + count;
    while (position < end) {
      int y = position / outputWidth;
      int x = position % outputWidth;
      int length = Math.min(outputWidth - x, end - position);
      int from = slot * imageSize() + y * planeWidth + x;
      for (int done = 0; done < length; done += LENGTH) {
        if (copies == sources.length) {
          sources = Arrays.copyOf(sources, 2 * copies + 8);
          targets = Arrays.copyOf(targets, 2 * copies + 8);
        }
        sources[copies] = from + done;
        targets[copies++] = to + done;
      }
      position += length;
      to += length;
    }
  }

  /**
   * Copies rows of the matrix of pixels at the added positions. A copy of less than a vector runs
   * over into what the next one overwrites; the last needs room for it.
   */
  void copyRows(int firstRow, int rows, float[] to, int step) {
    if (copies == 2) {
      copyPairs(firstRow, rows, to, step);
      return;
    }
    for (int row = 0; row < rows; row++) {
      int base = bases[firstRow + row];
      for (int v = 0; v < copies; v++) {
        FloatVector.fromArray(SPECIES, data, base + sources[v])
            .intoArray(to, row * step + targets[v]);
      }
    }
  }

  private void copyPairs(int firstRow, int rows, float[] to, int step) {
    int source = sources[0];
    int otherSource = sources[1];
    int target = targets[0];
    int otherTarget = targets[1];
    for (int row = 0; row < rows; row++) {
      int base = bases[firstRow + row];
      FloatVector left = FloatVector.fromArray(SPECIES, data, base + source);
      FloatVector right = FloatVector.fromArray(SPECIES, data, base + otherSource);
      left.intoArray(to, row * step + target);
      right.intoArray(to, row * step + otherTarget);
    }
  }
}
