package temper.simd;

/** Products of rows of A, as micro-kernels read them, and one panel of B. */
final class Float32x256Panels {

  /** Columns of a panel. */
  static final int WIDTH = 2 * Float32x256Tiles.LENGTH;

  private final float[] edge = new float[Float32x256Tiles.MOST_ROWS * WIDTH];
  private final float[] zeros = new float[WIDTH];

  /**
   * Rows of A times a panel of B, added to C or put in its place. Tiles that hang over an edge of C
   * are made beside it: what stands in A after its rows, up to the rows of the tallest tile, and in
   * B after the panel's columns does not matter.
   */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  void multiply(
      int rowCount,
      int width,
      int inner,
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int[] bRows,
      int bRow,
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
      int to = cOffset + done * cStep;
      if (taken == size && (whole || width == WIDTH / 2)) {
        int from = first ? 0 : to;
        tile(
            size,
            whole,
            inner,
            a,
            aOffset + done * Float32x256Tiles.STEP,
            b,
            bOffset,
            bRows,
            bRow,
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
            inner,
            a,
            aOffset + done * Float32x256Tiles.STEP,
            b,
            bOffset,
            bRows,
            bRow,
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

  /** Rows of the next tile: such that the last ones are not nearly empty. */
  private static int tileRows(int left, int width) {
    if (width <= WIDTH / 2) {
      return left <= 6 || Float32x256Tiles.ROWS == 5 ? 6 : Float32x256Tiles.MOST_ROWS;
    }
    if (Float32x256Tiles.ROWS == 5) {
      return left % 5 == 0 ? 5 : 4; // so that only the last of all tiles can have too many rows
    }
    return left <= 4 ? 4 : left == 5 || left == 9 || left == 10 ? 5 : 8;
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void tile(
      int size,
      boolean whole,
      int inner,
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int[] bRows,
      int bRow,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    if (whole) {
      tileOfTwo(
          size,
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else {
      tileOfOne(
          size,
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    }
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void tileOfTwo(
      int size,
      int inner,
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int[] bRows,
      int bRow,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    if (size == 8) {
      Float32x256Tiles.eight(
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else if (size == 5) {
      Float32x256Tiles.five(
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else {
      Float32x256Tiles.four(
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    }
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void tileOfOne(
      int size,
      int inner,
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int[] bRows,
      int bRow,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    if (size == 6) {
      Float32x256Tiles.narrow(
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
          before,
          beforeOffset,
          beforeStep,
          c,
          cOffset,
          cStep);
    } else {
      Float32x256Tiles.tall(
          inner,
          a,
          aOffset,
          b,
          bOffset,
          bRows,
          bRow,
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
