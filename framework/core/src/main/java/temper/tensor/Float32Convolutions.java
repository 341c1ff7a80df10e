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

  void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient) {
    int plane = shape.height() * shape.width();
    int inner = shape.outputs() * shape.kernel() * shape.kernel();
    turnFilter(shape, filter);
    pixels = Float32Arrays.atLeast(pixels, inner * plane);
    int outputSize = shape.outputs() * shape.outputHeight() * shape.outputWidth();
    for (int image = 0; image < shape.batch(); image++) {
      int from = outputGradient.offset() + image * outputSize;
      for (int row = 0; row < inner; row++) {
        for (int position = 0; position < plane; position++) {
          pixels[row * plane + position] =
              gradient(shape, outputGradient.floats(), from, row, position);
        }
      }
      gemm.multiply(
          shape.inputs(),
          plane,
          inner,
          turned,
          0,
          inner,
          1,
          pixels,
          0,
          inputGradient.floats(),
          inputGradient.offset() + image * shape.inputs() * plane,
          false);
    }
  }

  /** Lays the filter out as [inputs, outputs, kernel, kernel], turned by half a turn. */
  private void turnFilter(Convolution shape, Tensor filter) {
    int area = shape.kernel() * shape.kernel();
    turned = Float32Arrays.atLeast(turned, filter.size());
    for (int o = 0; o < shape.outputs(); o++) {
      for (int c = 0; c < shape.inputs(); c++) {
        int from = filter.offset() + (o * shape.inputs() + c) * area;
        int to = (c * shape.outputs() + o) * area;
        for (int e = 0; e < area; e++) {
          turned[to + e] = filter.floats()[from + area - 1 - e];
        }
      }
    }
  }

  /** The output's gradient that an input position multiplies with the turned filter's element. */
  private static float gradient(
      Convolution shape, float[] outputGradient, int image, int row, int position) {
    int kernel = shape.kernel();
    int channel = row / (kernel * kernel);
    int reach = kernel - 1 - shape.padding();
    int y = position / shape.width() + row / kernel % kernel - reach;
    int x = position % shape.width() + row % kernel - reach;
    if (y < 0 || x < 0 || y % shape.stride() != 0 || x % shape.stride() != 0) {
      return 0f;
    }
    y /= shape.stride();
    x /= shape.stride();
    boolean inside = y < shape.outputHeight() && x < shape.outputWidth();
    return inside
        ? outputGradient[image + (channel * shape.outputHeight() + y) * shape.outputWidth() + x]
        : 0f;
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
