package temper.tensor;

/**
 * Scalar convolution and its adjoints: the pixels that each output reads are laid out as a matrix,
 * and a matrix product does the rest.
 */
final class Float32Convolutions {

  private final Float32Gemm gemm = new Float32Gemm();
  private float[] pixels = new float[0];
  private float[] turned = new float[0];
  private float[] gradients = new float[0];

  void convolve(Convolution shape, Tensor input, Tensor filter, Tensor output) {
    int plane = shape.outputHeight() * shape.outputWidth();
    int inner = shape.inner();
    pixels = Float32Arrays.atLeast(pixels, inner * plane);
    for (int image = 0; image < shape.batch(); image++) {
      int from = input.offset() + image * shape.inputs() * shape.height() * shape.width();
      for (int row = 0; row < inner; row++) {
        for (int position = 0; position < plane; position++) {
          pixels[row * plane + position] = pixel(shape, input.floats(), from, row, position);
        }
      }
      gemm.multiply(
          shape.outputs(),
          plane,
          inner,
          filter.floats(),
          filter.offset(),
          inner,
          1,
          pixels,
          0,
          output.floats(),
          output.offset() + image * shape.outputs() * plane,
          false);
    }
  }

  /** What the output at a position of its plane multiplies with the filter's element in a row. */
  private static float pixel(Convolution shape, float[] input, int image, int row, int position) {
    int kernel = shape.kernel();
    int channel = row / (kernel * kernel);
    int i = row / kernel % kernel;
    int j = row % kernel;
    int y = position / shape.outputWidth() * shape.stride() + i - shape.padding();
    int x = position % shape.outputWidth() * shape.stride() + j - shape.padding();
    boolean inside = y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
    return inside ? input[image + (channel * shape.height() + y) * shape.width() + x] : 0f;
  }

  /**
   * Positions of the input whose row and column leave the same remainders by the stride meet the
   * same elements of the filter: for each such phase this is a convolution with stride 1.
   */
  void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient) {
    int outputSize = shape.outputs() * shape.outputHeight() * shape.outputWidth();
    int inputSize = shape.inputs() * shape.height() * shape.width();
    for (int phase = 0; phase < shape.stride() * shape.stride(); phase++) {
      int top = phase / shape.stride();
      int left = phase % shape.stride();
      int height = (shape.height() - top + shape.stride() - 1) / shape.stride();
      int width = (shape.width() - left + shape.stride() - 1) / shape.stride();
      int plane = height * width;
      int inner = shape.outputs() * shape.taps(top) * shape.taps(left);
      turnFilter(shape, top, left, filter);
      pixels = Float32Arrays.atLeast(pixels, inner * plane);
      gradients = Float32Arrays.atLeast(gradients, shape.inputs() * plane);
      for (int image = 0; image < shape.batch(); image++) {
        int from = outputGradient.offset() + image * outputSize;
        for (int row = 0; row < inner; row++) {
          for (int position = 0; position < plane; position++) {
            pixels[row * plane + position] =
                gradient(
                    shape,
                    outputGradient.floats(),
                    from,
                    row / (shape.taps(top) * shape.taps(left)),
                    position / width + shape.shift(top) - tap(shape, top, left, row, true),
                    position % width + shape.shift(left) - tap(shape, top, left, row, false));
          }
        }
        gemm.multiply(
            shape.inputs(), plane, inner, turned, 0, inner, 1, pixels, 0, gradients, 0, false);
        int to = inputGradient.offset() + image * inputSize;
        scatter(shape, top, left, width, plane, inputGradient.floats(), to);
      }
    }
  }

  /** The element of a phase's filter, along one side, that a row of the matrix of pixels is for. */
  private static int tap(Convolution shape, int top, int left, int row, boolean vertical) {
    int columns = shape.taps(left);
    return vertical
        ? shape.taps(top) - 1 - row / columns % shape.taps(top)
        : columns - 1 - row % columns;
  }

  /** Lays a phase's filter out as [inputs, outputs, taps, taps], turned by half a turn. */
  private void turnFilter(Convolution shape, int top, int left, Tensor filter) {
    int kernel = shape.kernel();
    turned = Float32Arrays.atLeast(turned, filter.size());
    int to = 0;
    for (int c = 0; c < shape.inputs(); c++) {
      for (int o = 0; o < shape.outputs(); o++) {
        int from = filter.offset() + (o * shape.inputs() + c) * kernel * kernel;
        for (int i = shape.taps(top) - 1; i >= 0; i--) {
          int row = from + (shape.firstTap(top) + i * shape.stride()) * kernel;
          for (int j = shape.taps(left) - 1; j >= 0; j--) {
            turned[to++] = filter.floats()[row + shape.firstTap(left) + j * shape.stride()];
          }
        }
      }
    }
  }

  private static float gradient(
      Convolution shape, float[] outputGradient, int image, int channel, int y, int x) {
    boolean inside = y >= 0 && y < shape.outputHeight() && x >= 0 && x < shape.outputWidth();
    return inside
        ? outputGradient[image + (channel * shape.outputHeight() + y) * shape.outputWidth() + x]
        : 0f;
  }

  /** Puts a phase's gradients in their places of an image. */
  private void scatter(
      Convolution shape, int top, int left, int width, int plane, float[] image, int offset) {
    for (int i = 0; i < shape.inputs() * plane; i++) {
      int y = top + i % plane / width * shape.stride();
      int x = left + i % plane % width * shape.stride();
      image[offset + (i / plane * shape.height() + y) * shape.width() + x] = gradients[i];
    }
  }

  void convolveFilterGradient(
      Convolution shape, Tensor input, Tensor outputGradient, Tensor filterGradient) {
    int inner = shape.inner();
    int plane = shape.outputHeight() * shape.outputWidth();
    int total = shape.batch() * plane;
    int imageSize = shape.inputs() * shape.height() * shape.width();
    pixels = Float32Arrays.atLeast(pixels, inner * Gemm.BLOCK);
    gradients = Float32Arrays.atLeast(gradients, shape.outputs() * Gemm.BLOCK);
    filterGradient.fill(0);
    for (int start = 0; start < total; start += Gemm.BLOCK) {
      int length = Math.min(Gemm.BLOCK, total - start);
      for (int p = 0; p < length; p++) {
        int image = (start + p) / plane;
        int position = (start + p) % plane;
        int from = input.offset() + image * imageSize;
        for (int row = 0; row < inner; row++) {
          pixels[p * inner + row] = pixel(shape, input.floats(), from, row, position);
        }
        int gradient = outputGradient.offset() + image * shape.outputs() * plane + position;
        for (int o = 0; o < shape.outputs(); o++) {
          gradients[o * Gemm.BLOCK + p] = outputGradient.floats()[gradient + o * plane];
        }
      }
      gemm.multiply(
          shape.outputs(),
          inner,
          length,
          gradients,
          0,
          Gemm.BLOCK,
          1,
          pixels,
          0,
          filterGradient.floats(),
          filterGradient.offset(),
          true);
    }
  }
}
