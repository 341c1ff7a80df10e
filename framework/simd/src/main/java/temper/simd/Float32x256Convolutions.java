package temper.simd;

import java.util.Arrays;
import temper.tensor.Convolution;
import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * Convolution and its adjoints as matrix products whose panels are copied straight from the images.
 */
final class Float32x256Convolutions {

  private static final int WIDTH = Float32x256Panels.WIDTH;

  private static final int STEP = Float32x256Tiles.STEP;

  private final Float32x256Panels products = new Float32x256Panels();
  private final Float32x256Planes planes = new Float32x256Planes();
  private float[] filters = new float[0];
  private float[] turned = new float[0];
  private float[] phasePlanes = new float[0];

  void convolve(Convolution shape, Tensor input, Tensor filter, Tensor output) {
    planes.readInputs(shape);
    packFilters(shape.outputs(), shape.inner(), filter.floats(), filter.offset(), 0);
    int imageSize = shape.inputs() * shape.height() * shape.width();
    int plane = shape.outputHeight() * shape.outputWidth();
    for (int image = 0; image < shape.batch(); image++) {
      planes.put(input.floats(), input.offset() + image * imageSize);
      correlate(
          0,
          shape.inner(),
          0,
          output.floats(),
          output.offset() + image * shape.outputs() * plane,
          shape.outputs(),
          plane);
    }
  }

  /**
   * Positions of the input whose row and column leave the same remainders by the stride meet the
   * same elements of the filter: each such phase is a convolution with stride 1.
   */
  void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient) {
    planes.readOutputs(shape);
    packTurned(shape, filter);
    int stride = shape.stride();
    int inputSize = shape.inputs() * shape.height() * shape.width();
    int outputSize = shape.outputs() * shape.outputHeight() * shape.outputWidth();
    if (stride > 1 && phasePlanes.length < inputSize) {
      phasePlanes = new float[inputSize];
    }
    for (int image = 0; image < shape.batch(); image++) {
      planes.put(outputGradient.floats(), outputGradient.offset() + image * outputSize);
      int to = inputGradient.offset() + image * inputSize;
      int row = 0;
      int packed = 0;
      for (int phase = 0; phase < stride * stride; phase++) {
        int top = phase / stride;
        int left = phase % stride;
        int inner = shape.outputs() * shape.taps(top) * shape.taps(left);
        int height = (shape.height() - top + stride - 1) / stride;
        correlate(
            row,
            inner,
            packed,
            stride == 1 ? inputGradient.floats() : phasePlanes,
            stride == 1 ? to : 0,
            shape.inputs(),
            height * planes.width());
        if (stride > 1) {
          scatter(shape, top, left, height, inputGradient.floats(), to);
        }
        row += inner;
        packed += packedSize(shape.inputs(), inner);
      }
    }
  }

  /** Numbers of packed filters, with room for the tile that reads beyond the last. */
  private static int packedSize(int count, int inner) {
    int blocks = (inner + Gemm.BLOCK - 1) / Gemm.BLOCK;
    return blocks * (count + Float32x256Tiles.MOST_ROWS) * STEP;
  }

  /** Packs filters as micro-kernels read rows, block by block of the inner index. */
  private void packFilters(int count, int inner, float[] from, int offset, int to) {
    int size = to + packedSize(count, inner);
    if (filters.length < size) {
      filters = Arrays.copyOf(filters, size);
    }
    for (int start = 0; start < inner; start += Gemm.BLOCK) {
      int length = Math.min(Gemm.BLOCK, inner - start);
      int block = to + packedSize(count, start);
      Float32x256Packing.copy(count, length, from, offset + start, inner, filters, block, STEP);
    }
  }

  private void packTurned(Convolution shape, Tensor filter) {
    turnFilter(shape, filter);
    int stride = shape.stride();
    int from = 0;
    int to = 0;
    for (int phase = 0; phase < stride * stride; phase++) {
      int inner = shape.outputs() * shape.taps(phase / stride) * shape.taps(phase % stride);
      packFilters(shape.inputs(), inner, turned, from, to);
      from += shape.inputs() * inner;
      to += packedSize(shape.inputs(), inner);
    }
  }

  /** Filters times the matrix of pixels of an image, from one of its rows. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private void correlate(
      int firstRow, int inner, int packed, float[] to, int toOffset, int count, int plane) {
    if (inner == 0) {
      Arrays.fill(to, toOffset, toOffset + count * plane, 0f);
      return;
    }
    for (int position = 0; position < plane; position += WIDTH) {
      int width = Math.min(WIDTH, plane - position);
      for (int start = 0; start < inner; start += Gemm.BLOCK) {
        products.multiply(
            count,
            width,
            Math.min(Gemm.BLOCK, inner - start),
            filters,
            packed + packedSize(count, start),
            planes.data(),
            position,
            planes.rows(),
            firstRow + start,
            to,
            toOffset + position,
            plane,
            start == 0);
      }
    }
  }

  /** Puts a phase's plane of each channel in its places of an image. */
  private void scatter(
      Convolution shape, int top, int left, int height, float[] image, int offset) {
    int stride = shape.stride();
    int width = (shape.width() - left + stride - 1) / stride;
    int from = 0;
    for (int c = 0; c < shape.inputs(); c++) {
      for (int y = 0; y < height; y++) {
        int row = offset + (c * shape.height() + top + y * stride) * shape.width() + left;
        for (int x = 0; x < width; x++) {
          image[row + x * stride] = phasePlanes[from + x];
        }
        from += planes.width();
      }
    }
  }

  /** Lays the filter of each phase out as [inputs, outputs, taps, taps], turned by half a turn. */
  private void turnFilter(Convolution shape, Tensor filter) {
    if (turned.length < filter.size()) {
      turned = new float[filter.size()];
    }
    int to = 0;
    for (int phase = 0; phase < shape.stride() * shape.stride(); phase++) {
      int top = phase / shape.stride();
      int left = phase % shape.stride();
      for (int c = 0; c < shape.inputs(); c++) {
        for (int o = 0; o < shape.outputs(); o++) {
          int from = filter.offset() + (o * shape.inputs() + c) * shape.kernel() * shape.kernel();
          to = turn(shape, top, left, filter.floats(), from, to);
        }
      }
    }
  }

  private int turn(Convolution shape, int top, int left, float[] filter, int from, int to) {
    int stride = shape.stride();
    int last = to;
    if (stride == 1) {
      for (int k = shape.kernel() * shape.kernel() - 1; k >= 0; k--) {
        turned[last++] = filter[from + k];
      }
      return last;
    }
    for (int i = shape.taps(top) - 1; i >= 0; i--) {
      int row = from + (shape.firstTap(top) + i * stride) * shape.kernel() + shape.firstTap(left);
      for (int j = shape.taps(left) - 1; j >= 0; j--) {
        turned[last++] = filter[row + j * stride];
      }
    }
    return last;
  }
}
