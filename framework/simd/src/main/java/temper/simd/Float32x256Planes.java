package temper.simd;

import java.util.Arrays;
import temper.tensor.Convolution;

/**
 * An image with its padding, laid out so that what one element of a filter meets at all positions
 * of the output, row after row, is contiguous whatever the kernel and the stride: there is a copy
 * of an image for each column that a filter's elements start from, in rows as long as the output's,
 * and rows that leave the same remainder by the stride make a plane of their own.
 *
 * <p>An element of the matrix of pixels that a convolution multiplies with stands at {@code
 * rows[row] + position}: micro-kernels read that matrix from here, and it never exists.
 */
final class Float32x256Planes {

  private float[] data = new float[0];
  private int[] rows = new int[0];

  private int channels;
  private int stride;
  private int shifts;
  private int phases;
  private int margin;
  private int inputHeight;
  private int inputWidth;
  private int height;
  private int width;

  /** Prepares for the inputs of a convolution. */
  void readInputs(Convolution shape) {
    channels = shape.inputs();
    stride = shape.stride();
    shifts = shape.kernel();
    phases = Math.min(stride, shape.kernel());
    margin = shape.padding();
    inputHeight = shape.height();
    inputWidth = shape.width();
    height = shape.outputHeight() - 1 + (shape.kernel() + stride - 1) / stride;
    width = shape.outputWidth();
    makeRoom(shape.inner());
    int row = 0;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < shape.kernel(); i++) {
        for (int j = 0; j < shape.kernel(); j++) {
          int plane = (c * shifts + j) * phases + i % stride;
          rows[row++] = (plane * height + i / stride) * width;
        }
      }
    }
  }

  /**
   * Prepares for the outputs' gradients, which filters run over with stride 1. Rows of the matrix
   * of pixels are those of one phase of the input after another; their positions stand as in the
   * widest phase.
   */
  void readOutputs(Convolution shape) {
    channels = shape.outputs();
    stride = 1;
    phases = 1;
    margin = (shape.kernel() - 1 - shape.padding()) / shape.stride();
    inputHeight = shape.outputHeight();
    inputWidth = shape.outputWidth();
    width = (shape.width() + shape.stride() - 1) / shape.stride();
    height = 0;
    shifts = 0;
    for (int phase = 0; phase < shape.stride(); phase++) {
      int phaseHeight = (shape.height() - phase + shape.stride() - 1) / shape.stride();
      height = Math.max(height, phaseHeight + margin + shape.shift(phase));
      shifts = Math.max(shifts, margin + shape.shift(phase) + 1);
    }
    makeRoom(channels * shape.kernel() * shape.kernel());
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
          rows[row++] = ((c * shifts + firstX + j) * height + firstY + i) * width;
        }
      }
    }
    return row;
  }

  private void makeRoom(int inner) {
    int size = channels * shifts * phases * height * width;
    // The last panel of an image may hang over its end.
    if (data.length < size + Float32x256Panels.WIDTH) {
      data = new float[size + Float32x256Panels.WIDTH];
    } else {
      // The padding of other geometries lay elsewhere.
      Arrays.fill(data, 0, size, 0f);
    }
    if (rows.length < inner) {
      rows = new int[inner];
    }
  }

  /** All copies of the image. */
  float[] data() {
    return data;
  }

  /** Where the rows of the matrix of pixels start. */
  int[] rows() {
    return rows;
  }

  /** The length of a row of positions. */
  int width() {
    return width;
  }

  /** Lays out an image. */
  void put(float[] image, int offset) {
    int size = phases * height * width;
    int to = 0;
    for (int c = 0; c < channels; c++) {
      int from = offset + c * inputHeight * inputWidth;
      for (int shift = 0; shift < shifts; shift++) {
        if (shift >= stride) {
          // The same columns, one position further, are in an earlier copy.
          System.arraycopy(data, to - stride * size + 1, data, to, size - 1);
          putLastColumn(shift, image, from, to);
        } else if (stride == 1 && inputWidth == width && width > margin) {
          putWhole(image, from, to);
        } else {
          putColumns(shift, image, from, to);
        }
        to += size;
      }
    }
  }

  /** The first copy, whose rows are as long as the image's: all at once, then the padding. */
  private void putWhole(float[] image, int from, int to) {
    int count = Math.min(inputHeight, height - margin);
    int start = to + margin * width;
    System.arraycopy(image, from, data, start + margin, count * width - margin);
    for (int y = 1; y < count; y++) {
      for (int x = 0; x < margin; x++) {
        data[start + y * width + x] = 0f;
      }
    }
  }

  private void putColumns(int shift, float[] image, int from, int to) {
    int before = margin - shift;
    int first = Math.max(0, (before + stride - 1) / stride);
    int count = Math.min(width - 1, Math.floorDiv(inputWidth - 1 + before, stride)) - first + 1;
    for (int y = 0; y < inputHeight; y++) {
      int row = y + margin;
      if (row % stride >= phases) {
        // Between the rows that a small filter with a large stride reads.
        continue;
      }
      if (row / stride >= height) {
        break;
      }
      int start = from + y * inputWidth + first * stride - before;
      int target = to + (row % stride * height + row / stride) * width + first;
      for (int x = 0; x < count; x++) {
        data[target + x] = image[start + x * stride];
      }
    }
  }

  private void putLastColumn(int shift, float[] image, int from, int to) {
    int column = (width - 1) * stride + shift - margin;
    int last = to + width - 1;
    for (int phase = 0; phase < phases; phase++) {
      for (int q = 0; q < height; q++) {
        int y = q * stride + phase - margin;
        boolean inside = y >= 0 && y < inputHeight && column >= 0 && column < inputWidth;
        data[last] = inside ? image[from + y * inputWidth + column] : 0f;
        last += width;
      }
    }
  }
}
