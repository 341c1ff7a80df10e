package temper.simd;

import temper.tensor.Kernels;
import temper.tensor.Precision;

/** Makes the kernels of a width. */
final class VectorKernels {

  private VectorKernels() {}

  static Kernels create(int bits, Precision precision) {
    return switch (precision) {
      case FLOAT32 ->
          switch (bits) {
            case 128 -> new Float32x128Kernels();
            case 256 -> new Float32x256Kernels();
            default -> new Float32x512Kernels();
          };
      case FLOAT64 ->
          switch (bits) {
            case 128 -> new Float64x128Kernels();
            case 256 -> new Float64x256Kernels();
            default -> new Float64x512Kernels();
          };
    };
  }
}
