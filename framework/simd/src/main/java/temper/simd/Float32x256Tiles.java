package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Gemm;

/**
 * Micro-kernels of the matrix product: a tile of the output is summed in registers over one block
 * of the inner index, then added to the output.
 *
 * <p>Rows of A are contiguous in the inner index and {@link #STEP} apart: with one address for all
 * of them the loop needs few registers, and C2 checks ranges ahead of it. B's rows are vectors that
 * may start anywhere. What the sums are added to is read from {@code before}: no branch here
 * depends on what was seen while the compiler watched. The loops are written out because C2 keeps
 * only local variables in registers. Tiles for 16 registers count in places of A, not from 0: that
 * takes six instructions fewer a step, and there the rate at which instructions begin is the limit.
 */
final class Float32x256Tiles {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;

  /** Numbers in a vector. */
  static final int LENGTH = SPECIES.length();

  /**
   * From a row of A to the next: more than a block, so that rows lie in lines of their own sets.
   */
  static final int STEP = Gemm.BLOCK + 16;

  /** Rows of the tallest tile. */
  static final int MOST_ROWS = 12;

  /**
   * Rows of a tile of 2 vectors: as many as 32, or else 16, registers hold beside their operands.
   */
  static final int ROWS = SPECIES.vectorBitSize() == 512 ? 8 : 5;

  private Float32x256Tiles() {}

