package temper.simd;

import java.util.Arrays;
import temper.tensor.Convolution;
import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * Convolution and its adjoints as matrix products whose panels are copied straight from the images.
 */
final class Float32x256Convolutions {

  private static final int WIDTH = Float32x256Gemm.WIDTH;

  /** Rows of pixels that are copied together for a filter's gradient. */
  private static final int ROWS = 48;

  private final Float32x256Gemm gemm;
  private final Float32x256Planes planes = new Float32x256Planes();
  private final float[] panel = new float[Gemm.BLOCK * WIDTH + WIDTH];
  private final float[] pixels = new float[ROWS * Gemm.BLOCK + WIDTH];
  private float[] panels = new float[0];
  private float[] turned = new float[0];
  private float[] sums = new float[0];
  private float[] phasePlanes = new float[0];

  Float32x256Convolutions(Float32x256Gemm gemm) {
    this.gemm = gemm;
  }

  void convolve(Convolution shape, Tensor input, Tensor filter, Tensor output) {
    planes.readInputs(shape, 1);
    int imageSize = shape.inputs() * shape.height() * shape.width();
    int plane = shape.outputHeight() * shape.outputWidth();
    for (int image = 0; image < shape.batch(); image++) {
      planes.put(0, input.floats(), input.offset() + image * imageSize);
      correlate(
          0,
          shape.inner(),
          filter.floats(),
          filter.offset(),
          output.floats(),
          output.offset() + image * shape.outputs() * plane,
          shape.outputs(),
          plane,
          shape.outputWidth());
    }
  }

