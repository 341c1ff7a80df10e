package temper.simd;

import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * The matrix product in blocks that stay in the caches: panels of B, two vectors wide, are packed
 * for a block of the inner index; rows of A are read in place, or packed if they lie apart.
 */
final class Float32x256Gemm {

  /** Columns of a tile. */
  static final int WIDTH = 2 * Float32x256Tiles.LENGTH;

  /** Columns whose panels are packed together: they fill half of a usual second-level cache. */
  private static final int COLUMNS = 512;

  /** Rows that are used together with all packed panels. */
  private static final int ROWS = 96;

  private float[] panels = new float[0];
  private float[] rows = new float[0];
  private final float[] edge = new float[12 * WIDTH];
  private final float[] zeros = new float[WIDTH];

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
    float[] left = a.floats();
    int leftOffset = a.offset() + row * shape.k() + from;
    int leftStep = shape.k();
    if (shape.transposeA()) {
      if (rows.length < ROWS * Gemm.BLOCK) {
        rows = new float[ROWS * Gemm.BLOCK];
      }
      int at = a.offset() + from * shape.m() + row;
      Float32x256Packing.transpose(inner, count, left, at, shape.m(), rows, 0, Gemm.BLOCK);
      left = rows;
      leftOffset = 0;
      leftStep = Gemm.BLOCK;
    }
    int to = c.offset() + row * shape.n() + column;
    for (int j = 0; j < columns; j += WIDTH) {
      int width = Math.min(WIDTH, columns - j);
      multiplyPanel(
          count,
          width,
          inner,
          left,
          leftOffset,
          leftStep,
          panels,
          j * inner,
          c.floats(),
          to + j,
          shape.n(),
          first);
    }
  }

  /**
   * Rows of A times one packed panel of B, added to C or put in its place. Tiles that hang over an
   * edge of C are made beside it.
   */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  void multiplyPanel(
      int rowCount,
      int width,
      int inner,
      float[] a,
      int aOffset,
      int aStep,
      float[] panel,
      int panelOffset,
      float[] c,
      int cOffset,
      int cStep,
      boolean first) {
    float[] before = first ? zeros : c;
    int beforeStep = first ? 0 : cStep;
    boolean whole = width == WIDTH;
    int done = 0;
    while (done < rowCount) {
      int left = rowCount - done;
      int size = tileRows(left, width);
      int taken = Math.min(left, size);
      int at = aOffset + done * aStep;
      int to = cOffset + done * cStep;
      if (taken == size && (whole || width == WIDTH / 2)) {
        int from = first ? 0 : to;
        tile(
            size,
            whole,
            taken,
            inner,
            a,
            at,
            aStep,
            panel,
            panelOffset,
            before,
            from,
            beforeStep,
            c,
            to,
            cStep);
      } else {
        load(taken, width, c, to, cStep, first);
        tile(
            size,
            width > WIDTH / 2,
            taken,
            inner,
            a,
            at,
            aStep,
            panel,
            panelOffset,
            edge,
            0,
            WIDTH,
            edge,
            0,
            WIDTH);
        store(taken, width, c, to, cStep);
      }
      done += taken;
    }
  }

  /** Rows of the next tile. Those of 6 and 4 together leave none nearly empty. */
  private static int tileRows(int left, int width) {
    if (width <= WIDTH / 2) {
      return left <= 6 ? 6 : 12;
    }
    return left <= 4 || left == 7 || left == 8 ? 4 : 6;
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void tile(
      int size,
      boolean whole,
      int taken,
      int inner,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    if (whole && size == 6) {
      Float32x256Tiles.six(
          taken,
          inner,
          a,
          aOffset,
          aStep,
          b,
          bOffset,
          WIDTH,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else if (whole) {
      Float32x256Tiles.four(
          taken,
          inner,
          a,
          aOffset,
          aStep,
          b,
          bOffset,
          WIDTH,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else if (size == 6) {
      Float32x256Tiles.narrow(
          taken,
          inner,
          a,
          aOffset,
          aStep,
          b,
          bOffset,
          WIDTH,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else {
      Float32x256Tiles.tall(
          taken,
          inner,
          a,
          aOffset,
          aStep,
          b,
          bOffset,
          WIDTH,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    }
  }

  private void load(int rowCount, int width, float[] c, int offset, int step, boolean first) {
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < width; j++) {
        edge[i * WIDTH + j] = first ? 0f : c[offset + i * step + j];
      }
    }
  }

  private void store(int rowCount, int width, float[] c, int offset, int step) {
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < width; j++) {
        c[offset + i * step + j] = edge[i * WIDTH + j];
      }
    }
  }
}
