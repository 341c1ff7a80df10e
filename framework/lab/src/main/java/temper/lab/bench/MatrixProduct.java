package temper.lab.bench;

import java.util.Map;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.Gemm;
import temper.tensor.KernelProvider;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** A product of two square matrices of float32. */
final class MatrixProduct implements Workload {

  @Override
  public String name() {
    return "gemm";
  }

  @Override
  public String summary() {
    return "product of two n x n matrices, float32";
  }

  @Override
  public Map<String, Integer> sizes() {
    return Workloads.sizes("n", 512);
  }

  @Override
  public Work prepare(Map<String, Integer> sizes, KernelProvider provider, int trial) {
    int n = sizes.getOrDefault("n", 0);
    Kernels kernels = provider.create(Precision.FLOAT32);
    RandomStream random = new StreamRoot("bench").stream("gemm", trial, "data");
    Tensor a = random(n, random);
    Tensor b = random(n, random);
    Tensor c = Tensor.zeros(Precision.FLOAT32, Shape.of(n, n));
    Gemm shape = new Gemm(n, n, n, false, false, false);
    return new Work(() -> kernels.multiply(shape, a, b, c), 0, 2.0 * n * n * n);
  }

  private static Tensor random(int n, RandomStream random) {
    Tensor matrix = Tensor.zeros(Precision.FLOAT32, Shape.of(n, n));
    for (int i = 0; i < matrix.size(); i++) {
      matrix.set(i, random.uniform() - 0.5);
    }
    return matrix;
  }
}
