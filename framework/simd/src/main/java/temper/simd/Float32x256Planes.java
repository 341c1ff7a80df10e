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
  private int[] firsts = new int[0];
  private int[] counts = new int[0];
  private int copies;

  private int channels;
  private int stride;
  private int kernel;
  private int margin;
  private int inputHeight;
  private int inputWidth;
  private int planeHeight;
  private int planeWidth;

  /** Prepares for the inputs of a convolution. */
  void readInputs(Convolution shape, int slots) {
    channels = shape.inputs();
    stride = shape.stride();
    margin = shape.padding();
    inputHeight = shape.height();
    inputWidth = shape.width();
    kernel = shape.kernel();
    prepare(shape, slots);
  }

  /**
   * Prepares for the outputs' gradients, which filters run over with stride 1. Rows of the matrix
   * of pixels are those of one phase of the input after another.
   */
  void readOutputs(Convolution shape) {
    channels = shape.outputs();
    stride = 1;
    margin = (shape.kernel() - 1 - shape.padding()) / shape.stride();
    inputHeight = shape.outputHeight();
    inputWidth = shape.outputWidth();
    kernel = shape.kernel();
    planeHeight = 0;
    planeWidth = 0;
    for (int phase = 0; phase < shape.stride(); phase++) {
      int height = (shape.height() - phase + shape.stride() - 1) / shape.stride();
      int width = (shape.width() - phase + shape.stride() - 1) / shape.stride();
      planeHeight = Math.max(planeHeight, height + margin + shape.shift(phase));
      planeWidth = Math.max(planeWidth, width + margin + shape.shift(phase));
    }
    makeRoom(1, channels * kernel * kernel);
    int row = 0;
    for (int phase = 0; phase < shape.stride() * shape.stride(); phase++) {
      row = addPhase(shape, phase / shape.stride(), phase % shape.stride(), row);
    }
  }

  private int addPhase(Convolution shape, int top, int left, int firstRow) {
    int firstY = margin + shape.shift(top) - shape.taps(top) + 1;
    int firstX = margin + shape.shift(left) - shape.taps(left) + 1;
    int row = firstRow;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < shape.taps(top); i++) {
        for (int j = 0; j < shape.taps(left); j++) {
          bases[row++] = (c * planeHeight + firstY + i) * planeWidth + firstX + j;
        }
      }
    }
    return row;
  }

  private void prepare(Convolution shape, int slots) {
    planeHeight = ((shape.outputHeight() - 1) * stride + kernel + stride - 1) / stride;
    planeWidth = ((shape.outputWidth() - 1) * stride + kernel + stride - 1) / stride;
    makeRoom(slots, channels * kernel * kernel);
    int row = 0;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < kernel; i++) {
        for (int j = 0; j < kernel; j++) {
          int plane = (c * stride + i % stride) * stride + j % stride;
          bases[row++] = (plane * planeHeight + i / stride) * planeWidth + j / stride;
        }
      }
    }
    placePhases();
  }

  private void makeRoom(int slots, int inner) {
    int size = slots * imageSize();
    if (data.length < size + LENGTH) {
      data = new float[size + LENGTH];
    } else {
      // The padding of other geometries lay elsewhere.
      Arrays.fill(data, 0, size, 0f);
    }
    if (bases.length < inner) {
      bases = new int[inner];
    }
  }

  /** The first column of each phase that lies inside the image, and how many follow. */
  private void placePhases() {
    if (firsts.length < stride) {
      firsts = new int[stride];
      counts = new int[stride];
    }
    for (int phase = 0; phase < stride; phase++) {
      int before = margin - phase;
      int last = Math.min(planeWidth - 1, Math.floorDiv(inputWidth - 1 + before, stride));
      firsts[phase] = Math.floorDiv(before + stride - 1, stride);
      counts[phase] = last - firsts[phase] + 1;
    }
  }

  private int imageSize() {
    return channels * stride * stride * planeHeight * planeWidth;
  }

  /** Lays out an image. */
  void put(int slot, float[] image, int offset) {
    int start = slot * imageSize();
    if (stride == 1) {
      putWhole(image, offset, start);
      return;
    }
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < inputHeight; y++) {
        int from = offset + (c * inputHeight + y) * inputWidth;
        int row = y + margin;
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

  private void putWhole(float[] image, int offset, int start) {
    int rows = Math.min(inputHeight, planeHeight - margin);
    int length = Math.min(inputWidth, planeWidth - margin);
    for (int c = 0; c < channels; c++) {
      int from = offset + c * inputHeight * inputWidth;
      int to = start + (c * planeHeight + margin) * planeWidth + margin;
      for (int y = 0; y < rows; y++) {
        // Faster than vectors of 512 bits, whose stores straddle lines of the cache.
        System.arraycopy(image, from + y * inputWidth, data, to + y * planeWidth, length);
      }
    }
  }

  private void putRow(float[] image, int from, int to) {
    for (int phase = 0; phase < Math.min(stride, kernel); phase++) {
      int first = firsts[phase];
      int count = counts[phase];
      int start = from + first * stride + phase - margin;
      int target = to + phase * planeHeight * planeWidth + first;
      for (int q = 0; q < count; q++) {
        data[target + q] = image[start + q * stride];
      }
    }
  }

  /** Forgets which positions are copied. */
  void clearPositions() {
    copies = 0;
  }

  /**
   * Adds positions of an output of some width, from one in row-major order, to those copied from an
   * image.
   */
  void addPositions(int slot, int outputWidth, int first, int count, int target) {
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
