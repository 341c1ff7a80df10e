package temper.benchmarks.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MatrixProductsTest {

  @Test
  void allThatIsMeasuredIsTheSameProduct() {
    MatrixProducts products = new MatrixProducts();
    products.prepare();
    float[] best = products.best().data.clone();
    float[] scalar = products.scalar().data.clone();
    float[] ejml = products.ejml().data.clone();

    for (int i = 0; i < best.length; i++) {
      assertEquals(scalar[i], best[i]);
      assertEquals(scalar[i], ejml[i], 1e-4);
    }
  }

  @Test
  void convolutionsAreMeasuredOnShapesThatFit() {
    ConvolutionProducts products = new ConvolutionProducts();
    products.prepare();

    assertEquals(10 * 32 * 32 * 32, products.forward().size());
    assertEquals(10 * 3 * 32 * 32, products.inputGradient().size());
    assertEquals(32 * 75, products.filterGradient().size());
  }
}
