package temper.studies.largeinitialrate.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;
import temper.random.StreamRoot;

final class PatchTest {

  private static final int SIZE = 3 * 32 * 32;
  private static final long PLUS = 0x7FFF_FFFF_0000_0000L; // Sign +, never alone at 0.2.
  private static final long MINUS = 0xFFFF_FFFF_0000_0000L;
  private static final long PLUS_ALONE = 0x0000_0000_8000_0000L; // Strength 1/2.

  private static RandomStream stream(String purpose) {
    return new StreamRoot("test").stream("patch", 0, purpose);
  }

  private static Patch patch(double difference) {
    return Patch.draw(10, difference, stream("patch"));
  }

  private static float[] applied(Patch patch, int label, long bits) {
    float[] image = new float[SIZE];
    Arrays.fill(image, 9);
    patch.apply(label, 0.2, bits, image, 0);
    return image;
  }

  private static boolean inside(int pixel) {
    int row = pixel / 32 % 32;
    int column = pixel % 32;
    return row >= 12 && row <= 18 && column >= 12 && column <= 18;
  }

  @Test
  void aPatchCoversRowsAndColumnsTwelveToEighteenAndNothingElse() {
    float[] image = applied(patch(0.1), 3, PLUS);
    for (int i = 0; i < SIZE; i++) {
      assertEquals(inside(i), image[i] != 9, "pixel " + i);
    }
  }

  @Test
  void bothSignsLieAsFarFromTheCommonPatternWhichHasTheWantedSpread() {
    Patch patch = patch(0.1);
    double squares = 0;
    double most = 0;
    for (int label = 0; label < 10; label++) {
      float[] plus = applied(patch, label, PLUS);
      float[] minus = applied(patch, label, MINUS);
      for (int i = 0; i < SIZE; i++) {
        if (inside(i)) {
          double common = (plus[i] + minus[i]) / 2;
          squares += common * common;
          most = Math.max(most, Math.abs(plus[i] - minus[i]) / 2);
        }
      }
    }
    // 147 squares of N(0, 1.25^2): a standard deviation of 12 % of their mean.
    assertEquals(1.25 * 1.25, squares / 10 / 147, 0.6);
    assertTrue(most <= 0.1 + 1e-6 && most > 0.099, "largest difference " + most);
  }

  @Test
  void aPatchAloneIsOnZerosAndAsStrongAsItsBitsSay() {
    Patch patch = patch(0.1);
    float[] full = applied(patch, 5, PLUS);
    float[] opposite = applied(patch, 5, MINUS);
    float[] alone = applied(patch, 5, PLUS_ALONE);
    for (int i = 0; i < SIZE; i++) {
      if (inside(i)) {
        double common = (full[i] + opposite[i]) / 2.0;
        assertEquals(common + 1.75 / 2 * (full[i] - common), alone[i], 1e-6);
      } else {
        assertEquals(0, alone[i]);
      }
    }
  }

  @Test
  void classesHavePatternsOfTheirOwnAndTheDifferenceIsTheirScale() {
    assertFalse(Arrays.equals(applied(patch(0.1), 0, PLUS), applied(patch(0.1), 1, PLUS)));
    float[] one = applied(patch(0.1), 2, PLUS);
    float[] oneMinus = applied(patch(0.1), 2, MINUS);
    float[] four = applied(patch(0.4), 2, PLUS);
    float[] fourMinus = applied(patch(0.4), 2, MINUS);
    for (int i = 0; i < SIZE; i++) {
      assertEquals(4 * (one[i] - oneMinus[i]), four[i] - fourMinus[i], 1e-5);
      assertEquals(one[i] + oneMinus[i], four[i] + fourMinus[i], 1e-5);
    }
  }

  @Test
  void aFifthIsAloneAndHalfHasEitherSign() {
    Patch patch = patch(0.1);
    RandomStream bits = stream("bits");
    float[] plus = applied(patch, 0, PLUS);
    int alone = 0;
    int positive = 0;
    int signed = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      float[] image = applied(patch, 0, bits.nextLong());
      if (image[0] == 0) {
        alone++;
      } else {
        signed++;
        positive += Arrays.equals(plus, image) ? 1 : 0;
      }
    }
    // Five standard deviations.
    assertEquals(0.2, alone / (double) n, 0.015);
    assertEquals(0.5, positive / (double) signed, 0.02);
  }

  @Test
  void anOffsetLeavesTheImagesBeforeItAlone() {
    float[] images = new float[2 * SIZE];
    patch(0.1).apply(1, 0.2, PLUS, images, SIZE);
    assertArrayEquals(new float[SIZE], Arrays.copyOf(images, SIZE));
    assertNotEquals(0, images[SIZE + 12 * 32 + 12]);
  }
}
