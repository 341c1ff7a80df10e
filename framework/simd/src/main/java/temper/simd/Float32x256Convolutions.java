package temper.simd;

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

  Float32x256Convolutions(Float32x256Gemm gemm) {
    this.gemm = gemm;
  }

  void convolve(Convolution shape, Tensor input, Tensor filter, Tensor output) {
    planes.readInputs(shape, 1);
    correlate(
        shape.batch(),
        input,
        shape.inputs() * shape.height() * shape.width(),
        filter.floats(),
        filter.offset(),
        shape.inner(),
        output,
        shape.outputs(),
        shape.outputHeight() * shape.outputWidth());
  }

  void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient) {
    turnFilter(shape, filter);
    planes.readOutputs(shape);
    correlate(
        shape.batch(),
        outputGradient,
        shape.outputs() * shape.outputHeight() * shape.outputWidth(),
        turned,
        0,
        shape.outputs() * shape.kernel() * shape.kernel(),
        inputGradient,
        shape.inputs(),
        shape.height() * shape.width());
  }

  /** Rows of filters times the matrix of pixels of each image. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private void correlate(
      int images,
      Tensor from,
      int imageSize,
      float[] filter,
      int filterOffset,
      int inner,
      Tensor to,
      int rows,
      int plane) {
    if (inner == 0) {
      to.fill(0);
      return;
    }
    for (int image = 0; image < images; image++) {
      planes.put(0, from.floats(), from.offset() + image * imageSize);
      for (int position = 0; position < plane; position += WIDTH) {
        int width = Math.min(WIDTH, plane - position);
        planes.clearPositions();
        planes.addPositions(0, position, width, 0);
        int at = to.offset() + image * rows * plane + position;
        for (int start = 0; start < inner; start += Gemm.BLOCK) {
          int length = Math.min(Gemm.BLOCK, inner - start);
          planes.copyRows(start, length, panel, WIDTH);
          gemm.multiplyPanel(
              rows,
              width,
              length,
              filter,
              filterOffset + start,
              inner,
              panel,
              0,
              to.floats(),
              at,
              plane,
              start == 0);
        }
      }
    }
  }

  /** Lays the filter out as [inputs, outputs, kernel, kernel], turned by half a turn. */
  private void turnFilter(Convolution shape, Tensor filter) {
    int area = shape.kernel() * shape.kernel();
    if (turned.length < filter.size()) {
      turned = new float[filter.size()];
    }
    float[] from = filter.floats();
    for (int o = 0; o < shape.outputs(); o++) {
      for (int c = 0; c < shape.inputs(); c++) {
        int last = filter.offset() + (o * shape.inputs() + c + 1) * area - 1;
        int to = (c * shape.outputs() + o) * area;
        for (int e = 0; e < area; e++) {
          turned[to + e] = from[last - e];
        }
      }
    }
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
      gatherBlock(plane, outputs, outputGradient, start, length, slots);
      addBlock(inner, outputs, step, length, start == 0);
    }
    Float32x256Packing.transpose(
        inner, outputs, sums, 0, step, filterGradient.floats(), filterGradient.offset(), inner);
  }

  /** Packs the gradients of a block of positions, and notes where its pixels stand. */
  private void gatherBlock(
      int plane, int outputs, Tensor outputGradient, int start, int length, int slots) {
    planes.clearPositions();
    int done = 0;
    while (done < length) {
      int image = (start + done) / plane;
      int position = (start + done) % plane;
      int count = Math.min(plane - position, length - done);
      planes.addPositions(image % slots, position, count, done);
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