  /**
   * Positions of the input whose row and column leave the same remainders by the stride meet the
   * same elements of the filter: each such phase is a convolution with stride 1.
   */
  void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient) {
    planes.readOutputs(shape);
    turnFilter(shape, filter);
    int stride = shape.stride();
    int inputSize = shape.inputs() * shape.height() * shape.width();
    int outputSize = shape.outputs() * shape.outputHeight() * shape.outputWidth();
    if (stride > 1 && phasePlanes.length < inputSize) {
      phasePlanes = new float[inputSize];
    }
    for (int image = 0; image < shape.batch(); image++) {
      planes.put(0, outputGradient.floats(), outputGradient.offset() + image * outputSize);
      int to = inputGradient.offset() + image * inputSize;
      int row = 0;
      for (int phase = 0; phase < stride * stride; phase++) {
        int top = phase / stride;
        int left = phase % stride;
        int inner = shape.outputs() * shape.taps(top) * shape.taps(left);
        int height = (shape.height() - top + stride - 1) / stride;
        int width = (shape.width() - left + stride - 1) / stride;
        correlate(
            row,
            inner,
            turned,
            row * shape.inputs(),
            stride == 1 ? inputGradient.floats() : phasePlanes,
            stride == 1 ? to : 0,
            shape.inputs(),
            height * width,
            width);
        if (stride > 1) {
          scatter(shape, top, left, height, width, inputGradient.floats(), to);
        }
        row += inner;
      }
    }
  }

  /** Filters times the matrix of pixels of an image, from one of its rows. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private void correlate(
      int firstRow,
      int inner,
      float[] filter,
      int filterOffset,
      float[] to,
      int toOffset,
      int filters,
      int plane,
      int planeWidth) {
    if (inner == 0) {
      Arrays.fill(to, toOffset, toOffset + filters * plane, 0f);
      return;
    }
    for (int position = 0; position < plane; position += WIDTH) {
      int width = Math.min(WIDTH, plane - position);
      planes.clearPositions();
      planes.addPositions(0, planeWidth, position, width, 0);
      for (int start = 0; start < inner; start += Gemm.BLOCK) {
        int length = Math.min(Gemm.BLOCK, inner - start);
        planes.copyRows(firstRow + start, length, panel, WIDTH);
        gemm.multiplyPanel(
            filters,
            width,
            length,
            filter,
            filterOffset + start,
            inner,
            panel,
            0,
            to,
            toOffset + position,
            plane,
            start == 0);
      }
    }
  }

  /** Puts a phase's plane of each channel in its places of an image. */
  private void scatter(
      Convolution shape, int top, int left, int height, int width, float[] image, int offset) {
    int stride = shape.stride();
    int from = 0;
    for (int c = 0; c < shape.inputs(); c++) {
      for (int y = 0; y < height; y++) {
        int row = offset + (c * shape.height() + top + y * stride) * shape.width() + left;
        for (int x = 0; x < width; x++) {
          image[row + x * stride] = phasePlanes[from + x];
        }
        from += width;
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
    for (int i = shape.taps(top) - 1; i >= 0; i--) {
      int row = from + (shape.firstTap(top) + i * stride) * shape.kernel() + shape.firstTap(left);
      for (int j = shape.taps(left) - 1; j >= 0; j--) {
        turned[last++] = filter[row + j * stride];
      }
    }
    return last;
  }

  void convolveFilterGradient(
      Convolution shape, Tensor input, Tensor outputGradient, Tensor filterGradient) {
    int inner = shape.inner();
    int outputs = shape.outputs();
    int plane = shape.outputHeight() * shape.outputWidth();
    int total = shape.batch() * plane;
    if (inner == 0 || outputs == 0 || total == 0) {
      filterGradient.fill(0);
      return;
    }
    int slots = (Gemm.BLOCK - 1) / plane + 2;
    planes.readInputs(shape, slots);
    int step = (outputs + WIDTH - 1) / WIDTH * WIDTH;
    if (panels.length < Gemm.BLOCK * step) {
      panels = new float[Gemm.BLOCK * step];
    }
    if (sums.length < inner * step) {
      sums = new float[inner * step];
    }
    int imageSize = shape.inputs() * shape.height() * shape.width();
    int laidOut = 0;
    for (int start = 0; start < total; start += Gemm.BLOCK) {
      int length = Math.min(Gemm.BLOCK, total - start);
      for (; laidOut * plane < start + length; laidOut++) {
        planes.put(laidOut % slots, input.floats(), input.offset() + laidOut * imageSize);
      }
      gatherBlock(shape, plane, outputGradient, start, length, slots);
      addBlock(inner, outputs, step, length, start == 0);
    }
    Float32x256Packing.transpose(
        inner, outputs, sums, 0, step, filterGradient.floats(), filterGradient.offset(), inner);
  }

  /** Packs the gradients of a block of positions, and notes where its pixels stand. */
  private void gatherBlock(
      Convolution shape, int plane, Tensor outputGradient, int start, int length, int slots) {
    int outputs = shape.outputs();
    int planeWidth = shape.outputWidth();
    planes.clearPositions();
    int done = 0;
    while (done < length) {
      int image = (start + done) / plane;
      int position = (start + done) % plane;
      int count = Math.min(plane - position, length - done);
      planes.addPositions(image % slots, planeWidth, position, count, done);
      for (int o = 0; o < outputs; o += WIDTH) {
        int width = Math.min(WIDTH, outputs - o);
        int from = outputGradient.offset() + (image * outputs + o) * plane + position;
        int to = o * Gemm.BLOCK + done * WIDTH;
        Float32x256Packing.transpose(
            width, count, outputGradient.floats(), from, plane, panels, to, WIDTH);
      }
      done += count;
    }
  }

  private void addBlock(int inner, int outputs, int step, int length, boolean first) {
    for (int row = 0; row < inner; row += ROWS) {
      int rows = Math.min(ROWS, inner - row);
      planes.copyRows(row, rows, pixels, Gemm.BLOCK);
      for (int o = 0; o < outputs; o += WIDTH) {
        gemm.multiplyPanel(
            rows,
            outputs - o <= WIDTH / 2 ? WIDTH / 2 : WIDTH,
            length,
            pixels,
            0,
            Gemm.BLOCK,
            panels,
            o * Gemm.BLOCK,
            sums,
            row * step + o,
            step,
            first);
      }
    }
  }
}
