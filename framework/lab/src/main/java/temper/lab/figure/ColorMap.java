package temper.lab.figure;

import java.awt.Color;

/**
 * Colours of a heat map, in steps that look equal.
 *
 * <p>Source of the one-sided map: viridis by Smith, van der Walt and Firing, 2015 (CC0), at 33
 * places. The two-sided map runs in OKLab lightness from a blue and a red of equal lightness to a
 * light grey in the middle.
 */
enum ColorMap {
  /** From dark to light. */
  ONE_SIDED(
      "440154470d60481868482374472d7b4536814240863f49893b528b375a8d33638d2f6a8e2c728e297a8e26818e"
          + "23898e21908c1f988b1f9f8821a68528ae8031b57b3ebc744cc26c5dc9636ece5882d34c96d83fabdc32"
          + "c0df24d5e21aeae51afde725"),
  /** From a dark hue over light grey to another dark hue. */
  TWO_SIDED(
      "003c8009468e15519c215ca92d68b53a73bf487fc9568bd26696d976a2e086aee698baeaa9c6eebcd2f0cfdef3"
          + "e2e9f4f5f5f5f5e5dff4d5c9f1c5b4eeb59feaa58be59578de8665d77752ce6841c55a2fba4c1cae3f04"
          + "a23200952600871a00780f00");

  /** Number of steps that are told apart; neighbours of one step share a rectangle. */
  static final int STEPS = 128;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
  private final int[] anchors;

  ColorMap(String colors) {
    anchors = new int[colors.length() / 6];
    for (int i = 0; i < anchors.length; i++) {
      anchors[i] = Integer.parseInt(colors.substring(6 * i, 6 * i + 6), 16);
    }
  }

  /** Returns the step of a part of the way from the first colour to the last. */
  static int step(double part) {
    double inside = Math.max(0, Math.min(1, part));
    return (int) Math.min(STEPS - 1L, (long) (inside * STEPS));
  }

  /** Returns the colour of a step. */
  Color color(int step) {
    double place = step / (STEPS - 1.0) * (anchors.length - 1);
    int left = Math.min(anchors.length - 2, (int) place);
    double part = place - left;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (anchors[left] >> shift) & 0xff;
      int b = (anchors[left + 1] >> shift) & 0xff;
      rgb |= (int) Math.round(a + part * (b - a)) << shift;
    }
    return new Color(rgb);
  }
}
