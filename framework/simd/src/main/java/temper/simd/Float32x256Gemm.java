package temper.simd;

import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * The matrix product in blocks that stay in the caches: panels of B, two vectors wide, are packed
 * for a block of the inner index, and rows of A as micro-kernels read them.
 */
final class Float32x256Gemm {

  private static final int WIDTH = Float32x256Panels.WIDTH;
  private static final int STEP = Float32x256Tiles.STEP;

  /** Columns whose panels are packed together: they fill half of a usual second-level cache. */
  private static final int COLUMNS = 512;

  /** Rows that are used together with all packed panels. */
  private static final int ROWS = 96;

  private static final int[] PANEL_ROWS = multiples(Gemm.BLOCK, WIDTH);

  private float[] panels = new float[0];
  private float[] rows = new float[0];
  private final Float32x256Panels products = new Float32x256Panels();

  /** 0, step, 2 step, ... */
  static int[] multiples(int count, int step) {
    int[] multiples = new int[count];
    for (int i = 0; i < count; i++) {
      multiples[i] = i * step;
    }
    return multiples;
  }

  void multiply(Gemm shape, Tensor a, Tensor b, Tensor c) {
    int m = shape.m();
    int n = shape.n();
    int k = shape.k();
    if (m == 0 || n == 0) {
      return;
    }
    if (k == 0) {
      if (!shape.accumulate()) {
        c.fill(0);
      }
      return;
    }
    if (n == 1) {
      Float32x256Column.multiply(shape, a, b, c);
      return;
    }
    if (m == 1) {
      Float32x256Column.multiplyRow(shape, a, b, c);
      return;
    }
    for (int from = 0; from < k; from += Gemm.BLOCK) {
      int inner = Math.min(Gemm.BLOCK, k - from);
      boolean first = from == 0 && !shape.accumulate();
      for (int column = 0; column < n; column += COLUMNS) {
        int columns = Math.min(COLUMNS, n - column);
        packPanels(shape, b, from, inner, column, columns);
        for (int row = 0; row < m; row += ROWS) {
          multiplyBlock(shape, a, c, from, inner, column, columns, row, first);
        }
      }
    }
  }

  private void packPanels(Gemm shape, Tensor b, int from, int inner, int column, int columns) {
    int size = (columns + WIDTH - 1) / WIDTH * WIDTH * inner;
    if (panels.length < size) {
      panels = new float[size];
    }
    for (int j = 0; j < columns; j += WIDTH) {
      int width = Math.min(WIDTH, columns - j);
      int to = j * inner;
      if (shape.transposeB()) {
        int at = b.offset() + (column + j) * shape.k() + from;
        Float32x256Packing.transpose(width, inner, b.floats(), at, shape.k(), panels, to, WIDTH);
      } else {
        int at = b.offset() + from * shape.n() + column + j;
        Float32x256Packing.copy(inner, width, b.floats(), at, shape.n(), panels, to, WIDTH);
      }
    }
  }

  private void packRows(Gemm shape, Tensor a, int from, int inner, int row, int count) {
    int size = (count + Float32x256Tiles.MOST_ROWS) * STEP;
    if (rows.length < size) {
      rows = new float[size];
    }
    if (shape.transposeA()) {
      int at = a.offset() + from * shape.m() + row;
      Float32x256Packing.transpose(inner, count, a.floats(), at, shape.m(), rows, 0, STEP);
    } else {
      int at = a.offset() + row * shape.k() + from;
      Float32x256Packing.copy(count, inner, a.floats(), at, shape.k(), rows, 0, STEP);
    }
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // A block of each operand.
  private void multiplyBlock(
      Gemm shape,
      Tensor a,
      Tensor c,
      int from,
      int inner,
      int column,
      int columns,
      int row,
      boolean first) {
    int count = Math.min(ROWS, shape.m() - row);
    packRows(shape, a, from, inner, row, count);
    int to = c.offset() + row * shape.n() + column;
    for (int j = 0; j < columns; j += WIDTH) {
      int width = Math.min(WIDTH, columns - j);
      products.multiply(
          count,
          width,
          inner,
          rows,
          0,
          panels,
          j * inner,
          PANEL_ROWS,
          0,
          c.floats(),
          to + j,
          shape.n(),
          first);
    }
  }
}
