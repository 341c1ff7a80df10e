package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Micro-kernels of the matrix product: a tile of the output is summed in registers over one block
 * of the inner index, then added to the output.
 *
 * <p>Each writes all its rows: where A has fewer, its last row is repeated and the caller throws
 * the copies away. A's rows are contiguous in the inner index and {@code aStep} apart; B's are
 * contiguous vectors, {@code bStep} apart. What the sums are added to is read from {@code before}:
 * no branch here depends on what was seen while the compiler watched. Six rows of two vectors are
 * the most that 16 registers hold beside their operands; with 32 registers more rows gained
 * nothing. The loops are written out because C2 keeps only local variables in registers.
 */
final class Float32x256Tiles {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;

  /** Numbers in a vector. */
  static final int LENGTH = SPECIES.length();

  private Float32x256Tiles() {}

  /** Up to 6 rows of 2 vectors. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void six(
      int rows,
      int k,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    int a0 = aOffset;
    int a1 = aOffset + Math.min(1, rows - 1) * aStep;
    int a2 = aOffset + Math.min(2, rows - 1) * aStep;
    int a3 = aOffset + Math.min(3, rows - 1) * aStep;
    int a4 = aOffset + Math.min(4, rows - 1) * aStep;
    int a5 = aOffset + Math.min(5, rows - 1) * aStep;
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
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * bStep);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + p * bStep + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + p]);
      c40 = x4.fma(b0, c40);
      c41 = x4.fma(b1, c41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + p]);
      c50 = x5.fma(b0, c50);
      c51 = x5.fma(b1, c51);
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
  }

  /** Up to 4 rows of 2 vectors. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void four(
      int rows,
      int k,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    int a0 = aOffset;
    int a1 = aOffset + Math.min(1, rows - 1) * aStep;
    int a2 = aOffset + Math.min(2, rows - 1) * aStep;
    int a3 = aOffset + Math.min(3, rows - 1) * aStep;
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c11 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c21 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c31 = FloatVector.zero(SPECIES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * bStep);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bOffset + p * bStep + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
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

  /** Up to 6 rows of 1 vector. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void narrow(
      int rows,
      int k,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    int a0 = aOffset;
    int a1 = aOffset + Math.min(1, rows - 1) * aStep;
    int a2 = aOffset + Math.min(2, rows - 1) * aStep;
    int a3 = aOffset + Math.min(3, rows - 1) * aStep;
    int a4 = aOffset + Math.min(4, rows - 1) * aStep;
    int a5 = aOffset + Math.min(5, rows - 1) * aStep;
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c40 = FloatVector.zero(SPECIES);
    FloatVector c50 = FloatVector.zero(SPECIES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * bStep);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
      c00 = x0.fma(b0, c00);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
      c10 = x1.fma(b0, c10);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
      c20 = x2.fma(b0, c20);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
      c30 = x3.fma(b0, c30);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + p]);
      c40 = x4.fma(b0, c40);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + p]);
      c50 = x5.fma(b0, c50);
    }
    c00 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c00);
    c10 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c10);
    c20 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c20);
    c30 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c30);
    c40 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep).add(c40);
    c50 = FloatVector.fromArray(SPECIES, before, beforeOffset + 5 * beforeStep).add(c50);
    c00.intoArray(c, cOffset);
    c10.intoArray(c, cOffset + cStep);
    c20.intoArray(c, cOffset + 2 * cStep);
    c30.intoArray(c, cOffset + 3 * cStep);
    c40.intoArray(c, cOffset + 4 * cStep);
    c50.intoArray(c, cOffset + 5 * cStep);
  }

  /** Up to 12 rows of 1 vector. */
  @SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"})
  static void tall(
      int rows,
      int k,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] before,
      int beforeOffset,
      int beforeStep,
      float[] c,
      int cOffset,
      int cStep) {
    int a0 = aOffset;
    int a1 = aOffset + Math.min(1, rows - 1) * aStep;
    int a2 = aOffset + Math.min(2, rows - 1) * aStep;
    int a3 = aOffset + Math.min(3, rows - 1) * aStep;
    int a4 = aOffset + Math.min(4, rows - 1) * aStep;
    int a5 = aOffset + Math.min(5, rows - 1) * aStep;
    int a6 = aOffset + Math.min(6, rows - 1) * aStep;
    int a7 = aOffset + Math.min(7, rows - 1) * aStep;
    int a8 = aOffset + Math.min(8, rows - 1) * aStep;
    int a9 = aOffset + Math.min(9, rows - 1) * aStep;
    int a10 = aOffset + Math.min(10, rows - 1) * aStep;
    int a11 = aOffset + Math.min(11, rows - 1) * aStep;
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c10 = FloatVector.zero(SPECIES);
    FloatVector c20 = FloatVector.zero(SPECIES);
    FloatVector c30 = FloatVector.zero(SPECIES);
    FloatVector c40 = FloatVector.zero(SPECIES);
    FloatVector c50 = FloatVector.zero(SPECIES);
    FloatVector c60 = FloatVector.zero(SPECIES);
    FloatVector c70 = FloatVector.zero(SPECIES);
    FloatVector c80 = FloatVector.zero(SPECIES);
    FloatVector c90 = FloatVector.zero(SPECIES);
    FloatVector c100 = FloatVector.zero(SPECIES);
    FloatVector c110 = FloatVector.zero(SPECIES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bOffset + p * bStep);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
      c00 = x0.fma(b0, c00);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
      c10 = x1.fma(b0, c10);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
      c20 = x2.fma(b0, c20);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
      c30 = x3.fma(b0, c30);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + p]);
      c40 = x4.fma(b0, c40);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + p]);
      c50 = x5.fma(b0, c50);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[a6 + p]);
      c60 = x6.fma(b0, c60);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[a7 + p]);
      c70 = x7.fma(b0, c70);
      FloatVector x8 = FloatVector.broadcast(SPECIES, a[a8 + p]);
      c80 = x8.fma(b0, c80);
      FloatVector x9 = FloatVector.broadcast(SPECIES, a[a9 + p]);
      c90 = x9.fma(b0, c90);
      FloatVector x10 = FloatVector.broadcast(SPECIES, a[a10 + p]);
      c100 = x10.fma(b0, c100);
      FloatVector x11 = FloatVector.broadcast(SPECIES, a[a11 + p]);
      c110 = x11.fma(b0, c110);
    }
    c00 = FloatVector.fromArray(SPECIES, before, beforeOffset).add(c00);
    c10 = FloatVector.fromArray(SPECIES, before, beforeOffset + beforeStep).add(c10);
    c20 = FloatVector.fromArray(SPECIES, before, beforeOffset + 2 * beforeStep).add(c20);
    c30 = FloatVector.fromArray(SPECIES, before, beforeOffset + 3 * beforeStep).add(c30);
    c40 = FloatVector.fromArray(SPECIES, before, beforeOffset + 4 * beforeStep).add(c40);
    c50 = FloatVector.fromArray(SPECIES, before, beforeOffset + 5 * beforeStep).add(c50);
    c60 = FloatVector.fromArray(SPECIES, before, beforeOffset + 6 * beforeStep).add(c60);
    c70 = FloatVector.fromArray(SPECIES, before, beforeOffset + 7 * beforeStep).add(c70);
    c80 = FloatVector.fromArray(SPECIES, before, beforeOffset + 8 * beforeStep).add(c80);
    c90 = FloatVector.fromArray(SPECIES, before, beforeOffset + 9 * beforeStep).add(c90);
    c100 = FloatVector.fromArray(SPECIES, before, beforeOffset + 10 * beforeStep).add(c100);
    c110 = FloatVector.fromArray(SPECIES, before, beforeOffset + 11 * beforeStep).add(c110);
    c00.intoArray(c, cOffset);
    c10.intoArray(c, cOffset + cStep);
    c20.intoArray(c, cOffset + 2 * cStep);
    c30.intoArray(c, cOffset + 3 * cStep);
    c40.intoArray(c, cOffset + 4 * cStep);
    c50.intoArray(c, cOffset + 5 * cStep);
    c60.intoArray(c, cOffset + 6 * cStep);
    c70.intoArray(c, cOffset + 7 * cStep);
    c80.intoArray(c, cOffset + 8 * cStep);
    c90.intoArray(c, cOffset + 9 * cStep);
    c100.intoArray(c, cOffset + 10 * cStep);
    c110.intoArray(c, cOffset + 11 * cStep);
  }
}