  /** 8 rows of 2 vectors, for 32 registers. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void eight(
      int k,
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
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    FloatVector c40 = FloatVector.zero(SPECIES);
    FloatVector c41 = FloatVector.zero(SPECIES);
    FloatVector c50 = FloatVector.zero(SPECIES);
    FloatVector c51 = FloatVector.zero(SPECIES);
    FloatVector c60 = FloatVector.zero(SPECIES);
    FloatVector c61 = FloatVector.zero(SPECIES);
    FloatVector c70 = FloatVector.zero(SPECIES);
    FloatVector c71 = FloatVector.zero(SPECIES);
    for (int p = 0; p < k; p++) {
      int from = bOffset + bRows[bRow + p];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LENGTH);
      int at = aOffset + p;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[at + STEP]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[at + 2 * STEP]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[at + 3 * STEP]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[at + 4 * STEP]);
      c40 = x4.fma(b0, c40);
      c41 = x4.fma(b1, c41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[at + 5 * STEP]);
      c50 = x5.fma(b0, c50);
      c51 = x5.fma(b1, c51);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[at + 6 * STEP]);
      c60 = x6.fma(b0, c60);
      c61 = x6.fma(b1, c61);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[at + 7 * STEP]);
      c70 = x7.fma(b0, c70);
      c71 = x7.fma(b1, c71);
    }
    c00 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c00);
    c01 = FloatVector.fromArray(SPECIES, before, beforeOffset + LENGTH).add(c01);
    c10 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c10);
    c11 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep + LENGTH).add(c11);
    c20 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c20);
    c21 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep + LENGTH).add(c21);
    c30 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c30);
    c31 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep + LENGTH).add(c31);
    c40 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep).add(c40);
    c41 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep + LENGTH).add(c41);
    c50 = FloatVector.fromArray(SPECIES, before, beforeOffset + 5 * beforeStep).add(c50);
    c51 = FloatVector.fromArray(SPECIES, before, beforeOffset + 5 * beforeStep + LENGTH).add(c51);
    c60 = FloatVector.fromArray(SPECIES, before, beforeOffset + 6 * beforeStep).add(c60);
    c61 = FloatVector.fromArray(SPECIES, before, beforeOffset + 6 * beforeStep + LENGTH).add(c61);
    c70 = FloatVector.fromArray(SPECIES, before, beforeOffset + 7 * beforeStep).add(c70);
    c71 = FloatVector.fromArray(SPECIES, before, beforeOffset + 7 * beforeStep + LENGTH).add(c71);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LENGTH);
    c10.intoArray(c, cOffset + cStep);
    c11.intoArray(c, cOffset + cStep + LENGTH);
    c20.intoArray(c, cOffset + 2 * cStep);
    c21.intoArray(c, cOffset + 2 * cStep + LENGTH);
    c30.intoArray(c, cOffset + 3 * cStep);
    c31.intoArray(c, cOffset + 3 * cStep + LENGTH);
    c40.intoArray(c, cOffset + 4 * cStep);
    c41.intoArray(c, cOffset + 4 * cStep + LENGTH);
    c50.intoArray(c, cOffset + 5 * cStep);
    c51.intoArray(c, cOffset + 5 * cStep + LENGTH);
    c60.intoArray(c, cOffset + 6 * cStep);
    c61.intoArray(c, cOffset + 6 * cStep + LENGTH);
    c70.intoArray(c, cOffset + 7 * cStep);
    c71.intoArray(c, cOffset + 7 * cStep + LENGTH);
  }

  /**
   * 5 rows of 2 vectors, for 16 registers. Of 6 rows one sum would fit no more, as C2 takes up to 3
   * rows of A at once, and would be stored and loaded again in each step.
   */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void five(
      int k,
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
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    FloatVector c40 = FloatVector.zero(SPECIES);
    FloatVector c41 = FloatVector.zero(SPECIES);
    int shift = bRow - aOffset;
    int end = aOffset + k;
    for (int at = aOffset; at < end; at++) {
      int from = bOffset + bRows[shift + at];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[at + STEP]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[at + 2 * STEP]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[at + 3 * STEP]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[at + 4 * STEP]);
      c40 = x4.fma(b0, c40);
      c41 = x4.fma(b1, c41);
    }
    c00 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c00);
    c01 = FloatVector.fromArray(SPECIES, before, beforeOffset + LENGTH).add(c01);
    c10 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c10);
    c11 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep + LENGTH).add(c11);
    c20 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c20);
    c21 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep + LENGTH).add(c21);
    c30 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c30);
    c31 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep + LENGTH).add(c31);
    c40 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep).add(c40);
    c41 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep + LENGTH).add(c41);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LENGTH);
    c10.intoArray(c, cOffset + cStep);
    c11.intoArray(c, cOffset + cStep + LENGTH);
    c20.intoArray(c, cOffset + 2 * cStep);
    c21.intoArray(c, cOffset + 2 * cStep + LENGTH);
    c30.intoArray(c, cOffset + 3 * cStep);
    c31.intoArray(c, cOffset + 3 * cStep + LENGTH);
    c40.intoArray(c, cOffset + 4 * cStep);
    c41.intoArray(c, cOffset + 4 * cStep + LENGTH);
  }

  /** 4 rows of 2 vectors. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void four(
      int k,
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
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    int shift = bRow - aOffset;
    int end = aOffset + k;
    for (int at = aOffset; at < end; at++) {
      int from = bOffset + bRows[shift + at];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[at + STEP]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[at + 2 * STEP]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[at + 3 * STEP]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
    }
    c00 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c00);
    c01 = FloatVector.fromArray(SPECIES, before, beforeOffset + LENGTH).add(c01);
    c10 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c10);
    c11 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep + LENGTH).add(c11);
    c20 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c20);
    c21 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep + LENGTH).add(c21);
    c30 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c30);
    c31 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep + LENGTH).add(c31);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LENGTH);
    c10.intoArray(c, cOffset + cStep);
    c11.intoArray(c, cOffset + cStep + LENGTH);
    c20.intoArray(c, cOffset + 2 * cStep);
    c21.intoArray(c, cOffset + 2 * cStep + LENGTH);
    c30.intoArray(c, cOffset + 3 * cStep);
    c31.intoArray(c, cOffset + 3 * cStep + LENGTH);
  }

  /** 6 rows of 1 vector. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void narrow(
      int k,
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
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector c1 = FloatVector.zero(SPECIES);
    FloatVector c2 = FloatVector.zero(SPECIES);
    FloatVector c3 = FloatVector.zero(SPECIES);
    FloatVector c4 = FloatVector.zero(SPECIES);
    FloatVector c5 = FloatVector.zero(SPECIES);
    int shift = bRow - aOffset;
    int end = aOffset + k;
    for (int at = aOffset; at < end; at++) {
      int from = bOffset + bRows[shift + at];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at]);
      c0 = x0.fma(b0, c0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[at + STEP]);
      c1 = x1.fma(b0, c1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[at + 2 * STEP]);
      c2 = x2.fma(b0, c2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[at + 3 * STEP]);
      c3 = x3.fma(b0, c3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[at + 4 * STEP]);
      c4 = x4.fma(b0, c4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[at + 5 * STEP]);
      c5 = x5.fma(b0, c5);
    }
    c0 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c0);
    c1 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c1);
    c2 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c2);
    c3 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c3);
    c4 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep).add(c4);
    c5 = FloatVector.fromArray(SPECIES, before, beforeOffset + 5 * beforeStep).add(c5);
    c0.intoArray(c, cOffset);
    c1.intoArray(c, cOffset + cStep);
    c2.intoArray(c, cOffset + 2 * cStep);
    c3.intoArray(c, cOffset + 3 * cStep);
    c4.intoArray(c, cOffset + 4 * cStep);
    c5.intoArray(c, cOffset + 5 * cStep);
  }

  /** 12 rows of 1 vector, for 32 registers: with 16, most sums would lie in memory. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void tall(
      int k,
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
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector c1 = FloatVector.zero(SPECIES);
    FloatVector c2 = FloatVector.zero(SPECIES);
    FloatVector c3 = FloatVector.zero(SPECIES);
    FloatVector c4 = FloatVector.zero(SPECIES);
    FloatVector c5 = FloatVector.zero(SPECIES);
    FloatVector c6 = FloatVector.zero(SPECIES);
    FloatVector c7 = FloatVector.zero(SPECIES);
    FloatVector c8 = FloatVector.zero(SPECIES);
    FloatVector c9 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    for (int p = 0; p < k; p++) {
      int from = bOffset + bRows[bRow + p];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
      int at = aOffset + p;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[at]);
      c0 = x0.fma(b0, c0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[at + STEP]);
      c1 = x1.fma(b0, c1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[at + 2 * STEP]);
      c2 = x2.fma(b0, c2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[at + 3 * STEP]);
      c3 = x3.fma(b0, c3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[at + 4 * STEP]);
      c4 = x4.fma(b0, c4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[at + 5 * STEP]);
      c5 = x5.fma(b0, c5);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[at + 6 * STEP]);
      c6 = x6.fma(b0, c6);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[at + 7 * STEP]);
      c7 = x7.fma(b0, c7);
      FloatVector x8 = FloatVector.broadcast(SPECIES, a[at + 8 * STEP]);
      c8 = x8.fma(b0, c8);
      FloatVector x9 = FloatVector.broadcast(SPECIES, a[at + 9 * STEP]);
      c9 = x9.fma(b0, c9);
      FloatVector x10 = FloatVector.broadcast(SPECIES, a[at + 10 * STEP]);
      c10 = x10.fma(b0, c10);
      FloatVector x11 = FloatVector.broadcast(SPECIES, a[at + 11 * STEP]);
      c11 = x11.fma(b0, c11);
    }
    c0 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c0);
    c1 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c1);
    c2 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c2);
    c3 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c3);
    c4 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep).add(c4);
    c5 = FloatVector.fromArray(SPECIES, before, beforeOffset + 5 * beforeStep).add(c5);
    c6 = FloatVector.fromArray(SPECIES, before, beforeOffset + 6 * beforeStep).add(c6);
    c7 = FloatVector.fromArray(SPECIES, before, beforeOffset + 7 * beforeStep).add(c7);
    c8 = FloatVector.fromArray(SPECIES, before, beforeOffset + 8 * beforeStep).add(c8);
    c9 = FloatVector.fromArray(SPECIES, before, beforeOffset + 9 * beforeStep).add(c9);
    c10 = FloatVector.fromArray(SPECIES, before, beforeOffset + 10 * beforeStep).add(c10);
    c11 = FloatVector.fromArray(SPECIES, before, beforeOffset + 11 * beforeStep).add(c11);
    c0.intoArray(c, cOffset);
    c1.intoArray(c, cOffset + cStep);
    c2.intoArray(c, cOffset + 2 * cStep);
    c3.intoArray(c, cOffset + 3 * cStep);
    c4.intoArray(c, cOffset + 4 * cStep);
    c5.intoArray(c, cOffset + 5 * cStep);
    c6.intoArray(c, cOffset + 6 * cStep);
    c7.intoArray(c, cOffset + 7 * cStep);
    c8.intoArray(c, cOffset + 8 * cStep);
    c9.intoArray(c, cOffset + 9 * cStep);
    c10.intoArray(c, cOffset + 10 * cStep);
    c11.intoArray(c, cOffset + 11 * cStep);
  }
}
