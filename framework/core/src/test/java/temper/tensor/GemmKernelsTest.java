package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GemmKernelsTest {

  private static Kernels kernels(Precision precision) {
    return new ScalarKernelProvider().create(precision);
  }

  @ParameterizedTest
  @EnumSource
  void productsOfRandomShapesAreThoseOfLoops(Precision precision) {
    Numbers numbers = new Numbers(precision, "gemm");
    Kernels kernels = kernels(precision);
    for (int trial = 0; trial < 60; trial++) {
      int m = numbers.from(0, 20);
      int n = numbers.from(0, 20);
      int k = numbers.from(0, trial % 10 == 0 ? 600 : 30);
      Gemm shape = new Gemm(m, n, k, numbers.coin(), numbers.coin(), numbers.coin());
      Tensor a = shape.transposeA() ? numbers.gaussian(k, m) : numbers.gaussian(m, k);
      Tensor b = shape.transposeB() ? numbers.gaussian(n, k) : numbers.gaussian(k, n);
      Tensor c = shape.accumulate() ? numbers.gaussian(m, n) : numbers.empty(m, n);
      double[] expected = naive(shape, a, b, c);

      kernels.multiply(shape, a, b, c);

      Numbers.assertClose(expected, c, 50 + 4 * k);
    }
  }

  private static double[] naive(Gemm shape, Tensor a, Tensor b, Tensor c) {
    double[] out = new double[shape.m() * shape.n()];
    for (int i = 0; i < shape.m(); i++) {
      for (int j = 0; j < shape.n(); j++) {
        double sum = shape.accumulate() ? c.get(i * shape.n() + j) : 0;
        for (int p = 0; p < shape.k(); p++) {
          sum +=
              a.get(shape.transposeA() ? p * shape.m() + i : i * shape.k() + p)
                  * b.get(shape.transposeB() ? j * shape.k() + p : p * shape.n() + j);
        }
        out[i * shape.n() + j] = sum;
      }
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void productsAreThoseOfEjml(boolean transposeA, boolean transposeB) {
    int m = 37;
    int n = 23;
    int k = 300;
    Numbers numbers = new Numbers(Precision.FLOAT32, "ejml");
    double[] left = numbers.gaussian(m, k).toArray();
    double[] right = numbers.gaussian(k, n).toArray();
    FMatrixRMaj a32 = new FMatrixRMaj(transposeA ? k : m, transposeA ? m : k);
    FMatrixRMaj b32 = new FMatrixRMaj(transposeB ? n : k, transposeB ? k : n);
    DMatrixRMaj a64 = new DMatrixRMaj(a32.numRows, a32.numCols);
    DMatrixRMaj b64 = new DMatrixRMaj(b32.numRows, b32.numCols);
    for (int i = 0; i < left.length; i++) {
      a32.data[i] = (float) left[i];
      a64.data[i] = left[i];
    }
    for (int i = 0; i < right.length; i++) {
      b32.data[i] = (float) right[i];
      b64.data[i] = right[i];
    }
    FMatrixRMaj expected32 = new FMatrixRMaj(m, n);
    DMatrixRMaj expected64 = new DMatrixRMaj(m, n);
    if (transposeA && transposeB) {
      CommonOps_FDRM.multTransAB(a32, b32, expected32);
      CommonOps_DDRM.multTransAB(a64, b64, expected64);
    } else if (transposeA) {
      CommonOps_FDRM.multTransA(a32, b32, expected32);
      CommonOps_DDRM.multTransA(a64, b64, expected64);
    } else if (transposeB) {
      CommonOps_FDRM.multTransB(a32, b32, expected32);
      CommonOps_DDRM.multTransB(a64, b64, expected64);
    } else {
      CommonOps_FDRM.mult(a32, b32, expected32);
      CommonOps_DDRM.mult(a64, b64, expected64);
    }
    Gemm shape = new Gemm(m, n, k, transposeA, transposeB, false);
    FMatrixRMaj c32 = new FMatrixRMaj(m, n);
    DMatrixRMaj c64 = new DMatrixRMaj(m, n);

    kernels(Precision.FLOAT32)
        .multiply(shape, Tensor.over(a32), Tensor.over(b32), Tensor.over(c32));
    kernels(Precision.FLOAT64)
        .multiply(shape, Tensor.over(a64), Tensor.over(b64), Tensor.over(c64));

    for (int i = 0; i < m * n; i++) {
      assertEquals(expected32.data[i], c32.data[i], 1e-4);
      assertEquals(expected64.data[i], c64.data[i], 1e-12);
    }
  }

  /** The rule of the package's description, literally. */
  @Test
  void blocksOf256AreSummedFromZeroAndAddedInOrder() {
    int k = 700;
    Numbers numbers = new Numbers(Precision.FLOAT32, "blocks");
    Tensor a = numbers.gaussian(1, k);
    Tensor b = numbers.gaussian(k, 1);
    float expected = 0.25f;
    for (int from = 0; from < k; from += 256) {
      float sum = 0;
      for (int p = from; p < Math.min(k, from + 256); p++) {
        sum = Math.fma((float) a.get(p), (float) b.get(p), sum);
      }
      expected += sum;
    }
    Tensor c = numbers.empty(1, 1);
    c.set(0, 0.25);

    kernels(Precision.FLOAT32).multiply(new Gemm(1, 1, k, false, false, true), a, b, c);

    assertEquals(expected, c.get(0));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptySumIsZeroOrLeavesTheOutput(Precision precision) {
    Numbers numbers = new Numbers(precision, "nothing");
    Tensor kept = numbers.gaussian(2, 3);
    Tensor before = kept.copy();
    Tensor zeroed = numbers.empty(2, 3);

    kernels(precision)
        .multiply(
            new Gemm(2, 3, 0, false, false, true), numbers.empty(2, 0), numbers.empty(0, 3), kept);
    kernels(precision)
        .multiply(
            new Gemm(2, 3, 0, false, true, false),
            numbers.empty(2, 0),
            numbers.empty(3, 0),
            zeroed);

    Numbers.assertSameBits(before, kept);
    Numbers.assertSameBits(Tensor.zeros(precision, Shape.of(2, 3)), zeroed);
  }
}
