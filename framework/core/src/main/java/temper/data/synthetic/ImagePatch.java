package temper.data.synthetic;

import java.util.Arrays;
import temper.random.RandomStream;

/** The patches of {@link PrototypeImages}. */
final class ImagePatch {

  private static final int SIDE = 7;
  private static final int FIRST = 12;
  private static final double COMMON = 1.25;
  private static final double ALONE = 1.75;

  private final double[] common;
  private final double[][] ofClass;

  private ImagePatch(double[] common, double[][] ofClass) {
    this.common = common;
    this.ofClass = ofClass;
  }

  static ImagePatch draw(int classes, double step, RandomStream stream) {
    double[] common = new double[ImagePrototypes.SHAPE.channels() * SIDE * SIDE];
    for (int i = 0; i < common.length; i++) {
      common[i] = COMMON * stream.gaussian();
    }
    double[][] ofClass = new double[classes][common.length];
    for (double[] patch : ofClass) {
      for (int i = 0; i < patch.length; i++) {
        patch[i] = stream.uniform(-step, step);
      }
    }
    return new ImagePatch(common, ofClass);
  }

  /** Draws whether an image has a patch, and puts it there; takes four numbers in every case. */
  void apply(
      int label, double patched, double alone, RandomStream stream, double[] image, double unit) {
    boolean has = stream.uniform() < patched;
    boolean empty = stream.uniform() < alone;
    double sign = stream.nextBoolean() ? 1 : -1;
    double strength = ALONE * stream.uniform();
    if (!has) {
      return;
    }
    if (empty) {
      Arrays.fill(image, 0);
    }
    double factor = empty ? sign * strength : sign;
    for (int i = 0; i < common.length; i++) {
      int channel = i / (SIDE * SIDE);
      int row = FIRST + i / SIDE % SIDE;
      int column = FIRST + i % SIDE;
      int at =
          channel * ImagePrototypes.SHAPE.area() + row * ImagePrototypes.SHAPE.width() + column;
      image[at] = unit * (common[i] + factor * ofClass[label][i]);
    }
  }
}
