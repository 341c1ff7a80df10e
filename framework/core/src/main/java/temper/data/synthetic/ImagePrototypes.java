package temper.data.synthetic;

import temper.data.FeatureShape;
import temper.numerics.StableMath;
import temper.random.RandomStream;

/** The prototypes of {@link PrototypeImages}, of which images are drawn. */
final class ImagePrototypes {

  static final FeatureShape SHAPE = new FeatureShape(3, 32, 32);

  private static final int SIDE = 32;
  private static final int WAVES = 6;
  private static final int HIGHEST_FREQUENCY = 4;
  private static final int LARGEST_SHIFT = 4;
  private static final double LEAST_CONTRAST = 0.6;
  private static final double MOST_CONTRAST = 1.4;
  private static final double GREY = 128;

  /** Standard deviation of the pixels, about; 3.2 of them make the range. */
  private static final double LEVELS = 40;

  /** By class and prototype. */
  private final double[][][] values;

  private ImagePrototypes(double[][][] values) {
    this.values = values;
  }

  static ImagePrototypes draw(int classes, int prototypes, RandomStream stream) {
    double[][][] values = new double[classes][prototypes][SHAPE.size()];
    for (double[][] ofClass : values) {
      for (double[] prototype : ofClass) {
        for (int wave = 0; wave < WAVES * SHAPE.channels(); wave++) {
          addWave(prototype, wave / WAVES * SHAPE.area(), stream);
        }
      }
    }
    return new ImagePrototypes(values);
  }

  private static void addWave(double[] prototype, int offset, RandomStream stream) {
    int down = 0;
    int across = 0;
    while (down == 0 && across == 0) {
      down = stream.nextInt(2 * HIGHEST_FREQUENCY + 1) - HIGHEST_FREQUENCY;
      across = stream.nextInt(2 * HIGHEST_FREQUENCY + 1) - HIGHEST_FREQUENCY;
    }
    double phase = 2 * Math.PI * stream.uniform();
    double amplitude = Math.sqrt(2.0 / WAVES);
    double[] wave = new double[SIDE];
    for (int i = 0; i < SIDE; i++) { // The wave repeats: all arguments differ by 1/32 of a turn.
      wave[i] = amplitude * StableMath.cos(2 * Math.PI * i / SIDE + phase);
    }
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        prototype[offset + i * SIDE + j] += wave[Math.floorMod(down * i + across * j, SIDE)];
      }
    }
  }

  /** Draws an image of a class. */
  void image(int label, double noise, RandomStream stream, double[] out) {
    double[] prototype = values[label][stream.nextInt(values[label].length)];
    int down = stream.nextInt(2 * LARGEST_SHIFT + 1);
    int across = stream.nextInt(2 * LARGEST_SHIFT + 1);
    double contrast = stream.uniform(LEAST_CONTRAST, MOST_CONTRAST);
    int at = 0;
    for (int channel = 0; channel < SHAPE.channels(); channel++) {
      for (int i = 0; i < SIDE; i++) {
        int row = channel * SHAPE.area() + (i + down) % SIDE * SIDE;
        for (int j = 0; j < SIDE; j++) {
          out[at++] = contrast * prototype[row + (j + across) % SIDE] + noise * stream.gaussian();
        }
      }
    }
  }

  /** How many levels of grey make a unit of value. */
  static double levels(double noise) {
    return LEVELS / Math.sqrt(1 + noise * noise);
  }

  /** The pixel of a value. */
  static byte pixel(double value, double levels) {
    return (byte) Math.max(0, Math.min(255, (int) Math.floor(GREY + levels * value + 0.5)));
  }
}
